/** Experience of schools: written by a school or МОЦ, published by МОЦ, then read by every school of the city. */
import { forViewer } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { keepExperienceDocument } from '@/lib/portal/documents/commands';
import { record } from '@/lib/portal/journal/commands';
import { schoolNames, supportedSchool } from '@/lib/portal/support/queries';
import { supportFilesOf } from '@/lib/portal/support-files/queries';
import type { ExperienceInput } from './schema';
import type { ExperienceList } from './views';

export function experienceList(viewer: Viewer): Promise<Outcome<ExperienceList>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'project.read');
    if (refused) return { ok: false, failure: refused };
    const rows = await db.schoolExperience.findMany({ orderBy: [{ changedAt: 'desc' }], take: 200 });
    const projects = await db.project.findMany({ orderBy: { title: 'asc' }, select: { id: true, title: true } });
    const names = await schoolNames(db, viewer);
    const files = await supportFilesOf(
      db,
      viewer,
      'experience',
      rows.map(({ id }) => id),
    );
    const mayWrite = may(viewer, 'experience.write');
    return done({
      items: rows.map(
        ({
          id,
          version,
          schoolId,
          municipalityId,
          projectId,
          title,
          text,
          direction,
          publishedAt,
          writtenBy,
          changedAt,
        }) => ({
          ...{
            id,
            version,
            schoolId,
            school: names.get(schoolId) ?? '',
            projectId,
            title,
            text,
            direction,
            publishedAt,
            writtenBy,
            changedAt,
          },
          files: files.get(id) ?? [],
          mayChange: may(viewer, 'experience.write', { schoolId, municipalityId }),
        }),
      ),
      schools: mayWrite
        ? [...names].filter(([id]) => !viewer.schoolId || viewer.schoolId === id).map(([id, name]) => ({ id, name }))
        : [],
      projects: projects.map(({ id, title }) => ({ id, name: title })),
      mayWrite,
      mayPublish: may(viewer, 'experience.publish'),
    });
  });
}

/** Stores a new text, or with `existing` the next version of one; what a school changes is published anew by МОЦ. */
export function keepExperience(
  viewer: Viewer,
  input: ExperienceInput,
  now: Date,
  existing?: { id: string; version: number },
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ id: string }>> => {
    const school = await supportedSchool(db, viewer, input.schoolId, 'experience.write');
    if (!school.ok) return school;
    const { municipalityId } = school.value;
    const written = { ...input, writtenBy: viewer.name, changedAt: now };
    const withdrawn = viewer.role === 'PRINCIPAL' ? { publishedAt: null, publishedBy: null } : {};
    let id = existing?.id ?? '';
    if (existing) {
      const { version } = existing;
      const before = await db.schoolExperience.findUnique({ where: { id } });
      if (!before) return failed('NOT_FOUND', 'Описание опыта не найдено.');
      const own = await supportedSchool(db, viewer, before.schoolId, 'experience.write');
      if (!own.ok) return own;
      const { count } = await db.schoolExperience.updateMany({
        where: { id, version },
        data: { ...written, ...withdrawn, version: version + 1 },
      });
      if (count === 0)
        return failed('STALE_VERSION', 'Пока вы писали, текст изменили.', { extra: { current: before } });
    } else {
      ({ id } = await db.schoolExperience.create({ data: { ...written, municipalityId }, select: { id: true } }));
    }
    const subject = { subjectType: 'experience' as const, subjectId: id, schoolId: input.schoolId, municipalityId };
    await record(db, viewer, now, { ...subject, action: 'experience.write', to: input.title });
    return done({ id });
  });
}

/** Shows it to the schools of the city and in the library, or takes it back. */
export function publishExperience(viewer: Viewer, id: string, published: boolean, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const row = await db.schoolExperience.findUnique({ where: { id } });
    if (!row) return failed('NOT_FOUND', 'Описание опыта не найдено.');
    const { schoolId, municipalityId } = row;
    const refused = refusal(viewer, 'experience.publish', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const data = published ? { publishedAt: now, publishedBy: viewer.name } : { publishedAt: null, publishedBy: null };
    await db.schoolExperience.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
    // after the row was changed and so locked: two publications at once make one document
    const school = (await schoolNames(db, viewer)).get(schoolId) ?? '';
    await keepExperienceDocument(db, viewer, { ...row, school }, published, now);
    const subject = { subjectType: 'experience' as const, subjectId: id, schoolId, municipalityId };
    await record(db, viewer, now, {
      ...subject,
      action: 'experience.publish',
      from: row.publishedAt !== null,
      to: published,
    });
    return done(undefined);
  });
}
