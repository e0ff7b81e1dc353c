import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { formatMoment, formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import { SHARE_CODES, SHARE_NAMES } from '@/lib/domain/social-shares';
import { SCHOOL_TYPE_NAMES } from '@/lib/domain/typology';
import { type ExportColumn, type ExportTable, tableAsCsv, tableAsXlsx } from '@/lib/exchange/table-export';
import { conditionsView } from './conditions-view';
import type { ConditionsSchool, ConditionsView } from './views';

/** Index, shares and kinds of a campaign's schools as a spreadsheet. */
export async function conditionsFile(
  viewer: Viewer,
  campaignId: string,
  format: 'xlsx' | 'csv',
  now: Date,
): Promise<Outcome<{ name: string; body: Uint8Array | string }>> {
  const view = await conditionsView(viewer, campaignId);
  if (!view.ok) return view;
  const sheet = conditionsSheet(view.value, viewer.name, now);
  const { municipalityName, schoolYear } = view.value.campaign;
  return done({
    name: `Социальные условия ${municipalityName} ${schoolYear}`,
    body: format === 'xlsx' ? await tableAsXlsx(sheet) : tableAsCsv(sheet),
  });
}

export function conditionsSheet(view: ConditionsView, author: string, now: Date): ExportTable {
  const { campaign, schools, settings, measured, threshold, medianSum } = view;
  const weights = SHARE_CODES.map((code) => `${SHARE_NAMES[code]} ${formatNumber(settings.values.weights[code], 1)}`);
  return {
    title: `Социальные условия, ${campaign.municipalityName}, ${formatSchoolYear(campaign.schoolYear)}`,
    notes: [
      `Индекс: среднее 100, стандартное отклонение 15, больше — лучше. Предложение разработчиков портала. Посчитан для школ: ${measured}.`,
      `Нижняя четверть: индекс ${formatNumber(threshold, 1)} и меньше. Медиана суммы: ${formatNumber(medianSum, 1)}.`,
      `Веса: ${weights.join('; ')}.`,
      `Выгрузил: ${author}, ${formatMoment(now, now)}.`,
    ],
    columns: COLUMNS.map(({ head }) => head),
    rows: schools.map((school) => COLUMNS.map(({ value }) => value(school))),
  };
}

interface SheetColumn {
  head: ExportColumn;
  value: (school: ConditionsSchool) => string | number | null;
}

const yesNo = (answer: boolean | null) => (answer === null ? 'нет данных' : answer ? 'да' : 'нет');

const COLUMNS: readonly SheetColumn[] = [
  { head: { header: 'Школа', width: 60 }, value: (school) => school.schoolName },
  { head: { header: 'Код школы', width: 16 }, value: (school) => school.schoolCode },
  { head: { header: 'Индекс', format: 'decimal' }, value: (school) => school.index },
  { head: { header: 'Нижняя четверть индекса', width: 14 }, value: (school) => yesNo(school.hardByIndex) },
  { head: { header: 'Правило таблицы условий', width: 14 }, value: (school) => yesNo(school.hardByTable) },
  { head: { header: 'Сумма, результаты', format: 'integer' }, value: (school) => school.negativeSum },
  { head: { header: 'Максимум', format: 'integer' }, value: (school) => school.maximum },
  { head: { header: 'Группа', width: 34 }, value: ({ type }) => (type ? SCHOOL_TYPE_NAMES[type] : 'нет данных') },
  { head: { header: 'Возможный партнёр', width: 14 }, value: ({ resilient }) => (resilient ? 'да' : 'нет') },
  { head: { header: 'Основания', width: 60 }, value: ({ reasons }) => reasons.join(' ') || null },
  ...SHARE_CODES.map(
    (code, at): SheetColumn => ({
      head: { header: SHARE_NAMES[code], format: 'share' },
      value: ({ parts }) => parts[at]?.share ?? null,
    }),
  ),
  ...SHARE_CODES.map(
    (code, at): SheetColumn => ({
      head: { header: `${SHARE_NAMES[code]}: вклад`, format: 'decimal' },
      value: ({ parts }) => parts[at]?.contribution ?? null,
    }),
  ),
];
