'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field, TextareaField, TextField } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';
import { CountsChoice } from './counts-choice';

interface OpenCampaignFormProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  versions: { id: string; title: string }[];
  initial: Record<'schoolYear' | 'opensAt' | 'dueAt' | 'letter', string>;
  schools: number;
}

/** Year, card, dates and the letter to the principals. */
export function OpenCampaignForm({ send, versions, initial, schools }: OpenCampaignFormProps) {
  const [state, action] = useActionState(send, {});
  const values: Record<string, string> = state.values ?? initial;
  return (
    <form action={action} className="max-w-2xl space-y-5">
      <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
      <TextField
        label="Учебный год"
        hint="Считаются результаты года перед ним."
        name="schoolYear"
        required
        defaultValue={values.schoolYear}
        error={faultOf(state, 'schoolYear')}
      />
      <Field
        id="instrumentVersionId"
        label="Диагностическая карта"
        hint="Опубликованная версия. После открытия она замораживается."
        error={faultOf(state, 'instrumentVersionId')}
      >
        {(ties) => (
          <Select
            {...ties}
            name="instrumentVersionId"
            defaultValue={values.instrumentVersionId ?? versions[0]?.id}
            options={versions.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Начало"
          name="opensAt"
          type="date"
          required
          defaultValue={values.opensAt}
          error={faultOf(state, 'opensAt')}
        />
        <TextField
          label="Срок"
          hint="До конца этого дня."
          name="dueAt"
          type="date"
          required
          defaultValue={values.dueAt}
          error={faultOf(state, 'dueAt')}
        />
      </div>
      <CountsChoice value={values.counts} error={faultOf(state, 'counts')} />
      <TextareaField
        label="Письмо директорам"
        hint="Ссылку на карту портал добавит сам."
        optional
        name="letter"
        rows={6}
        maxLength={5000}
        defaultValue={values.letter}
        error={faultOf(state, 'letter')}
      />
      <SubmitButton pendingText="Открываем…">Открыть кампанию для школ: {schools}</SubmitButton>
    </form>
  );
}
