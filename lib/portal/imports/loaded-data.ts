/** What is loaded: kinds of data × school years, with the number of schools that each has. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { FactKind } from '@/lib/domain/evidence/facts';
import { done, type Outcome } from '@/lib/domain/failure';
import type { LoadedData, LoadedRow } from './views';

interface Counted {
  kind: FactKind;
  exam: 'OGE' | 'EGE' | null;
  schoolYear: string;
  schools: number;
  general: number;
  importIds: string[];
}

/**
 * Data in force about the schools of one municipality, of the whole scope (null), or of a principal's own school; lines
 * of the region and scales are counted apart.
 */
export function loadedData(viewer: Viewer, municipalityId: string | null = null): Promise<Outcome<LoadedData>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'import.read', municipalityId ? { municipalityId } : {});
    if (refused) return { ok: false, failure: refused };
    const ids = municipalityId ? [municipalityId] : viewer.municipalityIds;
    const counted = await countedUnits(db, viewer, ids);
    const labels = await labelsOf(db, [...new Set(counted.flatMap(({ importIds }) => importIds))]);
    const rows = new Map<string, LoadedRow>();
    for (const { kind, exam, schoolYear, schools, general, importIds } of counted) {
      const code = exam ? `${kind} ${exam}` : kind;
      const row = rows.get(code) ?? { code, kind, exam, years: {} };
      const files = importIds.flatMap((id) => labels.get(id) ?? []);
      const last = files.sort((a, b) => Number(b.appliedAt ?? 0) - Number(a.appliedAt ?? 0))[0] ?? null;
      row.years[schoolYear] = { schools, general, last };
      rows.set(code, row);
    }
    const where = viewer.role === 'PRINCIPAL' ? { id: viewer.schoolId ?? '' } : { municipalityId: { in: ids } };
    return done({
      schoolYears: [...new Set(counted.map(({ schoolYear }) => schoolYear))].sort().reverse(),
      rows: [...rows.values()],
      schools: await db.school.count({ where: { ...where, closedOn: null } }),
    });
  });
}

/** `importIds`: the files behind the units of a kind and year; their dates are told by `import_labels`. */
function countedUnits(db: ScopedDatabase, viewer: Viewer, ids: string[]): Promise<Counted[]> {
  const schoolId = viewer.role === 'PRINCIPAL' ? viewer.schoolId : null;
  return db.$queryRaw<Counted[]>`
    SELECT "kind"::text AS "kind", CASE WHEN "kind" = 'GIA_AGGREGATE' THEN "key" END AS "exam", "school_year" AS "schoolYear",
      count(DISTINCT "school_id")::int AS "schools", (count(*) FILTER (WHERE "school_id" IS NULL))::int AS "general",
      array_agg(DISTINCT "import_id") AS "importIds"
    FROM "evidence_unit"
    WHERE "state" = 'IN_FORCE' AND (
      "school_id" = ${schoolId}::uuid
      OR (${schoolId}::uuid IS NULL AND "municipality_id" = ANY (${ids}::uuid[]))
      OR ("municipality_id" IS NULL AND "region_id" = ${viewer.regionId}::uuid))
    GROUP BY 1, 2, 3`;
}

async function labelsOf(db: ScopedDatabase, ids: string[]) {
  const labels = await db.$queryRaw<
    { importId: string; fileName: string; appliedAt: Date | null; appliedBy: string | null }[]
  >`
    SELECT "id" AS "importId", "file_name" AS "fileName", "applied_at" AS "appliedAt", "applied_by" AS "appliedBy"
    FROM import_labels(${ids}::uuid[])`;
  return new Map(labels.map((label) => [label.importId, label]));
}
