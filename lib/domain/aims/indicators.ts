/** Indicators of a municipality's cycle: those that the portal computes, and what a target and a forecast say of them. */
import { quantile } from '../statistics';

export type IndicatorUnit = 'PERCENT' | 'POINTS' | 'COUNT';

export interface IndicatorKind {
  title: string;
  unit: IndicatorUnit;
  /** whether a higher value is the better one */
  moreIsBetter: boolean;
  /** from what it is computed, in words */
  source: string;
}

/** Our own set along the groups of domain.md 6 (finding schools, their dynamics, help, networks); values as `unit` says. */
export const INDICATORS = {
  coverage: {
    title: 'Школы, карты которых приняты',
    unit: 'PERCENT',
    moreIsBetter: true,
    source: 'принятые диагностические карты кампании, доля всех школ кампании',
  },
  flagged: {
    title: 'Школы в списке школ с низкими результатами',
    unit: 'PERCENT',
    moreIsBetter: false,
    source: 'действующий утверждённый список, доля всех школ кампании',
  },
  'mean-sum': {
    title: 'Средняя сумма отрицательных критериев',
    unit: 'POINTS',
    moreIsBetter: false,
    source: 'принятые карты кампании, баллов на школу',
  },
  grounded: {
    title: 'Баллы, вычисленные по данным или проверенные МОЦ',
    unit: 'PERCENT',
    moreIsBetter: true,
    source: 'принятые карты кампании, доля всех баллов',
  },
  'oge-fails': {
    title: 'Школы, где есть не сдавшие ОГЭ',
    unit: 'PERCENT',
    moreIsBetter: false,
    source: 'загруженные итоги ОГЭ прошлого учебного года, доля школ с данными',
  },
  programmes: {
    title: 'Школы списка с действующей программой перехода',
    unit: 'PERCENT',
    moreIsBetter: true,
    source: 'программы в состояниях «утверждена», «выполняется», «завершена», доля школ списка',
  },
  recommendations: {
    title: 'Исполненные адресные рекомендации',
    unit: 'PERCENT',
    moreIsBetter: true,
    source: 'выданные рекомендации года, доля проверенных МОЦ как исполненные',
  },
  events: {
    title: 'Мероприятия с участием школ списка',
    unit: 'COUNT',
    moreIsBetter: true,
    source: 'проведённые мероприятия года, где отмечена хотя бы одна школа списка',
  },
  left: {
    title: 'Школы, вышедшие из списка прошлого года',
    unit: 'PERCENT',
    moreIsBetter: true,
    source: 'утверждённые списки двух лет, доля школ прошлогоднего списка',
  },
} as const satisfies Record<string, IndicatorKind>;

export type IndicatorCode = keyof typeof INDICATORS;
export const INDICATOR_CODES = Object.keys(INDICATORS) as IndicatorCode[];
export const isIndicatorCode = (text: string): text is IndicatorCode => Object.hasOwn(INDICATORS, text);

/**
 * A value from its parts: percent 0..100, points a piece, or the count itself; null when there is nothing to divide by
 * (no schools, no list, no data), which is not zero.
 */
export function indicatorValue(unit: IndicatorUnit, part: number, whole: number): number | null {
  if (unit === 'COUNT') return part;
  if (whole <= 0) return null;
  return unit === 'PERCENT' ? (100 * part) / whole : part / whole;
}

export type TargetState = 'NO_TARGET' | 'NO_FACT' | 'REACHED' | 'NOT_REACHED';

/** Whether the fact has reached the target; a fact that equals it has. */
export function targetState(fact: number | null, target: number | null, moreIsBetter: boolean): TargetState {
  if (target === null) return 'NO_TARGET';
  if (fact === null) return 'NO_FACT';
  const reached = moreIsBetter ? fact >= target - 1e-9 : fact <= target + 1e-9;
  return reached ? 'REACHED' : 'NOT_REACHED';
}

/** Years of facts that a forecast needs at least. */
export const FEWEST_YEARS = 3;
/** Years of facts that a forecast looks at: older ones tell of other schools. */
export const FORECAST_YEARS = 5;

/**
 * What next year would bring if the facts went on as they did: Theil–Sen line (the median of all slopes between two years,
 * laid through the median point), so that one odd year does not bend it. `series` is by year, oldest first, null where
 * there is no fact; the result stays within 0..100 for percent and is never below 0. null with fewer than three facts or
 * without a fact in the last year. Our own proposal, no part of the official assessment.
 */
export function forecast(series: readonly (number | null)[], unit: IndicatorUnit): number | null {
  const points = series.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  if (points.length < FEWEST_YEARS || series.at(-1) === null) return null;
  const slopes = points.flatMap((one, index) =>
    points.slice(index + 1).map((other) => (other.value - one.value) / (other.at - one.at)),
  );
  const slope = quantile(slopes, 0.5) ?? 0;
  const level =
    quantile(
      points.map(({ at, value }) => value - slope * at),
      0.5,
    ) ?? 0;
  const next = level + slope * series.length;
  return Math.max(0, unit === 'PERCENT' ? Math.min(100, next) : next);
}
