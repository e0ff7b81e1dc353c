/** The library from which the portal drafts; edited by МОЦ. */
import { forViewer } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import type { TemplateInput } from './schema';
import type { TemplateView } from './views';

export function templatesOf(viewer: Viewer): Promise<Outcome<{ items: TemplateView[]; mayChange: boolean }>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.overview');
    if (refused) return { ok: false, failure: refused };
    const items = await db.recommendationTemplate.findMany({ orderBy: [{ active: 'desc' }, { title: 'asc' }] });
    return done({ items, mayChange: may(viewer, 'recommendation.template') });
  });
}

export function templateOf(viewer: Viewer, id: string): Promise<Outcome<TemplateView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'recommendation.template');
    if (refused) return { ok: false, failure: refused };
    const template = await db.recommendationTemplate.findUnique({ where: { id } });
    return template ? done(template) : failed('NOT_FOUND', 'Шаблон не найден.');
  });
}

/** Stores a new template, or with `id` the next version of one. */
export function keepTemplate(
  viewer: Viewer,
  input: TemplateInput,
  now: Date,
  existing?: { id: string; version: number },
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ id: string }>> => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'recommendation.template', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!municipalityId) return failed('FORBIDDEN', 'Шаблоны рекомендаций ведёт МОЦ.');
    const changed = { ...input, changedBy: viewer.name, changedAt: now };
    let id = existing?.id ?? '';
    if (existing) {
      const { version } = existing;
      const { count } = await db.recommendationTemplate.updateMany({
        where: { id, version },
        data: { ...changed, version: version + 1 },
      });
      const current = await db.recommendationTemplate.findUnique({ where: { id } });
      if (!current) return failed('NOT_FOUND', 'Шаблон не найден.');
      if (count === 0) return failed('STALE_VERSION', 'Пока вы писали, шаблон изменили.', { extra: { current } });
    } else {
      ({ id } = await db.recommendationTemplate.create({ data: { ...changed, municipalityId }, select: { id: true } }));
    }
    await record(db, viewer, now, {
      action: 'recommendation.template',
      subjectType: 'recommendation-template',
      subjectId: id,
      municipalityId,
      to: input.title,
    });
    return done({ id });
  });
}
