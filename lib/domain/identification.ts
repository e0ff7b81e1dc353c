/**
 * Which schools a rule proposes for a list. The portal proposes, МОЦ decides (domain.md 1.5): the threshold of the seed's
 * method is unknown, so that a rule is a setting of the campaign and never a fact about a school.
 */
import { countOf, formatNumber, formatPercent, NBSP } from './russian';

/** SUM: points at least; SHARE: part 0..1 of the school's own maximum at least; TOP_N: the N highest sums. */
export type RuleKind = 'SUM' | 'SHARE' | 'TOP_N';

export interface IdentificationRule {
  kind: RuleKind;
  /** the table whose points are judged */
  tableCode: string;
  /** SUM: points; SHARE: 0..1, counted to four decimals; TOP_N: number of schools */
  value: number;
}

/** A school with an ACCEPTED card: points of the rule's table and what it could have got at most. */
export interface ScoredSchool {
  schoolId: string;
  schoolCode: string;
  name: string;
  negativeSum: number;
  maximum: number;
}

/** Shares are compared as whole ten-thousandths, the precision in which a campaign stores them. */
const SHARE_UNITS = 10_000;

const RUSSIAN_ORDER = new Intl.Collator('ru', { numeric: true });

/** A Russian complaint when nobody could apply the rule, otherwise null. */
export function ruleFault(rule: IdentificationRule): string | null {
  const { kind, value } = rule;
  if (kind === 'SHARE') {
    return shareUnits(value) >= 1 && value <= 1 ? null : 'Доля максимума должна быть больше 0 и не больше 1.';
  }
  if (Number.isInteger(value) && value >= 1) return null;
  return kind === 'SUM'
    ? 'Порог суммы должен быть целым числом баллов, не меньше 1.'
    : 'Число школ должно быть целым, не меньше 1.';
}

/** The rule in words: «сумма 12 и больше», «не меньше 50 % максимума», «8 школ с наибольшей суммой». */
export function ruleWords({ kind, value }: IdentificationRule): string {
  switch (kind) {
    case 'SUM':
      return `сумма ${formatNumber(value)} и${NBSP}больше`;
    case 'SHARE':
      return `не${NBSP}меньше ${formatPercent(value, decimalsOfPercent(value))} максимума`;
    case 'TOP_N':
      return `${countOf(value, 'школа', 'школы', 'школ')} с${NBSP}наибольшей суммой`;
  }
}

/**
 * The codes of the schools that the rule proposes. A school to which nothing of the table applies (maximum 0) is never
 * proposed. TOP_N takes all schools that tie at its border, so that it may propose more than N and never cuts by chance;
 * a school without points is not proposed by TOP_N.
 */
export function propose(rule: IdentificationRule, schools: readonly ScoredSchool[]): Set<string> {
  const border = rule.kind === 'TOP_N' ? sumAtRank(rule.value, schools) : null;
  return new Set(schools.filter((school) => meets(rule, school, border)).map((school) => school.schoolCode));
}

/** TOP_N: the codes of the schools with equal sums that made the proposal longer than N; otherwise nothing. */
export function tiedAtBorder(rule: IdentificationRule, schools: readonly ScoredSchool[]): string[] {
  if (rule.kind !== 'TOP_N') return [];
  const proposed = propose(rule, schools);
  if (proposed.size <= rule.value) return [];
  const border = sumAtRank(rule.value, schools);
  return codesInOrder(schools.filter((school) => school.negativeSum === border));
}

/**
 * The smallest sum with which this school would be proposed while the others stay as they are; null when no sum within
 * its maximum is enough. The line that the ranking draws for a school.
 */
export function leastProposedSum(
  rule: IdentificationRule,
  school: ScoredSchool,
  schools: readonly ScoredSchool[],
): number | null {
  const least = leastSum(rule, school, schools);
  return school.maximum > 0 && least <= school.maximum ? least : null;
}

/** Places by sum, the highest first, equal sums share a place and the next ones are skipped: 1, 2, 2, 4. */
export function ranks(schools: readonly ScoredSchool[]): Map<string, number> {
  const sums = schools.map((school) => school.negativeSum).sort((a, b) => b - a);
  const places = new Map<number, number>();
  sums.forEach((sum, index) => {
    if (!places.has(sum)) places.set(sum, index + 1);
  });
  return new Map(schools.map((school) => [school.schoolCode, places.get(school.negativeSum) ?? 1]));
}

/** The schools as the list shows them: by sum, the highest first, then by name in Russian order («№ 2» before «№ 10»). */
export function rankingOrder<T extends ScoredSchool>(schools: readonly T[]): T[] {
  return [...schools].sort(
    (a, b) =>
      b.negativeSum - a.negativeSum ||
      RUSSIAN_ORDER.compare(a.name, b.name) ||
      RUSSIAN_ORDER.compare(a.schoolCode, b.schoolCode),
  );
}

/** Codes of schools in the order of the list, whatever the order given. */
export function codesInOrder(schools: readonly ScoredSchool[]): string[] {
  return rankingOrder(schools).map((school) => school.schoolCode);
}

/** A share 0..1 as whole ten-thousandths: 0.29 is 2900 although 0.29 * 10000 is 2899.9999… in binary. */
function shareUnits(share: number): number {
  return Math.round(share * SHARE_UNITS);
}

function decimalsOfPercent(share: number): number {
  const units = shareUnits(share);
  return units % 100 === 0 ? 0 : units % 10 === 0 ? 1 : 2;
}

function leastSum(rule: IdentificationRule, school: ScoredSchool, schools: readonly ScoredSchool[]): number {
  switch (rule.kind) {
    case 'SUM':
      return rule.value;
    case 'SHARE':
      return Math.ceil((shareUnits(rule.value) * school.maximum) / SHARE_UNITS);
    case 'TOP_N': {
      const others = schools.filter((other) => other.schoolCode !== school.schoolCode);
      return others.length < rule.value ? 1 : Math.max(1, sumAtRank(rule.value, others) ?? 1);
    }
  }
}

function meets(rule: IdentificationRule, { negativeSum, maximum }: ScoredSchool, sumAtBorder: number | null): boolean {
  if (maximum <= 0) return false;
  switch (rule.kind) {
    case 'SUM':
      return negativeSum >= rule.value;
    case 'SHARE':
      return negativeSum * SHARE_UNITS >= shareUnits(rule.value) * maximum;
    case 'TOP_N':
      return negativeSum > 0 && sumAtBorder !== null && negativeSum >= sumAtBorder;
  }
}

/** The sum of the school at place N, or of the last one when there are fewer; null for N below 1 or no schools. */
function sumAtRank(place: number, schools: readonly ScoredSchool[]): number | null {
  if (place < 1) return null;
  const sums = schools.map((school) => school.negativeSum).sort((a, b) => b - a);
  return sums[Math.min(place, sums.length) - 1] ?? null;
}
