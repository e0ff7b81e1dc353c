/** Every measure that a rule may name. */
import { formatNumber, formatPercent, NBSP, NO_VALUE, plural } from '../russian';
import { ATTAINMENT_MEASURES } from './attainment-measures';
import { CONTEXT_MEASURES } from './context-measures';
import { EXAM_MEASURES } from './exam-measures';
import type { FactKind, FactsOfYear } from './facts';
import { type Measure, type Measurement, NOTHING } from './measurement';
import type { MeasureCode } from './rule';

export type { Measure, Measurement, MeasureUnit } from './measurement';

/** What the signs of biased results are found in: domain.md 2.4 (S1 is dropped where ЕГЭ confirms the result). */
const SIGN_KINDS: readonly FactKind[] = [
  'VPR_MARKS',
  'VPR_SCORES',
  'VPR_SCALE',
  'VPR_JOURNAL',
  'VPR_TASKS',
  'FIOKO_MARKERS',
  'MEDALS',
  'OGE_JOURNAL',
  'GIA_AGGREGATE',
];

export const MEASURES: Readonly<Record<MeasureCode, Measure>> = {
  ...EXAM_MEASURES,
  ...ATTAINMENT_MEASURES,
  ...CONTEXT_MEASURES,
  /** found by lib/domain/objectivity over all schools together, never taken from the facts of one */
  OBJECTIVITY_SIGNS: {
    name: 'число признаков необъективности',
    unit: 'COUNT',
    kinds: SIGN_KINDS,
    moreIsWorse: true,
    counted: null,
    data: 'федеральных оценочных процедур',
    measured: () => NOTHING,
  },
};

/** The school's value of a measure; null and an abstention where facts are missing, never 0. */
export function measured(code: MeasureCode, facts: FactsOfYear, minimumN: number): Measurement {
  return MEASURES[code].measured(facts, minimumN);
}

/** «12,5 %», «3,85», «41,2 балла», «2»; «—» where there is no value. */
export function valueWords(measure: MeasureCode, value: number | null): string {
  if (value === null) return NO_VALUE;
  switch (MEASURES[measure].unit) {
    case 'SHARE':
      return formatPercent(value);
    case 'MARK':
      return formatNumber(value, 2);
    case 'POINTS':
      return pointsWords(value);
    case 'COUNT':
      return formatNumber(value, Number.isInteger(value) ? 0 : 1);
  }
}

/** One decimal where there is one: «41,2 балла», «41 балл». */
function pointsWords(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return `${formatNumber(rounded, Number.isInteger(rounded) ? 0 : 1)}${NBSP}${plural(rounded, 'балл', 'балла', 'баллов')}`;
}
