'use client';

import { useActionState } from 'react';
import { FormResult } from '@/components/ui/form-result';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';
import { CountsChoice } from './counts-choice';

interface CountedFormProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  campaignId: string;
  version: number;
  counts: string;
}

/** Changes what counts without МОЦ's verification; how many sums change is said before and must be confirmed. */
export function CountedForm({ send, campaignId, version, counts }: CountedFormProps) {
  const [state, action] = useActionState(send, {});
  const changes = state.failure?.extra?.changes;
  const asked = typeof changes === 'number' ? changes : null;
  return (
    <form action={action} className="space-y-4">
      <input type="hidden" name="campaignId" value={campaignId} />
      <input type="hidden" name="version" value={version} />
      {asked === null ? <FormResult state={state} /> : null}
      {/* the choice that waits for its confirmation is the one that was sent */}
      <CountsChoice
        key={`${version} ${state.values?.counts ?? ''}`}
        titled
        value={state.values?.counts ?? counts}
        error={faultOf(state, 'counts')}
      />
      {asked === null ? (
        <SubmitButton variant="secondary" pendingText="Считаем…">
          Изменить
        </SubmitButton>
      ) : (
        <Notice tone="warning" role="alert" title={state.failure?.detail}>
          <input type="hidden" name="seen" value={asked} />
          <p>
            Директора этих школ получат письмо и уведомление. Ответы школ и проверки МОЦ останутся, вернуть прежний счёт
            можно здесь же.
          </p>
          <SubmitButton className="mt-3" variant="danger" pendingText="Пересчитываем…">
            Подтвердить и пересчитать
          </SubmitButton>
        </Notice>
      )}
    </form>
  );
}
