'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';

interface CopyFormProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  /** instruments of the viewer's own, to which the copy may become the next version */
  own: readonly { id: string; title: string }[];
  initial: { title: string; into: string };
}

/** Names the copy and says where it goes. */
export function CopyForm({ send, own, initial }: CopyFormProps) {
  const [state, action] = useActionState(send, {});
  const values = state.values ?? initial;
  return (
    <form action={action} className="max-w-2xl space-y-5">
      <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
      <TextField
        label="Название"
        name="title"
        required
        maxLength={300}
        defaultValue={values.title}
        error={faultOf(state, 'title')}
        hint="Его увидят директора в карте своей школы."
      />
      {own.length > 0 ? (
        <RadioGroup
          name="into"
          legend="Куда добавить"
          defaultValue={values.into}
          error={faultOf(state, 'into')}
          options={[
            ...own.map(({ id, title }) => ({ value: id, label: `Следующая версия карты «${title}»` })),
            { value: '', label: 'Новая карта', hint: 'Со своим названием и первой версией.' },
          ]}
        />
      ) : null}
      <SubmitButton pendingText="Копируем…">Создать черновик</SubmitButton>
    </form>
  );
}
