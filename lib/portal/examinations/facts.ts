import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { dayOf } from '@/lib/domain/russian';
import { isoDay, isoDayOrNull } from '@/lib/domain/support/days';
import { FINDING_THEMES, isLate } from '@/lib/domain/support/examination';
import type { TimelineFact } from '@/lib/domain/support/timeline';
import { showsFindings } from './stored';

/** What the examinations of a school add to its time line: parts held and due, findings. */
export async function examinationFacts(
  db: ScopedDatabase,
  viewer: Viewer,
  schoolId: string,
  now: Date,
): Promise<TimelineFact[]> {
  const today = dayOf(now);
  const examinations = await db.examination.findMany({
    where: { schoolId, status: { not: 'CANCELLED' } },
    include: { parts: true, findings: true },
  });
  return examinations.flatMap(({ id, status, finishedAt, endsOn, parts, findings }) => {
    const href = `/support/examinations/${id}`;
    const held = parts.flatMap((part): TimelineFact[] => {
      const due = isoDayOrNull(part.dueOn);
      const on = isoDayOrNull(part.heldOn) ?? due;
      if (on === null || part.state === 'CANCELLED') return [];
      const late = isLate({ state: part.state, dueOn: due }, today);
      const lane = part.state === 'DONE' ? 'DONE' : 'PLANNED';
      return [{ on, lane, title: part.title, href: `${href}/parts/${part.id}`, ...(late && { late }) }];
    });
    if (!showsFindings(viewer, status) || findings.length === 0) return held;
    const themes = [...new Set(findings.map(({ theme }) => FINDING_THEMES[theme]))].join(', ');
    const found: TimelineFact = {
      on: finishedAt ? dayOf(finishedAt) : isoDay(endsOn),
      lane: 'FOUND',
      title: `Выводы обследования: ${findings.length}`,
      detail: themes,
      href,
    };
    return [...held, found];
  });
}
