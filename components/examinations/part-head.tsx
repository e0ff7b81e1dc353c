import { SelectField, TextField } from '@/components/ui/field';
import { PART_STATES } from '@/lib/domain/support/examination';
import type { PartView } from '@/lib/portal/examinations/views';

/** Name, state, owner and days of a part. */
export function PartHeadFields({ part }: { part: PartView }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <input type="hidden" name="kind" value={part.kind} />
      <TextField
        label="Название"
        name="partTitle"
        id="title"
        defaultValue={part.title}
        fieldClassName="sm:col-span-2 lg:col-span-4"
      />
      <SelectField
        label="Состояние"
        name="state"
        defaultValue={part.state}
        options={Object.entries(PART_STATES).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        label="Ответственный"
        name="ownerId"
        defaultValue={part.ownerId ?? ''}
        options={[
          { value: '', label: 'не назначен' },
          ...part.people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField label="Срок" name="dueOn" type="date" defaultValue={part.dueOn ?? ''} />
      <TextField label="Проведено" name="heldOn" type="date" defaultValue={part.heldOn ?? ''} />
    </div>
  );
}
