/** Units of a file that is only looked at, stored in bulk. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Prisma } from '@/lib/db/generated/client';
import type { GatheredUnit } from './gathered-units';
import type { ReadFile } from './reading';

const UNITS_AT_ONCE = 2000;

/** Stores the units of an import as STAGED, some thousands in one statement. */
export async function stageUnits(
  db: ScopedDatabase,
  { importId, regionId }: { importId: string; regionId: string },
  units: Iterable<GatheredUnit>,
): Promise<void> {
  let batch: GatheredUnit[] = [];
  const store = async () => {
    if (batch.length > 0) await stageBatch(db, importId, regionId, batch);
    batch = [];
  };
  for (const unit of units) {
    batch.push(unit);
    if (batch.length === UNITS_AT_ONCE) await store();
  }
  await store();
}

async function stageBatch(db: ScopedDatabase, importId: string, regionId: string, batch: GatheredUnit[]) {
  const rows = batch.map(({ kind, schoolYear, key, facts, schoolId, municipalityId }) => ({
    kind,
    school_year: schoolYear,
    key,
    facts,
    school_id: schoolId,
    municipality_id: municipalityId,
  }));
  await db.$executeRaw`
    INSERT INTO "evidence_unit" ("id", "import_id", "kind", "region_id", "municipality_id", "school_id", "school_year", "key", "facts")
    SELECT gen_random_uuid(), ${importId}::uuid, u."kind"::"fact_kind", ${regionId}::uuid, u."municipality_id", u."school_id",
      u."school_year", u."key", u."facts"
    FROM jsonb_to_recordset(${storableJson(rows)}::jsonb) AS u ("kind" text, "municipality_id" uuid, "school_id" uuid,
      "school_year" text, "key" text, "facts" jsonb)`;
}

/** Takes away what was staged, for a file that is read again. */
export async function unstageUnits(db: ScopedDatabase, importId: string): Promise<void> {
  await db.evidenceUnit.deleteMany({ where: { importId, state: 'STAGED' } });
}

/** JSON that PostgreSQL keeps: it knows no U+0000 and no half of a character, which hostile files hold. */
function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'string' ? one.replaceAll('\0', '').toWellFormed() : one,
  );
}

const storable = (value: unknown) => JSON.parse(storableJson(value)) as Prisma.InputJsonArray;

/** What was read, as the columns of an import. */
export function readColumns({ rows, accepted, errors, errorCount, unmatched, mapping }: ReadFile) {
  return {
    rows,
    accepted,
    errors: storable(errors),
    errorCount,
    unmatched: storable(unmatched),
    mapping: storable(mapping),
  };
}
