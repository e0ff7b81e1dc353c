import type { ScopedDatabase } from '@/lib/access/door';
import type { CampaignStatus, CardStatus } from '@/lib/db/generated/enums';
import { momentInMoscow } from '@/lib/domain/events/moscow-time';
import { dayOf } from '@/lib/domain/russian';
import { previousSchoolYear, startOfSchoolYear } from '@/lib/domain/school-year';
import { dayAfter } from '@/lib/domain/support/days';
import { changesSince } from './changes';
import { programmesOf } from './programmes';
import type { DashboardYear, ListedRow } from './views';

interface YearOfCampaign {
  id: string;
  schoolYear: string;
  status: CampaignStatus;
  dueAt: Date;
}

const DAYS_OF_CHANGES = 7;
const DAYS_AHEAD = 7;

/** The figures of one municipality and school year; how many queries does not depend on the number of schools. */
export async function dashboardYear(
  db: ScopedDatabase,
  municipalityId: string,
  campaign: YearOfCampaign,
  now: Date,
): Promise<DashboardYear> {
  const { schoolYear } = campaign;
  const ofYear = { municipalityId, schoolYear };
  const list = await listOf(db, municipalityId, schoolYear);
  const before = await listOf(db, municipalityId, previousSchoolYear(schoolYear));
  const listed = list?.schools.map((school) => ({ ...school, stayed: isOn(before, school.schoolId) })) ?? [];
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
  const today = dayOf(now);
  return {
    schoolYear,
    campaign: { id: campaign.id, status: campaign.status, dueAt: campaign.dueAt },
    cards: await cardsOf(db, campaign, now),
    list: list && { id: list.id, schools: listed },
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
    ...(await eventsOf(db, municipalityId, schoolYear, now, listed)),
    changes: await changesSince(
      db,
      municipalityId,
      campaign.id,
      new Date(now.getTime() - DAYS_OF_CHANGES * 86_400_000),
    ),
  };
}

async function cardsOf(
  db: ScopedDatabase,
  { id, status, dueAt }: YearOfCampaign,
  now: Date,
): Promise<DashboardYear['cards']> {
  const rows = await db.card.groupBy({ by: ['status'], where: { campaignId: id }, _count: true });
  const count = (one: CardStatus) => rows.find((row) => row.status === one)?._count ?? 0;
  const late =
    status === 'OPEN'
      ? await db.card.count({
          where: {
            campaignId: id,
            status: { in: ['DRAFT', 'RETURNED'] },
            OR: dueAt < now ? [{ dueAt: null }, { dueAt: { lt: now } }] : [{ dueAt: { lt: now } }],
          },
        })
      : 0;
  return {
    ...{
      DRAFT: count('DRAFT'),
      RETURNED: count('RETURNED'),
      SUBMITTED: count('SUBMITTED'),
      ACCEPTED: count('ACCEPTED'),
    },
    all: rows.reduce((sum, row) => sum + row._count, 0),
    late,
    review: await db.card.count({
      where: { campaignId: id, OR: [{ status: 'SUBMITTED' }, { disputes: { some: { status: 'OPEN' } } }] },
    }),
  };
}

interface ListWithSchools {
  id: string;
  schools: Omit<ListedRow, 'stayed'>[];
}

async function listOf(db: ScopedDatabase, municipalityId: string, schoolYear: string): Promise<ListWithSchools | null> {
  const list = await db.confirmedList.findFirst({
    where: { municipalityId, track: 'LOW_RESULTS', supersededAt: null, campaign: { schoolYear } },
    select: {
      id: true,
      schools: {
        where: { included: true },
        orderBy: { school: { code: 'asc' } },
        select: { school: { select: { id: true, shortName: true } } },
      },
    },
  });
  if (!list) return null;
  return {
    id: list.id,
    schools: list.schools.map(({ school }) => ({ schoolId: school.id, name: school.shortName })),
  };
}

const isOn = (list: ListWithSchools | null, schoolId: string): boolean =>
  list?.schools.some((school) => school.schoolId === schoolId) ?? false;

async function eventsOf(
  db: ScopedDatabase,
  municipalityId: string,
  schoolYear: string,
  now: Date,
  listed: readonly { schoolId: string }[],
): Promise<Pick<DashboardYear, 'events' | 'coming'>> {
  const autumn = startOfSchoolYear(schoolYear) ?? 0;
  const own = { municipalityId, status: 'PUBLISHED' as const };
  const began = momentInMoscow(`${autumn}-09-01`, '00:00');
  const ends = momentInMoscow(`${autumn + 1}-09-01`, '00:00');
  const held = { ...own, startsAt: { gte: began, lt: ends, lte: now } };
  const supported = { schoolId: { in: listed.map(({ schoolId }) => schoolId) }, attended: { gt: 0 } };
  return {
    events: {
      held: await db.event.count({ where: held }),
      withSupported: await db.event.count({ where: { ...held, signUps: { some: supported } } }),
    },
    coming: await db.event.findMany({
      where: {
        ...own,
        endsAt: { gte: now },
        startsAt: { lt: momentInMoscow(dayAfter(dayOf(now), DAYS_AHEAD), '00:00') },
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: 10,
      select: { id: true, title: true, startsAt: true },
    }),
  };
}
