/** The facts in force that the signs are found in: of a municipality's schools and of what they are held against. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { EvidenceUnit, Prisma } from '@/lib/db/generated/client';
import type { FactKind, FactSource, FactsOfYear } from '@/lib/domain/evidence/facts';
import { previousSchoolYear } from '@/lib/domain/school-year';

/** Files of these kinds can change a sign; domain.md 2.4, «data needed». */
export const OBJECTIVITY_KINDS: readonly FactKind[] = [
  'VPR_MARKS',
  'VPR_SCORES',
  'VPR_SCALE',
  'VPR_JOURNAL',
  'VPR_TASKS',
  'GIA_AGGREGATE',
  'FIOKO_MARKERS',
  'MEDALS',
  'OGE_JOURNAL',
];

export interface SchoolOfYear {
  id: string;
  code: string;
  shortName: string;
  /** subjects taught in depth */
  advanced: string[];
}

/**
 * The schools whose results of a school year belong to a municipality: those with a card in its campaign that counts the
 * year; of those without any card for the year, the schools that stand in it today.
 */
export function schoolsOfYear(db: ScopedDatabase, municipalityId: string, schoolYear: string): Promise<SchoolOfYear[]> {
  return db.$queryRaw<SchoolOfYear[]>`
    SELECT s.id, s.code, s.short_name AS "shortName", s.advanced
    FROM campaign k JOIN card c ON c.campaign_id = k.id JOIN school s ON s.id = c.school_id
    WHERE k.municipality_id = ${municipalityId}::uuid AND k.results_year = ${schoolYear}
    UNION
    SELECT s.id, s.code, s.short_name, s.advanced FROM school s
    WHERE s.municipality_id = ${municipalityId}::uuid AND NOT EXISTS (
      SELECT 1 FROM card c JOIN campaign k ON k.id = c.campaign_id
      WHERE c.school_id = s.id AND k.results_year = ${schoolYear})
    ORDER BY "code"`;
}

export interface TwoYears {
  current: FactsOfYear;
  previous: FactsOfYear;
}

/** By school: the facts of a year and of the one before, which S3 looks back at. */
export async function factsOfSchools(
  db: ScopedDatabase,
  schoolIds: readonly string[],
  schoolYear: string,
): Promise<Map<string, TwoYears>> {
  const units = await db.evidenceUnit.findMany({
    where: { state: 'IN_FORCE', schoolId: { in: [...schoolIds] }, ...relevant(schoolYear) },
    select: { schoolId: true, importId: true, schoolYear: true, kind: true, facts: true },
    orderBy: [{ kind: 'asc' }, { key: 'asc' }],
  });
  const facts = new Map(schoolIds.map((id): [string, TwoYears] => [id, { current: {}, previous: {} }]));
  for (const unit of units) {
    const years = facts.get(unit.schoolId ?? '');
    if (years) add(unit.schoolYear === schoolYear ? years.current : years.previous, unit);
  }
  return facts;
}

/**
 * What the schools are held against in both years: official scales and the line «регион» of the files, where one brought
 * in for the municipality alone stands above the region's.
 */
export async function referenceFacts(
  db: ScopedDatabase,
  { regionId, municipalityId }: { regionId: string; municipalityId: string },
  schoolYear: string,
): Promise<TwoYears> {
  const units = await db.evidenceUnit.findMany({
    where: {
      state: 'IN_FORCE',
      schoolId: null,
      regionId,
      OR: [{ municipalityId: null }, { municipalityId }],
      ...relevant(schoolYear),
    },
    select: { municipalityId: true, importId: true, schoolYear: true, kind: true, key: true, facts: true },
    orderBy: [{ kind: 'asc' }, { key: 'asc' }],
  });
  const unitName = (unit: (typeof units)[number]) => `${unit.schoolYear} ${unit.kind} ${unit.key}`;
  const own = new Set(units.filter((unit) => unit.municipalityId !== null).map(unitName));
  const reference: TwoYears = { current: {}, previous: {} };
  for (const unit of units) {
    if (unit.municipalityId === null && own.has(unitName(unit))) continue;
    add(unit.schoolYear === schoolYear ? reference.current : reference.previous, unit);
  }
  return reference;
}

function relevant(schoolYear: string) {
  return {
    schoolYear: { in: [schoolYear, previousSchoolYear(schoolYear)] },
    kind: { in: [...OBJECTIVITY_KINDS] },
  } satisfies Prisma.EvidenceUnitWhereInput;
}

/** A unit holds facts of its kind alone. A fact taken over from an earlier file names that file, the others the unit's. */
function add(facts: FactsOfYear, { kind, importId, facts: stored }: Pick<EvidenceUnit, 'kind' | 'importId' | 'facts'>) {
  const read = stored as unknown as { source?: Partial<FactSource> }[];
  const sourced = read.map((fact) => ({ ...fact, source: { importId, sheet: '', row: 0, ...fact.source } }));
  Object.assign(facts, { [kind]: [...(facts[kind] ?? []), ...sourced] });
}
