import type { ScopedDatabase } from '@/lib/access/door';
import type { CampaignStatus, CardStatus } from '@/lib/db/generated/enums';
import { momentInMoscow } from '@/lib/domain/events/moscow-time';
import { dayOf } from '@/lib/domain/russian';
import { previousSchoolYear, startOfSchoolYear } from '@/lib/domain/school-year';
import { dayAfter } from '@/lib/domain/support/days';
import { changesSince } from './changes';
import { supportOf } from './support';
import type { DashboardYear, ListedRow } from './views';

interface YearOfCampaign {
  id: string;
  schoolYear: string;
  status: CampaignStatus;
  dueAt: Date;
}

const DAYS_AHEAD = 7;

/** The figures of one municipality and school year; how many queries does not depend on the number of schools. */
export async function dashboardYear(
  db: ScopedDatabase,
  municipalityId: string,
  campaign: YearOfCampaign,
  since: DashboardYear['since'],
  now: Date,
): Promise<DashboardYear> {
  const { schoolYear } = campaign;
  const list = await listOf(db, municipalityId, schoolYear);
  const before = await listOf(db, municipalityId, previousSchoolYear(schoolYear));
  const listed = list?.schools.map((school) => ({ ...school, stayed: isOn(before, school.schoolId) })) ?? [];
  return {
    campaign: { id: campaign.id, status: campaign.status, dueAt: campaign.dueAt },
    cards: await cardsOf(db, municipalityId, campaign, now),
    list: list && { ...list, schools: listed },
    ...(await supportOf(db, { municipalityId, schoolYear }, dayOf(now))),
    ...(await eventsOf(db, municipalityId, schoolYear, now, listed)),
    since,
    changes: await changesSince(db, { municipalityId, campaignId: campaign.id, since: since.at }),
  };
}

async function cardsOf(
  db: ScopedDatabase,
  municipalityId: string,
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
  // a sent card is counted once, disputed or not
  const disputed = await db.dispute.findMany({
    where: { municipalityId, status: 'OPEN', card: { campaignId: id, status: { not: 'SUBMITTED' } } },
    distinct: ['cardId'],
    select: { cardId: true },
  });
  return {
    ...{
      DRAFT: count('DRAFT'),
      RETURNED: count('RETURNED'),
      SUBMITTED: count('SUBMITTED'),
      ACCEPTED: count('ACCEPTED'),
    },
    all: rows.reduce((sum, row) => sum + row._count, 0),
    late,
    review: count('SUBMITTED') + disputed.length,
  };
}

interface ListWithSchools {
  id: string;
  orderNumber: string;
  orderDate: Date;
  schools: Omit<ListedRow, 'stayed'>[];
}

async function listOf(db: ScopedDatabase, municipalityId: string, schoolYear: string): Promise<ListWithSchools | null> {
  const list = await db.confirmedList.findFirst({
    where: { municipalityId, track: 'LOW_RESULTS', supersededAt: null, campaign: { schoolYear } },
    select: {
      ...{ id: true, orderNumber: true, orderDate: true },
      schools: {
        where: { included: true },
        orderBy: { school: { code: 'asc' } },
        select: { school: { select: { id: true, shortName: true } } },
      },
    },
  });
  if (!list) return null;
  return {
    ...{ id: list.id, orderNumber: list.orderNumber, orderDate: list.orderDate },
    schools: list.schools.map(({ school }) => ({ schoolId: school.id, name: school.shortName })),
  };
}

const isOn = (list: ListWithSchools | null, schoolId: string): boolean | null =>
  list === null ? null : list.schools.some((school) => school.schoolId === schoolId);

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
