'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';

type Send = (state: FormState, form: FormData) => Promise<FormState>;

/** A new password for one's own account; afterwards all sessions end and one signs in again. */
export function PasswordChangeForm({ send, minimumLength }: { send: Send; minimumLength: number }) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="max-w-md space-y-4">
      <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
      <TextField
        label="Нынешний пароль"
        name="current"
        type="password"
        autoComplete="current-password"
        required
        error={faultOf(state, 'current')}
      />
      <TextField
        label="Новый пароль"
        hint={`Не короче ${minimumLength} знаков. Удобно взять несколько слов.`}
        name="next"
        type="password"
        autoComplete="new-password"
        required
        error={faultOf(state, 'next')}
      />
      <SubmitButton pendingText="Сохраняем…">Сменить пароль и войти заново</SubmitButton>
    </form>
  );
}
