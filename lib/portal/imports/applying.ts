/** One transaction: what a file says comes into force, what it replaces steps back, and the cards are computed anew. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Import } from '@/lib/db/generated/client';
import type { FactKind } from '@/lib/domain/evidence/facts';
import { failed, type Outcome } from '@/lib/domain/failure';
import { formatShortDate } from '@/lib/domain/russian';

/** What the units of an import are about: what has to be computed anew after it. */
export interface Touched {
  schoolIds: string[];
  municipalityIds: string[];
  /** with lines of the region itself or official scales */
  regionWide: boolean;
  schoolYears: string[];
  kinds: FactKind[];
}

/** One apply or undo of a region at a time: whoever comes second sees what the first has done. */
export async function lockEvidence(db: ScopedDatabase, regionId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`evidence ${regionId}`}, 0))`;
}

/** Units staged or once taken back come into force; those in force that say the same things step back. */
export async function bringIntoForce(db: ScopedDatabase, { id, kind }: Pick<Import, 'id' | 'kind'>): Promise<void> {
  if (kind === 'GIA_PROTOCOL') await takeOverOtherSubjects(db, id);
  // schools and territories apart: each is found by its own unique index, an OR of both by none
  await db.$executeRaw`
    UPDATE "evidence_unit" old SET "state" = 'SUPERSEDED', "superseded_by_id" = ${id}::uuid
    FROM "evidence_unit" new
    WHERE new."import_id" = ${id}::uuid AND new."state" IN ('STAGED', 'UNDONE')
      AND old."state" = 'IN_FORCE' AND old."import_id" <> ${id}::uuid
      AND old."school_id" = new."school_id" AND old."school_id" IS NOT NULL
      AND old."school_year" = new."school_year" AND old."kind" = new."kind" AND old."key" = new."key"`;
  await db.$executeRaw`
    UPDATE "evidence_unit" old SET "state" = 'SUPERSEDED', "superseded_by_id" = ${id}::uuid
    FROM "evidence_unit" new
    WHERE new."import_id" = ${id}::uuid AND new."state" IN ('STAGED', 'UNDONE') AND new."school_id" IS NULL
      AND old."state" = 'IN_FORCE' AND old."import_id" <> ${id}::uuid AND old."school_id" IS NULL
      AND old."region_id" = new."region_id" AND old."municipality_id" IS NOT DISTINCT FROM new."municipality_id"
      AND old."school_year" = new."school_year" AND old."kind" = new."kind" AND old."key" = new."key"`;
  await db.$executeRaw`
    UPDATE "evidence_unit" SET "state" = 'IN_FORCE' WHERE "import_id" = ${id}::uuid AND "state" IN ('STAGED', 'UNDONE')`;
}

/**
 * A protocol is of one subject, a unit of ГИА is a whole exam: it keeps what the unit in force says of other subjects,
 * each fact with its own source. What was taken over at an earlier apply is dropped first.
 */
async function takeOverOtherSubjects(db: ScopedDatabase, importId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "evidence_unit" new SET "facts" = own."facts" || coalesce((
      SELECT jsonb_agg(f) FROM "evidence_unit" old, jsonb_array_elements(old."facts") f
      WHERE old."school_id" = new."school_id" AND old."kind" = new."kind" AND old."school_year" = new."school_year"
        AND old."key" = new."key" AND old."state" = 'IN_FORCE'
        AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(own."facts") mine
          WHERE mine->>'subject' = f->>'subject' AND mine->>'level' IS NOT DISTINCT FROM f->>'level')
    ), '[]'::jsonb)
    FROM (SELECT u."id", coalesce(jsonb_agg(f) FILTER (WHERE f->'source'->>'importId' = ${importId}), '[]'::jsonb) AS "facts"
      FROM "evidence_unit" u, jsonb_array_elements(u."facts") f WHERE u."import_id" = ${importId}::uuid GROUP BY u."id") own
    WHERE own."id" = new."id" AND new."state" IN ('STAGED', 'UNDONE')`;
}

/** Units step back and those that they had replaced are in force again; CONFLICT names a later file that stands on them. */
export async function takeOutOfForce(db: ScopedDatabase, importId: string): Promise<Outcome<never> | null> {
  const [later] = await db.$queryRaw<{ fileName: string; appliedAt: Date | null }[]>`
    SELECT i."file_name" AS "fileName", i."applied_at" AS "appliedAt" FROM "import" i
    WHERE i."id" IN (SELECT "superseded_by_id" FROM "evidence_unit"
      WHERE "import_id" = ${importId}::uuid AND "state" = 'SUPERSEDED')
    ORDER BY i."applied_at" DESC LIMIT 1`;
  if (later) {
    const when = later.appliedAt ? ` от ${formatShortDate(later.appliedAt)}` : '';
    const detail = `Данные этой загрузки заменил более поздний файл «${later.fileName}»${when}. Сначала отмените его.`;
    return failed('CONFLICT', detail);
  }
  await db.$executeRaw`
    UPDATE "evidence_unit" SET "state" = 'UNDONE' WHERE "import_id" = ${importId}::uuid AND "state" = 'IN_FORCE'`;
  await db.$executeRaw`
    UPDATE "evidence_unit" SET "state" = 'IN_FORCE', "superseded_by_id" = NULL WHERE "superseded_by_id" = ${importId}::uuid`;
  return null;
}

/** What an import touches, by its units. */
export async function touchedBy(db: ScopedDatabase, importId: string): Promise<Touched> {
  const rows = await db.$queryRaw<Touched[]>`
    SELECT coalesce(array_agg(DISTINCT "school_id") FILTER (WHERE "school_id" IS NOT NULL), '{}') AS "schoolIds",
      coalesce(array_agg(DISTINCT "municipality_id") FILTER (WHERE "municipality_id" IS NOT NULL), '{}') AS "municipalityIds",
      coalesce(bool_or("municipality_id" IS NULL), false) AS "regionWide",
      coalesce(array_agg(DISTINCT "school_year"), '{}') AS "schoolYears",
      coalesce(array_agg(DISTINCT "kind"::text), '{}') AS "kinds"
    FROM "evidence_unit" WHERE "import_id" = ${importId}::uuid`;
  return rows[0] ?? { schoolIds: [], municipalityIds: [], regionWide: false, schoolYears: [], kinds: [] };
}
