'use client';

import { useActionState, useState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';
import { ROLE_NAMES } from '@/lib/domain/role-names';
import type { Me } from '@/lib/portal/accounts/schema';

export interface InvitationFormState extends FormState {
  /** the link, shown this once */
  link?: string;
}

interface Choice {
  id: string;
  name: string;
}

export interface InvitationFormProps {
  send: (state: InvitationFormState, form: FormData) => Promise<InvitationFormState>;
  roles: Me['role'][];
  regions: Choice[];
  municipalities: Choice[];
  schools: Choice[];
  /** fields filled beforehand: a new link for a known account */
  initial?: Record<string, string>;
}

const options = (choices: Choice[]) => [
  { value: '', label: 'Выберите…' },
  ...choices.map(({ id, name }) => ({ value: id, label: name })),
];

/** Invites a person; the place to choose depends on the role. */
export function InvitationForm(props: InvitationFormProps) {
  const [state, action] = useActionState(props.send, {});
  const values = state.values ?? props.initial ?? {};
  const [role, setRole] = useState(values.role ?? props.roles[props.roles.length - 1] ?? 'PRINCIPAL');
  const place =
    role === 'PRINCIPAL'
      ? { name: 'schoolId', label: 'Школа', choices: props.schools }
      : role === 'MOC_HEAD' || role === 'MOC_STAFF'
        ? { name: 'municipalityId', label: 'Муниципалитет', choices: props.municipalities }
        : role === 'REGION_COORDINATOR'
          ? { name: 'regionId', label: 'Регион', choices: props.regions }
          : null;
  return (
    <form action={action} className="space-y-4">
      <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
      {state.link ? (
        <Notice tone="success" title={state.message} role="status">
          <p>Передайте ссылку лично или дождитесь, пока её доставит почта. Больше она не будет показана.</p>
          <code className="mt-1 block rounded bg-surface p-2 text-sm break-all select-all">{state.link}</code>
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="role" label="Роль" error={faultOf(state, 'role')}>
          {(ties) => (
            <Select
              {...ties}
              name="role"
              value={role}
              onChange={(event) => setRole(event.target.value)}
              options={props.roles.map((value) => ({ value, label: ROLE_NAMES[value] }))}
            />
          )}
        </Field>
        {place ? (
          <Field id={place.name} label={place.label} error={faultOf(state, place.name)}>
            {(ties) => (
              <Select
                {...ties}
                key={place.name}
                name={place.name}
                defaultValue={values[place.name] ?? (place.choices.length === 1 ? place.choices[0]?.id : '')}
                options={options(place.choices)}
              />
            )}
          </Field>
        ) : null}
        <TextField
          label="Имя или должность"
          hint="Так человек подписан в истории карты."
          name="name"
          required
          maxLength={200}
          defaultValue={values.name}
          error={faultOf(state, 'name')}
        />
        <TextField
          label="Электронная почта"
          hint="Она же — имя для входа."
          name="email"
          type="email"
          required
          defaultValue={values.email}
          error={faultOf(state, 'email')}
        />
      </div>
      <SubmitButton pendingText="Готовим ссылку…">Пригласить</SubmitButton>
    </form>
  );
}
