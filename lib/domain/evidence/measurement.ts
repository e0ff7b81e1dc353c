/** What a measure is, and how one is taken from facts: percentages always from counts of pupils, never from percentages. */
import type { Abstention } from './computed-answer';
import type { FactKind, FactSource, FactsOfYear, Sourced } from './facts';

/** SHARE 0…1, MARK 2…5, POINTS 0…100 (ЕГЭ), COUNT of pupils, results, places, people. */
export type MeasureUnit = 'SHARE' | 'MARK' | 'POINTS' | 'COUNT';

/**
 * A school's value. Both value and abstention null: the data are there and hold nothing of the kind (no elective subject
 * taken by enough pupils), so nothing of it can be bad.
 */
export interface Measurement {
  value: number | null;
  /** what stands behind the value, counted as `Measure.counted` says; null where the measure counts nobody */
  n: number | null;
  sources: FactSource[];
  abstention: Exclude<Abstention, 'TOO_FEW_SCHOOLS'> | null;
}

export interface Measure {
  /** «доля «2» на ОГЭ по русскому языку» */
  name: string;
  unit: MeasureUnit;
  kinds: readonly FactKind[];
  moreIsWorse: boolean;
  /** what n counts, in the genitive plural; null: n is always null */
  counted: 'участников' | 'результатов' | 'обучающихся' | 'педагогов' | null;
  /** where the value comes from, after «по данным» */
  data: string;
  measured: (facts: FactsOfYear, minimumN: number) => Measurement;
}

/** Nothing was loaded. */
export const NOTHING: Measurement = { value: null, n: null, sources: [], abstention: 'NO_DATA' };

/** The rows behind some facts, each once. */
export function sourcesOf(facts: readonly { source: FactSource }[]): FactSource[] {
  const rows = new Map(facts.map(({ source }) => [`${source.importId} ${source.row} ${source.sheet}`, source]));
  return [...rows.values()];
}

/** The sum of a figure over facts; null when there are none or one of them does not give it. */
export function total<Fact>(facts: readonly Fact[], figure: (fact: Fact) => number | null): number | null {
  if (facts.length === 0) return null;
  let sum = 0;
  for (const fact of facts) {
    const value = figure(fact);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** part / whole; null when either is unknown or the whole is nothing. */
export function share(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

/** A value taken from these facts: abstains without facts, with fewer than `minimumN` behind it, or without a figure. */
export function taken<Fact>(
  facts: readonly Sourced<Fact>[],
  value: number | null,
  n: number | null,
  minimumN: number,
): Measurement {
  if (facts.length === 0) return NOTHING;
  const sources = sourcesOf(facts);
  if (n !== null && n < minimumN) return { value: null, n, sources, abstention: 'TOO_FEW_PUPILS' };
  return { value, n, sources, abstention: value === null ? 'NO_DATA' : null };
}
