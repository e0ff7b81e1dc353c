'use client';

import type { ActionFormProps } from '@/components/ui/action-form';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { faultOf } from '@/lib/domain/form-state';

interface TargetFormProps {
  send: ActionFormProps['send'];
  /** tells the fields of one form from those of the next */
  number: number;
  title: string;
  version: number;
  /** as a person types them, «12,5» */
  target: string;
  /** null: the portal computes the fact */
  entered: { fact: string; source: string } | null;
}

/** Target of an indicator, of an own one its fact and source as well; what was entered wrongly stays to be mended. */
export function TargetForm({ send, number, title, version, target, entered }: TargetFormProps) {
  return (
    <VersionedForm send={send} version={version} className="flex flex-wrap items-end gap-x-4 gap-y-2">
      {(state) => (
        <>
          <TextField
            id={`target-${number}`}
            name="target"
            label="План"
            inputMode="decimal"
            defaultValue={state.values?.target ?? target}
            error={faultOf(state, 'target')}
            fieldClassName={faultOf(state, 'target') ? 'w-full' : 'w-28'}
          />
          {entered === null ? null : (
            <>
              <TextField
                id={`fact-${number}`}
                name="fact"
                label="Факт"
                inputMode="decimal"
                defaultValue={state.values?.fact ?? entered.fact}
                error={faultOf(state, 'fact')}
                fieldClassName={faultOf(state, 'fact') ? 'w-full' : 'w-28'}
              />
              <TextField
                id={`source-${number}`}
                name="source"
                label="Источник факта"
                maxLength={300}
                defaultValue={state.values?.source ?? entered.source}
                fieldClassName="grow basis-64"
              />
            </>
          )}
          <SubmitButton variant="secondary" pendingText="Сохраняем…">
            Сохранить<span className="sr-only"> «{title}»</span>
          </SubmitButton>
        </>
      )}
    </VersionedForm>
  );
}
