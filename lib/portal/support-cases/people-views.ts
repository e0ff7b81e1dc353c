/** Who leads whom, and who is watched. */
import { forViewer } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { isoDay } from '@/lib/domain/support/days';
import { centrePeople, listedSchools, newestListedYear } from '@/lib/portal/support/queries';
import type { CuratorsView, WatchView } from './views';

export function curatorsView(viewer: Viewer): Promise<Outcome<CuratorsView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.overview');
    if (refused) return { ok: false, failure: refused };
    const led = await db.curatorship.findMany({
      where: { endedOn: null },
      include: {
        account: { select: { id: true, name: true } },
        school: { select: { id: true, code: true, shortName: true } },
      },
      orderBy: { school: { code: 'asc' } },
    });
    const own = viewer.municipalityId ? await centrePeople(db, viewer.municipalityId) : [];
    const people = new Map([...own, ...led.map(({ account }) => account)].map(({ id, name }) => [id, name]));
    const schoolYear = await newestListedYear(db);
    const listed = schoolYear ? await listedSchools(db, { schoolYear }) : [];
    const withCurator = new Set(led.map(({ schoolId }) => schoolId));
    const schools = viewer.municipalityId
      ? await db.school.findMany({
          where: { municipalityId: viewer.municipalityId, closedOn: null },
          orderBy: { code: 'asc' },
          select: { id: true, shortName: true },
        })
      : [];
    const conflicts = await db.interestConflict.findMany({
      include: {
        school: { select: { shortName: true } },
        hostSchool: { select: { shortName: true } },
        account: { select: { name: true } },
      },
      orderBy: { declaredAt: 'desc' },
    });
    return done({
      people: [...people].map(([id, name]) => ({
        id,
        name,
        schools: led
          .filter(({ accountId }) => accountId === id)
          .map(({ id: curatorshipId, school, startedOn }) => ({
            ...{ id: school.id, name: school.shortName, curatorshipId, startedOn: isoDay(startedOn) },
          })),
      })),
      unled: listed.filter(({ id }) => !withCurator.has(id)).map(({ id, shortName }) => ({ id, name: shortName })),
      schools: schools.map(({ id, shortName }) => ({ id, name: shortName })),
      conflicts: conflicts.map(({ id, school, hostSchool, account, reason, declaredBy, declaredAt }) => ({
        ...{ id, schoolName: school.shortName, whom: account?.name ?? hostSchool?.shortName ?? '' },
        ...{ reason, declaredBy, declaredAt },
      })),
      mayAssign: may(viewer, 'curator.assign'),
      mayDeclare: may(viewer, 'conflict.declare'),
    });
  });
}

export function watchView(viewer: Viewer): Promise<Outcome<WatchView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'watch.change');
    if (refused) return { ok: false, failure: refused };
    const items = await db.watchEntry.findMany({
      where: { endedAt: null },
      include: { school: { select: { shortName: true } } },
      orderBy: { addedAt: 'desc' },
    });
    const municipalities = await db.municipality.findMany({ select: { id: true, name: true } });
    const names = new Map(municipalities.map(({ id, name }) => [id, name]));
    const schools = await db.school.findMany({
      where: { closedOn: null, municipalityId: { in: viewer.municipalityIds } },
      orderBy: { code: 'asc' },
      select: { id: true, shortName: true, municipalityId: true },
    });
    const regional = viewer.role === 'REGION_COORDINATOR';
    return done({
      items: items.map(({ id, schoolId, school, municipalityId, level, reason, addedBy, addedAt }) => ({
        ...{ id, schoolId, schoolName: school.shortName, level, reason, addedBy, addedAt },
        municipality: names.get(municipalityId) ?? '',
        mayEnd: (level === 'REGION') === regional,
      })),
      schools: schools.map(({ id, shortName, municipalityId }) => ({
        id,
        name: regional ? `${shortName}, ${names.get(municipalityId) ?? ''}` : shortName,
      })),
    });
  });
}
