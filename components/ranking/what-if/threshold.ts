/** Where a rule cuts the rows of the table, and the rule that cuts them elsewhere. */
import type { JudgedSchool } from '@/lib/domain/firmness';
import { type IdentificationRule, propose } from '@/lib/domain/identification';

/**
 * How many of the rows stand above the line: all proposed ones and no other. null when the order of the rows mixes them,
 * so that no line could be drawn. `codes` are those with an accepted card, as the table shows them.
 */
export function rowsAbove(codes: readonly string[], proposed: ReadonlySet<string>): number | null {
  const above = codes.filter((code) => proposed.has(code)).length;
  return codes.slice(0, above).every((code) => proposed.has(code)) ? above : null;
}

/** The rule of the same kind whose line stands under the n-th row; ties with that row come above the line as well. */
export function ruleUnderRow(
  rule: IdentificationRule,
  rows: readonly JudgedSchool[],
  above: number,
): IdentificationRule | null {
  const last = rows[above - 1];
  const first = rows[0];
  if (!first) return null;
  if (rule.kind === 'TOP_N') return { ...rule, value: Math.max(1, above) };
  if (rule.kind === 'SUM') return { ...rule, value: Math.max(1, last ? last.negativeSum : first.negativeSum + 1) };
  const share = last ? shareDown(last) : Math.min(1, shareDown(first) + 0.0001);
  return share > 0 ? { ...rule, value: share } : null;
}

/** The next rule whose proposal is another one, a step up (−1: fewer schools) or down (+1: more); null at the end. */
export function ruleAStepAway(
  rule: IdentificationRule,
  rows: readonly JudgedSchool[],
  above: number,
  step: 1 | -1,
): IdentificationRule | null {
  const before = propose(rule, rows).size;
  for (let at = above + step; at >= 0 && at <= rows.length; at += step) {
    const next = ruleUnderRow(rule, rows, at);
    if (next && propose(next, rows).size !== before) return next;
  }
  return null;
}

/** The school's share of its maximum, down to the four decimals of a rule, so that the school itself still meets it. */
function shareDown({ negativeSum, maximum }: JudgedSchool): number {
  return maximum > 0 ? Math.floor((negativeSum * 10_000) / maximum) / 10_000 : 0;
}
