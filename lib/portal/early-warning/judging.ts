/** Forecasts of one year for the schools that are not on its list. */
import {
  ALARM_CHANCE,
  chanceOf,
  type ForecastLine,
  forecastSums,
  type History,
} from '@/lib/domain/early-warning/forecast';
import { nextSchoolYear, previousSchoolYear } from '@/lib/domain/school-year';
import type { YearCard } from './reading';

export interface ForecastOfSchool {
  card: YearCard;
  /** the oldest first */
  sums: readonly [number, number, number];
  forecast: number;
  threshold: number;
  /** 0..1 */
  chance: number;
  alarm: boolean;
  next: number | null;
}

/** All histories that end in each school year. */
export function cohortsOf(cards: readonly YearCard[]): Map<string, History[]> {
  const byName = new Map(cards.map((card) => [`${card.schoolId} ${card.schoolYear}`, card.negativeSum]));
  const sumOf = (schoolId: string, year: string) => byName.get(`${schoolId} ${year}`) ?? null;
  return new Map(
    [...Map.groupBy(cards, (card) => card.schoolYear)].map(([year, own]) => [
      year,
      own.flatMap(({ schoolId, cityId, negativeSum }) => {
        const second = sumOf(schoolId, previousSchoolYear(year));
        const first = sumOf(schoolId, previousSchoolYear(previousSchoolYear(year)));
        return first === null || second === null
          ? []
          : [
              {
                schoolId,
                cityId,
                sums: [first, second, negativeSum] as const,
                next: sumOf(schoolId, nextSchoolYear(year)),
              },
            ];
      }),
    ]),
  );
}

/** The forecast of every school with three years that is not on the year's list. */
export function forecastsOf(
  line: ForecastLine,
  cohort: readonly History[],
  cards: ReadonlyMap<string, YearCard>,
): ForecastOfSchool[] {
  const expected = forecastSums(line, cohort);
  return cohort.flatMap(({ schoolId, sums, next }) => {
    const card = cards.get(schoolId);
    const forecast = expected.get(schoolId);
    if (!card || card.listed || card.threshold === null || forecast === undefined) return [];
    const chance = chanceOf(forecast, card.threshold, line.spread);
    return [{ card, sums, forecast, threshold: card.threshold, chance, alarm: chance >= ALARM_CHANCE, next }];
  });
}
