/** The federal rule and what it says of a school, in words. */
import { procedureShortName } from './federal-procedures';
import type { FederalResult, FederalRuleSettings, FederalVerdict } from './federal-rule';
import { countOf, formatPercent, NBSP, plural } from './russian';

export const FEDERAL_RESULT_NAMES: Record<FederalResult, string> = {
  LOW: 'ШНОР по федеральному правилу',
  RISK: 'группа риска',
  NO: 'нет',
  LITTLE_DATA: 'мало данных',
};

/** Where the rule comes from; what of it is ours is said beside it. */
export const FEDERAL_RULE_ORIGIN = {
  words: 'Акт контроля в Омской области, декабрь 2025 года (по сообщению печати)',
  address: 'https://news.mail.ru/society/69272865/',
} as const;

/** The rule as it is set: «не меньше 30 % участников ниже порога …». */
export function federalRuleWords({ share, fewestLow, mode, minimumN }: FederalRuleSettings): string {
  const part = `не${NBSP}меньше ${formatPercent(share, digits(share))} участников ниже порога`;
  const times = `в${NBSP}${fewestLow}${NBSP}и${NBSP}более процедурах года`;
  const link = mode === 'AND' ? 'а также' : 'или';
  return `${part} ${times}, ${link} в${NBSP}одной и${NBSP}той${NBSP}же процедуре два года подряд; процедура считается, если участников не${NBSP}меньше ${minimumN}`;
}

/** «низкие: ВПР 5 МА, ОГЭ МА; по 6 процедурам из 8». */
export function yearWords({ procedures }: FederalVerdict, which: 'year' | 'before'): string {
  const low = procedures.filter((one) => one[which].low).map(({ code }) => procedureShortName(code));
  const judged = procedures.filter((one) => one[which].low !== null).length;
  if (judged === 0) return 'нет данных';
  const from = `из ${countOf(judged, 'процедуры', 'процедур', 'процедур')}`;
  return low.length === 0 ? `низких нет, ${from}` : `${low.join(', ')} — ${low.length} ${from}`;
}

/** Why the result is what it is, as one sentence. */
export function verdictWords(verdict: FederalVerdict, { fewestLow, mode, minimumN }: FederalRuleSettings): string {
  const { current, persistent, result, procedures } = verdict;
  const low = procedures.filter(({ year }) => year.low).length;
  const judged = procedures.filter(({ year }) => year.low !== null).length;
  if (judged === 0)
    return `За${NBSP}год нет ни${NBSP}одной процедуры, в${NBSP}которой не${NBSP}меньше ${minimumN} участников.`;
  const now = `Низких процедур за${NBSP}год: ${low} из${NBSP}${judged}${current ? '' : `, нужно ${fewestLow}`}.`;
  const lasting = procedures.filter((one) => one.lasting).map(({ code }) => procedureShortName(code));
  const then = {
    true: `Два года подряд: ${lasting.join(', ')}.`,
    false: 'Одной и той же низкой процедуры два года подряд нет.',
    null: `О${NBSP}двух годах подряд сказать нельзя: за${NBSP}прошлый год данных нет или участников мало.`,
  }[String(persistent) as 'true' | 'false' | 'null'];
  const risk = {
    LOW: mode === 'AND' ? 'Выполнены оба условия.' : 'Выполнено хотя бы одно условие.',
    RISK: 'Выполнено одно из двух условий.',
    NO: '',
    LITTLE_DATA: current === null ? `Процедур с${NBSP}данными меньше, чем требует правило.` : '',
  }[result];
  return [now, then, risk].filter(Boolean).join(' ');
}

/** «данные по 6 процедурам», for the notes of exports. */
export function judgedProcedures({ procedures }: FederalVerdict): string {
  const judged = procedures.filter(({ year }) => year.low !== null).length;
  return `${judged} ${plural(judged, 'процедура', 'процедуры', 'процедур')} с данными`;
}

function digits(share: number): number {
  return Number.isInteger(Math.round(share * 1000) / 10) ? 0 : 1;
}
