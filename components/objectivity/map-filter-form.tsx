import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { SIGN_CODES } from '@/lib/domain/objectivity/signs';
import { formatSchoolYear } from '@/lib/domain/russian';
import type { ObjectivityMapView } from '@/lib/portal/objectivity/views';
import { OBJECTIVITY, placeHref } from './addresses';
import { SIGN_TITLES } from './sign-words';

/** Year, grade, subject and sign as one form of the address: works without JavaScript. */
export function MapFilterForm({ view }: { view: ObjectivityMapView }) {
  const { municipalityId, schoolYear, years, grades, subjects, filter } = view;
  const narrowed = filter.grade !== null || filter.subject !== null || filter.sign !== null;
  const all = (label: string) => ({ value: '', label });
  return (
    <form
      action={OBJECTIVITY}
      data-print="none"
      aria-label="Отбор на карте объективности"
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="municipality" value={municipalityId} />
      <SelectField
        label="Три года до"
        name="year"
        defaultValue={schoolYear}
        options={years.map((year) => ({ value: year, label: formatSchoolYear(year) }))}
      />
      <SelectField
        label="Класс"
        name="grade"
        defaultValue={filter.grade ?? ''}
        options={[all('Все'), ...grades.map((grade) => ({ value: String(grade), label: String(grade) }))]}
      />
      <SelectField
        label="Предмет"
        name="subject"
        defaultValue={filter.subject ?? ''}
        options={[all('Все предметы'), ...subjects.map((subject) => ({ value: subject, label: subject }))]}
      />
      <SelectField
        label="Признак"
        name="sign"
        defaultValue={filter.sign ?? ''}
        fieldClassName="max-w-80"
        options={[
          all('Все признаки'),
          ...SIGN_CODES.map((code) => ({ value: code, label: `${code}. ${SIGN_TITLES[code]}` })),
        ]}
      />
      <Button type="submit">Показать</Button>
      {narrowed ? (
        <LinkButton
          href={placeHref('', { municipality: municipalityId, year: schoolYear })}
          variant="quiet"
          scroll={false}
        >
          Сбросить отбор
        </LinkButton>
      ) : null}
    </form>
  );
}
