/** From facts to computed answers: each school's value held against the schools of its municipality. contract.md, «Scoring rule» */
import { type Answer, normalAnswer } from '../answers';
import {
  applies,
  type CriterionDefinition,
  type InstrumentDefinition,
  placedCriteria,
  type SchoolGrades,
} from '../instrument';
import { quantile, standardDeviation } from '../statistics';
import type { ComputedAnswer } from './computed-answer';
import type { FactKind, FactSource, FactsOfYear } from './facts';
import { MEASURES, type Measurement, measured } from './measures';
import type { Comparison, CriterionRule, Operator } from './rule';

/** What is known of a school in a school year. */
export interface SchoolEvidence {
  schoolId: string;
  grades: SchoolGrades;
  facts: FactsOfYear;
  /** the signs found, each once; null: no sign could be looked for */
  signs: { codes: string[] | null; sources: FactSource[] };
}

/** With fewer schools that have the measure there are no quarters and no mean to compare with [DESIGN]. */
export const FEWEST_SCHOOLS = 4;

/** What rounding may do to a threshold that equals a value: far below the step between any two real shares or means. */
const ROUNDING = 1e-12;

/**
 * The answers of all schools of a municipality to the criteria that have a rule, by school, in the order of the card and
 * only where the criterion applies to the school.
 */
export function deriveAnswers(
  instrument: InstrumentDefinition,
  schools: readonly SchoolEvidence[],
): Map<string, ComputedAnswer[]> {
  const answers = new Map(schools.map(({ schoolId }) => [schoolId, [] as ComputedAnswer[]]));
  for (const { criterion } of placedCriteria(instrument)) {
    const { rule } = criterion;
    if (!rule) continue;
    const asked = schools.filter(({ grades }) => applies(criterion.applicability, grades));
    const derived = rule.comparison
      ? compared(criterion, rule, rule.comparison, asked)
      : signsOf(criterion, rule, asked);
    for (const [schoolId, answer] of derived) answers.get(schoolId)?.push(answer);
  }
  return answers;
}

/** The criteria whose computed answer may change when facts of these kinds do. */
export function dependentCriteria(instrument: InstrumentDefinition, kinds: ReadonlySet<FactKind>): string[] {
  return placedCriteria(instrument).flatMap(({ criterion }) => {
    const depends = criterion.rule && MEASURES[criterion.rule.measure].kinds.some((kind) => kinds.has(kind));
    return depends ? [criterion.code] : [];
  });
}

type Derived = [schoolId: string, answer: ComputedAnswer][];

function signsOf(criterion: CriterionDefinition, rule: CriterionRule, asked: readonly SchoolEvidence[]): Derived {
  const schools = asked.filter(({ signs }) => signs.codes !== null).length;
  return asked.map(({ schoolId, signs }) => {
    const found = signs.codes && normalAnswer(criterion, signs.codes);
    return [
      schoolId,
      {
        criterion: criterion.code,
        answer: found,
        abstention: found === null ? 'NO_DATA' : null,
        measure: Array.isArray(found) ? found.length : null,
        threshold: null,
        n: null,
        schools,
        sources: signs.sources,
        rule,
      },
    ];
  });
}

function compared(
  criterion: CriterionDefinition,
  rule: CriterionRule,
  comparison: Comparison,
  asked: readonly SchoolEvidence[],
): Derived {
  const measurements = asked.map(({ schoolId, facts }) => ({
    schoolId,
    ...measured(rule.measure, facts, rule.minimumN),
  }));
  const { threshold, schools, ...held } = heldAgainst(comparison, measurements);
  return measurements.map(({ schoolId, value, n, sources, ...school }) => {
    const abstention = school.abstention ?? held.abstention;
    const answer: Answer = abstention !== null ? null : held.holds(value) ? 'yes' : 'no';
    const code = criterion.code;
    return [schoolId, { criterion: code, answer, abstention, measure: value, threshold, n, schools, sources, rule }];
  });
}

interface Held {
  threshold: number | null;
  /** schools that have the measure */
  schools: number;
  abstention: 'TOO_FEW_SCHOOLS' | null;
  holds: (value: number | null) => boolean;
}

/** What the values are held against. A value that is not there (and is not missing either) is never bad. */
function heldAgainst(comparison: Comparison, measurements: readonly Measurement[]): Held {
  const known = measurements.flatMap(({ value, n }) => (value === null ? [] : [{ value, n }]));
  const schools = known.length;
  if (comparison.kind !== 'FIXED' && schools < FEWEST_SCHOOLS) {
    return { threshold: null, schools, abstention: 'TOO_FEW_SCHOOLS', holds: () => false };
  }
  const threshold = effective(comparison, known);
  return {
    threshold,
    schools,
    abstention: null,
    holds: (value) => value !== null && threshold !== null && stands(value, comparison.operator, threshold),
  };
}

const stands = (value: number, operator: Operator, threshold: number) =>
  operator === '>=' ? value >= threshold - ROUNDING : value <= threshold + ROUNDING;

type Known = readonly { value: number; n: number | null }[];

/**
 * The threshold in the unit of the measure. A share of zero is never among the worst: where a quartile or mean to be
 * reached is 0, it is the smallest value above 0 that counts, and null when no school has any.
 */
function effective(comparison: Comparison, known: Known): number | null {
  const threshold = thresholdOf(comparison, known);
  const reachable = comparison.kind === 'FIXED' || comparison.operator === '<=' || threshold === null || threshold > 0;
  if (reachable) return threshold;
  const positive = known.flatMap(({ value }) => (value > 0 ? [value] : []));
  return positive.length === 0 ? null : Math.min(...positive);
}

function thresholdOf(comparison: Comparison, known: Known): number | null {
  const values = known.map(({ value }) => value);
  switch (comparison.kind) {
    case 'FIXED':
      return comparison.value;
    case 'QUARTILE':
      return quantile(values, comparison.quartile / 4);
    case 'MEAN':
      return weightedMean(known);
    case 'MEAN_SD': {
      const [mean, deviation] = [weightedMean(known), standardDeviation(values)];
      if (mean === null || deviation === null) return null;
      return mean + (comparison.operator === '>=' ? 1 : -1) * comparison.deviations * deviation;
    }
  }
}

/** The mean of all pupils together: schools weighted by the pupils behind their values (domain.md 8.1, «Trap»). */
function weightedMean(known: Known): number | null {
  let sum = 0;
  let weight = 0;
  for (const { value, n } of known) {
    sum += value * (n ?? 1);
    weight += n ?? 1;
  }
  return weight === 0 ? null : sum / weight;
}
