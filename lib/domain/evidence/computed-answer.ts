/** What data answer in place of a person, with everything that the answer rests on. */
import type { Answer } from '../answers';
import type { FactSource } from './facts';
import type { CriterionRule } from './rule';

/** Why the portal abstains: nothing loaded, fewer pupils than the rule asks for, too few schools to compare with. */
export type Abstention = 'NO_DATA' | 'TOO_FEW_PUPILS' | 'TOO_FEW_SCHOOLS';

export interface ComputedAnswer {
  criterion: string;
  /** null: the portal abstains, `abstention` says why */
  answer: Answer;
  abstention: Abstention | null;
  /** the school's value in the unit of the measure (shares 0…1); the number of signs for OBJECTIVITY_SIGNS */
  measure: number | null;
  /** what it was held against, in the same unit; null where there is nothing to compare */
  threshold: number | null;
  /** pupils behind the value; null where the measure counts no pupils */
  n: number | null;
  /** schools of the municipality that have the measure */
  schools: number;
  /** the rows of files behind the school's own value */
  sources: FactSource[];
  rule: CriterionRule;
}
