'use client';

import { type ReactNode, startTransition, useActionState, useEffect, useRef } from 'react';
import type { FormState } from '@/lib/domain/form-state';
import { FormResult } from './form-result';

export interface ActionFormProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  children: ReactNode;
  className?: string;
  /** after success what was entered stays: for choices that hold, not for things that are added */
  keeps?: boolean;
}

/**
 * A form whose fields come from the server: while it is on its way it cannot be sent twice, a failure is summed up and
 * everything entered stays, after success the fields are empty again unless it keeps them. Works without JavaScript as a plain form.
 */
export function ActionForm({ send, children, className, keeps = false }: ActionFormProps) {
  const [state, action, pending] = useActionState(send, {});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.message && !keeps) form.current?.reset();
  }, [state, keeps]);
  return (
    <form
      ref={form}
      action={action}
      onSubmit={(event) => {
        // React empties a form after its action; sent by hand, it keeps what was entered when the action fails
        event.preventDefault();
        const entered = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
        startTransition(() => action(entered));
      }}
    >
      <FormResult state={state} />
      <fieldset disabled={pending} aria-busy={pending} className={className}>
        {children}
      </fieldset>
    </form>
  );
}
