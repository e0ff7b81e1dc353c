import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { DECISION_KINDS } from '@/lib/domain/support/decision';
import type { DecisionChoices, DecisionView } from '@/lib/portal/decisions/views';

interface DecisionFieldsProps {
  decision?: DecisionView;
  choices: DecisionChoices;
}

export function DecisionFields({ decision, choices }: DecisionFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label="Вид"
          name="kind"
          defaultValue={decision?.kind ?? 'ORDER'}
          options={Object.entries(DECISION_KINDS).map(([value, label]) => ({ value, label }))}
        />
        <TextField label="Номер" name="number" defaultValue={decision?.number ?? ''} />
        <TextField label="Дата" name="decidedOn" type="date" defaultValue={decision?.decidedOn ?? ''} />
        <TextField label="О чём" name="title" defaultValue={decision?.title ?? ''} fieldClassName="sm:col-span-3" />
        <TextField label="Ответственный" name="responsible" optional defaultValue={decision?.responsible ?? ''} />
        <TextField label="Срок исполнения" name="dueOn" type="date" optional defaultValue={decision?.dueOn ?? ''} />
        <SelectField
          label="Список"
          name="listId"
          defaultValue={decision?.listId ?? ''}
          options={[
            { value: '', label: 'не о списке' },
            ...choices.lists.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      </div>
      <TextareaField label="Что решено" name="text" rows={5} optional defaultValue={decision?.text ?? ''} />
      <Boxes
        title="Школы, которых касается"
        name="schools"
        chosen={decision?.schoolIds}
        items={choices.schools.map(({ id, name }) => ({ id, label: name }))}
      />
      <Boxes
        title="Рекомендации, которые вводит в действие"
        name="recommendations"
        chosen={decision?.recommendationIds}
        items={choices.recommendations.map(({ id, title }) => ({ id, label: title }))}
      />
    </>
  );
}

interface BoxesProps {
  title: string;
  name: string;
  items: readonly { id: string; label: string }[];
  chosen: readonly string[] | undefined;
}

function Boxes({ title, name, items, chosen = [] }: BoxesProps) {
  if (items.length === 0) return null;
  return (
    <details className="rounded-md border border-line px-4 py-2" open={chosen.length > 0}>
      <summary className="cursor-pointer font-medium">{title}</summary>
      <div className="mt-2 grid max-h-72 gap-x-6 overflow-y-auto sm:grid-cols-2">
        {items.map(({ id, label }) => (
          <Checkbox key={id} name={name} value={id} label={label} defaultChecked={chosen.includes(id)} />
        ))}
      </div>
    </details>
  );
}
