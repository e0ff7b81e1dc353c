'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';

interface NewPasswordFormProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  email: string;
  minimumLength: number;
}

/** Sets the password behind an invitation's link. */
export function NewPasswordForm({ send, email, minimumLength }: NewPasswordFormProps) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="space-y-4">
      <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
      <TextField label="Электронная почта" name="email" type="email" value={email} readOnly autoComplete="username" />
      <TextField
        label="Пароль"
        hint={`Не короче ${minimumLength} знаков. Удобно взять несколько слов.`}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        error={faultOf(state, 'password')}
      />
      <SubmitButton pendingText="Сохраняем…">Сохранить пароль</SubmitButton>
    </form>
  );
}
