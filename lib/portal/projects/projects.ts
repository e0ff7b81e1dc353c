/** The register of the centre's projects and programmes (seed 1, direction 2); every school of the city reads it. */
import { forViewer } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { isoDay, isoDayOrNull } from '@/lib/domain/support/days';
import { progressOf, provisionOf, readProject } from '@/lib/domain/support/project';
import { record } from '@/lib/portal/journal/commands';
import { schoolNames } from '@/lib/portal/support/queries';
import { supportFilesOf } from '@/lib/portal/support-files/queries';
import type { ProjectInput } from './schema';
import type { ProjectRow, ProjectView } from './views';

interface Stored {
  id: string;
  kind: ProjectRow['kind'];
  title: string;
  status: ProjectRow['status'];
  startsOn: Date;
  endsOn: Date | null;
  content: unknown;
  schools: { schoolId: string }[];
}

function rowOf({ id, kind, title, status, startsOn, endsOn, content, schools }: Stored): ProjectRow {
  const read = readProject(content);
  return {
    ...{ id, kind, title, status, startsOn: isoDay(startsOn), endsOn: isoDayOrNull(endsOn), schools: schools.length },
    ...{ progress: progressOf(read), provision: provisionOf(read) },
  };
}

export function projectList(viewer: Viewer): Promise<Outcome<{ rows: ProjectRow[]; mayChange: boolean }>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'project.read');
    if (refused) return { ok: false, failure: refused };
    const rows = await db.project.findMany({
      include: { schools: true },
      orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
    });
    return done({ rows: rows.map(rowOf), mayChange: may(viewer, 'project.change') });
  });
}

/** The schools that may take part; for the form of a new project. */
export function projectChoices(viewer: Viewer): Promise<Outcome<{ id: string; name: string }[]>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'project.change', { municipalityId: viewer.municipalityId });
    if (refused) return { ok: false, failure: refused };
    return done([...(await schoolNames(db, viewer))].map(([id, name]) => ({ id, name })));
  });
}

export function projectView(viewer: Viewer, id: string): Promise<Outcome<ProjectView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'project.read');
    if (refused) return { ok: false, failure: refused };
    const project = await db.project.findUnique({ where: { id }, include: { schools: true } });
    if (!project) return failed('NOT_FOUND', 'Проект не найден.');
    const names = await schoolNames(db, viewer);
    const schoolIds = project.schools.map(({ schoolId }) => schoolId);
    const mayChange = may(viewer, 'project.change', { municipalityId: project.municipalityId });
    return done({
      ...rowOf(project),
      ...{ version: project.version, aims: project.aims, content: readProject(project.content), schoolIds },
      schoolNames: schoolIds.flatMap((schoolId) => names.get(schoolId) ?? []).sort((a, b) => a.localeCompare(b, 'ru')),
      ...{ changedBy: project.changedBy, changedAt: project.changedAt },
      files: (await supportFilesOf(db, viewer, 'project', [id])).get(id) ?? [],
      choices: mayChange ? [...names].map(([schoolId, name]) => ({ id: schoolId, name })) : [],
      mayChange,
    });
  });
}

/** Stores a new project, or with `existing` the next version of one, its schools with it. */
export function keepProject(
  viewer: Viewer,
  { schoolIds, startsOn, endsOn, ...input }: ProjectInput,
  now: Date,
  existing?: { id: string; version: number },
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ id: string }>> => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'project.change', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!municipalityId) return failed('FORBIDDEN', 'Проекты ведёт МОЦ.');
    const names = await schoolNames(db, viewer);
    const schools = [...new Set(schoolIds)];
    if (schools.some((id) => !names.has(id))) return failed('INVALID', 'Выберите школы своего муниципалитета.');
    const data = {
      ...input,
      startsOn: new Date(startsOn),
      endsOn: endsOn === null ? null : new Date(endsOn),
      ...{ changedBy: viewer.name, changedAt: now },
    };
    let id = existing?.id ?? '';
    if (existing) {
      const { version } = existing;
      const { count } = await db.project.updateMany({
        where: { id, version, municipalityId },
        data: { ...data, version: version + 1 },
      });
      const current = await db.project.findUnique({ where: { id } });
      if (!current) return failed('NOT_FOUND', 'Проект не найден.');
      if (count === 0) return failed('STALE_VERSION', 'Пока вы писали, проект изменили.', { extra: { current } });
      await db.projectSchool.deleteMany({ where: { projectId: id } });
    } else {
      ({ id } = await db.project.create({ data: { ...data, municipalityId }, select: { id: true } }));
    }
    await db.projectSchool.createMany({
      data: schools.map((schoolId) => ({ projectId: id, schoolId, municipalityId })),
    });
    await record(db, viewer, now, {
      action: 'project.change',
      subjectType: 'project',
      subjectId: id,
      municipalityId,
      to: input.title,
    });
    return done({ id });
  });
}
