/** What is known before a file is read: the schools of its scope, names and headers that somebody explained before. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import type { KnownTerritory } from './matching';
import type { ImportScope } from './scope';

/** Schools, municipalities and remembered names of the scope; closed schools count, since past years are theirs. */
export async function territoryOf(db: ScopedDatabase, scope: ImportScope): Promise<KnownTerritory> {
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

/** What headers mean that somebody explained: of the region, and above it of the municipality. */
export async function rememberedColumns(
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
