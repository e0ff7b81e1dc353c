import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { openDisputesByCard } from '@/lib/portal/cards/queries';
import { cityDashboard } from '@/lib/portal/dashboard/queries';
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
export async function centreDay(viewer: Viewer, now: Date): Promise<Outcome<CentreDay>> {
  const dashboard = await cityDashboard(viewer, {}, now);
  if (!dashboard.ok) return dashboard;
  const { municipalityId, year } = dashboard.value;
  return forViewer(viewer, async (db) =>
    done({
      dashboard: dashboard.value,
      openDisputes: year
        ? await db.dispute.count({ where: { municipalityId, status: 'OPEN', card: { campaignId: year.campaign.id } } })
        : 0,
      schoolsWithoutAccount: await db.school.count({
        where: { municipalityId, closedOn: null, accounts: { none: { active: true, role: 'PRINCIPAL' } } },
      }),
    }),
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
