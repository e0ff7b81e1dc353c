import { Lines } from '@/components/charts/lines';
import { StackedColumns } from '@/components/charts/stacked-columns';
import { Panel } from '@/components/ui/panel';
import { formatSchoolYear } from '@/lib/domain/russian';
import type { ResultTable, ResultYear } from '@/lib/portal/schools/views';

interface YearsPanelProps {
  table: ResultTable;
  /** the oldest first */
  years: readonly ResultYear[];
}

const CITY_SERIES = [
  { key: 'school', label: 'Школа' },
  { key: 'mean', label: 'Среднее по муниципалитету' },
  { key: 'upperQuartile', label: 'Граница худшей четверти' },
  { key: 'lowerQuartile', label: 'Граница лучшей четверти' },
];

/** One table over the years: the sum by group, and the sum beside the city's mean and quartiles. */
export function YearsPanel({ table, years }: YearsPanelProps) {
  const label = (year: ResultYear) => formatSchoolYear(year.schoolYear);
  const sums = years.map((year) => ({
    label: label(year),
    values: Object.fromEntries(table.groups.map(({ code }) => [code, year.groups?.[code]?.negativeSum ?? null])),
  }));
  const beside = years.map((year) => {
    const city = year.city.tables[table.code];
    return {
      label: label(year),
      values: {
        school: year.tables?.[table.code]?.negativeSum ?? null,
        mean: city?.mean ?? null,
        upperQuartile: city?.upperQuartile ?? null,
        lowerQuartile: city?.lowerQuartile ?? null,
      },
    };
  });
  return (
    <Panel title={table.title}>
      <div className="grid items-start gap-x-8 gap-y-8 xl:grid-cols-2">
        <StackedColumns
          title="Сумма по группам"
          description="Чем меньше, тем лучше. Год без столбца — нет принятой карты."
          series={table.groups.map(({ code, title }) => ({ key: code, label: title }))}
          rows={sums}
          rowName="Учебный год"
          totalName="Сумма"
          summary={sumsInWords(table, years)}
        />
        <Lines
          title="Рядом с муниципалитетом"
          description="По принятым картам года; меньше пяти школ — линии нет, чтобы не раскрыть отдельные школы."
          series={CITY_SERIES}
          rows={beside}
          rowName="Учебный год"
          digits={1}
          summary={sumsInWords(table, years)}
        />
      </div>
    </Panel>
  );
}

function sumsInWords(table: ResultTable, years: readonly ResultYear[]): string {
  const sums = years.flatMap((year) => {
    const sum = year.tables?.[table.code];
    return sum ? [`${formatSchoolYear(year.schoolYear)}: ${sum.negativeSum} из ${sum.maximum}`] : [];
  });
  return `${table.title}, суммы по годам. ${sums.join('; ')}.`;
}
