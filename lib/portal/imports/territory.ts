/** What is known before a file is read: the schools of its scope, names and headers that somebody explained before. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { VprScaleFact } from '@/lib/domain/evidence/facts';
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import { scaleKey } from '@/lib/exchange/evidence';
import type { KnownTerritory } from './matching';
import type { ImportScope } from './scope';

/** Schools, municipalities and remembered names of the scope; closed schools count, since past years are theirs. */
async function territoryOf(db: ScopedDatabase, scope: ImportScope): Promise<KnownTerritory> {
  const { regionId, municipalityId, schoolId } = scope;
  const municipalities = await db.municipality.findMany({
    where: municipalityId ? { id: municipalityId } : { regionId },
    select: { id: true, name: true },
  });
  const schools = await db.school.findMany({
    where: schoolId ? { id: schoolId } : { municipalityId: { in: municipalities.map(({ id }) => id) } },
    select: { id: true, code: true, login: true, name: true, shortName: true, municipalityId: true },
    orderBy: { code: 'asc' },
  });
  const aliases = await db.schoolAlias.findMany({
    where: { municipalityId: { in: municipalities.map(({ id }) => id) } },
    select: { municipalityId: true, alias: true, schoolId: true },
  });
  return { schools, municipalities, aliases };
}

/** All that is known before a file is read. */
export interface KnownBefore {
  territory: KnownTerritory;
  columns: Map<string, string | null>;
  scales: Map<string, VprScaleFact> | undefined;
}

export async function knownBefore(db: ScopedDatabase, kind: ImportKind, scope: ImportScope): Promise<KnownBefore> {
  return {
    territory: await territoryOf(db, scope),
    columns: await rememberedColumns(db, kind, scope),
    scales: kind === 'VPR_PROTOCOL' ? await scalesInForce(db, scope) : undefined,
  };
}

/** What headers mean that somebody explained: of the region, and above it of the municipality. */
async function rememberedColumns(
  db: ScopedDatabase,
  kind: ImportKind,
  { regionId, municipalityId }: ImportScope,
): Promise<Map<string, string | null>> {
  const columns = await db.rememberedColumn.findMany({
    where: { regionId, kind, OR: [{ municipalityId: null }, ...(municipalityId ? [{ municipalityId }] : [])] },
    select: { municipalityId: true, header: true, field: true },
  });
  const general = columns.filter((column) => column.municipalityId === null);
  const own = columns.filter((column) => column.municipalityId !== null);
  return new Map([...general, ...own].map(({ header, field }) => [header, field]));
}

/** Official scales in force, by which a protocol of ВПР gives marks; a municipality's own stand above the region's. */
async function scalesInForce(
  db: ScopedDatabase,
  { regionId, municipalityId }: ImportScope,
): Promise<Map<string, VprScaleFact>> {
  const units = await db.evidenceUnit.findMany({
    where: {
      kind: 'VPR_SCALE',
      state: 'IN_FORCE',
      schoolId: null,
      regionId,
      OR: [{ municipalityId: null }, ...(municipalityId ? [{ municipalityId }] : [])],
    },
    select: { schoolYear: true, facts: true },
    orderBy: { municipalityId: { sort: 'desc', nulls: 'first' } },
  });
  const scales = units.flatMap(({ schoolYear, facts }) =>
    (facts as unknown as VprScaleFact[]).map(
      (scale) => [scaleKey(schoolYear, scale.grade, scale.subject), scale] as const,
    ),
  );
  return new Map(scales);
}
