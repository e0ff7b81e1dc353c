import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { EVENT_KINDS, WORK_DIRECTIONS } from '@/lib/domain/events/words';

interface CalendarFilterProps {
  /** what stays as it is: the view and its period, by the name in the address */
  kept: Readonly<Record<string, string>>;
  chosen: { q: string; direction: string; kind: string; school: string };
  /** null where there is only one school to see */
  schools: readonly { id: string; name: string }[] | null;
}

/** Words, direction, kind and school of the events shown; works as a plain form. */
export function CalendarFilter({ kept, chosen, schools }: CalendarFilterProps) {
  return (
    <form data-print="none" className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-2">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField label="Слова" name="q" type="search" fieldClassName="w-60 max-w-full" defaultValue={chosen.q} />
      <SelectField
        label="Направление"
        fieldClassName="w-72 max-w-full"
        name="direction"
        defaultValue={chosen.direction}
        options={[ALL, ...optionsOf(WORK_DIRECTIONS)]}
      />
      <SelectField label="Вид" name="kind" defaultValue={chosen.kind} options={[ALL, ...optionsOf(EVENT_KINDS)]} />
      {schools ? (
        <SelectField
          label="Школа"
          fieldClassName="w-72 max-w-full"
          name="school"
          defaultValue={chosen.school}
          options={[ALL, ...schools.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      ) : null}
      <Button type="submit">Показать</Button>
    </form>
  );
}

const ALL = { value: '', label: 'все' };

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
