/** Templates of МОЦ from which a programme may start. */
import { forViewer } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { readProgramme } from '@/lib/domain/programme/content';
import { record } from '@/lib/portal/journal/commands';
import { openedProgramme } from './stored';
import type { ProgrammeTemplateView } from './views';

export function programmeTemplates(
  viewer: Viewer,
): Promise<Outcome<{ items: ProgrammeTemplateView[]; mayChange: boolean }>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.overview');
    if (refused) return { ok: false, failure: refused };
    const rows = await db.programmeTemplate.findMany({ orderBy: [{ active: 'desc' }, { title: 'asc' }] });
    return done({
      items: rows.map(({ content, ...row }) => ({ ...row, measures: readProgramme(content).measures.length })),
      mayChange: may(viewer, 'programme.template'),
    });
  });
}

/** Makes a template of a programme: what belongs to one school alone (figures, evidence, grounds) is left out. */
export function templateFromProgramme(
  viewer: Viewer,
  programmeId: string,
  title: string,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedProgramme(db, viewer, programmeId, 'programme.template');
    if (!opened.ok) return opened;
    const { municipalityId } = opened.value.programme;
    const content = readProgramme(opened.value.programme.content);
    const general = {
      ...content,
      passport: { ...content.passport, orderNumber: '', orderDate: '', responsible: '' },
      analysis: { ...content.analysis, points: [] },
      indicators: content.indicators.map((one) => ({ ...one, baseline: null, targets: [], facts: [] })),
      measures: content.measures.map((measure) => ({
        ...measure,
        ...{
          state: 'PLANNED' as const,
          evidence: '',
          startsOn: '',
          endsOn: '',
          findingIds: [],
          recommendationIds: [],
          partnershipId: null,
        },
      })),
      partners: [],
    };
    const created = await db.programmeTemplate.create({
      data: {
        municipalityId,
        title,
        content: general as Prisma.InputJsonValue,
        changedBy: viewer.name,
        changedAt: now,
      },
      select: { id: true },
    });
    const subject = { subjectType: 'programme-template' as const, subjectId: created.id, municipalityId };
    await record(db, viewer, now, { ...subject, action: 'programme.template', to: title });
    return done(created);
  });
}

/** Renames a template, or takes it out of the choice. */
export function changeProgrammeTemplate(
  viewer: Viewer,
  id: string,
  { version, title, active }: { version: number; title: string; active: boolean },
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const current = await db.programmeTemplate.findUnique({ where: { id } });
    if (!current) return failed('NOT_FOUND', 'Шаблон не найден.');
    const { municipalityId } = current;
    const refused = refusal(viewer, 'programme.template', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const data = { title, active, version: version + 1, changedBy: viewer.name, changedAt: now };
    const { count } = await db.programmeTemplate.updateMany({ where: { id, version }, data });
    if (count === 0) return failed('STALE_VERSION', 'Пока вы писали, шаблон изменили.', { extra: { current } });
    const subject = { subjectType: 'programme-template' as const, subjectId: id, municipalityId };
    await record(db, viewer, now, { ...subject, action: 'programme.template', from: current.title, to: title });
    return done(undefined);
  });
}
