'use client';

import { useActionState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';

interface CloseFormProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  campaignId: string;
  notAccepted: number;
}

/** Closes a campaign; what is missing is said before and must be confirmed. */
export function CloseForm({ send, campaignId, notAccepted }: CloseFormProps) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="space-y-4">
      <input type="hidden" name="campaignId" value={campaignId} />
      <ErrorSummary title={state.failure?.detail} />
      <p>
        После закрытия карты больше не меняются и остаются в истории. Открыть кампанию снова нельзя, но список школ
        составляется и после закрытия.
      </p>
      {notAccepted > 0 ? (
        <Checkbox
          name="missingSeen"
          value="yes"
          label={`Закрыть, хотя не приняты ${countOf(notAccepted, 'карта', 'карты', 'карт')}: эти школы останутся без суммы`}
        />
      ) : null}
      <SubmitButton variant="danger" pendingText="Закрываем…">
        Закрыть кампанию
      </SubmitButton>
    </form>
  );
}
