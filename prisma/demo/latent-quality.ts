/**
 * What stands behind a school's results and is never shown: how well it teaches, in what conditions, how leniently it
 * marks. Everything else is drawn around these three, so that a weak school is weak in several sources.
 */

import { calendarDay } from './moments';
import type { RandomSource } from './random';
import { type DemoSchool, identityOn } from './schools';

/** All in standard deviations over the region's schools; + is better (quality, conditions), + is more lenient (leniency). */
export interface Latent {
  quality: number;
  conditions: number;
  leniency: number;
}

export const FIRST_RESULTS_AUTUMN = 2009;
export const LAST_RESULTS_AUTUMN = 2019;

/** From year to year 0.9 of a school's own deviation stays: slow drift (first-order autoregression). */
const STAYS = 0.9;
const DRIFT_SD = 0.45;
/** The luck of one year, common to all sources: sums of neighbouring years correlate by about 0.6. */
const YEAR_SD = 0.55;
const SELECTIVE_ADVANTAGE = 1.1;
const TOWN_ADVANTAGE = 0.2;

/** The latent values by the autumn in which the school year began, 2009 … 2019. */
export function latentPath(school: DemoSchool, draw: RandomSource): Map<number, Latent> {
  const random = draw('latent', school.code);
  const better = (value: number) => (school.spared ? 0.2 + Math.abs(value) : value);
  const quality = better(random.normal());
  const conditions = better(0.55 * quality + 0.85 * random.normal());
  const leniency = -0.3 * quality + 0.95 * random.normal();

  const path = new Map<number, Latent>();
  let deviation = DRIFT_SD * random.normal();
  for (let autumn = FIRST_RESULTS_AUTUMN; autumn <= LAST_RESULTS_AUTUMN; autumn += 1) {
    const { level } = identityOn(school, calendarDay(autumn, 9, 1));
    const selective = level === 'GYMNASIUM' || level === 'LYCEUM' ? SELECTIVE_ADVANTAGE : 0;
    path.set(autumn, {
      quality: quality + deviation + selective + (school.urban ? TOWN_ADVANTAGE : 0) + YEAR_SD * random.normal(),
      conditions: conditions + 0.5 * selective + 0.12 * random.normal(),
      leniency: leniency + 0.35 * random.normal(),
    });
    deviation = STAYS * deviation + DRIFT_SD * Math.sqrt(1 - STAYS ** 2) * random.normal();
  }
  return path;
}
