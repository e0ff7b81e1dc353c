/** Everything about the support of schools that the finder of gaps and the thread ask for, read once for all of them. */
import type { ScopedDatabase } from '@/lib/access/door';
import { readProgramme } from '@/lib/domain/programme/content';
import { dayOf } from '@/lib/domain/russian';
import type { Score } from '@/lib/domain/scoring';
import { isoDay } from '@/lib/domain/support/days';
import type { SupportState } from '@/lib/domain/support/gaps';
import { ADDRESSEES, answeredBySchool } from '@/lib/domain/support/recommendation';
import type { ListedSchool } from '@/lib/portal/support/queries';

/** The state of each of the schools in a year, by the school's id. */
export async function supportStates(
  db: ScopedDatabase,
  schools: readonly (Pick<ListedSchool, 'id' | 'shortName'> & { since: string })[],
  schoolYear: string,
): Promise<Map<string, SupportState>> {
  const where = { schoolId: { in: schools.map(({ id }) => id) } };
  const inYear = { ...where, schoolYear };
  const cases = await db.supportCase.findMany({ where: inYear, include: { entries: true } });
  const curators = await db.curatorship.findMany({ where: { ...where, endedOn: null } });
  const examinations = await db.examination.findMany({
    where: { ...inYear, status: { not: 'CANCELLED' } },
    include: { findings: { select: { id: true } } },
  });
  const cards = await db.card.findMany({
    where: { ...where, status: 'ACCEPTED', campaign: { schoolYear } },
    select: { schoolId: true, score: true },
  });
  const recommendations = await db.recommendation.findMany({ where: inYear });
  const programmes = await db.programme.findMany({ where: inYear, include: { stages: true } });
  const partnerships = await db.partnershipSchool.findMany({
    where: { ...where, partnership: { schoolYear, status: { in: ['AGREED', 'RUNNING', 'FINISHED'] } } },
    select: { schoolId: true },
  });
  return new Map(
    schools.map(({ id, shortName, since }) => {
      const own = <Row extends { schoolId: string }>(rows: readonly Row[]) =>
        rows.filter(({ schoolId }) => schoolId === id);
      const [support] = own(cases);
      const [examination] = own(examinations);
      const [programme] = own(programmes);
      const [card] = own(cards);
      const reviews =
        support?.entries.filter(({ kind }) => kind === 'REVIEW').map(({ happenedOn }) => isoDay(happenedOn)) ?? [];
      const points = card ? (card.score as unknown as Score).points : [];
      return [
        id,
        {
          schoolName: shortName,
          since,
          hasCase: support !== undefined,
          curators: own(curators).map(({ accountName }) => accountName),
          examination: examination
            ? { finished: examination.status === 'FINISHED', endsOn: isoDay(examination.endsOn) }
            : null,
          findings: examination?.findings.length ?? 0,
          criteria: [...new Set(points.map(({ criterion }) => criterion))],
          recommendations: own(recommendations).map(({ criteria, status, dueOn, addressee }) => ({
            ...{ criteria, status, dueOn: isoDay(dueOn) },
            whose: answeredBySchool(addressee) ? 'школа' : ADDRESSEES[addressee],
          })),
          programme: programme ? { status: programme.status, changedOn: dayOf(programme.changedAt) } : null,
          measures: programme
            ? readProgramme(programme.content).measures.map((measure) => ({
                title: measure.title,
                grounded: measure.criteria.length + measure.findingIds.length + measure.recommendationIds.length > 0,
                endsOn: measure.endsOn,
                done: measure.state === 'DONE' || measure.state === 'CANCELLED',
              }))
            : [],
          stages: (programme?.stages ?? []).map(({ title, dueOn, reportedAt, assessedAt }) => ({
            ...{ title, dueOn: isoDay(dueOn), reported: reportedAt !== null, assessed: assessedAt !== null },
          })),
          partners: own(partnerships).length,
          reviewedOn: reviews.sort().at(-1) ?? null,
          openConcerns:
            support?.entries.filter(({ concern }) => concern === 'RECORDED' || concern === 'ESCALATED').length ?? 0,
        },
      ];
    }),
  );
}
