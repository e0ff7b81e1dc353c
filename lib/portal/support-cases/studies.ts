/** Case studies: what worked in one school, told so that others may read it. */
import { forViewer } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { schoolNames, supportedSchool } from '@/lib/portal/support/queries';
import type { StudyInput } from './schema';
import type { StudyView } from './views';

/** Those that the viewer may read: schools the published ones of their city, МОЦ drafts as well. */
export function studiesOf(
  viewer: Viewer,
): Promise<Outcome<{ items: StudyView[]; mayWrite: boolean; mayPublish: boolean }>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'network.read', { municipalityId: viewer.municipalityId });
    if (refused) return { ok: false, failure: refused };
    const rows = await db.caseStudy.findMany({
      where: viewer.role === 'PRINCIPAL' ? { published: true } : {},
      orderBy: [{ published: 'asc' }, { changedAt: 'desc' }],
    });
    const names = await schoolNames(db, viewer);
    return done({
      items: rows.map((row) => ({ ...row, schoolName: names.get(row.schoolId) ?? '' })),
      mayWrite: may(viewer, 'caseStudy.write'),
      mayPublish: may(viewer, 'caseStudy.publish'),
    });
  });
}

/** Stores a new study, or with `id` the next version of one. */
export function keepStudy(
  viewer: Viewer,
  input: StudyInput,
  now: Date,
  existing?: { id: string; version: number },
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ id: string }>> => {
    const school = await supportedSchool(db, viewer, input.schoolId, 'caseStudy.write');
    if (!school.ok) return school;
    const { municipalityId } = school.value;
    const written = { ...input, writtenBy: viewer.name, changedAt: now };
    let id = existing?.id ?? '';
    if (existing) {
      const { version } = existing;
      const current = await db.caseStudy.findUnique({ where: { id } });
      if (!current) return failed('NOT_FOUND', 'История не найдена.');
      const own = await supportedSchool(db, viewer, current.schoolId, 'caseStudy.write');
      if (!own.ok) return own;
      const { count } = await db.caseStudy.updateMany({
        where: { id, version },
        data: { ...written, version: version + 1 },
      });
      if (count === 0) return failed('STALE_VERSION', 'Пока вы писали, историю изменили.', { extra: { current } });
    } else {
      ({ id } = await db.caseStudy.create({ data: { ...written, municipalityId }, select: { id: true } }));
    }
    const subject = { subjectType: 'case-study' as const, subjectId: id, schoolId: input.schoolId, municipalityId };
    await record(db, viewer, now, { ...subject, action: 'caseStudy.write', to: input.title });
    return done({ id });
  });
}

/** Shows it to the schools of the city, or takes it back. */
export function publishStudy(viewer: Viewer, id: string, published: boolean, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const study = await db.caseStudy.findUnique({ where: { id } });
    if (!study) return failed('NOT_FOUND', 'История не найдена.');
    const { schoolId, municipalityId } = study;
    const refused = refusal(viewer, 'caseStudy.publish', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    await db.caseStudy.update({ where: { id }, data: { published, version: { increment: 1 } } });
    const subject = { subjectType: 'case-study' as const, subjectId: id, schoolId, municipalityId };
    await record(db, viewer, now, { ...subject, action: 'caseStudy.publish', from: study.published, to: published });
    return done(undefined);
  });
}
