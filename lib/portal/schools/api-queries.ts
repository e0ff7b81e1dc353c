import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, type Outcome } from '@/lib/domain/failure';
import { type Page, pageOfRows } from '@/lib/portal/paging';
import type { SchoolItem, SchoolListQuery } from './api-schema';

/** Which schools the viewer may see one by one: a principal the own, МОЦ and СОИРО those of their municipalities. */
function inSight(viewer: Viewer): Prisma.SchoolWhereInput {
  if (viewer.role === 'ADMIN') return {};
  if (viewer.role === 'PRINCIPAL') return { id: { in: viewer.schoolId ? [viewer.schoolId] : [] } };
  return { municipalityId: { in: viewer.municipalityIds } };
}

/** The schools that the viewer may see, working ones unless closed ones are asked for, by name («№ 2» before «№ 10»). */
export function schoolsInScope(viewer: Viewer, query: SchoolListQuery): Promise<Outcome<Page<SchoolItem>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'school.read');
    if (refused) return { ok: false, failure: refused };
    const { municipalityId, q, closed, ...paging } = query;
    const like = { contains: q, mode: 'insensitive' as const };
    const found = q ? { OR: [{ name: like }, { shortName: like }, { code: like }] } : {};
    const working = closed === 'true' ? {} : { closedOn: null };
    const where = { AND: [inSight(viewer), { municipalityId }, found, working] };
    const total = await db.school.count({ where });
    const schools = await db.school.findMany({
      where,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      ...pageOfRows(paging),
    });
    const items = schools.map((school) => ({
      id: school.id,
      code: school.code,
      name: school.name,
      shortName: school.shortName,
      municipalityId: school.municipalityId,
      kind: school.kind,
      address: school.address,
      gradeFrom: school.gradeFrom,
      gradeTo: school.gradeTo,
      pupils: school.pupils,
      login: school.login,
      closedOn: school.closedOn?.toISOString().slice(0, 10) ?? null,
    }));
    return done({ items, ...paging, total });
  });
}
