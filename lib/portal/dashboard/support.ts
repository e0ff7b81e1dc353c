import type { ScopedDatabase } from '@/lib/access/door';
import { programmesOf } from './programmes';
import type { SupportYear } from './views';

/** Examinations, programmes, partners and recommendations of the schools of one year's list. */
export async function supportOf(
  db: ScopedDatabase,
  ofYear: { municipalityId: string; schoolYear: string },
  today: string,
): Promise<SupportYear> {
  const examinations = await db.examination.findMany({
    where: ofYear,
    select: { parts: { select: { state: true } } },
  });
  const partnerships = await db.partnership.findMany({
    where: { ...ofYear, status: { in: ['AGREED', 'RUNNING', 'FINISHED'] } },
    orderBy: { title: 'asc' },
    select: {
      ...{ id: true, title: true },
      hostSchool: { select: { shortName: true } },
      schools: { select: { school: { select: { shortName: true } } } },
    },
  });
  const recommendations = await db.recommendation.groupBy({ by: ['status'], where: ofYear, _count: true });
  const count = (...statuses: string[]) =>
    recommendations.filter(({ status }) => statuses.includes(status)).reduce((sum, row) => sum + row._count, 0);
  return {
    schoolYear: ofYear.schoolYear,
    examined: {
      done: examinations.filter(
        ({ parts }) => parts.length > 0 && parts.every(({ state }) => state === 'DONE' || state === 'CANCELLED'),
      ).length,
      all: examinations.length,
    },
    ...(await programmesOf(db, ofYear, today)),
    partnerships: partnerships.map(({ id, title, hostSchool, schools }) => ({
      ...{ id, title, host: hostSchool.shortName },
      schools: schools.map(({ school }) => school.shortName),
    })),
    recommendations: {
      done: count('DONE'),
      issued: count('ISSUED', 'ANSWERED', 'DONE', 'NOT_DONE'),
      late: await db.recommendation.count({ where: { ...ofYear, status: 'ISSUED', dueOn: { lt: new Date(today) } } }),
    },
  };
}
