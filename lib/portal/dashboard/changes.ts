/** What people did since a moment: how often, and the things themselves. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Change, ChangedThing } from './views';

/** So many things stand under a change; its page has the others. */
export const MOST_THINGS = 20;

interface Asked {
  municipalityId: string;
  campaignId: string;
  since: Date;
}

const school = { select: { shortName: true } } as const;
const newest = { take: MOST_THINGS };

/** What happened with the campaign's cards, the list, support and data; what did not happen is left out. */
export async function changesSince(db: ScopedDatabase, asked: Asked): Promise<Change[]> {
  const changes = [
    ...(await changesOfCards(db, asked)),
    ...(await changesOfSupport(db, asked)),
    ...(await changesOfData(db, asked)),
  ];
  return changes.filter(({ count }) => count > 0);
}

async function changesOfCards(db: ScopedDatabase, { municipalityId, campaignId, since }: Asked): Promise<Change[]> {
  const board = `/monitoring/campaigns/${campaignId}`;
  const sent = { campaignId, submittedAt: { gte: since } };
  const accepted = { campaignId, status: 'ACCEPTED' as const, decidedAt: { gte: since } };
  const raised = { municipalityId, card: { campaignId }, raisedAt: { gte: since } };
  const cards = { select: { id: true, submittedAt: true, decidedAt: true, school }, ...newest };
  const sentCards = await db.card.findMany({ where: sent, orderBy: { submittedAt: 'desc' }, ...cards });
  const acceptedCards = await db.card.findMany({ where: accepted, orderBy: { decidedAt: 'desc' }, ...cards });
  const disputes = await db.dispute.findMany({
    ...{ where: raised, orderBy: { raisedAt: 'desc' as const }, ...newest },
    select: { cardId: true, raisedAt: true, card: { select: { school } } },
  });
  const thing = (id: string, name: string, at: Date | null) => ({ name, at, href: `/monitoring/cards/${id}` });
  return [
    {
      text: 'Школы отправили карты',
      count: await db.card.count({ where: sent }),
      href: board,
      things: sentCards.map((card) => thing(card.id, card.school.shortName, card.submittedAt)),
    },
    {
      text: 'МОЦ принял карты',
      count: await db.card.count({ where: accepted }),
      href: `${board}?show=accepted`,
      things: acceptedCards.map((card) => thing(card.id, card.school.shortName, card.decidedAt)),
    },
    {
      text: 'Школы возразили против баллов',
      count: await db.dispute.count({ where: raised }),
      href: `${board}?show=review`,
      things: disputes.map(({ cardId, card, raisedAt }) => thing(cardId, card.school.shortName, raisedAt)),
    },
  ];
}

async function changesOfSupport(db: ScopedDatabase, { municipalityId, since }: Asked): Promise<Change[]> {
  const at = { gte: since };
  const sent = { municipalityId, submittedAt: at };
  const answered = { municipalityId, answeredAt: at };
  const reported = { municipalityId, reportedAt: at };
  const concerned = { municipalityId, kind: 'CONCERN' as const, createdAt: at };
  const programmes = await db.programme.findMany({
    ...{ where: sent, orderBy: { submittedAt: 'desc' as const }, ...newest },
    select: { id: true, submittedAt: true, school },
  });
  const recommendations = await db.recommendation.findMany({
    ...{ where: answered, orderBy: { answeredAt: 'desc' as const }, ...newest },
    select: { id: true, answeredAt: true, school },
  });
  const stages = await db.programmeStage.findMany({
    ...{ where: reported, orderBy: { reportedAt: 'desc' as const }, ...newest },
    select: { programmeId: true, title: true, reportedAt: true, programme: { select: { school } } },
  });
  const concerns = await db.caseEntry.findMany({
    ...{ where: concerned, orderBy: { createdAt: 'desc' as const }, ...newest },
    select: { schoolId: true, createdAt: true, case: { select: { school } } },
  });
  return [
    {
      text: 'Школы прислали программы',
      count: await db.programme.count({ where: sent }),
      href: '/support/programmes',
      things: programmes.map((one) => thingOf(one.school.shortName, one.submittedAt, `/support/programmes/${one.id}`)),
    },
    {
      text: 'Ответы на рекомендации',
      count: await db.recommendation.count({ where: answered }),
      href: '/support/recommendations',
      things: recommendations.map((one) =>
        thingOf(one.school.shortName, one.answeredAt, `/support/recommendations/${one.id}`),
      ),
    },
    {
      text: 'Отчёты об этапах программ',
      count: await db.programmeStage.count({ where: reported }),
      href: '/support/programmes',
      things: stages.map(({ programmeId, title, reportedAt, programme }) =>
        thingOf(`${programme.school.shortName}, этап «${title}»`, reportedAt, `/support/programmes/${programmeId}`),
      ),
    },
    {
      text: 'Тревоги по школам',
      count: await db.caseEntry.count({ where: concerned }),
      href: '/support',
      things: concerns.map((one) =>
        thingOf(one.case.school.shortName, one.createdAt, `/support/schools/${one.schoolId}`),
      ),
    },
  ];
}

async function changesOfData(db: ScopedDatabase, { municipalityId, since }: Asked): Promise<Change[]> {
  const confirmed = { municipalityId, confirmedAt: { gte: since } };
  const applied = { municipalityId, appliedAt: { gte: since } };
  const lists = await db.confirmedList.findMany({
    ...{ where: confirmed, orderBy: { confirmedAt: 'desc' as const }, ...newest },
    select: { id: true, orderNumber: true, confirmedAt: true },
  });
  const imports = await db.import.findMany({
    ...{ where: applied, orderBy: { appliedAt: 'desc' as const }, ...newest },
    select: { id: true, fileName: true, appliedAt: true },
  });
  return [
    {
      text: 'Списки утверждены',
      count: await db.confirmedList.count({ where: confirmed }),
      href: `/analysis/movements?municipality=${municipalityId}`,
      things: lists.map((one) => thingOf(`приказ № ${one.orderNumber}`, one.confirmedAt, `/analysis/lists/${one.id}`)),
    },
    {
      text: 'Файлы результатов загружены и применены',
      count: await db.import.count({ where: applied }),
      href: '/data/imports',
      things: imports.map((one) => thingOf(one.fileName, one.appliedAt, `/data/imports/${one.id}`)),
    },
  ];
}

const thingOf = (name: string, at: Date | null, href: string): ChangedThing => ({ name, at, href });
