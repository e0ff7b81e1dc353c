/** Networks of the centre: laboratories, associations, communities, tutors; every school of the city reads them. */
import { forViewer } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { readPlan } from '@/lib/domain/support/partnership';
import { record } from '@/lib/portal/journal/commands';
import type { NetworkInput } from '@/lib/portal/partnerships/schema';
import { schoolNames } from '@/lib/portal/support/queries';
import { supportFilesOf } from '@/lib/portal/support-files/queries';
import type { NetworkRow, NetworkView } from './views';

export function networkList(viewer: Viewer): Promise<Outcome<{ rows: NetworkRow[]; mayChange: boolean }>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'network.read');
    if (refused) return { ok: false, failure: refused };
    const rows = await db.network.findMany({
      include: { members: true },
      orderBy: [{ active: 'desc' }, { kind: 'asc' }, { title: 'asc' }],
    });
    return done({
      rows: rows.map(({ id, kind, title, subject, active, members, plan }) => ({
        ...{ id, kind, title, subject, active, schools: members.length },
        teachers: members.reduce((sum, { teachers }) => sum + teachers, 0),
        events: readPlan(plan).length,
      })),
      mayChange: may(viewer, 'network.change'),
    });
  });
}

export function networkView(viewer: Viewer, id: string): Promise<Outcome<NetworkView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'network.read');
    if (refused) return { ok: false, failure: refused };
    const network = await db.network.findUnique({ where: { id }, include: { members: true } });
    if (!network) return failed('NOT_FOUND', 'Сеть не найдена.');
    const names = await schoolNames(db, viewer);
    const { kind, title, subject, about, leader, active, version, changedBy, changedAt, members, municipalityId } =
      network;
    const mayChange = may(viewer, 'network.change', { municipalityId });
    return done({
      ...{ id, kind, title, subject, about, leader, active, version, changedBy, changedAt },
      plan: readPlan(network.plan),
      members: members
        .map(({ schoolId, teachers }) => ({ schoolId, name: names.get(schoolId) ?? '', teachers }))
        .sort((a, b) => a.name.localeCompare(b.name, 'ru')),
      schools: mayChange ? [...names].map(([schoolId, name]) => ({ id: schoolId, name })) : [],
      files: (await supportFilesOf(db, viewer, 'network', [id])).get(id) ?? [],
      mayChange,
    });
  });
}

/** The schools that may be members; for the form of a new network. */
export function networkChoices(viewer: Viewer): Promise<Outcome<{ id: string; name: string }[]>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'network.change', { municipalityId: viewer.municipalityId });
    if (refused) return { ok: false, failure: refused };
    return done([...(await schoolNames(db, viewer))].map(([id, name]) => ({ id, name })));
  });
}

/** Stores a new network, or with `existing` the next version of one, its members with it. */
export function keepNetwork(
  viewer: Viewer,
  { members, ...input }: NetworkInput,
  now: Date,
  existing?: { id: string; version: number },
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ id: string }>> => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'network.change', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!municipalityId) return failed('FORBIDDEN', 'Сети ведёт МОЦ.');
    const twice = members.some(({ schoolId }, at) => members.findIndex((one) => one.schoolId === schoolId) !== at);
    const names = await schoolNames(db, viewer);
    if (twice || members.some(({ schoolId }) => !names.has(schoolId))) {
      return failed('INVALID', 'Каждая школа своего города указывается один раз.');
    }
    const changed = { ...input, changedBy: viewer.name, changedAt: now };
    let id = existing?.id ?? '';
    if (existing) {
      const { version } = existing;
      const { count } = await db.network.updateMany({
        where: { id, version, municipalityId },
        data: { ...changed, version: version + 1 },
      });
      const current = await db.network.findUnique({ where: { id } });
      if (!current) return failed('NOT_FOUND', 'Сеть не найдена.');
      if (count === 0) return failed('STALE_VERSION', 'Пока вы писали, сеть изменили.', { extra: { current } });
      await db.networkMember.deleteMany({ where: { networkId: id } });
    } else {
      ({ id } = await db.network.create({ data: { ...changed, municipalityId }, select: { id: true } }));
    }
    await db.networkMember.createMany({
      data: members.map((member) => ({ ...member, networkId: id, municipalityId })),
    });
    await record(db, viewer, now, {
      action: 'network.change',
      subjectType: 'network',
      subjectId: id,
      municipalityId,
      to: input.title,
    });
    return done({ id });
  });
}
