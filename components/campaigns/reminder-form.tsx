'use client';

import { type ReactNode, useActionState } from 'react';
import { FormResult } from '@/components/ui/form-result';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';

interface ReminderFormProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  campaignId: string;
  lastReminder: string | null;
  children: ReactNode;
}

/** Around the board: sends a reminder to the chosen schools. */
export function ReminderForm({ send, campaignId, lastReminder, children }: ReminderFormProps) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action}>
      <input type="hidden" name="campaignId" value={campaignId} />
      <div className="px-4 sm:px-5">
        <FormResult state={state} />
      </div>
      {children}
      <div className="flex flex-wrap items-center gap-4 border-t border-line px-4 py-3 sm:px-5" data-print="none">
        <SubmitButton variant="secondary" pendingText="Пишем письма…">
          Напомнить отмеченным школам
        </SubmitButton>
        <p className="text-sm text-muted">
          {lastReminder ? `Последнее напоминание: ${lastReminder}.` : 'Напоминаний ещё не было.'} Директор получит
          письмо и уведомление в портале.
        </p>
      </div>
    </form>
  );
}
