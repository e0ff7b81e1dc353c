import { LineFields } from '@/components/support/line-fields';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { dayAndTime } from '@/lib/domain/events/moscow-time';
import { EVENT_KINDS, WORK_DIRECTIONS } from '@/lib/domain/events/words';
import type { EventChoices, EventView } from '@/lib/portal/events/views';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The fields of an event, filled from an existing one. */
export function EventFields({ event, choices }: { event?: EventView; choices: EventChoices }) {
  const from = event && dayAndTime(event.startsAt);
  const to = event && dayAndTime(event.endsAt);
  const { schools } = choices;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Название" name="title" fieldClassName="sm:col-span-2" defaultValue={event?.title} />
        <SelectField label="Вид" name="kind" defaultValue={event?.kind} options={optionsOf(EVENT_KINDS)} />
        <SelectField
          label="Направление работы"
          name="direction"
          defaultValue={event?.direction ?? 'NETWORKING'}
          options={optionsOf(WORK_DIRECTIONS)}
        />
      </div>
      <div className="flex flex-wrap gap-4">
        <TextField label="День" name="startsOn" id="startsAt" type="date" defaultValue={from?.day} />
        <TextField label="Начало" name="startTime" type="time" defaultValue={from?.time ?? '10:00'} />
        <TextField label="Последний день" name="endsOn" optional type="date" defaultValue={to?.day} />
        <TextField label="Конец" name="endTime" id="endsAt" type="time" defaultValue={to?.time ?? '12:00'} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Место" name="place" optional defaultValue={event?.place} />
        <TextField label="Ссылка для участия" name="link" type="url" optional defaultValue={event?.link} />
        <SelectField
          label="Школа-площадка"
          name="hostSchoolId"
          defaultValue={event?.hostSchoolId ?? ''}
          options={[{ value: '', label: 'нет' }, ...schools.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextField label="Для кого" name="audience" optional defaultValue={event?.audience} />
        <TextField
          label="Мест"
          name="capacity"
          type="number"
          min={1}
          optional
          hint="Пусто — не ограничено."
          defaultValue={event?.capacity ?? ''}
        />
      </div>
      <LinkFields event={event} choices={choices} />
      <TextareaField
        label="О чём"
        name="about"
        rows={4}
        optional
        hint="Без имён учеников."
        defaultValue={event?.about}
      />
      <Checkbox
        name="openToAll"
        value="yes"
        label="Видят и могут прийти все школы"
        defaultChecked={event?.openToAll ?? true}
      />
      {schools.some(({ supported }) => supported) ? (
        <Checkbox
          name="inviteSupported"
          value="yes"
          label="Пригласить все школы поддержки года, вместе с отмеченными ниже"
        />
      ) : null}
      <details open={(event?.schoolIds.length ?? 0) > 0}>
        <summary className="link w-fit cursor-pointer">Школы, для которых проводится</summary>
        <fieldset className="mt-3 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          <legend className="sr-only">Школы, для которых проводится</legend>
          {schools.map(({ id, name, supported }) => (
            <Checkbox
              key={id}
              name="schoolIds"
              value={id}
              label={supported ? `${name} (поддержка)` : name}
              defaultChecked={event?.schoolIds.includes(id)}
            />
          ))}
        </fieldset>
      </details>
      <LineFields
        legend="Программа"
        columns={[
          { name: 'what', label: 'Что будет' },
          { name: 'at', label: 'Во сколько', className: 'w-44' },
        ]}
        lines={event?.programme ?? []}
        blank={2}
      />
      <LineFields
        legend="Выступающие"
        columns={[
          { name: 'who', label: 'Кто (должность)' },
          { name: 'theme', label: 'О чём' },
        ]}
        lines={event?.speakers ?? []}
        blank={2}
      />
      <Checkbox name="despiteClash" value="yes" label="Сохранить всё равно, если место или школа в это время заняты" />
    </>
  );
}

/** What the event belongs to; who leads none of these is not asked. */
function LinkFields({ event, choices }: { event: EventView | undefined; choices: EventChoices }) {
  const fields = [
    { label: 'В рамках партнёрства', name: 'partnershipId', chosen: event?.partnershipId, of: choices.partnerships },
    { label: 'В рамках сети', name: 'networkId', chosen: event?.networkId, of: choices.networks },
    { label: 'В рамках проекта', name: 'projectId', chosen: event?.projectId, of: choices.projects },
  ].filter(({ of }) => of.length > 0);
  if (fields.length === 0) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      {fields.map(({ label, name, chosen, of }) => (
        <SelectField
          key={name}
          label={label}
          name={name}
          defaultValue={chosen ?? ''}
          options={[{ value: '', label: 'нет' }, ...of.map(({ id, title }) => ({ value: id, label: title }))]}
        />
      ))}
    </div>
  );
}
