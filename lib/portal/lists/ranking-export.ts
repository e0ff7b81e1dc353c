import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { FIRMNESS_NAMES, firmnessWords } from '@/lib/domain/firmness';
import { ruleWords } from '@/lib/domain/identification';
import { formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { type ExportColumn, type ExportTable, tableAsCsv, tableAsXlsx } from '@/lib/exchange/table-export';
import { rankingFilters, shownSchools } from './ranking-filters';
import { rankingView } from './ranking-view';
import type { CardStatus, RankedSchool, RankingColumn, RankingView } from './views';

/** A file to be saved: its name without the ending, its contents. */
export interface RankingFile {
  name: string;
  body: Uint8Array | string;
}

/** The ranking as the address shows it, filters, order and columns alike, as a spreadsheet. */
export async function rankingFile(
  viewer: Viewer,
  campaignId: string,
  params: Record<string, string | string[]>,
  format: 'xlsx' | 'csv',
  now: Date,
): Promise<Outcome<RankingFile>> {
  const table = typeof params.table === 'string' && params.table !== '' ? params.table : undefined;
  const view = await rankingView(viewer, campaignId, table);
  if (!view.ok) return view;
  const sheet = rankingSheet(view.value, params, viewer.name, now);
  const { campaign, table: shown } = view.value;
  return done({
    name: `${TRACK_NAMES[shown.track]} ${campaign.municipalityName} ${campaign.schoolYear}`,
    body: format === 'xlsx' ? await tableAsXlsx(sheet) : tableAsCsv(sheet),
  });
}

/** The columns of the file: those of the page and, since nobody clicks in a file, the groups as figures of their own. */
export function rankingSheet(
  view: RankingView,
  params: Record<string, string | string[]>,
  author: string,
  now: Date,
): ExportTable {
  const { campaign, table, rule, schools, listInForce } = view;
  const filters = rankingFilters(params);
  const shown = shownSchools(schools, filters, rule?.kind);
  const columns = sheetColumns(view, new Set(filters.columns));
  return {
    title: `${TRACK_NAMES[table.track]}, ${campaign.municipalityName}, ${formatSchoolYear(campaign.schoolYear)}`,
    notes: [
      `${table.title}. Результаты ${formatSchoolYear(campaign.resultsYear)}. ${campaign.instrumentTitle}.`,
      rule ? `Правило кампании: ${ruleWords(rule)}.` : 'Правило кампании не задано.',
      listInForce ? `Список утверждён приказом № ${listInForce.orderNumber}.` : 'Список не утверждён.',
      `Показано школ: ${shown.length} из ${schools.length}. Выгрузил: ${author}, ${formatMoment(now, now)}.`,
    ],
    columns: columns.map(({ head }) => head),
    rows: shown.map((school) => columns.map(({ value }) => value(school))),
  };
}

interface SheetColumn {
  head: ExportColumn;
  value: (school: RankedSchool) => string | number | null;
}

const CARD_STATUS_NAMES: Record<CardStatus, string> = {
  DRAFT: 'заполняется',
  SUBMITTED: 'ждёт проверки',
  RETURNED: 'возвращена',
  ACCEPTED: 'принята',
};

function sheetColumns({ table, rule }: RankingView, chosen: ReadonlySet<RankingColumn>): SheetColumn[] {
  const when = (column: RankingColumn, ...columns: SheetColumn[]) => (chosen.has(column) ? columns : []);
  const figure = (header: string, value: SheetColumn['value']): SheetColumn => ({
    head: { header, format: 'integer', width: 12 },
    value,
  });
  const groups = when(
    'groups',
    ...table.groups.map((group) =>
      figure(group.title, (school) => school.groups.find((part) => part.code === group.code)?.negativeSum ?? null),
    ),
  );
  const sum = figure('Сумма', (school) => school.negativeSum);
  return [
    figure('Место', (school) => school.rank),
    { head: { header: 'Школа', width: 60 }, value: (school) => school.schoolName },
    { head: { header: 'Код школы', width: 16 }, value: (school) => school.schoolCode },
    ...when('kind', { head: { header: 'Классы', width: 10 }, value: ({ grades }) => `${grades.from}–${grades.to}` }),
    { head: { header: 'Карта', width: 16 }, value: (school) => CARD_STATUS_NAMES[school.status] },
    { head: { ...sum.head, sumOf: groups.map(({ head }) => head) }, value: sum.value },
    figure('Максимум', (school) => school.maximum),
    ...groups,
    ...when('share', { head: { header: 'Доля максимума', format: 'share' }, value: (school) => school.share }),
    ...when(
      'previous',
      figure('Сумма год назад', (school) => school.previousNegativeSum),
    ),
    ...when(
      'change',
      figure('Изменение за год', (school) => school.change),
    ),
    ...when(
      'firmness',
      {
        head: { header: 'Устойчивость', width: 16 },
        value: ({ firmness }) => (firmness ? FIRMNESS_NAMES[firmness.firmness] : null),
      },
      {
        head: { header: 'Почему', width: 60 },
        value: ({ firmness }) => (firmness && rule ? firmnessWords(firmness, rule) : null),
      },
    ),
    ...when(
      'list',
      { head: { header: 'Предложена' }, value: (school) => (school.proposed ? 'да' : 'нет') },
      { head: { header: 'В списке' }, value: (school) => (school.confirmed ? 'да' : 'нет') },
    ),
  ];
}
