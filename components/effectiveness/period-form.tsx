import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { formatSchoolYear } from '@/lib/domain/russian';

export interface PeriodFormProps {
  action: string;
  municipality: string | undefined;
  municipalities: readonly { id: string; name: string }[];
  schoolYears: readonly string[];
  from: string;
  to: string;
}

/** The municipality and the two years, as a form that works without JavaScript. */
export function PeriodForm({ action, municipality, municipalities, schoolYears, from, to }: PeriodFormProps) {
  const years = [...new Set([from, to, ...schoolYears])].sort().reverse();
  const options = years.map((value) => ({ value, label: formatSchoolYear(value) }));
  return (
    <form action={action} data-print="none" className="mb-6 flex flex-wrap items-end gap-3">
      {municipalities.length > 1 ? (
        <SelectField
          label="Муниципалитет"
          name="municipality"
          defaultValue={municipality ?? ''}
          options={[
            { value: '', label: 'Все муниципалитеты' },
            ...municipalities.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      <SelectField label="Год списка" name="from" defaultValue={from} options={options} />
      <SelectField label="Год итога" name="to" defaultValue={to} options={options} />
      <Button type="submit">Показать</Button>
    </form>
  );
}
