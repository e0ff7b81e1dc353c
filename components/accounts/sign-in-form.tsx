import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';

export interface SignInFormProps {
  /** next-auth's token; the same value stands in its cookie. */
  csrfToken: string;
  /** Where to go afterwards, a path of this portal. */
  callbackUrl: string;
  /** Why the last attempt failed and what to do, in Russian. */
  error?: string;
  /** The e-mail of the last attempt. */
  email?: string;
}

/** Sign-in by e-mail and password: a plain form that next-auth answers, without JavaScript as well. */
export function SignInForm({ csrfToken, callbackUrl, error, email }: SignInFormProps) {
  return (
    <Panel className="mx-auto max-w-md">
      <h1 className="mb-5 text-2xl font-semibold tracking-tight">Вход в портал</h1>
      <ErrorSummary title={error} />
      <form method="post" action="/api/auth/callback/credentials" className="space-y-5">
        <input type="hidden" name="csrfToken" value={csrfToken} />
        <input type="hidden" name="callbackUrl" value={callbackUrl} />
        <TextField
          name="email"
          type="email"
          label="Электронная почта"
          hint="Адрес, на который пришло приглашение"
          autoComplete="username"
          inputMode="email"
          spellCheck={false}
          defaultValue={email}
          required
        />
        <TextField name="password" type="password" label="Пароль" autoComplete="current-password" required />
        <Button type="submit" variant="primary" size="lg" className="w-full">
          Войти
        </Button>
      </form>
      <p className="mt-5 text-sm text-muted">
        Учётную запись открывает приглашение муниципального образовательного центра. Если вы забыли пароль, обратитесь
        туда&nbsp;же.
      </p>
    </Panel>
  );
}
