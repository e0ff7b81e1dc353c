'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';

export interface SignInFormProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  /** Where to go afterwards, a path of this portal. */
  callbackUrl: string;
  /** What was done before one came here: the password was changed, all sessions ended. */
  notice?: string;
}

/** Sign-in by e-mail and password; works without JavaScript as well. */
export function SignInForm({ send, callbackUrl, notice }: SignInFormProps) {
  const [state, action] = useActionState(send, {});
  return (
    <Panel className="mx-auto max-w-md">
      <h1 className="mb-5 text-2xl font-semibold tracking-tight">Вход в портал</h1>
      {notice && !state.failure ? (
        <Notice tone="success" className="mb-5">
          {notice}
        </Notice>
      ) : null}
      <ErrorSummary title={state.failure?.detail} />
      <form action={action} className="space-y-5">
        <input type="hidden" name="callbackUrl" value={callbackUrl} />
        <TextField
          name="email"
          type="email"
          label="Электронная почта"
          hint="Адрес, на который пришло приглашение"
          autoComplete="username"
          inputMode="email"
          spellCheck={false}
          defaultValue={state.values?.email}
          required
        />
        <TextField name="password" type="password" label="Пароль" autoComplete="current-password" required />
        <SubmitButton size="lg" className="w-full" pendingText="Входим…">
          Войти
        </SubmitButton>
      </form>
      <p className="mt-5 text-sm text-muted">
        Учётную запись открывает приглашение муниципального образовательного центра. Если вы забыли пароль, обратитесь
        туда&nbsp;же.
      </p>
      <p className="mt-3 text-sm">
        <Link href="/centre" className="link">
          О центре: документы и мероприятия без входа
        </Link>
      </p>
    </Panel>
  );
}
