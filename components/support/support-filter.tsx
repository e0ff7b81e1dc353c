import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField } from '@/components/ui/field';
import type { SelectOption } from '@/components/ui/select';
import { formatSchoolYear } from '@/lib/domain/russian';

interface SupportFilterProps {
  years: readonly string[];
  schoolYear: string;
  choices?: readonly { name: string; label: string; value: string; options: readonly SelectOption[] }[];
  switches?: readonly { name: string; label: string; on: boolean }[];
}

/** What a list of support shows: the year, choices and switches in the address. A plain form, works without a script. */
export function SupportFilter({ years, schoolYear, choices = [], switches = [] }: SupportFilterProps) {
  const known = years.includes(schoolYear) ? years : [schoolYear, ...years];
  return (
    <form data-print="none" className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-2">
      <SelectField
        label="Учебный год"
        name="year"
        defaultValue={schoolYear}
        options={known.map((value) => ({ value, label: formatSchoolYear(value) }))}
      />
      {choices.map(({ name, label, value, options }) => (
        <SelectField key={name} name={name} label={label} defaultValue={value} options={options} />
      ))}
      {switches.map(({ name, label, on }) => (
        <Checkbox key={name} name={name} value="yes" label={label} defaultChecked={on} className="pb-1" />
      ))}
      <Button type="submit">Показать</Button>
    </form>
  );
}
