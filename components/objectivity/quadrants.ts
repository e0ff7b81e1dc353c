/** «Результат × доверие»: four kinds of school by what support they ask for [DESIGN]. */
import { quantile } from '@/lib/domain/statistics';
import type { PlanePoint } from '@/lib/portal/objectivity/views';

/** What lies across the plane: the negative sum of the card, or the mean mark of ВПР. */
export type PlaneMeasure = 'sum' | 'mark';

export type Quadrant = 'LOW_TRUSTED' | 'LOW_DOUBTFUL' | 'GOOD_TRUSTED' | 'GOOD_DOUBTFUL';

export const QUADRANTS: readonly { code: Quadrant; name: string; support: string }[] = [
  {
    code: 'LOW_TRUSTED',
    name: 'Низкий результат, данным можно верить',
    support: 'Нужна помощь в обучении: дефициты видны прямо в результатах, программу можно строить на них.',
  },
  {
    code: 'LOW_DOUBTFUL',
    name: 'Низкий результат, данные требуют анализа',
    support: 'Сначала перепроверка и культура оценивания: настоящий результат может быть ещё ниже.',
  },
  {
    code: 'GOOD_DOUBTFUL',
    name: 'Хороший результат, данные требуют анализа',
    support:
      'Помощь с оцениванием: независимая проверка, обучение экспертов, работа с журналом. Не повод для похвалы и не вывод о школе.',
  },
  {
    code: 'GOOD_TRUSTED',
    name: 'Хороший результат, данным можно верить',
    support: 'Возможный партнёр: у школы есть чему поучиться.',
  },
];

/** A school with both coordinates: 0 the worst result, 1 the best; trust 0…1. */
export interface PlacedPoint extends PlanePoint {
  result: number;
  trustValue: number;
  quadrant: Quadrant;
}

export interface Plane {
  placed: PlacedPoint[];
  /** schools for which one of the two is not known */
  apart: PlanePoint[];
  /** the lines between the quadrants: the middle school of the municipality */
  middle: { result: number; trust: number } | null;
}

/** Marks of ВПР run from 2 to 5. */
const [WORST_MARK, MARKS] = [2, 3];

/** The result of a school from 0 (worst) to 1 (best); null when it is not known. */
function resultOf({ negativeSum, maximum, meanMark }: PlanePoint, measure: PlaneMeasure): number | null {
  if (measure === 'mark') return meanMark === null ? null : (meanMark - WORST_MARK) / MARKS;
  return negativeSum === null || !maximum ? null : 1 - negativeSum / maximum;
}

/** Schools on the plane; the lines run through the medians, so that both halves hold as many schools. */
export function planeOf(points: readonly PlanePoint[], measure: PlaneMeasure): Plane {
  const known = points.flatMap((point) => {
    const result = resultOf(point, measure);
    const trustValue = point.trust.value;
    return result === null || trustValue === null ? [] : [{ ...point, result, trustValue }];
  });
  const names = new Set(known.map((point) => point.schoolId));
  const apart = points.filter((point) => !names.has(point.schoolId));
  const result = quantile(
    known.map((point) => point.result),
    0.5,
  );
  const trust = quantile(
    known.map((point) => point.trustValue),
    0.5,
  );
  if (result === null || trust === null) return { placed: [], apart, middle: null };
  const placed = known.map((point) => ({
    ...point,
    quadrant: `${point.result < result ? 'LOW' : 'GOOD'}_${point.trustValue < trust ? 'DOUBTFUL' : 'TRUSTED'}` as const,
  }));
  return { placed, apart, middle: { result, trust } };
}
