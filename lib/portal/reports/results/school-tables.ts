/** Tables of years, signs, single schools and completeness in the analytical report. */
import { valueWords } from '@/lib/domain/evidence/measures';
import { SIGN_TITLES } from '@/lib/domain/objectivity/sign-titles';
import type { Completeness } from '@/lib/domain/reports/results-completeness';
import type { WorseQuarter } from '@/lib/domain/reports/results-quarter';
import type { MeasureOverYears } from '@/lib/domain/reports/results-years';
import { capitalised, formatNumber, formatPercent, formatSchoolYear, NO_VALUE } from '@/lib/domain/russian';
import type { ReportBlock } from '@/lib/exchange/report-document';
import { numeric, tableOr } from './exam-tables';
import type { ResultsView } from './reading';

/** A value in its unit: «12,3 %», «3,87», «64,5». */
export function measureValue({ unit }: Pick<MeasureOverYears, 'unit'>, value: number | null): string {
  return unit === 'SHARE' ? formatPercent(value) : formatNumber(value, unit === 'MARK' ? 2 : 1);
}

export function yearsTable(
  measures: readonly MeasureOverYears[],
  years: readonly string[],
  empty: string,
): ReportBlock {
  return tableOr(
    empty,
    'Муниципалитет по годам',
    [{ title: 'Показатель', width: 0.4 }, ...years.map((year) => numeric(formatSchoolYear(year), 0.6 / years.length))],
    measures.map((measure) => [measure.title, ...measure.values.map((value) => measureValue(measure, value))]),
  );
}

export function signsTable({ counts, schoolsLookedAt }: ResultsView['signs']): ReportBlock[] {
  const looked = `Школ, о которых данных хватило: ${schoolsLookedAt}.`;
  if (schoolsLookedAt === 0) {
    return [{ kind: 'paragraph', text: 'Данных, по которым ищут признаки, за этот год нет.', muted: true }];
  }
  return [
    {
      kind: 'table',
      caption: 'Признаки, требующие дополнительного анализа',
      columns: [{ title: 'Признак', width: 0.64 }, numeric('Школ', 0.16), numeric('Работ', 0.2)],
      rows: counts.map(({ code, schools, works }) => [SIGN_TITLES[code], String(schools), String(works)]),
    },
    { kind: 'paragraph', text: `${looked} Признаки, снятые после перепроверки, не считаются.`, muted: true },
  ];
}

/** The borders of the quarters, then the schools that stand in one, those with most measures first. */
export function quarterTables(quarters: readonly WorseQuarter[]): ReportBlock[] {
  const borders = tableOr(
    'Данных для сравнения школ нет.',
    'Граница нижней четверти',
    [
      { title: 'Показатель', width: 0.5 },
      numeric('Граница', 0.16),
      numeric('Школ сравнили', 0.17),
      numeric('В четверти', 0.17),
    ],
    quarters
      .filter(({ compared }) => compared > 0)
      .map(({ name, measure, threshold, compared, schools }) => [
        capitalised(name),
        threshold === null ? NO_VALUE : valueWords(measure, threshold),
        String(compared),
        String(schools.length),
      ]),
  );
  const bySchool = Map.groupBy(
    quarters.flatMap(({ name, measure, schools }) =>
      schools.map((school) => ({ ...school, words: `${name} — ${valueWords(measure, school.value)}` })),
    ),
    ({ schoolId }) => schoolId,
  );
  const rows = [...bySchool.values()]
    .sort((one, other) => other.length - one.length || NAMES.compare(one[0]?.name ?? '', other[0]?.name ?? ''))
    .map((own) => [own[0]?.name ?? '', String(own.length), own.map(({ words }) => capitalised(words)).join('\n')]);
  if (rows.length === 0) return [borders];
  return [
    borders,
    {
      kind: 'table',
      caption: 'Школы в нижней четверти',
      columns: [{ title: 'Школа', width: 0.28 }, numeric('Показателей', 0.15), { title: 'Какие', width: 0.57 }],
      rows,
    },
  ];
}

const NAMES = new Intl.Collator('ru', { numeric: true });

/** More names than that say no more than their number. */
const MOST_NAMES = 15;

export function completenessTable(rows: readonly Completeness[]): ReportBlock {
  return tableOr(
    'Школ нет.',
    'Полнота данных',
    [
      { title: 'Данные', width: 0.26 },
      numeric('Школ с данными', 0.16),
      numeric('Должно быть', 0.14),
      { title: 'Данных нет', width: 0.44 },
    ],
    rows.map(({ title, expected, known, missing }) => [
      title,
      String(known),
      String(expected),
      known === 0 && expected > 1 ? 'ни об одной школе' : namesOf(missing),
    ]),
  );
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  if (names.length === 0) return NO_VALUE;
  return names.length > MOST_NAMES ? `${shown} и ещё ${names.length - MOST_NAMES}` : shown;
}
