import type { ScopedDatabase } from '@/lib/access/door';
import type { FactKind, FactSource, FactsOfYear } from '@/lib/domain/evidence/facts';
import { previousSchoolYear } from '@/lib/domain/school-year';
import type { SourceLine } from './views';

/** Facts in force of one school for the results year of its campaign and the year before. */
export interface TwoYears {
  year: FactsOfYear;
  before: FactsOfYear;
}

interface UnitRow {
  schoolId: string;
  resultsYear: string;
  schoolYear: string;
  kind: FactKind;
  importId: string;
  facts: { source?: Partial<FactSource> }[];
}

/**
 * By school: the facts of these kinds for all schools with a card in the campaigns (or one of them alone), in one query.
 * Schools of which nothing is loaded are not in it.
 */
export async function factsOfCampaigns(
  db: ScopedDatabase,
  campaigns: readonly { campaignId: string; resultsYear: string }[],
  kinds: readonly FactKind[],
  schoolId: string | null = null,
): Promise<Map<string, TwoYears>> {
  const years = [...new Set(campaigns.flatMap(({ resultsYear }) => [resultsYear, previousSchoolYear(resultsYear)]))];
  const rows = await db.$queryRaw<UnitRow[]>`
    SELECT c.school_id AS "schoolId", k.results_year AS "resultsYear", e.school_year AS "schoolYear",
      e.kind::text AS kind, e.import_id AS "importId", e.facts
    FROM campaign k
    JOIN card c ON c.campaign_id = k.id
    JOIN evidence_unit e ON e.school_id = c.school_id AND e.school_year = ANY(${years}) AND e.state = 'IN_FORCE'
      AND e.kind::text = ANY(${[...kinds]})
    WHERE k.id = ANY(${campaigns.map(({ campaignId }) => campaignId)}::uuid[])
      AND (${schoolId}::uuid IS NULL OR c.school_id = ${schoolId}::uuid)
    ORDER BY c.school_id, e.school_year, e.kind, e.key`;
  const schools = new Map<string, TwoYears>();
  for (const row of rows) {
    const own = schools.get(row.schoolId) ?? { year: {}, before: {} };
    schools.set(row.schoolId, own);
    if (row.schoolYear === row.resultsYear) add(own.year, row);
    else if (row.schoolYear === previousSchoolYear(row.resultsYear)) add(own.before, row);
  }
  return schools;
}

/** A unit holds facts of its kind alone. A fact taken over from an earlier file names that file, the others the unit's. */
function add(facts: FactsOfYear, { kind, importId, facts: stored }: UnitRow): void {
  const sourced = stored.map((fact) => ({ ...fact, source: { importId, sheet: '', row: 0, ...fact.source } }));
  Object.assign(facts, { [kind]: [...(facts[kind] ?? []), ...sourced] });
}

/** Where facts were read, by the name and date of the file; in the order given. */
export async function sourceLines(
  db: ScopedDatabase,
  sources: readonly FactSource[],
): Promise<(source: FactSource) => SourceLine> {
  const ids = [...new Set(sources.map(({ importId }) => importId))];
  const labels =
    ids.length === 0
      ? []
      : await db.$queryRaw<{ id: string; fileName: string; appliedAt: Date | null }[]>`
          SELECT id, file_name AS "fileName", applied_at AS "appliedAt" FROM import_labels(${ids}::uuid[])`;
  const known = new Map(labels.map((label) => [label.id, label]));
  return ({ importId, sheet, row }) => {
    const label = known.get(importId);
    return { fileName: label?.fileName ?? 'файл', sheet, row, appliedAt: label?.appliedAt ?? null };
  };
}
