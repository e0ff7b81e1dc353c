/** What rests on the constants of a method and is stored: derived anew after they changed. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { deriveAfterSigns } from '@/lib/portal/evidence/commands';
import { deriveObjectivity } from '@/lib/portal/objectivity/commands';
import type { MethodPlace } from './queries';
import type { Method } from './schema';

/** Derives anew what is stored and rests on the method; the other methods are computed when they are read. */
export async function followChange(
  db: ScopedDatabase,
  viewer: Viewer,
  { method, place }: { method: Method; place: MethodPlace },
  now: Date,
): Promise<void> {
  if (method !== 'OBJECTIVITY') return;
  const municipalityIds = await municipalitiesOf(db, place);
  const years = await db.evidenceUnit.findMany({
    where: { state: 'IN_FORCE', municipalityId: { in: municipalityIds } },
    select: { schoolYear: true },
    distinct: ['schoolYear'],
  });
  const schoolYears = years.map((unit) => unit.schoolYear);
  const changed = await deriveObjectivity(db, { municipalityIds, schoolYears }, now);
  await deriveAfterSigns(db, changed, now, viewer);
}

/** The municipality itself, or all of the region: those with constants of their own find nothing changed. */
async function municipalitiesOf(db: ScopedDatabase, { regionId, municipalityId }: MethodPlace): Promise<string[]> {
  if (municipalityId) return [municipalityId];
  const municipalities = await db.municipality.findMany({ where: { regionId }, select: { id: true } });
  return municipalities.map(({ id }) => id);
}
