import { forViewer } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Failure, type Outcome } from '@/lib/domain/failure';
import { type Page, type Paging, pageOfRows } from '@/lib/portal/paging';
import type { ExaminationJson } from './schema';
import { examinationJson, openedExamination, WHOLE } from './stored';

/** Examinations in the viewer's scope, newest period first. */
export function examinationsInScope(
  viewer: Viewer,
  { schoolId, schoolYear, ...paging }: Paging & { schoolId?: string | undefined; schoolYear?: string | undefined },
): Promise<Outcome<Page<ExaminationJson>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.read');
    if (refused) return { ok: false, failure: refused };
    const where = { ...(schoolId && { schoolId }), ...(schoolYear && { schoolYear }) };
    const total = await db.examination.count({ where });
    const rows = await db.examination.findMany({
      where,
      include: WHOLE,
      orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
      ...pageOfRows(paging),
    });
    return done({ items: rows.map((row) => examinationJson(viewer, row)), ...paging, total });
  });
}

export function examinationOf(viewer: Viewer, id: string): Promise<Outcome<ExaminationJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedExamination(db, viewer, id, 'support.read');
    return opened.ok ? done(examinationJson(viewer, opened.value.examination)) : opened;
  });
}

/** Why the viewer may not do this with the examination; asked before a wrong body is refused. */
export async function refusalOfExamination(viewer: Viewer, id: string, action: Action): Promise<Failure | null> {
  const opened = await forViewer(viewer, (db) => openedExamination(db, viewer, id, action));
  return opened.ok ? null : opened.failure;
}
