'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FieldError } from '@/components/ui/field-set';
import { signInInPlace } from './sign-in-in-place';

interface SignInAgainProps {
  email: string;
  accountId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDone: () => void;
}

/** The session ended: sign in over the form, and everything that waits in the browser goes on. */
export default function SignInAgain({ email, accountId, open, onOpenChange, onDone }: SignInAgainProps) {
  const [fault, setFault] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function signIn(event: React.SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    setPending(true);
    const wrong = await signInInPlace({ email, password, accountId });
    setPending(false);
    setFault(wrong);
    if (wrong === null) onDone();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Сеанс завершён. Войдите снова"
      description="Ответы хранятся в этом браузере и отправятся сразу после входа."
    >
      <form onSubmit={signIn} className="space-y-4">
        <TextField name="email" label="Электронная почта" type="email" value={email} readOnly autoComplete="username" />
        <TextField name="password" label="Пароль" type="password" autoComplete="current-password" required autoFocus />
        {fault ? (
          <div role="alert">
            <FieldError>{fault}</FieldError>
          </div>
        ) : null}
        <DialogActions>
          <Button type="submit" variant="primary" aria-busy={pending} aria-disabled={pending}>
            {pending ? 'Входим…' : 'Войти и продолжить'}
          </Button>
          <Button onClick={onDone}>Я вошёл в другом окне</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
