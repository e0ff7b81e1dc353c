/** Early warning in drawn regions: sums whose true level is known, forecast and judged year by year as the portal does. */
import { type BackTest, backTest, type Judged } from '@/lib/domain/early-warning/back-test';
import { ALARM_CHANCE, chanceOf, fitForecast, forecastSums, type History } from '@/lib/domain/early-warning/forecast';
import { uniformOf } from '@/lib/domain/objectivity/random';
import { mean } from '@/lib/domain/statistics';

export interface DrawnRegion {
  cities: number;
  schoolsPerCity: number;
  /** the list of a year: so many highest sums of each city */
  listedPerCity: number;
  /** correlation of a school's sums from year to year, 0..1 */
  reliability: number;
  runs: number;
}

export interface DrawnTest {
  forecast: BackTest;
  naive: BackTest;
  highest: BackTest;
  /** by the chance that was said: its mean and the share that reached the threshold, 0..1 */
  calibration: { n: number; said: number | null; reached: number | null }[];
}

/** Shares, 0..1: from, below. */
export const CALIBRATION_BINS = [
  [0, 0.1],
  [0.1, 0.3],
  [0.3, 0.5],
  [0.5, 1],
] as const;

const YEARS = 10;
/** Points: mean and spread as in the demonstration region, and the sum from which its rule proposes. */
const [MEAN_SUM, SPREAD, THRESHOLD] = [8, 4, 11];

interface Case {
  forecast: Judged;
  naive: Judged;
  highest: Judged;
}

export function testedByDrawing(plan: DrawnRegion): DrawnTest {
  const cases = Array.from({ length: plan.runs }, (_, run) => casesOf(plan, run)).flat();
  return {
    forecast: backTest(cases.map((one) => one.forecast)),
    naive: backTest(cases.map((one) => one.naive)),
    highest: backTest(cases.map((one) => one.highest)),
    calibration: CALIBRATION_BINS.map(([low, high]) => {
      const own = cases.filter(({ forecast: { chance } }) => chance >= low && (chance < high || high === 1));
      return {
        n: own.length,
        said: mean(own.map(({ forecast }) => forecast.chance)),
        reached: mean(own.map(({ forecast }) => (forecast.reached ? 1 : 0))),
      };
    }),
  };
}

interface DrawnSchool {
  schoolId: string;
  cityId: string;
  sums: number[];
}

function casesOf(plan: DrawnRegion, run: number): Case[] {
  const schools = drawnSchools(plan, run);
  const cohort = (year: number): History[] =>
    schools.map(({ schoolId, cityId, sums }) => ({
      ...{ schoolId, cityId },
      sums: [sums[year - 2] ?? 0, sums[year - 1] ?? 0, sums[year] ?? 0],
      next: sums[year + 1] ?? null,
    }));
  const years = Array.from({ length: YEARS - 3 }, (_, at) => at + 2);
  return years.flatMap((year) => {
    const line = fitForecast(years.filter((one) => one < year).map(cohort));
    if (!line) return [];
    const now = cohort(year);
    const expected = forecastSums(line, now);
    const listed = listOf(now, plan.listedPerCity);
    const open = now
      .filter(({ schoolId }) => !listed.has(schoolId))
      .map((school) => ({ school, chance: chanceOf(expected.get(school.schoolId) ?? 0, THRESHOLD, line.spread) }));
    const alarms = open.filter(({ chance }) => chance >= ALARM_CHANCE).length;
    const highest = new Set([...open].sort((a, b) => b.school.sums[2] - a.school.sums[2]).slice(0, alarms));
    return open.map((one): Case => {
      const reached = (one.school.next ?? 0) >= THRESHOLD;
      const said = (alarm: boolean): Judged => ({ chance: alarm ? 1 : 0, alarm, reached });
      return {
        forecast: { chance: one.chance, alarm: one.chance >= ALARM_CHANCE, reached },
        naive: said(one.school.sums[2] >= THRESHOLD),
        highest: said(highest.has(one)),
      };
    });
  });
}

function listOf(schools: readonly History[], perCity: number): Set<string> {
  const cities = [...Map.groupBy(schools, ({ cityId }) => cityId).values()];
  return new Set(
    cities.flatMap((own) =>
      [...own]
        .sort((a, b) => b.sums[2] - a.sums[2])
        .slice(0, perCity)
        .map(({ schoolId }) => schoolId),
    ),
  );
}

function drawnSchools({ cities, schoolsPerCity, reliability }: DrawnRegion, run: number): DrawnSchool[] {
  const uniform = uniformOf([run, cities, schoolsPerCity, Math.round(reliability * 1000)]);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const [lasting, passing] = [Math.sqrt(reliability), Math.sqrt(1 - reliability)];
  return Array.from({ length: cities }, (_, city) =>
    Array.from({ length: schoolsPerCity }, (_, index) => {
      const level = lasting * normal();
      const sum = () => Math.max(0, Math.round(MEAN_SUM + SPREAD * (level + passing * normal())));
      return { schoolId: `${city}-${index}`, cityId: `${city}`, sums: Array.from({ length: YEARS }, sum) };
    }),
  ).flat();
}
