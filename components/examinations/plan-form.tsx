'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextField } from '@/components/ui/field';
import { FormResult } from '@/components/ui/form-result';
import { Panel } from '@/components/ui/panel';
import { type FormState, faultOf } from '@/lib/domain/form-state';
import { formatSchoolYear } from '@/lib/domain/russian';
import { PART_KINDS } from '@/lib/domain/support/examination';
import type { PlanChoices } from '@/lib/portal/examinations/views';

interface PlanFormProps {
  choices: PlanChoices;
  /** a school chosen before the form was opened */
  chosen?: string | undefined;
  send: (state: FormState, form: FormData) => Promise<FormState>;
}

/** One examination for each of the marked schools, with the same parts, people and days. */
export function PlanForm({ choices, chosen, send }: PlanFormProps) {
  const [state, action, pending] = useActionState(send, {});
  const { values = {} } = state;
  const { schoolYear } = choices;
  const autumn = schoolYear.slice(0, 4);
  const people = [
    { value: '', label: 'не назначен' },
    ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <form action={action}>
      <FormResult state={state} />
      <fieldset disabled={pending} className="space-y-6">
        <input type="hidden" name="schoolYear" value={schoolYear} />
        <Panel title="Школы" description={`Школы списка ${formatSchoolYear(schoolYear)} уже отмечены.`}>
          <fieldset id="schoolIds" className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            <legend className="sr-only">Школы</legend>
            {choices.schools.map(({ id, name, listed, planned }) => (
              <Checkbox
                key={id}
                name="schools"
                value={id}
                label={name}
                hint={planned ? 'обследование уже запланировано' : listed ? 'в списке' : undefined}
                defaultChecked={chosen === undefined ? listed && !planned : chosen === id}
              />
            ))}
          </fieldset>
        </Panel>
        <Panel title="Период">
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField
              label="Название"
              name="title"
              defaultValue={values.title ?? `Комплексное обследование ${formatSchoolYear(schoolYear)}`}
              error={faultOf(state, 'title')}
              fieldClassName="sm:col-span-3"
            />
            <TextField
              label="Начало"
              name="startsOn"
              type="date"
              defaultValue={values.startsOn ?? `${autumn}-09-16`}
              error={faultOf(state, 'startsOn')}
            />
            <TextField
              label="Конец"
              name="endsOn"
              type="date"
              defaultValue={values.endsOn ?? `${Number(autumn) + 1}-02-28`}
              error={faultOf(state, 'endsOn')}
            />
          </div>
        </Panel>
        <Panel title="Части" description="У каждой свой ответственный и срок; потом их можно изменить в каждой школе.">
          <ul className="space-y-4">
            {PART_KINDS.map(({ kind, label }) => (
              <li key={kind} className="grid items-end gap-4 border-t border-line pt-3 sm:grid-cols-[2fr_1fr_1fr]">
                <Checkbox name="kinds" value={kind} label={label} defaultChecked />
                <SelectField
                  label={
                    <>
                      Ответственный<span className="sr-only">: {label}</span>
                    </>
                  }
                  name={`owner-${kind}`}
                  options={people}
                  defaultValue={values[`owner-${kind}`] ?? ''}
                />
                <TextField
                  label={
                    <>
                      Срок<span className="sr-only">: {label}</span>
                    </>
                  }
                  name={`due-${kind}`}
                  type="date"
                  defaultValue={values[`due-${kind}`] ?? ''}
                />
              </li>
            ))}
          </ul>
        </Panel>
        <Button type="submit" variant="primary" aria-busy={pending}>
          Запланировать
        </Button>
      </fieldset>
    </form>
  );
}
