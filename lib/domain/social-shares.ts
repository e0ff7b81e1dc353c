/**
 * Shares of a school's pupils that the index of social conditions is made of: those of group SOC of table 2, measured as
 * the card measures them, so that both speak of the same. Named by domain.md 4 are both parents with a degree, one-parent
 * families and pupils on record; the others are our own proposal.
 */
import { CONTEXT_MEASURES } from './evidence/context-measures';
import type { FactsOfYear } from './evidence/facts';
import type { Measurement } from './evidence/measurement';

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

const MEASURES = {
  SINGLE_PARENT: CONTEXT_MEASURES.CONTEXT_SINGLE_PARENT_SHARE,
  PARENTS_WITH_DEGREE: CONTEXT_MEASURES.CONTEXT_PARENTS_WITH_DEGREE_SHARE,
  ON_RECORD: CONTEXT_MEASURES.CONTEXT_RECORD_SHARE,
  LOW_INCOME: CONTEXT_MEASURES.CONTEXT_LOW_INCOME_SHARE,
  SOCIAL_RISK: CONTEXT_MEASURES.CONTEXT_SOCIAL_RISK_SHARE,
  SPECIAL_NEEDS: CONTEXT_MEASURES.CONTEXT_SPECIAL_NEEDS_SHARE,
  OTHER_TONGUE: CONTEXT_MEASURES.CONTEXT_OTHER_TONGUE_SHARE,
} satisfies Record<ShareCode, unknown>;

/** As heads of rows: «Неполные семьи». */
export const SHARE_NAMES: Record<ShareCode, string> = {
  SINGLE_PARENT: 'Неполные семьи',
  PARENTS_WITH_DEGREE: 'Высшее образование у обоих родителей',
  ON_RECORD: 'На профилактическом учёте',
  LOW_INCOME: 'Малообеспеченные семьи',
  SOCIAL_RISK: 'Социально опасное положение и опека',
  SPECIAL_NEEDS: 'ОВЗ и инвалидность',
  OTHER_TONGUE: 'Русский язык не родной',
};

/** +1: the more, the better the conditions; −1: the worse. */
export function directionOf(code: ShareCode): 1 | -1 {
  return MEASURES[code].moreIsWorse ? -1 : 1;
}

/** Share of the school's pupils, 0…1, with the rows behind it; abstains below `minimumPupils`. */
export function shareMeasured(code: ShareCode, facts: FactsOfYear, minimumPupils: number): Measurement {
  return MEASURES[code].measured(facts, minimumPupils);
}
