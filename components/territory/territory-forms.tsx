'use client';

import { useActionState } from 'react';
import { Field, TextField } from '@/components/ui/field';
import { FormResult } from '@/components/ui/form-result';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';

type Send = (state: FormState, form: FormData) => Promise<FormState>;

/** A new region. */
export function RegionForm({ send }: { send: Send }) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="space-y-4">
      <FormResult state={state} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Название региона"
          name="name"
          required
          defaultValue={state.values?.name}
          error={faultOf(state, 'name')}
        />
        <TextField
          label="Код региона"
          hint="Латинскими буквами, например smolensk-region."
          name="code"
          required
          defaultValue={state.values?.code}
          error={faultOf(state, 'code')}
        />
      </div>
      <SubmitButton variant="secondary">Добавить регион</SubmitButton>
    </form>
  );
}

/** A new municipality of one of the regions. */
export function MunicipalityForm({ send, regions }: { send: Send; regions: { id: string; name: string }[] }) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="space-y-4">
      <FormResult state={state} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="regionId" label="Регион" error={faultOf(state, 'regionId')}>
          {(ties) => (
            <Select
              {...ties}
              name="regionId"
              defaultValue={state.values?.regionId ?? regions[0]?.id}
              options={regions.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        <Field id="kind" label="Вид" error={faultOf(state, 'kind')}>
          {(ties) => (
            <Select
              {...ties}
              name="kind"
              defaultValue={state.values?.kind ?? 'MUNICIPAL_OKRUG'}
              options={[
                { value: 'MUNICIPAL_OKRUG', label: 'Муниципальный округ' },
                { value: 'URBAN_OKRUG', label: 'Городской округ' },
              ]}
            />
          )}
        </Field>
        <TextField
          label="Название муниципалитета"
          name="name"
          id="municipality-name"
          required
          defaultValue={state.values?.name}
          error={faultOf(state, 'name')}
        />
        <TextField
          label="Код муниципалитета"
          hint="Латинскими буквами, например vyazma."
          name="code"
          id="municipality-code"
          required
          defaultValue={state.values?.code}
          error={faultOf(state, 'code')}
        />
      </div>
      <SubmitButton variant="secondary">Добавить муниципалитет</SubmitButton>
    </form>
  );
}
