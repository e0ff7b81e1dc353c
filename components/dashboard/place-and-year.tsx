import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';

interface PlaceAndYearProps {
  /** empty for those who see one municipality alone */
  places: readonly { id: string; name: string }[];
  municipalityId: string;
  /** those that have a campaign; none: nothing to choose */
  years: readonly string[];
  schoolYear: string | undefined;
}

/** Which municipality and school year a page tells of; works as a plain form. */
export function PlaceAndYear({ places, municipalityId, years, schoolYear = '' }: PlaceAndYearProps) {
  return (
    <form data-print="none" className="mb-6 flex flex-wrap items-end gap-3">
      {places.length > 0 ? (
        <SelectField
          label="Муниципалитет"
          name="municipality"
          defaultValue={municipalityId}
          fieldClassName="w-72 max-w-full"
          options={places.map(({ id, name }) => ({ value: id, label: capitalised(name) }))}
        />
      ) : null}
      {years.length > 0 ? (
        <SelectField
          label="Учебный год"
          name="year"
          defaultValue={schoolYear}
          options={years.map((one) => ({ value: one, label: formatSchoolYear(one) }))}
        />
      ) : null}
      <Button type="submit">Показать</Button>
    </form>
  );
}
