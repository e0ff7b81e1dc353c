/** How states and figures of the cycle are said, on pages and in the evidence pack alike. */
import { formatNumber, NBSP, NO_VALUE } from '../russian';
import type { PositionState } from './completeness';
import type { IndicatorUnit, TargetState } from './indicators';

export const STATE_WORDS: Record<PositionState, string> = {
  EMPTY: 'Не начато',
  PARTIAL: 'Заполнено частично',
  COMPLETE: 'Заполнено',
};

export const TARGET_WORDS: Record<TargetState, string> = {
  NO_TARGET: 'План не задан',
  NO_FACT: 'Нет данных',
  REACHED: 'План выполнен',
  NOT_REACHED: 'План не выполнен',
};

export const UNIT_WORDS: Record<IndicatorUnit, string> = { PERCENT: '%', POINTS: 'балл', COUNT: 'шт.' };

/** «18,6 %», «4,2», «6»; no value is a dash. */
export function indicatorFigure(value: number | null, unit: IndicatorUnit): string {
  if (value === null) return NO_VALUE;
  if (unit === 'PERCENT') return `${formatNumber(value, 1)}${NBSP}%`;
  return formatNumber(value, unit === 'POINTS' || !Number.isInteger(value) ? 1 : 0);
}
