/** Signs found anew after facts or constants changed: what is stored is always what the rules say of the facts in force. */
import { isDeepStrictEqual } from 'node:util';
import type { ScopedDatabase } from '@/lib/access/door';
import type { Prisma } from '@/lib/db/generated/client';
import type { FactKind } from '@/lib/domain/evidence/facts';
import { objectivityOutcomes } from '@/lib/domain/objectivity/evaluate';
import type { ObjectivityOutcome } from '@/lib/domain/objectivity/signs';
import { nextSchoolYear } from '@/lib/domain/school-year';
import { methodSettings } from '@/lib/portal/methods/queries';
import { factsOfSchools, OBJECTIVITY_KINDS, referenceFacts, schoolsOfYear } from './facts-of-schools';

/** What changed: whose facts, of which years, of which kinds (undefined: all of them, or the constants). */
export interface ChangedFacts {
  municipalityIds: readonly string[];
  schoolYears: readonly string[];
  kinds?: readonly FactKind[] | undefined;
}

/** A school whose signs of a year are others than before. */
export interface ChangedSigns {
  schoolId: string;
  municipalityId: string;
  schoolYear: string;
}

/**
 * Finds the signs of the municipalities and years anew and stores those that changed. Results of ВПР are looked back at
 * a year later (S3), so the following year is found anew with them. Runs in the caller's transaction with the whole
 * installation in sight; gives the schools whose signs changed, by year.
 */
export async function deriveObjectivity(
  db: ScopedDatabase,
  { municipalityIds, schoolYears, kinds = OBJECTIVITY_KINDS }: ChangedFacts,
  now: Date,
): Promise<ChangedSigns[]> {
  if (!kinds.some((kind) => OBJECTIVITY_KINDS.includes(kind))) return [];
  const lookedBackAt = kinds.some((kind) => kind.startsWith('VPR_'));
  const years = new Set(schoolYears.flatMap((year) => (lookedBackAt ? [year, nextSchoolYear(year)] : [year])));
  const municipalities = await db.municipality.findMany({
    where: { id: { in: [...municipalityIds] } },
    select: { id: true, regionId: true },
    orderBy: { id: 'asc' },
  });
  const changed: ChangedSigns[] = [];
  for (const { id: municipalityId, regionId } of municipalities) {
    await lockSigns(db, municipalityId);
    const { values } = await methodSettings(db, 'OBJECTIVITY', { regionId, municipalityId });
    for (const schoolYear of [...years].sort()) {
      const place = { regionId, municipalityId };
      const schools = await schoolsOfYear(db, municipalityId, schoolYear);
      const ids = schools.map((school) => school.id);
      const facts = await factsOfSchools(db, ids, schoolYear);
      const reference = await referenceFacts(db, place, schoolYear);
      const outcomes = objectivityOutcomes(
        schools.map(({ id, code, advanced }) => ({
          schoolId: id,
          code,
          advanced,
          ...(facts.get(id) ?? { current: {}, previous: {} }),
        })),
        reference,
        values,
      );
      const schoolIds = await storeOutcomes(db, { municipalityId, schoolYear, schoolIds: ids }, outcomes, now);
      changed.push(...schoolIds.map((schoolId) => ({ schoolId, municipalityId, schoolYear })));
    }
  }
  return changed;
}

/** Two changes at once: the second waits here and finds what the first one stored. Taken before the locks of cards. */
export async function lockSigns(db: ScopedDatabase, municipalityId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`objectivity ${municipalityId}`}, 0))`;
}

const cellOf = (row: { schoolId: string; grade: number; subject: string }) =>
  `${row.schoolId} ${row.grade} ${row.subject}`;

/** Writes what is new or other than before and takes away what vanished; gives the schools concerned. */
async function storeOutcomes(
  db: ScopedDatabase,
  place: { municipalityId: string; schoolYear: string; schoolIds: readonly string[] },
  outcomes: readonly ObjectivityOutcome[],
  now: Date,
): Promise<string[]> {
  const { municipalityId, schoolYear, schoolIds } = place;
  const stored = await db.objectivityResult.findMany({
    where: { schoolYear, OR: [{ municipalityId }, { schoolId: { in: [...schoolIds] } }] },
  });
  const before = new Map(stored.map((row) => [cellOf(row), row]));
  const written = outcomes.map((outcome) => ({
    ...outcome,
    // as the database gives it back
    signs: JSON.parse(JSON.stringify(outcome.signs)) as Prisma.InputJsonArray,
  }));
  const changed = written.filter((outcome) => {
    const row = before.get(cellOf(outcome));
    return row?.municipalityId !== municipalityId || !isDeepStrictEqual(row.signs, outcome.signs);
  });
  const kept = new Set(written.map(cellOf));
  const replaced = new Set(changed.map(cellOf));
  const outdated = stored.filter((row) => replaced.has(cellOf(row)) || !kept.has(cellOf(row)));
  if (outdated.length > 0) {
    await db.objectivityResult.deleteMany({ where: { id: { in: outdated.map((row) => row.id) } } });
  }
  if (changed.length > 0) {
    await db.objectivityResult.createMany({
      data: changed.map(({ schoolId, grade, subject, signs }) => {
        return { schoolId, municipalityId, schoolYear, grade, subject, signs, computedAt: now };
      }),
    });
  }
  return [...new Set([...outdated, ...changed].map((row) => row.schoolId))];
}
