import type { ScopedDatabase } from '@/lib/access/door';
import type { Import } from '@/lib/db/generated/client';
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import type { ImportRow } from './views';

/** Imports with the names of the places that they are about. */
export async function withPlaces(db: ScopedDatabase, imports: readonly Import[]): Promise<ImportRow[]> {
  const idsOf = (field: 'municipalityId' | 'schoolId') => [
    ...new Set(imports.flatMap((one) => (one[field] === null ? [] : [one[field]]))),
  ];
  const municipalities = await db.municipality.findMany({ where: { id: { in: idsOf('municipalityId') } } });
  const schools = await db.school.findMany({ where: { id: { in: idsOf('schoolId') } } });
  return imports.map((row) => ({
    id: row.id,
    kind: row.kind as ImportKind,
    schoolYear: row.schoolYear,
    municipalityName: municipalities.find(({ id }) => id === row.municipalityId)?.name ?? null,
    schoolName: schools.find(({ id }) => id === row.schoolId)?.shortName ?? null,
    status: row.status,
    fileName: row.fileName,
    rows: row.rows,
    accepted: row.accepted,
    errorCount: row.errorCount,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    appliedAt: row.appliedAt,
    undoneAt: row.undoneAt,
  }));
}
