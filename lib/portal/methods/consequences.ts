/** What rests on the constants of a method and is stored: derived anew after they changed. */
import type { ScopedDatabase } from '@/lib/access/door';
import { deriveObjectivity } from '@/lib/portal/objectivity/commands';
import type { MethodPlace } from './queries';
import type { Method } from './schema';

/** Derives anew what is stored and rests on the method; the other methods are computed when they are read. */
export async function followChange(db: ScopedDatabase, method: Method, place: MethodPlace, now: Date): Promise<void> {
  if (method !== 'OBJECTIVITY') return;
  const municipalityIds = await municipalitiesOf(db, place);
  const years = await db.evidenceUnit.findMany({
    where: { state: 'IN_FORCE', municipalityId: { in: municipalityIds } },
    select: { schoolYear: true },
    distinct: ['schoolYear'],
  });
  await deriveObjectivity(db, { municipalityIds, schoolYears: years.map((unit) => unit.schoolYear) }, now);
}

/** The municipality itself, or all of the region: those with constants of their own find nothing changed. */
async function municipalitiesOf(db: ScopedDatabase, { regionId, municipalityId }: MethodPlace): Promise<string[]> {
  if (municipalityId) return [municipalityId];
  const municipalities = await db.municipality.findMany({ where: { regionId }, select: { id: true } });
  return municipalities.map(({ id }) => id);
}
