import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { procedureShortName } from '@/lib/domain/federal-procedures';
import type { ProcedureYear } from '@/lib/domain/federal-rule';
import { FEDERAL_RESULT_NAMES, FEDERAL_RULE_ORIGIN, federalRuleWords } from '@/lib/domain/federal-words';
import { ruleWords } from '@/lib/domain/identification';
import { agreementWords } from '@/lib/domain/rule-agreement';
import { formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import { previousSchoolYear } from '@/lib/domain/school-year';
import { type ExportColumn, type ExportTable, tableAsCsv, tableAsXlsx } from '@/lib/exchange/table-export';
import { twoRulesView } from './two-rules';
import type { TwoRulesSchool, TwoRulesView } from './views';

/** Both rules of a campaign's schools as a spreadsheet, with the share and the number of participants of each procedure. */
export async function rulesFile(
  viewer: Viewer,
  campaignId: string,
  format: 'xlsx' | 'csv',
  now: Date,
): Promise<Outcome<{ name: string; body: Uint8Array | string }>> {
  const view = await twoRulesView(viewer, campaignId);
  if (!view.ok) return view;
  const sheet = rulesSheet(view.value, viewer.name, now);
  const { municipalityName, schoolYear } = view.value.campaign;
  return done({
    name: `Два правила ${municipalityName} ${schoolYear}`,
    body: format === 'xlsx' ? await tableAsXlsx(sheet) : tableAsCsv(sheet),
  });
}

interface SheetColumn {
  head: ExportColumn;
  value: (school: TwoRulesSchool) => string | number | null;
}

export function rulesSheet(view: TwoRulesView, author: string, now: Date): ExportTable {
  const { campaign, table, rule, settings, schools, agreement } = view;
  const columns = sheetColumns(view);
  return {
    title: `Два правила, ${campaign.municipalityName}, ${formatSchoolYear(campaign.schoolYear)}`,
    notes: [
      `Правило кампании (${table.title}): ${rule ? ruleWords(rule) : 'не задано'}.`,
      `Федеральное правило: ${federalRuleWords(settings.values)}. ${FEDERAL_RULE_ORIGIN.words}: ${FEDERAL_RULE_ORIGIN.address}`,
      `${agreementWords(agreement.proposed)} Сравнивается предложение правила кампании.`,
      `Выгрузил: ${author}, ${formatMoment(now, now)}.`,
    ],
    columns: columns.map(({ head }) => head),
    rows: schools.map((school) => columns.map(({ value }) => value(school))),
  };
}

const yesNo = (answer: boolean | null) => (answer === null ? 'нет данных' : answer ? 'да' : 'нет');

function sheetColumns({ campaign, settings, rule }: TwoRulesView): SheetColumn[] {
  const { resultsYear } = campaign;
  const figures = (which: 'year' | 'before', schoolYear: string) =>
    settings.values.procedures.flatMap((code, at): SheetColumn[] => {
      const name = `${procedureShortName(code)}, ${formatSchoolYear(schoolYear)}`;
      const of = ({ federal }: TwoRulesSchool): ProcedureYear | undefined => federal.procedures[at]?.[which];
      return [
        { head: { header: `${name}: доля`, format: 'share' }, value: (school) => of(school)?.share ?? null },
        {
          head: { header: `${name}: участников`, format: 'integer' },
          value: (school) => of(school)?.result?.participants ?? null,
        },
      ];
    });
  return [
    { head: { header: 'Школа', width: 60 }, value: (school) => school.schoolName },
    { head: { header: 'Код школы', width: 16 }, value: (school) => school.schoolCode },
    { head: { header: 'Сумма', format: 'integer' }, value: (school) => school.negativeSum },
    { head: { header: 'Максимум', format: 'integer' }, value: (school) => school.maximum },
    {
      head: { header: 'Правило кампании предлагает', width: 16 },
      value: ({ proposed, negativeSum }) => yesNo(rule === null || negativeSum === null ? null : proposed),
    },
    { head: { header: 'В утверждённом списке', width: 16 }, value: ({ confirmed }) => yesNo(confirmed) },
    {
      head: { header: 'Федеральное правило', width: 30 },
      value: ({ federal }) => FEDERAL_RESULT_NAMES[federal.result],
    },
    {
      head: { header: `Не меньше ${settings.values.fewestLow} низких процедур за год`, width: 18 },
      value: ({ federal }) => yesNo(federal.current),
    },
    { head: { header: 'Два года подряд', width: 16 }, value: ({ federal }) => yesNo(federal.persistent) },
    ...figures('year', resultsYear),
    ...figures('before', previousSchoolYear(resultsYear)),
  ];
}
