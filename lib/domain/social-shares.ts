/**
 * Shares of a school's pupils that the index of social conditions is made of: those of group SOC of table 2, so that the
 * card and the index speak of the same. Named by domain.md 4 are both parents with a degree, one-parent families and
 * pupils on record; the others are our own proposal.
 */
import type { ContextFact } from './evidence/facts';

export const SHARE_CODES = [
  'SINGLE_PARENT',
  'PARENTS_WITH_DEGREE',
  'ON_RECORD',
  'LOW_INCOME',
  'SOCIAL_RISK',
  'SPECIAL_NEEDS',
  'OTHER_TONGUE',
] as const;

export type ShareCode = (typeof SHARE_CODES)[number];

interface ShareDefinition {
  /** in the nominative, as the head of a row */
  name: string;
  /** +1: the more, the better the conditions; −1: the worse */
  direction: 1 | -1;
  /** pupils counted; null where the passport does not say */
  count: (context: ContextFact) => number | null;
}

export const SHARES: Record<ShareCode, ShareDefinition> = {
  SINGLE_PARENT: { name: 'Неполные семьи', direction: -1, count: (context) => context.singleParent },
  PARENTS_WITH_DEGREE: {
    name: 'Высшее образование у обоих родителей',
    direction: 1,
    count: (context) => context.bothParentsWithDegree,
  },
  ON_RECORD: {
    name: 'На профилактическом учёте',
    direction: -1,
    count: ({ schoolRecord, policeRecord }) => atLeastOnce(schoolRecord, policeRecord),
  },
  LOW_INCOME: { name: 'Малообеспеченные семьи', direction: -1, count: (context) => context.lowIncome },
  SOCIAL_RISK: {
    name: 'Социально опасное положение и опека',
    direction: -1,
    count: ({ socialRisk, inCare }) => (socialRisk === null || inCare === null ? null : socialRisk + inCare),
  },
  SPECIAL_NEEDS: {
    name: 'ОВЗ и инвалидность',
    direction: -1,
    count: ({ specialNeeds, disabled }) => atLeastOnce(specialNeeds, disabled),
  },
  OTHER_TONGUE: { name: 'Русский язык не родной', direction: -1, count: (context) => context.otherMotherTongue },
};

/** Share of the school's pupils, 0…1; null where the passport does not say. */
export function shareOf(code: ShareCode, context: ContextFact): number | null {
  const count = SHARES[code].count(context);
  return count === null || context.pupils <= 0 ? null : count / context.pupils;
}

/**
 * A pupil of both groups counts once; the passport gives no common number, so that the larger group is taken, the fewest
 * pupils that it can be.
 */
function atLeastOnce(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.max(one, other);
}
