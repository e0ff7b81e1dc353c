/** The facts in force about schools, as the rules read them. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { FactKind, FactSource, FactsOfYear } from '@/lib/domain/evidence/facts';

interface UnitOfSchool {
  schoolId: string;
  importId: string;
  kind: FactKind;
  facts: { source?: Partial<FactSource> }[];
}

/** By school: what files say of these kinds in a school year; one query for all schools. */
export async function factsOfSchools(
  db: ScopedDatabase,
  schoolIds: readonly string[],
  schoolYear: string,
  kinds: readonly FactKind[],
): Promise<Map<string, FactsOfYear>> {
  const bySchool = new Map(schoolIds.map((id): [string, FactsOfYear] => [id, {}]));
  if (kinds.length === 0) return bySchool;
  const units = await db.$queryRaw<UnitOfSchool[]>`
    SELECT school_id AS "schoolId", import_id AS "importId", kind::text AS kind, facts FROM evidence_unit
    WHERE state = 'IN_FORCE' AND school_year = ${schoolYear} AND school_id = ANY(${schoolIds}::uuid[])
      AND kind::text = ANY(${kinds}::text[])
    ORDER BY evidence_unit.kind, key`;
  for (const unit of units) {
    const facts = bySchool.get(unit.schoolId);
    if (facts) add(facts, unit);
  }
  return bySchool;
}

/** A unit holds facts of its kind alone. A fact taken over from an earlier file names that file, the others the unit's. */
function add(facts: FactsOfYear, { kind, importId, facts: stored }: UnitOfSchool): void {
  const sourced = stored.map((fact) => ({ ...fact, source: { importId, sheet: '', row: 0, ...fact.source } }));
  Object.assign(facts, { [kind]: [...(facts[kind] ?? []), ...sourced] });
}
