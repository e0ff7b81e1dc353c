/** The signs of schools with the rows of files in which they were looked for. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { SchoolEvidence } from '@/lib/domain/evidence/derive';
import type { FactKind, FactSource } from '@/lib/domain/evidence/facts';
import type { SignCode } from '@/lib/domain/objectivity/signs';
import { type FoundSign, signsBySchool } from '@/lib/portal/objectivity/queries';

/** What each sign is found in about the school itself. domain.md 2.4, «data needed» */
const KINDS_OF_SIGN: Record<SignCode, readonly FactKind[]> = {
  S1: ['VPR_MARKS', 'VPR_SCORES'],
  S2: ['VPR_JOURNAL'],
  S3: ['VPR_MARKS', 'VPR_SCORES'],
  S4: ['VPR_SCORES'],
  S5: ['VPR_TASKS'],
  S6: ['FIOKO_MARKERS'],
  S7: ['MEDALS'],
  S8: ['OGE_JOURNAL'],
};

/** Where no sign was found: everything that was looked at, without hundreds of lines of single tasks. */
const LOOKED_AT = new Set<FactKind>(
  Object.values(KINDS_OF_SIGN)
    .flat()
    .filter((kind) => kind !== 'VPR_TASKS'),
);

interface UnitSources {
  schoolId: string;
  kind: FactKind;
  key: string;
  sources: FactSource[];
}

/** By school: the signs that count in a school year, null where none could be looked for; none for unknown schools. */
export async function signsOfSchools(
  db: ScopedDatabase,
  municipalityId: string,
  schoolYear: string,
): Promise<Map<string, SchoolEvidence['signs']>> {
  const signs = await signsBySchool(db, municipalityId, schoolYear);
  const units = Map.groupBy(await unitSources(db, [...signs.keys()], schoolYear), ({ schoolId }) => schoolId);
  return new Map(
    [...signs].map(([schoolId, { codes, found }]) => {
      const shown = (units.get(schoolId) ?? []).filter((unit) => shows(unit, found));
      return [schoolId, { codes, sources: codes === null ? [] : distinct(shown.flatMap(({ sources }) => sources)) }];
    }),
  );
}

function shows({ kind, key }: UnitSources, found: readonly FoundSign[]): boolean {
  if (found.length === 0) return LOOKED_AT.has(kind);
  return found.some(({ code, grade, subject }) => {
    return KINDS_OF_SIGN[code].includes(kind) && (!kind.startsWith('VPR_') || key === `${grade}|${subject}`);
  });
}

function distinct(sources: readonly FactSource[]): FactSource[] {
  return [...new Map(sources.map((source) => [`${source.importId} ${source.row} ${source.sheet}`, source])).values()];
}

function unitSources(db: ScopedDatabase, schoolIds: readonly string[], schoolYear: string): Promise<UnitSources[]> {
  const kinds = Object.values(KINDS_OF_SIGN).flat();
  return db.$queryRaw<UnitSources[]>`
    SELECT u.school_id AS "schoolId", u.kind::text AS kind, u.key,
      jsonb_agg(jsonb_build_object('importId', coalesce(f->'source'->>'importId', u.import_id::text),
        'sheet', coalesce(f->'source'->>'sheet', ''), 'row', coalesce(f->'source'->'row', '0'))) AS sources
    FROM evidence_unit u, jsonb_array_elements(u.facts) f
    WHERE u.state = 'IN_FORCE' AND u.school_year = ${schoolYear} AND u.school_id = ANY(${schoolIds}::uuid[])
      AND u.kind::text = ANY(${kinds}::text[])
    GROUP BY u.id ORDER BY u.kind, u.key`;
}
