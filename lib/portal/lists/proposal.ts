import { type IdentificationRule, propose, type ScoredSchool } from '@/lib/domain/identification';
import type { RankingRecord } from './ranking-rows';

/** The schools that a rule can judge: those with an accepted card. */
export function scoredSchools(rows: readonly RankingRecord[]): ScoredSchool[] {
  return rows.flatMap(({ schoolId, schoolCode, schoolName, negativeSum, maximum }) =>
    negativeSum === null || maximum === null ? [] : [{ schoolId, schoolCode, name: schoolName, negativeSum, maximum }],
  );
}

/** The codes that the rule proposes; nobody without a rule. */
export function proposedCodes(rule: IdentificationRule | null, rows: readonly RankingRecord[]): Set<string> {
  return rule ? propose(rule, scoredSchools(rows)) : new Set();
}

/** A school of the proposal or of the list, as it is stored with the order. */
export interface DecidedSchool {
  row: RankingRecord;
  included: boolean;
  proposed: boolean;
  reason: string | null;
}
