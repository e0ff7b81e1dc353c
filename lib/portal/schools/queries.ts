import { forViewer } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import { municipalitiesInSight } from '@/lib/access/sight';
import type { Viewer } from '@/lib/access/viewer';
import type { SchoolKind } from '@/lib/db/generated/enums';
import { type Page, type Paging, pageOfRows } from '@/lib/portal/paging';

export { schoolPassport } from './passport';
export { schoolHead } from './school-head';
export { schoolHistory } from './school-history';
export { schoolPoints } from './school-points';
export { schoolResults } from './school-results';

export interface SchoolRow {
  id: string;
  code: string;
  name: string;
  shortName: string;
  kind: SchoolKind;
  municipalityName: string;
  gradeFrom: number;
  gradeTo: number;
  pupils: number | null;
  closedOn: Date | null;
}

export interface SchoolFilter {
  q: string;
  municipalityId?: string;
  /** closed schools as well */
  closed: boolean;
}

/** Schools in the viewer's sight by name («№ 2» before «№ 10»), found by a part of name or code. */
export function schoolRows(viewer: Viewer, filter: SchoolFilter, paging: Paging): Promise<Page<SchoolRow>> {
  const like = { contains: filter.q, mode: 'insensitive' as const };
  return forViewer(viewer, async (db) => {
    if (!may(viewer, 'school.read')) return { items: [], ...paging, total: 0 };
    const inSight = municipalitiesInSight(viewer);
    const where = {
      ...(inSight && { municipalityId: { in: inSight } }),
      ...(filter.closed ? {} : { closedOn: null }),
      ...(filter.municipalityId ? { AND: { municipalityId: filter.municipalityId } } : {}),
      ...(filter.q ? { OR: [{ name: like }, { shortName: like }, { code: like }] } : {}),
    };
    const total = await db.school.count({ where });
    const schools = await db.school.findMany({
      where,
      include: { municipality: { select: { name: true } } },
      orderBy: [{ municipality: { name: 'asc' } }, { shortName: 'asc' }],
      ...pageOfRows(paging),
    });
    const items = schools.map((school) => ({
      id: school.id,
      code: school.code,
      name: school.name,
      shortName: school.shortName,
      kind: school.kind,
      municipalityName: school.municipality.name,
      gradeFrom: school.gradeFrom,
      gradeTo: school.gradeTo,
      pupils: school.pupils,
      closedOn: school.closedOn,
    }));
    return { items, ...paging, total };
  });
}

/** The municipalities whose schools the viewer may choose from, by name. */
export function municipalityChoices(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  const inSight = municipalitiesInSight(viewer);
  return forViewer(viewer, (db) =>
    db.municipality.findMany({
      where: inSight ? { id: { in: inSight } } : {},
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
  );
}
