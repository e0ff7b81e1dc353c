import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { ADDRESSEES, type Addressee } from '@/lib/domain/support/recommendation';
import type { Grounds } from '@/lib/portal/recommendations/views';

interface RecommendationFieldsProps {
  grounds: Grounds;
  values: {
    addressee: Addressee;
    subject: string;
    text: string;
    dueOn: string;
    findingId: string;
    criteria: readonly string[];
    risks: readonly string[];
  };
}

/** To whom, what, until when, and what it follows from. */
export function RecommendationFields({ grounds, values }: RecommendationFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label="Кому"
          name="addressee"
          defaultValue={values.addressee}
          options={Object.entries(ADDRESSEES).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          label="Предмет"
          name="subject"
          optional
          defaultValue={values.subject}
          hint="Для учителей предмета."
        />
        <TextField label="Срок" name="dueOn" type="date" defaultValue={values.dueOn} />
      </div>
      <TextareaField
        label="Что рекомендуется"
        name="text"
        rows={4}
        defaultValue={values.text}
        hint="Одно действие, которое можно проверить. Без имён учеников и учителей."
      />
      <SelectField
        label="Из какого вывода следует"
        name="findingId"
        defaultValue={values.findingId}
        options={[
          { value: '', label: 'не из вывода: укажите критерии или риски ниже' },
          ...grounds.findings.map(({ id, text }) => ({ value: id, label: text })),
        ]}
      />
      <Grounded
        title="Критерии карты с баллами"
        name="criteria"
        chosen={values.criteria}
        items={grounds.criteria.map(({ code, text }) => ({ code, label: `${code} — ${text}` }))}
      />
      <Grounded
        title="Риски"
        name="risks"
        chosen={values.risks}
        items={grounds.risks.map(({ code, title }) => ({ code, label: `${code} — ${title}` }))}
      />
    </>
  );
}

interface GroundedProps {
  title: string;
  name: string;
  chosen: readonly string[];
  items: readonly { code: string; label: string }[];
}

function Grounded({ title, name, chosen, items }: GroundedProps) {
  if (items.length === 0) return null;
  return (
    <details className="rounded-md border border-line px-4 py-2" open={chosen.length > 0}>
      <summary className="cursor-pointer font-medium">{title}</summary>
      <div className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {items.map(({ code, label }) => (
          <Checkbox key={code} name={name} value={code} label={label} defaultChecked={chosen.includes(code)} />
        ))}
      </div>
    </details>
  );
}
