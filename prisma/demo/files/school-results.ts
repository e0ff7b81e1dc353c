/** All invented results that files tell of, by the autumn in which the school year began. */
import type { DemoCampaign } from '../campaigns';
import type { SchoolYearFigures } from '../figures';
import { FIRST_RESULTS_AUTUMN, LAST_RESULTS_AUTUMN, type Latent, latentPath } from '../latent-quality';
import { calendarDay } from '../moments';
import type { RandomSource } from '../random';
import { type Grades, schoolYearFigures } from '../school-year';
import { type DemoSchool, identityOn } from '../schools';
import { reportedFigures } from './reported';

/** ВПР began in the school year 2015-2016; files of the whole region begin with it. */
export const FIRST_VPR_AUTUMN = 2015;

export interface SchoolResults {
  school: DemoSchool;
  autumn: number;
  grades: Grades;
  figures: SchoolYearFigures;
  /** how well the school teaches, without the luck of a single year: mostly the mean of all years */
  steadyQuality: number;
  /** the municipality whose campaign counts these results; null: no card does */
  countedIn: string | null;
}

/** How much of the quality of the years near by is seen: classes of neighbouring years hardly differ. */
const OF_THESE_YEARS = 0.15;

function steady(path: ReadonlyMap<number, Latent>, autumn: number): number {
  const meanOf = (years: readonly [number, Latent][]) =>
    years.reduce((sum, [, { quality }]) => sum + quality, 0) / years.length;
  const near = [...path].filter(([year]) => Math.abs(year - autumn) <= 2);
  return OF_THESE_YEARS * meanOf(near) + (1 - OF_THESE_YEARS) * meanOf([...path]);
}

const placeKey = (autumn: number, school: DemoSchool) => `${autumn}/${school.code}`;

/** By autumn the schools in the order of codes: the whole region since ВПР exists, before it those with cards. */
export function demoResults(
  schools: readonly DemoSchool[],
  campaigns: readonly DemoCampaign[],
  draw: RandomSource,
): Map<number, SchoolResults[]> {
  const counted = new Map(
    campaigns.flatMap(({ autumn, municipality, schools: asked }) =>
      asked.map((school) => [placeKey(autumn - 1, school), municipality.code]),
    ),
  );
  const results = new Map<number, SchoolResults[]>();
  for (let autumn = FIRST_RESULTS_AUTUMN; autumn <= LAST_RESULTS_AUTUMN; autumn += 1) results.set(autumn, []);
  for (const school of schools) {
    const path = latentPath(school, draw);
    for (const [autumn, latent] of path) {
      const firstDay = calendarDay(autumn, 9, 1);
      const countedIn = counted.get(placeKey(autumn, school)) ?? null;
      const open = school.closedOn === null || school.closedOn > firstDay;
      if (!open || (countedIn === null && autumn < FIRST_VPR_AUTUMN)) continue;
      results.get(autumn)?.push({
        school,
        autumn,
        grades: identityOn(school, firstDay).grades,
        figures: reportedFigures(school, autumn, schoolYearFigures(school, autumn, latent, draw)),
        steadyQuality: steady(path, autumn),
        countedIn,
      });
    }
  }
  return results;
}
