/** A rule, and why the portal abstains, as a methodist reads it; when two rules are one. */
import { formatNumber, NBSP } from '../russian';
import type { Abstention } from './computed-answer';
import { MEASURES, valueWords } from './measures';
import type { Comparison, CriterionRule, MeasureCode } from './rule';

export const ABSTENTION_WORDS: Record<Abstention, string> = {
  NO_DATA: 'данные не загружены или неполны',
  TOO_FEW_PUPILS: 'слишком мало участников, чтобы судить',
  TOO_FEW_SCHOOLS: 'слишком мало школ с данными, чтобы сравнивать',
};

/** «доля «2» на ОГЭ по русскому языку не меньше верхнего квартиля школ муниципалитета, участников не меньше 1» */
export function ruleWords({ measure, comparison, minimumN }: CriterionRule): string {
  const { name, counted } = MEASURES[measure];
  if (comparison === null) return `${name}: балл за каждый найденный признак`;
  const least = counted && minimumN > 0 ? `, ${counted} не${NBSP}меньше ${formatNumber(minimumN)}` : '';
  const stands = comparison.operator === '>=' ? `не${NBSP}меньше` : `не${NBSP}больше`;
  return `${name} ${stands} ${referenceWords(measure, comparison)}${least}`;
}

/** What the value is held against, in the genitive: «верхнего квартиля школ муниципалитета», «30,0 %». */
function referenceWords(measure: MeasureCode, comparison: Comparison): string {
  switch (comparison.kind) {
    case 'FIXED':
      return valueWords(measure, comparison.value);
    case 'QUARTILE':
      return `${comparison.quartile === 1 ? 'нижнего' : 'верхнего'} квартиля школ муниципалитета`;
    case 'MEAN':
      return 'среднего по муниципалитету';
    case 'MEAN_SD': {
      const sign = comparison.operator === '>=' ? 'плюс' : 'минус';
      return `среднего по муниципалитету ${sign} ${deviationWords(comparison.deviations)}`;
    }
  }
}

function deviationWords(deviations: number): string {
  return `${formatNumber(deviations, Number.isInteger(deviations) ? 0 : 1)}${NBSP}ст.${NBSP}откл.`;
}

/** Whether two rules say the same; a criterion without a rule has none. */
export function sameRule(one: CriterionRule | undefined, other: CriterionRule | undefined): boolean {
  if (!one || !other) return one === other;
  return (
    one.measure === other.measure && one.minimumN === other.minimumN && sameComparison(one.comparison, other.comparison)
  );
}

function sameComparison(one: Comparison | null, other: Comparison | null): boolean {
  if (!one || !other) return one === other;
  return one.kind === other.kind && one.operator === other.operator && figureOf(one) === figureOf(other);
}

/** The one number of a comparison that has one. */
function figureOf(comparison: Comparison): number | null {
  if (comparison.kind === 'FIXED') return comparison.value;
  if (comparison.kind === 'QUARTILE') return comparison.quartile;
  return comparison.kind === 'MEAN_SD' ? comparison.deviations : null;
}
