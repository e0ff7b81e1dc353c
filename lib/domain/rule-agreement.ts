/** How far two independent rules agree about the same schools: counts, per cent, Cohen's kappa (Cohen 1960). */
import { formatNumber, formatPercent, NBSP } from './russian';

export type Verdict = 'YES' | 'NO' | 'NO_DATA';
export const VERDICTS: readonly Verdict[] = ['YES', 'NO', 'NO_DATA'];

export function verdictOf(answer: boolean | null): Verdict {
  return answer === null ? 'NO_DATA' : answer ? 'YES' : 'NO';
}

/** One school by two rules. */
export interface JudgedTwice {
  schoolCode: string;
  first: Verdict;
  second: Verdict;
}

export interface Agreement {
  /** codes of schools by what the first rule says, then by what the second says */
  cells: Record<Verdict, Record<Verdict, string[]>>;
  /** schools about which both rules say something */
  known: number;
  /** of them those about which both say the same, 0…1; null without any */
  share: number | null;
  /**
   * (observed − expected) / (1 − expected) agreement, −1…1; null where nothing is known or where both rules say the same
   * of all schools, so that chance alone would agree fully
   */
  kappa: number | null;
}

export function agreementOf(schools: readonly JudgedTwice[]): Agreement {
  const row = (): Record<Verdict, string[]> => ({ YES: [], NO: [], NO_DATA: [] });
  const cells: Agreement['cells'] = { YES: row(), NO: row(), NO_DATA: row() };
  for (const { schoolCode, first, second } of schools) cells[first][second].push(schoolCode);
  const count = (first: Verdict, second: Verdict) => cells[first][second].length;
  return {
    cells,
    ...agreementOfCounts(count('YES', 'YES'), count('YES', 'NO'), count('NO', 'YES'), count('NO', 'NO')),
  };
}

/** The same from counts alone, for sums over municipalities. */
export function agreementOfCounts(
  both: number,
  firstOnly: number,
  secondOnly: number,
  neither: number,
): Omit<Agreement, 'cells'> {
  const known = both + firstOnly + secondOnly + neither;
  if (known === 0) return { known, share: null, kappa: null };
  // in whole numbers, so that full agreement by chance is exactly that
  const expected = (both + firstOnly) * (both + secondOnly) + (secondOnly + neither) * (firstOnly + neither);
  const all = known * known;
  return {
    known,
    share: (both + neither) / known,
    kappa: expected === all ? null : ((both + neither) * known - expected) / (all - expected),
  };
}

/** Steps of Landis and Koch (1977), the usual words for kappa; they are a convention, not a test. */
const STEPS: readonly [number, string][] = [
  [0, 'не больше случайного'],
  [0.2, 'очень слабое'],
  [0.4, 'слабое'],
  [0.6, 'умеренное'],
  [0.8, 'заметное'],
  [1, 'почти полное'],
];

/** «Согласие умеренное: каппа 0,47», with what it means. */
export function agreementWords({ known, share, kappa }: Omit<Agreement, 'cells'>): string {
  if (known === 0) return 'Нет ни одной школы, о которой оба правила что-то говорят.';
  const same = `Правила говорят одно и${NBSP}то${NBSP}же о${NBSP}${formatPercent(share, 0)} школ`;
  if (kappa === null) return `${same}. Каппа не${NBSP}считается: оба правила говорят обо всех школах одинаково.`;
  const step = STEPS.find(([upTo]) => kappa <= upTo)?.[1] ?? 'полное';
  return `${same}. Каппа ${formatNumber(kappa, 2)}: согласие ${kappa === 1 ? 'полное' : step}.`;
}
