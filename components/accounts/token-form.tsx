'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';

export interface TokenFormState extends FormState {
  /** the new secret, shown this once */
  token?: string;
}

type Send = (state: TokenFormState, form: FormData) => Promise<TokenFormState>;

/** Makes a personal token and shows its secret once. */
export function TokenForm({ send, suggestedExpiry }: { send: Send; suggestedExpiry: string }) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="space-y-4">
      <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
      {state.token ? (
        <Notice tone="success" title="Токен создан. Скопируйте его сейчас: больше он не будет показан." role="status">
          <code className="mt-1 block rounded bg-surface p-2 text-sm break-all select-all">{state.token}</code>
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          label="Название"
          name="name"
          required
          maxLength={100}
          defaultValue={state.values?.name}
          error={faultOf(state, 'name')}
        />
        <Field id="use" label="Назначение">
          {(ties) => (
            <Select
              {...ties}
              name="use"
              defaultValue={state.values?.use ?? 'api'}
              options={[
                { value: 'api', label: 'Программы (API)' },
                { value: 'calendar', label: 'Календарь' },
              ]}
            />
          )}
        </Field>
        <TextField
          label="Действует до"
          name="expiresAt"
          type="date"
          required
          defaultValue={state.values?.expiresAt ?? suggestedExpiry}
          error={faultOf(state, 'expiresAt')}
        />
      </div>
      <SubmitButton variant="secondary" pendingText="Создаём…">
        Создать токен
      </SubmitButton>
    </form>
  );
}
