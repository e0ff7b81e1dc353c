/** What another rule would change in the proposal of a campaign; nothing is stored. contract.md, `…/what-if`. */
import { firmnessOf, type JudgedSchool } from './firmness';
import { codesInOrder, type IdentificationRule, propose, tiedAtBorder } from './identification';

/** Codes of schools, each list in the order of the ranking. */
export interface WhatIf {
  proposed: string[];
  /** proposed by the new rule and not by the present one */
  entering: string[];
  /** proposed by the present rule and not by the new one */
  leaving: string[];
  /** the new rule's proposal hangs on one criterion or on the threshold moved by one, on either side of it */
  borderline: string[];
  /** TOP_N: schools with equal sums that made the proposal longer than N */
  tied: string[];
}

/**
 * The new rule against the campaign's present one (null: the campaign has none yet), over the schools with an accepted
 * card and their points of the rules' table.
 * @throws RangeError when the rules judge different tables: these points are of one table
 */
export function whatIf(
  currentRule: IdentificationRule | null,
  newRule: IdentificationRule,
  schools: readonly JudgedSchool[],
): WhatIf {
  if (currentRule && currentRule.tableCode !== newRule.tableCode) {
    throw new RangeError(`the rules judge different tables: ${currentRule.tableCode} and ${newRule.tableCode}`);
  }
  const present = currentRule ? propose(currentRule, schools) : new Set<string>();
  const proposed = propose(newRule, schools);
  const firmness = firmnessOf(newRule, schools);
  const ordered = codesInOrder(schools);
  return {
    proposed: ordered.filter((code) => proposed.has(code)),
    entering: ordered.filter((code) => proposed.has(code) && !present.has(code)),
    leaving: ordered.filter((code) => present.has(code) && !proposed.has(code)),
    borderline: ordered.filter((code) => firmness.get(code)?.borderline),
    tied: tiedAtBorder(newRule, schools),
  };
}
