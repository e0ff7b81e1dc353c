import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { CardStatus } from '@/lib/db/generated/enums';
import { openDisputesByCard } from '@/lib/portal/cards/queries';
import type { CentreDay, InstallationDay, OwnCard } from './views';

export { supportDay } from './support-day';

/** The cards of the viewer's own school, newest year first. */
export function ownCards(viewer: Viewer): Promise<OwnCard[]> {
  return forViewer(viewer, async (db) => {
    if (!viewer.schoolId) return [];
    const cards = await db.card.findMany({
      where: { schoolId: viewer.schoolId },
      include: {
        campaign: { select: { schoolYear: true, status: true, dueAt: true } },
        tableScores: { orderBy: { tableCode: 'asc' } },
      },
      orderBy: { campaign: { schoolYear: 'desc' } },
    });
    const cardIds = cards.map((card) => card.id);
    const carriedOver = await carriedOverByCard(db, cardIds);
    const openDisputes = await openDisputesByCard(db, cardIds);
    return cards.map((card) => ({
      id: card.id,
      schoolYear: card.campaign.schoolYear,
      campaignStatus: card.campaign.status,
      status: card.status,
      answered: card.answered,
      applicable: card.applicable,
      carriedOver: carriedOver.get(card.id) ?? 0,
      dueAt: card.dueAt ?? card.campaign.dueAt,
      returnComment: card.returnComment,
      openDisputes: openDisputes.get(card.id) ?? 0,
      tables: card.tableScores.map(({ tableCode, negativeSum, maximum }) => ({
        code: tableCode,
        negativeSum,
        maximum,
      })),
    }));
  });
}

async function carriedOverByCard(db: ScopedDatabase, cardIds: string[]): Promise<Map<string, number>> {
  const where = { cardId: { in: cardIds }, carriedOver: true };
  const counts = await db.answer.groupBy({ by: ['cardId'], where, _count: true });
  return new Map(counts.map(({ cardId, _count }) => [cardId, _count]));
}

/** The day of the centre of the viewer's municipality. */
export function centreDay(viewer: Viewer, now: Date): Promise<CentreDay> {
  return forViewer(viewer, async (db) => {
    const municipalityId = viewer.municipalityId ?? undefined;
    const [latest, before] = await db.campaign.findMany({
      where: { municipalityId, status: { in: ['OPEN', 'CLOSED'] } },
      orderBy: { schoolYear: 'desc' },
      take: 2,
    });
    const schoolsWithoutAccount = await db.school.count({
      where: { municipalityId, closedOn: null, accounts: { none: { active: true, role: 'PRINCIPAL' } } },
    });
    if (!latest) {
      return {
        campaign: null,
        accepted: 0,
        toReview: 0,
        late: 0,
        openDisputes: 0,
        schoolsWithoutAccount,
        listInForce: null,
        previousList: null,
      };
    }
    const of = { campaignId: latest.id };
    const statuses = await db.card.groupBy({ by: ['status'], where: of, _count: true });
    const number = (status: CardStatus) => statuses.find((row) => row.status === status)?._count ?? 0;
    const late = await db.card.count({
      where: {
        ...of,
        status: { in: ['DRAFT', 'RETURNED'] },
        OR: latest.dueAt < now ? [{ dueAt: null }, { dueAt: { lt: now } }] : [{ dueAt: { lt: now } }],
      },
    });
    const inForce = await listOf(db, latest.id);
    const previous = before ? await listOf(db, before.id) : null;
    return {
      campaign: {
        id: latest.id,
        schoolYear: latest.schoolYear,
        status: latest.status,
        dueAt: latest.dueAt,
        cards: statuses.reduce((sum, row) => sum + row._count, 0),
      },
      accepted: number('ACCEPTED'),
      toReview: number('SUBMITTED'),
      late: latest.status === 'OPEN' ? late : 0,
      openDisputes: await db.dispute.count({ where: { status: 'OPEN', card: of } }),
      schoolsWithoutAccount,
      listInForce: inForce && {
        id: inForce.id,
        orderNumber: inForce.orderNumber,
        orderDate: inForce.orderDate,
        schools: inForce.schools,
      },
      previousList:
        previous && before ? { id: previous.id, schoolYear: before.schoolYear, schools: previous.schools } : null,
    };
  });
}

async function listOf(db: ScopedDatabase, campaignId: string) {
  const list = await db.confirmedList.findFirst({ where: { campaignId, track: 'LOW_RESULTS', supersededAt: null } });
  return (
    list && { ...list, schools: await db.confirmedListSchool.count({ where: { listId: list.id, included: true } }) }
  );
}

/** The state of the installation, for ADMIN. */
export function installationDay(viewer: Viewer, now: Date): Promise<InstallationDay> {
  return forViewer(viewer, async (db) => ({
    regions: await db.region.count(),
    municipalities: await db.municipality.count(),
    schools: await db.school.count({ where: { closedOn: null } }),
    activeAccounts: await db.account.count({ where: { active: true } }),
    openInvitations: await db.invitation.count({
      where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    }),
    lettersWaiting: await db.letter.count({ where: { status: { in: ['QUEUED', 'KEPT'] } } }),
    lettersFailed: await db.letter.count({ where: { status: 'FAILED' } }),
  }));
}
