'use client';

import { useActionState } from 'react';
import { Field, TextareaField, TextField } from '@/components/ui/field';
import { FormResult } from '@/components/ui/form-result';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';
import { PassportFields } from './passport-fields';

type Send = (state: FormState, form: FormData) => Promise<FormState>;
interface Choice {
  id: string;
  name: string;
}
const options = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }));

/** A new school. */
export function NewSchoolForm({ send, municipalities }: { send: Send; municipalities: Choice[] }) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="max-w-3xl space-y-4">
      <FormResult state={state} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="municipalityId" label="Муниципалитет" error={faultOf(state, 'municipalityId')}>
          {(ties) => (
            <Select
              {...ties}
              name="municipalityId"
              defaultValue={state.values?.municipalityId ?? municipalities[0]?.id}
              options={options(municipalities)}
            />
          )}
        </Field>
        <TextField
          label="Код школы"
          hint="Латинскими буквами и цифрами, например smolensk-01. По нему узнаются файлы с результатами."
          name="code"
          required
          defaultValue={state.values?.code}
          error={faultOf(state, 'code')}
        />
      </div>
      <PassportFields state={state} initial={{ gradeFrom: '1', gradeTo: '11' }} />
      <SubmitButton pendingText="Добавляем…">Добавить школу</SubmitButton>
    </form>
  );
}

/** Many schools at once, a line each, as pasted from a table. */
export function SchoolLinesForm({ send, municipalities }: { send: Send; municipalities: Choice[] }) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="max-w-3xl space-y-4">
      <FormResult state={state} />
      <Field id="lines-municipality" label="Муниципалитет">
        {(ties) => (
          <Select
            {...ties}
            name="municipalityId"
            defaultValue={state.values?.municipalityId ?? municipalities[0]?.id}
            options={options(municipalities)}
          />
        )}
      </Field>
      <TextareaField
        label="Школы, по одной в строке"
        hint="Код; краткое название; полное название; с класса; по класс; обучающихся; адрес. Столбцы разделяет точка с запятой или табуляция: можно вставить прямо из таблицы."
        name="lines"
        rows={8}
        required
        defaultValue={state.values?.lines}
        error={faultOf(state, 'lines')}
      />
      <SubmitButton variant="secondary" pendingText="Добавляем…">
        Добавить все
      </SubmitButton>
    </form>
  );
}

/** A change of the passport from a day on. */
export function PassportForm({ send, initial }: { send: Send; initial: Record<string, string> }) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="max-w-3xl space-y-4">
      <FormResult state={state} />
      <input type="hidden" name="version" value={initial.version} />
      <PassportFields state={state} initial={initial} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="С какого дня"
          type="date"
          name="validFrom"
          required
          defaultValue={state.values?.validFrom ?? initial.validFrom}
          error={faultOf(state, 'validFrom')}
        />
        <TextField
          label="Основание"
          hint="Приказ, новое имя, исправление"
          name="reason"
          required
          defaultValue={state.values?.reason}
          error={faultOf(state, 'reason')}
        />
      </div>
      <SubmitButton pendingText="Сохраняем…">Сохранить паспорт</SubmitButton>
    </form>
  );
}

/** Merges the school into another one. */
export function MergerForm({ send, schools }: { send: Send; schools: Choice[] }) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="max-w-3xl space-y-4">
      <FormResult state={state} />
      <Field id="successorId" label="Присоединена к школе" error={faultOf(state, 'successorId')}>
        {(ties) => (
          <Select
            {...ties}
            name="successorId"
            defaultValue={state.values?.successorId ?? ''}
            options={[{ value: '', label: 'Выберите…' }, ...options(schools)]}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="День присоединения"
          type="date"
          name="happenedOn"
          required
          defaultValue={state.values?.happenedOn}
          error={faultOf(state, 'happenedOn')}
        />
        <TextField
          label="Основание"
          hint="Номер и дата приказа"
          name="ground"
          required
          defaultValue={state.values?.ground}
          error={faultOf(state, 'ground')}
        />
      </div>
      <SubmitButton variant="danger" pendingText="Закрываем…">
        Закрыть школу с этого дня
      </SubmitButton>
    </form>
  );
}

/** Moves the school to another municipality. */
export function MoveForm({ send, municipalities }: { send: Send; municipalities: Choice[] }) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="max-w-3xl space-y-4">
      <FormResult state={state} />
      <Field id="move-municipality" label="Новый муниципалитет" error={faultOf(state, 'municipalityId')}>
        {(ties) => <Select {...ties} name="municipalityId" options={options(municipalities)} />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="С какого дня"
          id="move-from"
          type="date"
          name="validFrom"
          required
          error={faultOf(state, 'validFrom')}
        />
        <TextField label="Основание" id="move-reason" name="reason" required error={faultOf(state, 'reason')} />
      </div>
      <SubmitButton variant="danger">Перевести</SubmitButton>
    </form>
  );
}
