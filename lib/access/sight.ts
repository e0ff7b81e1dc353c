import type { Viewer } from './viewer';

/**
 * Which rows with a school the viewer may see, as a condition of a query: the first barrier of a list, as `refusal` is
 * that of a single thing. PostgreSQL's row-level security is the second.
 */
export function schoolsInSight(viewer: Viewer): { schoolId: string } | { municipalityId: { in: string[] } } {
  return viewer.role === 'PRINCIPAL' && viewer.schoolId
    ? { schoolId: viewer.schoolId }
    : { municipalityId: { in: viewer.municipalityIds } };
}

/** The municipalities that the viewer may name: those in sight and the own one; null for ADMIN, who sees all. */
export function municipalitiesInSight(viewer: Viewer): string[] | null {
  if (viewer.role === 'ADMIN') return null;
  return viewer.municipalityId
    ? [...new Set([...viewer.municipalityIds, viewer.municipalityId])]
    : viewer.municipalityIds;
}
