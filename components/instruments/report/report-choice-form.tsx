import { Checkbox } from '@/components/ui/checkbox';
import { SelectField } from '@/components/ui/field';
import { FieldSet } from '@/components/ui/field-set';
import { SubmitButton } from '@/components/ui/submit-button';
import { countOf, formatSchoolYear } from '@/lib/domain/russian';
import type { CriteriaReport } from '@/lib/portal/instruments/schema';

/** Which years, and for СОИРО whose, the report looks at; a plain form whose choice stands in the address. */
export function ReportChoiceForm({ report }: { report: CriteriaReport }) {
  const chosen = report.years.filter((year) => year.chosen).map((year) => formatSchoolYear(year.schoolYear));
  return (
    <details className="rounded-lg border border-line bg-surface">
      <summary className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-3 sm:px-5">
        <span>
          Учтены годы: <span className="font-medium">{chosen.join(', ')}</span>
        </span>
        <span className="link">Выбрать другие</span>
      </summary>
      <form className="space-y-4 border-t border-line px-4 py-4 sm:px-5">
        <FieldSet id="years" legend="Учебные годы" hint="Считаются принятые карты: чем их больше, тем надёжнее выводы.">
          <div className="grid grid-cols-2 gap-x-6 md:grid-cols-3 lg:grid-cols-4">
            {report.years.map(({ schoolYear, cards, chosen }) => (
              <Checkbox
                key={schoolYear}
                name="year"
                value={schoolYear}
                defaultChecked={chosen}
                label={formatSchoolYear(schoolYear)}
                hint={cards === 0 ? 'карт нет' : countOf(cards, 'карта', 'карты', 'карт')}
              />
            ))}
          </div>
        </FieldSet>
        <div className="flex flex-wrap items-end gap-3">
          {report.municipalities.length > 1 ? (
            <SelectField
              name="municipality"
              label="Муниципалитет"
              defaultValue={report.municipalityId ?? ''}
              options={[
                { value: '', label: `Все: ${report.municipalities.length}` },
                ...report.municipalities.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          ) : null}
          <SubmitButton variant="secondary" pendingText="Считаем…">
            Показать
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
