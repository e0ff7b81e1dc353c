import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';

/** The short names of the schools that the viewer may name, by id: a principal those of the own city, others all in scope. */
export async function schoolNames(db: ScopedDatabase, viewer: Viewer): Promise<Map<string, string>> {
  const rows =
    viewer.role === 'PRINCIPAL'
      ? await db.$queryRaw<
          { id: string; shortName: string }[]
        >`SELECT id, short_name AS "shortName" FROM city_schools()`
      : await db.school.findMany({
          where: { municipalityId: { in: viewer.municipalityIds } },
          select: { id: true, shortName: true },
        });
  return new Map(rows.map(({ id, shortName }) => [id, shortName]));
}
