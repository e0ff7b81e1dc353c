/** What stands in the calendar beside the events: days by which something must be done. */
import type { ScopedDatabase } from '@/lib/access/door';
import { momentInMoscow } from '@/lib/domain/events/moscow-time';
import { dayOf, formatSchoolYear } from '@/lib/domain/russian';
import { dayAfter, isoDay } from '@/lib/domain/support/days';
import type { DeadlineRow } from './views';

/** What must be done by a day of the period: cards, programmes and their stages, recommendations, parts of examinations. */
export async function deadlinesOf(
  db: ScopedDatabase,
  names: ReadonlyMap<string, string>,
  { from, to, schoolId }: { from: string; to: string; schoolId: string | undefined },
): Promise<DeadlineRow[]> {
  const days = { gte: new Date(from), lte: new Date(to) };
  const ofSchool = schoolId ? { schoolId } : {};
  const named = (id: string) => names.get(id) ?? '';
  const campaigns = await db.campaign.findMany({
    where: { dueAt: { gte: momentInMoscow(from, '00:00'), lt: momentInMoscow(dayAfter(to, 1), '00:00') } },
    select: { dueAt: true, schoolYear: true },
  });
  const stages = await db.programmeStage.findMany({
    where: { ...ofSchool, dueOn: days, report: '', programme: { status: { in: ['APPROVED', 'RUNNING'] } } },
    select: { id: true, programmeId: true, schoolId: true, title: true, dueOn: true },
  });
  const recommendations = await db.recommendation.findMany({
    where: { ...ofSchool, dueOn: days, status: { in: ['ISSUED', 'ANSWERED'] } },
    select: { id: true, schoolId: true, text: true, dueOn: true },
  });
  const parts = await db.examinationPart.findMany({
    where: { ...ofSchool, dueOn: days, state: { in: ['PLANNED', 'DOING'] } },
    select: { id: true, examinationId: true, schoolId: true, title: true, dueOn: true },
  });
  const rows: DeadlineRow[] = [
    // municipalities with one term make one line
    ...new Map(
      campaigns.map(({ dueAt, schoolYear }): [string, DeadlineRow] => {
        const title = `Срок карт, ${formatSchoolYear(schoolYear)}`;
        const key = `campaign-${schoolYear}-${dayOf(dueAt)}`;
        return [key, { key, on: dayOf(dueAt), title, href: '/monitoring', kind: 'CAMPAIGN' }];
      }),
    ).values(),
    ...stages.map(({ id, programmeId, schoolId: school, title, dueOn }) => ({
      key: id,
      on: isoDay(dueOn),
      title: `${title}: ${named(school)}`,
      href: `/support/programmes/${programmeId}`,
      kind: 'PROGRAMME' as const,
    })),
    ...recommendations.map(({ id, schoolId: school, text, dueOn }) => ({
      key: id,
      on: isoDay(dueOn),
      title: `${text.replace(/[.\s]+$/, '')}: ${named(school)}`,
      href: `/support/recommendations/${id}`,
      kind: 'RECOMMENDATION' as const,
    })),
    ...parts.flatMap(({ id, examinationId, schoolId: school, title, dueOn }) =>
      dueOn
        ? [
            {
              key: id,
              on: isoDay(dueOn),
              title: `${title}: ${named(school)}`,
              href: `/support/examinations/${examinationId}/parts/${id}`,
              kind: 'EXAMINATION' as const,
            },
          ]
        : [],
    ),
  ];
  return rows.sort((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title, 'ru'));
}
