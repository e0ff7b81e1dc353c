/** What a hand does to the rule by which data answer a criterion. */
import { MEASURES } from '@/lib/domain/evidence/measures';
import {
  type Comparison,
  type CriterionRule,
  MEASURE_CODES,
  type MeasureCode,
  type Operator,
} from '@/lib/domain/evidence/rule';
import type { CriterionType } from '@/lib/domain/instrument';
import { capitalised } from '@/lib/domain/russian';

/** With fewer pupils one of them is more than a fifth of a share [DESIGN]. */
const USUAL_MINIMUM = 5;

/** What a value is held against, as one choice of a list. */
export const REFERENCES = {
  FIXED: 'с числом',
  Q1: 'с нижним квартилем школ',
  Q3: 'с верхним квартилем школ',
  MEAN: 'со средним по муниципалитету',
  MEAN_SD: 'со средним ± стандартные отклонения',
} as const;
export type Reference = keyof typeof REFERENCES;

export const OPERATORS: Record<Operator, string> = { '>=': 'не меньше', '<=': 'не больше' };

/** Measures that are compared, under the data they come from. */
export function measuresBySource(): { source: string; measures: { value: MeasureCode; label: string }[] }[] {
  const compared = MEASURE_CODES.filter((code) => code !== 'OBJECTIVITY_SIGNS');
  return [...Map.groupBy(compared, (code) => MEASURES[code].data)].map(([source, codes]) => ({
    source: `По данным ${source}`,
    measures: codes.map((value) => ({ value, label: capitalised(MEASURES[value].name) })),
  }));
}

/** The signs are found by the portal and counted as they are. */
export const SIGNS_RULE: CriterionRule = { measure: 'OBJECTIVITY_SIGNS', comparison: null, minimumN: 0 };

/** The rule that one begins with: the worst quarter of schools; for what is counted one case, or none at all. */
export function newRule(measure: MeasureCode): CriterionRule {
  const { unit, moreIsWorse, counted } = MEASURES[measure];
  const operator = moreIsWorse ? '>=' : '<=';
  const comparison: Comparison =
    unit === 'COUNT'
      ? { kind: 'FIXED', operator, value: moreIsWorse ? 1 : 0 }
      : { kind: 'QUARTILE', operator, quartile: moreIsWorse ? 3 : 1 };
  return { measure, comparison, minimumN: counted ? USUAL_MINIMUM : 0 };
}

export function referenceOf(comparison: Comparison): Reference {
  return comparison.kind === 'QUARTILE' ? (comparison.quartile === 1 ? 'Q1' : 'Q3') : comparison.kind;
}

/** The comparison held against something else, with the same direction. */
export function heldAgainst(reference: Reference, { operator }: Comparison): Comparison {
  switch (reference) {
    case 'FIXED':
      return { kind: 'FIXED', operator, value: 0 };
    case 'Q1':
    case 'Q3':
      return { kind: 'QUARTILE', operator, quartile: reference === 'Q1' ? 1 : 3 };
    case 'MEAN':
      return { kind: 'MEAN', operator };
    case 'MEAN_SD':
      return { kind: 'MEAN_SD', operator, deviations: 1 };
  }
}

/** A rule as a criterion of this type can have it: signs are counted, everything else is compared. */
export function ruleFor(type: CriterionType, rule: CriterionRule | undefined): CriterionRule | undefined {
  return rule && (type === 'SIGN_COUNT') === (rule.measure === 'OBJECTIVITY_SIGNS') ? rule : undefined;
}

const isShare = (measure: MeasureCode) => MEASURES[measure].unit === 'SHARE';

/** A threshold as it is typed: percent of a share, everything else as it is. */
export function typedThreshold(measure: MeasureCode, value: number): string {
  return typedNumber(isShare(measure) ? Number((value * 100).toFixed(6)) : value);
}

/** The threshold out of what was typed; null: no number. */
export function thresholdOf(measure: MeasureCode, text: string): number | null {
  const number = numberOf(text);
  return number !== null && isShare(measure) ? Number((number / 100).toFixed(8)) : number;
}

export const unitOf = (measure: MeasureCode): string =>
  ({ SHARE: '%', MARK: 'отметка', POINTS: 'баллов', COUNT: 'число' })[MEASURES[measure].unit];

export const typedNumber = (value: number): string => String(value).replace('.', ',');

/** A number as people write it, «1 234,5»; null where it is none. */
export function numberOf(text: string): number | null {
  const plain = text.replace(/[\s\u00a0%]/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
