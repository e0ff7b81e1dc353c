'use client';

import type { ActionFormProps } from '@/components/ui/action-form';
import { TextareaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { faultOf } from '@/lib/domain/form-state';

interface PositionFormProps {
  send: ActionFormProps['send'];
  version: number;
  text: string;
}

/** The text of a position; what was entered stays when it could not be stored, with a script and without one. */
export function PositionForm({ send, version, text }: PositionFormProps) {
  return (
    <VersionedForm send={send} version={version} className="max-w-4xl space-y-4">
      {(state) => (
        <>
          <TextareaField
            name="text"
            label="Текст позиции"
            hint="Без имён учеников: пакет материалов уходит за пределы портала"
            rows={10}
            maxLength={20_000}
            defaultValue={state.values?.text ?? text}
            error={faultOf(state, 'text')}
          />
          <SubmitButton pendingText="Сохраняем…">Сохранить текст</SubmitButton>
        </>
      )}
    </VersionedForm>
  );
}
