import type { Viewer } from '@/lib/access/viewer';
import { filledText, type ReportTexts } from '@/lib/domain/reports/template';
import { type SectionCode, YEAR_SECTIONS, type YearField } from '@/lib/domain/reports/year-report';
import { capitalised, dayOf, formatDate, formatPercent, formatSchoolYear } from '@/lib/domain/russian';
import type { ReportBlock, ReportDocument } from '@/lib/exchange/report-document';
import type { CityDashboard } from '@/lib/portal/dashboard/views';
import type { YearReport } from '@/lib/portal/event-participation/views';

/** The report as a document: each section's text with its fields filled in, then its table. */
export function yearReportDocument(
  viewer: Viewer,
  dashboard: CityDashboard,
  participation: YearReport,
  texts: ReportTexts,
  now: Date,
): ReportDocument {
  const { year, municipalityName } = dashboard;
  const values = valuesOf(dashboard);
  const tables = tablesOf(dashboard, participation);
  return {
    title: 'Отчёт муниципального образовательного центра',
    subtitle: `${capitalised(municipalityName)}, ${year ? formatSchoolYear(year.schoolYear, true) : 'кампаний ещё не было'}`,
    note: `Сформировано ${formatDate(now)}, ${viewer.name}.`,
    author: viewer.name,
    // the day and not the second: the same input gives the same bytes
    madeAt: new Date(`${dayOf(now)}T00:00:00Z`),
    blocks: YEAR_SECTIONS.flatMap(({ code, title }): ReportBlock[] => [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: filledText(texts[code] ?? '', values) },
      ...tables[code],
    ]),
  };
}

function valuesOf({ year, municipalityName }: CityDashboard): Record<YearField, string> {
  const listed = year?.list?.schools.length ?? null;
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '—' : String(value));
  return {
    год: year ? formatSchoolYear(year.schoolYear) : '—',
    муниципалитет: capitalised(municipalityName),
    карт: number(year?.cards.ACCEPTED),
    школ: number(year?.cards.all),
    'в списке': number(listed),
    'доля в списке': formatPercent(year && listed !== null && year.cards.all > 0 ? listed / year.cards.all : null),
    обследований: number(year?.examined.done),
    рекомендаций: number(year?.recommendations.issued),
    выполнено: number(year?.recommendations.done),
    программ: number(year?.programmes.agreed),
    партнёрств: number(year?.partnerships.length),
    мероприятий: number(year?.events.held),
  };
}

function tablesOf({ year, trend }: CityDashboard, participation: YearReport): Record<SectionCode, ReportBlock[]> {
  return {
    monitoring: table(
      'Школы списка',
      [
        { title: 'Школа', width: 0.7 },
        { title: 'Была в списке прошлого года', width: 0.3 },
      ],
      year?.list?.schools.map(({ name, stayed }) => [name, stayed === null ? '—' : stayed ? 'да' : 'нет']) ?? [],
    ),
    movement: [
      ...table(
        'Список по годам',
        [
          { title: 'Учебный год', width: 0.24 },
          { title: 'Школ с картой', width: 0.2, numeric: true },
          { title: 'В списке', width: 0.14, numeric: true },
          { title: 'Доля', width: 0.14, numeric: true },
          { title: 'Вошли', width: 0.14, numeric: true },
          { title: 'Вышли', width: 0.14, numeric: true },
        ],
        trend.map(({ schoolYear, schoolCount, listed, entered, left }) => [
          formatSchoolYear(schoolYear),
          String(schoolCount),
          String(listed.length),
          formatPercent(schoolCount > 0 ? listed.length / schoolCount : null),
          entered ? String(entered.length) : '—',
          left ? String(left.length) : '—',
        ]),
      ),
      ...(trend.length > 1 ? [trendFigure(trend)] : []),
    ],
    support: table(
      'Программы, которые стоят',
      [
        { title: 'Школа', width: 0.3 },
        { title: 'Чего ждут', width: 0.4 },
        { title: 'От кого', width: 0.12 },
        { title: 'С какого дня', width: 0.18 },
      ],
      year?.stuck.map(({ school, what, who, since }) => [school, what, who, formatDate(new Date(since))]) ?? [],
    ),
    partners: table(
      'Кто кому помогает',
      [
        { title: 'Школа-партнёр', width: 0.4 },
        { title: 'Школы', width: 0.6 },
      ],
      year?.partnerships.map(({ host, schools }) => [host, schools.join(', ')]) ?? [],
    ),
    events: table(
      'Участие школ списка',
      [
        { title: 'Школа', width: 0.5 },
        { title: 'Мероприятий для неё', width: 0.2, numeric: true },
        { title: 'Была', width: 0.15, numeric: true },
        { title: 'Человек', width: 0.15, numeric: true },
      ],
      participation.schools
        .filter(({ id }) => year?.list?.schools.some(({ schoolId }) => schoolId === id))
        .map(({ name, presence, came, people }) => [name, String(presence.length), String(came), String(people)]),
    ),
    conclusions: [],
  };
}

const trendFigure = (trend: CityDashboard['trend']): ReportBlock => ({
  kind: 'figure',
  caption: 'Доля школ в списке по годам, %',
  drawing: {
    kind: 'lines',
    series: ['Доля школ в списке'],
    labels: trend.map(({ schoolYear }) => formatSchoolYear(schoolYear)),
    values: [trend.map(({ schoolCount, listed }) => (schoolCount > 0 ? (100 * listed.length) / schoolCount : null))],
    digits: 1,
  },
});

/** A table, or the words that it would be empty. */
function table(
  caption: string,
  columns: Extract<ReportBlock, { kind: 'table' }>['columns'],
  rows: readonly (readonly string[])[],
): ReportBlock[] {
  return rows.length === 0
    ? [{ kind: 'paragraph', text: `${caption}: нет.`, muted: true }]
    : [{ kind: 'table', caption, columns, rows }];
}
