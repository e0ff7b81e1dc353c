import type { ScopedDatabase } from '@/lib/access/door';
import { stuckOf } from '@/lib/domain/dashboard/stuck';
import { dayOf } from '@/lib/domain/russian';
import { isoDay } from '@/lib/domain/support/days';
import type { StuckRow, SupportYear } from './views';

/** How many programmes of the year are agreed, and those that wait for somebody, the longest first. */
export async function programmesOf(
  db: ScopedDatabase,
  ofYear: { municipalityId: string; schoolYear: string },
  today: string,
): Promise<Pick<SupportYear, 'programmes' | 'stuck'>> {
  const programmes = await db.programme.findMany({
    where: ofYear,
    select: {
      ...{ id: true, status: true, dueOn: true, submittedAt: true },
      school: { select: { shortName: true } },
      stages: { select: { title: true, dueOn: true, reportedAt: true, assessment: true } },
    },
  });
  const stuck = programmes.flatMap(({ id, school, status, dueOn, submittedAt, stages }): StuckRow[] => {
    const found = stuckOf(
      {
        status,
        dueOn: dueOn && isoDay(dueOn),
        submittedOn: submittedAt && dayOf(submittedAt),
        stages: stages.map((stage) => ({
          ...{ title: stage.title, dueOn: isoDay(stage.dueOn), assessed: stage.assessment !== null },
          reportedOn: stage.reportedAt && dayOf(stage.reportedAt),
        })),
      },
      today,
    );
    return found ? [{ ...found, programmeId: id, school: school.shortName }] : [];
  });
  return {
    programmes: {
      agreed: programmes.filter(({ status }) => ['APPROVED', 'RUNNING', 'FINISHED'].includes(status)).length,
      all: programmes.length,
    },
    stuck: stuck.sort((a, b) => a.since.localeCompare(b.since) || a.school.localeCompare(b.school, 'ru')),
  };
}
