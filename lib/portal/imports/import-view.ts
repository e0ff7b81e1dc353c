/** One import with what it would change, or has changed. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Import } from '@/lib/db/generated/client';
import type { FactKind } from '@/lib/domain/evidence/facts';
import { done, type Outcome } from '@/lib/domain/failure';
import { changesOf, faultsOf, mappingOf, unmatchedOf } from './import-json';
import { importFor } from './import-lock';
import { withPlaces } from './import-places';
import { mayRemember } from './restaging';
import type { ImportView, UnitSample } from './views';

const MOST_SAMPLES = 12;
/** more schools than this are not offered in a list */
const MOST_CHOICES = 80;

export function importView(viewer: Viewer, id: string): Promise<Outcome<ImportView>> {
  return forViewer(viewer, async (db) => {
    const found = await importFor(db, viewer, id, 'import.read');
    if (!found.ok) return found;
    const row = found.value;
    const { municipalityId, schoolId, regionId } = row;
    const target = municipalityId ? { municipalityId, schoolId } : { regionId };
    const [place] = await withPlaces(db, [row]);
    if (!place) throw new Error('an import without a place');
    return done({
      ...place,
      version: row.version,
      fileSize: row.fileSize,
      fileKept: row.storageKey !== null,
      appliedBy: row.appliedBy,
      undoneBy: row.undoneBy,
      errors: faultsOf(row),
      unmatched: unmatchedOf(row),
      mapping: mappingOf(row),
      changes: changesOf(row, viewer),
      ...(await unitCounts(db, row)),
      sample: await unitSample(db, row),
      sameAs: await sameFile(db, row),
      schoolChoices: await schoolChoices(db, row),
      may: {
        change: row.status === 'PREVIEW' && may(viewer, 'import.create', target),
        apply: row.status !== 'APPLIED' && row.accepted > 0 && may(viewer, 'import.apply', target),
        undo: row.status === 'APPLIED' && may(viewer, 'import.undo', target),
        remember: mayRemember(viewer),
      },
    });
  });
}

/** The unit that stands, or stood, where another one comes: by place, year, kind and key. */
async function unitCounts(db: ScopedDatabase, { id }: Import) {
  const [counts] = await db.$queryRaw<{ schools: number; units: number; replacing: number }[]>`
    SELECT count(DISTINCT u."school_id")::int AS "schools", count(*)::int AS "units",
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "evidence_unit" old
        WHERE old."import_id" <> u."import_id" AND old."kind" = u."kind" AND old."school_year" = u."school_year"
          AND old."key" = u."key" AND (old."school_id" = u."school_id" OR (old."school_id" IS NULL AND u."school_id" IS NULL
            AND old."region_id" = u."region_id" AND old."municipality_id" IS NOT DISTINCT FROM u."municipality_id"))
          AND (old."state" = 'IN_FORCE' AND u."state" <> 'IN_FORCE' OR old."superseded_by_id" = u."import_id")))::int AS "replacing"
    FROM "evidence_unit" u WHERE u."import_id" = ${id}::uuid`;
  return counts ?? { schools: 0, units: 0, replacing: 0 };
}

interface SampledUnit {
  kind: FactKind;
  key: string;
  schoolYear: string;
  schoolName: string | null;
  replacedId: string | null;
}

async function unitSample(db: ScopedDatabase, { id }: Import): Promise<UnitSample[]> {
  const units = await db.$queryRaw<SampledUnit[]>`
    SELECT u."kind"::text AS "kind", u."key", u."school_year" AS "schoolYear", s."short_name" AS "schoolName",
      old."import_id" AS "replacedId"
    FROM (SELECT * FROM "evidence_unit" WHERE "import_id" = ${id}::uuid
      ORDER BY "school_year" DESC, "kind", "key", "school_id" LIMIT ${MOST_SAMPLES}) u
    LEFT JOIN "school" s ON s."id" = u."school_id"
    LEFT JOIN LATERAL (SELECT o."import_id" FROM "evidence_unit" o
      WHERE o."import_id" <> u."import_id" AND o."kind" = u."kind" AND o."school_year" = u."school_year" AND o."key" = u."key"
        AND (o."school_id" = u."school_id" OR (o."school_id" IS NULL AND u."school_id" IS NULL
          AND o."region_id" = u."region_id" AND o."municipality_id" IS NOT DISTINCT FROM u."municipality_id"))
        AND (o."state" = 'IN_FORCE' AND u."state" <> 'IN_FORCE' OR o."superseded_by_id" = u."import_id") LIMIT 1) old ON true
    ORDER BY s."short_name", u."kind", u."key"`;
  const ids = [...new Set(units.flatMap(({ replacedId }) => (replacedId ? [replacedId] : [])))];
  const labels = await db.$queryRaw<{ id: string; fileName: string; appliedAt: Date | null }[]>`
    SELECT "id", "file_name" AS "fileName", "applied_at" AS "appliedAt" FROM import_labels(${ids}::uuid[])`;
  return units.map(({ replacedId, ...unit }) => {
    const label = labels.find((one) => one.id === replacedId);
    return { ...unit, replaces: label ? { fileName: label.fileName, appliedAt: label.appliedAt } : null };
  });
}

/** The same bytes of the same kind for the same place, applied and in force. */
async function sameFile(
  db: ScopedDatabase,
  { id, sha256, kind, schoolYear, regionId, municipalityId, schoolId }: Import,
) {
  return db.import.findFirst({
    where: { sha256, kind, schoolYear, regionId, municipalityId, schoolId, status: 'APPLIED', id: { not: id } },
    select: { id: true, appliedAt: true },
    orderBy: { appliedAt: 'desc' },
  });
}

async function schoolChoices(db: ScopedDatabase, { regionId, municipalityId, schoolId }: Import) {
  const schools = await db.school.findMany({
    where: schoolId ? { id: schoolId } : municipalityId ? { municipalityId } : { municipality: { regionId } },
    select: { id: true, shortName: true },
    orderBy: { shortName: 'asc' },
    take: MOST_CHOICES + 1,
  });
  return schools.length > MOST_CHOICES ? [] : schools.map((one) => ({ id: one.id, name: one.shortName }));
}
