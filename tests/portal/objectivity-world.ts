/** A city with results of ВПР: eight schools without a sign and one whose near misses stand on the boundaries. */

import { forSystem } from '@/lib/access/door';
import type { PrismaClient } from '@/lib/db/generated/client';
import { deriveObjectivity } from '@/lib/portal/objectivity/commands';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { appliedImport, putFacts } from './evidence-units';

export const YEAR = '2019-2020';
export const WORK = { grade: 5, subject: 'Математика' };
export const SCALE = { ...WORK, from3: 7, from4: 11, from5: 15, maximum: 20 };
const HONEST = 8;

export interface ObjectivityWorld {
  world: World;
  importId: string;
  honest: SchoolWithCard[];
  /** the school with the peaks */
  peaked: SchoolWithCard;
}

/** A smooth distribution of 100 pupils or so around 11 points; `shift` lets schools differ a little. */
export function smooth(shift = 0): number[] {
  return Array.from({ length: SCALE.maximum + 1 }, (_, score) =>
    Math.round(12 * Math.exp(-((score - 11 - shift) ** 2) / 32)),
  );
}

/** The same with most near misses lifted onto the boundaries. */
export function lifted(): number[] {
  const pupils = smooth();
  for (const boundary of [SCALE.from3, SCALE.from4, SCALE.from5]) {
    for (const under of [1, 2]) {
      const moved = Math.round((pupils[boundary - under] ?? 0) * 0.8);
      pupils[boundary - under] = (pupils[boundary - under] ?? 0) - moved;
      pupils[boundary] = (pupils[boundary] ?? 0) + moved;
    }
  }
  return pupils;
}

export async function newObjectivityWorld(owner: PrismaClient): Promise<ObjectivityWorld> {
  const world = await newWorld();
  const { regionId, city } = world;
  const region = { regionId, municipalityId: null, schoolYear: YEAR };
  const importId = await appliedImport(owner, region);
  await putFacts(owner, importId, { ...region, schoolId: null }, 'VPR_SCALE', [SCALE]);
  const regional = smooth().map((count) => count * 50);
  await putFacts(owner, importId, { ...region, schoolId: null }, 'VPR_SCORES', [{ ...WORK, pupils: regional }]);
  const honest: SchoolWithCard[] = [];
  for (let at = 0; at < HONEST; at += 1) honest.push(await world.school());
  const peaked = await world.school();
  const place = { regionId, municipalityId: city.municipalityId, schoolYear: YEAR };
  for (const [at, school] of [...honest, peaked].entries()) {
    const pupils = school === peaked ? lifted() : smooth((at - HONEST / 2) / 8);
    await putFacts(owner, importId, { ...place, schoolId: school.schoolId }, 'VPR_SCORES', [{ ...WORK, pupils }]);
  }
  return { world, importId, honest, peaked };
}

/** Derives the city's signs of the year anew, as an import does in its transaction. */
export function derive({ world }: ObjectivityWorld, schoolYear = YEAR, now = NOW) {
  return forSystem('derivation', (db) =>
    deriveObjectivity(db, { municipalityIds: [world.city.municipalityId], schoolYears: [schoolYear] }, now),
  );
}
