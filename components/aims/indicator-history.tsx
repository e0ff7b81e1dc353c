import { Lines } from '@/components/charts/lines';
import { indicatorFigure } from '@/lib/domain/aims/words';
import { formatSchoolYear } from '@/lib/domain/russian';
import { nextSchoolYear } from '@/lib/domain/school-year';
import type { IndicatorView } from '@/lib/portal/aims/views';

/** Facts over the years with the forecast of the next one, for the indicators in percent that have any. */
export function IndicatorHistory({ indicators }: { indicators: readonly IndicatorView[] }) {
  const drawn = indicators.filter(
    ({ unit, history }) => unit === 'PERCENT' && history.filter(({ value }) => value !== null).length > 1,
  );
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {drawn.map(({ code, title, unit, history, forecast }) => {
        const last = history.at(-1);
        const rows = history.map(({ schoolYear, value }) => ({
          label: formatSchoolYear(schoolYear),
          // the forecast begins where the facts end, so that the line goes on
          values: { fact: value, forecast: schoolYear === last?.schoolYear && forecast !== null ? value : null },
        }));
        const next = forecast !== null && last ? formatSchoolYear(nextSchoolYear(last.schoolYear)) : null;
        return (
          <Lines
            key={code}
            title={`${title}, %`}
            series={[{ key: 'fact', label: 'Факт' }, ...(next === null ? [] : [{ key: 'forecast', label: 'Прогноз' }])]}
            rows={next === null ? rows : [...rows, { label: next, values: { fact: null, forecast } }]}
            rowName="Учебный год"
            digits={1}
            height={13}
            summary={history
              .map(({ schoolYear, value }) => `${formatSchoolYear(schoolYear)}: ${indicatorFigure(value, unit)}`)
              .join('; ')}
          />
        );
      })}
    </div>
  );
}
