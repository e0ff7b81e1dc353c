/**
 * Four kinds of school by conditions and results, and among them resilient ones: hard conditions, good results
 * (domain.md 4). A resilient school is only a possible partner; what speaks for it is said in words.
 */
import type { Trust } from './objectivity/trust';
import { countOf, formatNumber, formatPercent, NBSP } from './russian';
import { quantile } from './statistics';

/** BOTH: hard conditions and low results; CONDITIONS, RESULTS: one of the two alone; NEITHER. */
export type SchoolType = 'BOTH' | 'CONDITIONS' | 'RESULTS' | 'NEITHER';

export const SCHOOL_TYPES: readonly SchoolType[] = ['BOTH', 'CONDITIONS', 'RESULTS', 'NEITHER'];

export const SCHOOL_TYPE_NAMES: Record<SchoolType, string> = {
  BOTH: 'Трудные условия и низкие результаты',
  CONDITIONS: 'Только трудные условия',
  RESULTS: 'Только низкие результаты',
  NEITHER: 'Ни того ни другого',
};

/** Where more than every tenth look finds a sign, results are looked at before anybody leans on them [DESIGN]. */
export const TRUSTED_FROM = 0.9;

/** NO_DATA: too few looks for a word about the school. */
export type ResultsTrust = 'TRUSTED' | 'DOUBTFUL' | 'NO_DATA';

export function resultsTrust(trust: Trust | null): ResultsTrust {
  if (!trust || trust.value === null) return 'NO_DATA';
  return trust.value >= TRUSTED_FROM ? 'TRUSTED' : 'DOUBTFUL';
}

/** What is known of a school; null: nothing. */
export interface KnownSchool {
  schoolCode: string;
  /** the index of social conditions, mean 100; and whether it lies in the lowest quarter */
  index: number | null;
  hardByIndex: boolean | null;
  /** proposed by the rule of the table of conditions */
  hardByTable: boolean | null;
  /** points of the table of results */
  negativeSum: number | null;
  maximum: number | null;
  /** proposed by the rule of the table of results */
  low: boolean | null;
  /** on the confirmed list of low results */
  listed: boolean;
  /** of its results; null: no sign was ever looked for */
  trust: Trust | null;
}

export interface TypedSchool {
  /** in the lowest quarter of the index or proposed by the table; what is not known does not speak */
  hard: boolean | null;
  /** null: conditions or results are not known */
  type: SchoolType | null;
  resilient: boolean;
  /** resilient but for the trust in its results: to be looked at before it is named */
  doubtful: boolean;
}

export interface Typology {
  /** by school code */
  schools: ReadonlyMap<string, TypedSchool>;
  /** of the sums of all schools that have one, and of their shares of the own maximum; null without any */
  medianSum: number | null;
  medianShare: number | null;
  /** the lowest sum among the schools proposed for low results: the line of the chart; null when nobody is */
  lowFrom: number | null;
}

export function typologyOf(schools: readonly KnownSchool[]): Typology {
  const sums = schools.flatMap(({ negativeSum }) => negativeSum ?? []);
  const medianSum = quantile(sums, 0.5);
  const medianShare = quantile(
    schools.flatMap((school) => shareOf(school) ?? []),
    0.5,
  );
  const lowSums = schools.flatMap(({ low, negativeSum }) => (low && negativeSum !== null ? [negativeSum] : []));
  return {
    schools: new Map(schools.map((school) => [school.schoolCode, typed(school, { medianSum, medianShare })])),
    medianSum,
    medianShare,
    lowFrom: lowSums.length === 0 ? null : Math.min(...lowSums),
  };
}

type Medians = Pick<Typology, 'medianSum' | 'medianShare'>;

/** 0…1; null without a sum or where nothing of the table applies to the school */
function shareOf({ negativeSum, maximum }: KnownSchool): number | null {
  return negativeSum === null || !maximum ? null : negativeSum / maximum;
}

/** A school without exams has a smaller maximum: a small sum alone says less of it, so that the share is asked as well. */
function atMostMedian(school: KnownSchool, { medianSum, medianShare }: Medians): boolean {
  const share = shareOf(school);
  if (school.negativeSum === null || share === null || medianSum === null || medianShare === null) return false;
  return school.negativeSum <= medianSum && share <= medianShare;
}

function typed(school: KnownSchool, medians: Medians): TypedSchool {
  const hard = hardOf(school);
  const { low, listed, trust } = school;
  if (hard === null || low === null) return { hard, type: null, resilient: false, doubtful: false };
  const type = hard ? (low ? 'BOTH' : 'CONDITIONS') : low ? 'RESULTS' : 'NEITHER';
  const good = !low && !listed && atMostMedian(school, medians);
  const candidate = hard && good;
  const doubtful = candidate && resultsTrust(trust) === 'DOUBTFUL';
  return { hard, type, resilient: candidate && !doubtful, doubtful };
}

function hardOf({ hardByIndex, hardByTable }: KnownSchool): boolean | null {
  if (hardByIndex || hardByTable) return true;
  return hardByIndex === null && hardByTable === null ? null : false;
}

/** What speaks for a resilient school as a partner: conditions, results, trust; and what stays to be looked at. */
export function partnerReasons(school: KnownSchool, medians: Medians, indexThreshold: number | null): string[] {
  return [conditionsReason(school, indexThreshold), resultsReason(school, medians), trustReason(school.trust)];
}

function conditionsReason({ index, hardByIndex, hardByTable }: KnownSchool, threshold: number | null): string {
  const byIndex = `индекс ${formatNumber(index, 1)}, граница нижней четверти города ${formatNumber(threshold, 1)}`;
  if (hardByIndex && hardByTable)
    return `Трудные условия: ${byIndex}; её${NBSP}предлагает и${NBSP}правило по${NBSP}таблице условий.`;
  if (hardByIndex) return `Трудные условия: ${byIndex}.`;
  const outside = index === null ? 'индекс не посчитан' : `индекс ${formatNumber(index, 1)} выше границы`;
  return `Трудные условия: школу предлагает правило по${NBSP}таблице условий (${outside}).`;
}

function resultsReason(school: KnownSchool, { medianSum, medianShare }: Medians): string {
  const digits = medianSum === null || Number.isInteger(medianSum) ? 0 : 1;
  const sum = `${formatNumber(school.negativeSum)} из${NBSP}${formatNumber(school.maximum)}`;
  const share = `${formatPercent(shareOf(school))}, медиана ${formatPercent(medianShare)}`;
  return `Хорошие результаты: сумма ${sum}, не${NBSP}больше медианы города (${formatNumber(medianSum, digits)}), доля максимума ${share}; правило школу не${NBSP}предлагает.`;
}

function trustReason(trust: Trust | null): string {
  const checks = countOf(trust?.checks ?? 0, 'проверку', 'проверки', 'проверок');
  const looks = trust && trust.checks > 0 ? `признаков ${trust.found} на${NBSP}${checks}` : 'проверок не было';
  switch (resultsTrust(trust)) {
    case 'TRUSTED':
      return `Результатам можно доверять: ${looks}.`;
    case 'DOUBTFUL':
      return `Сначала нужен дополнительный анализ: ${looks}. До${NBSP}него школу партнёром не${NBSP}называют.`;
    case 'NO_DATA':
      return `Объективность результатов не${NBSP}проверена (${looks}): посмотрите их, прежде чем звать школу партнёром.`;
  }
}
