'use client';

import { useActionState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextareaField, TextField } from '@/components/ui/field';
import { FieldSet } from '@/components/ui/field-set';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';
import type { MatrixChoices } from '@/lib/portal/failure-matrix/views';

interface OpenMatrixFormProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  choices: MatrixChoices;
  subjects: readonly string[];
  initial: { dueAt: string; letter: string; subjects: readonly string[] };
}

/** Year, date, subjects, schools and the letter; schools of the confirmed list are chosen at first. */
export function OpenMatrixForm({ send, choices, subjects, initial }: OpenMatrixFormProps) {
  const [state, action] = useActionState(send, {});
  const chosen = (name: string, value: string, usual: boolean) =>
    state.values ? (state.values[name] ?? '').split('\n').includes(value) : usual;
  const listed = choices.schools.some(({ onList }) => onList);
  return (
    <form action={action} className="max-w-3xl space-y-5" key={state.failure ? JSON.stringify(state.values) : 'new'}>
      <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label="Учебный год"
          hint="В учебном году сбор один."
          name="schoolYear"
          required
          defaultValue={state.values?.schoolYear ?? choices.schoolYear}
          error={faultOf(state, 'schoolYear')}
        />
        <TextField
          label="Срок"
          hint="До конца этого дня."
          name="dueAt"
          type="date"
          required
          defaultValue={state.values?.dueAt ?? initial.dueAt}
          error={faultOf(state, 'dueAt')}
        />
      </div>
      <FieldSet id="subjects" legend="Предметы" error={faultOf(state, 'subjects')}>
        <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {subjects.map((subject) => (
            <Checkbox
              key={subject}
              name="subjects"
              value={subject}
              label={subject}
              defaultChecked={chosen('subjects', subject, initial.subjects.includes(subject))}
            />
          ))}
        </div>
      </FieldSet>
      <FieldSet
        id="schools"
        legend="Школы"
        hint={
          listed
            ? 'Отмечены школы последнего утверждённого списка.'
            : 'Утверждённого списка ещё нет: отмечены все школы.'
        }
        error={faultOf(state, 'schools')}
      >
        <div className="grid gap-x-6 sm:grid-cols-2">
          {choices.schools.map(({ id, name, onList }) => (
            <Checkbox
              key={id}
              name="schools"
              value={id}
              label={name}
              defaultChecked={chosen('schools', id, listed ? onList : true)}
            />
          ))}
        </div>
      </FieldSet>
      <TextareaField
        label="Письмо директорам"
        hint="Ссылку на матрицу портал добавит сам."
        optional
        name="letter"
        rows={5}
        maxLength={5000}
        defaultValue={state.values?.letter ?? initial.letter}
        error={faultOf(state, 'letter')}
      />
      <SubmitButton pendingText="Открываем…">Открыть сбор матриц</SubmitButton>
    </form>
  );
}
