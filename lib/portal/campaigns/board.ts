import { forViewer } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import { municipalitiesInSight } from '@/lib/access/sight';
import type { Viewer } from '@/lib/access/viewer';
import type { CampaignStatus, CardStatus, CountedSource } from '@/lib/db/generated/enums';
import { nextSchoolYear, schoolYearAt } from '@/lib/domain/school-year';
import { openDisputesByCard } from '@/lib/portal/cards/queries';
import { disagreementsByCard } from '@/lib/portal/evidence/queries';
import type { BoardRow, CampaignSummary } from './views';

export interface CampaignBoard {
  id: string;
  municipalityId: string;
  municipalityName: string;
  schoolYear: string;
  resultsYear: string;
  status: CampaignStatus;
  opensAt: Date;
  dueAt: Date;
  closedAt: Date | null;
  letter: string;
  /** which answer counts where МОЦ verified none */
  counts: CountedSource;
  instrumentTitle: string;
  instrumentVersionId: string;
  version: number;
  rows: BoardRow[];
  /** schools of the municipality that got no card: opened after the campaign began */
  schoolsWithoutCard: { id: string; name: string }[];
  lastReminderAt: Date | null;
}

/** The board of a campaign, most urgent first; null when the viewer may not see one. */
export function campaignBoard(viewer: Viewer, campaignId: string, now: Date): Promise<CampaignBoard | null> {
  return forViewer(viewer, async (db) => {
    if (!may(viewer, 'campaign.board')) return null;
    const campaign = await db.campaign.findUnique({
      where: { id: campaignId },
      include: {
        municipality: true,
        instrumentVersion: true,
        cards: {
          include: {
            school: { include: { accounts: { where: { active: true }, select: { id: true } } } },
          },
          orderBy: { school: { shortName: 'asc' } },
        },
      },
    });
    if (!campaign) return null;
    const withCard = campaign.cards.map((card) => card.schoolId);
    const cardIds = campaign.cards.map((card) => card.id);
    const openDisputes = await openDisputesByCard(db, cardIds);
    const disagreements = await disagreementsByCard(db, cardIds);
    const schoolsWithoutCard =
      campaign.status === 'OPEN'
        ? await db.school.findMany({
            where: { municipalityId: campaign.municipalityId, closedOn: null, id: { notIn: withCard } },
            select: { id: true, name: true },
            orderBy: { name: 'asc' },
          })
        : [];
    const reminder = await db.journalEntry.findFirst({
      where: { subjectType: 'campaign', subjectId: campaign.id, action: 'campaign.remind' },
      orderBy: { id: 'desc' },
      select: { at: true },
    });
    const rows = campaign.cards.map((card): BoardRow => {
      const dueAt = card.dueAt ?? campaign.dueAt;
      const waits = card.status === 'DRAFT' || card.status === 'RETURNED';
      return {
        cardId: card.id,
        schoolId: card.schoolId,
        schoolName: card.school.shortName,
        status: card.status,
        answered: card.answered,
        applicable: card.applicable,
        begun: card.startedAt !== null,
        dueAt,
        ownDeadline: card.dueAt !== null,
        late: waits && campaign.status === 'OPEN' && dueAt < now,
        submittedAt: card.submittedAt,
        openDisputes: openDisputes.get(card.id) ?? 0,
        disagreements: disagreements.get(card.id) ?? 0,
        hasAccount: card.school.accounts.length > 0 || card.school.municipalityId !== campaign.municipalityId,
      };
    });
    return {
      id: campaign.id,
      municipalityId: campaign.municipalityId,
      municipalityName: campaign.municipality.name,
      schoolYear: campaign.schoolYear,
      resultsYear: campaign.resultsYear,
      status: campaign.status,
      opensAt: campaign.opensAt,
      dueAt: campaign.dueAt,
      closedAt: campaign.closedAt,
      letter: campaign.letter,
      counts: campaign.counts,
      instrumentTitle: campaign.instrumentVersion.title,
      instrumentVersionId: campaign.instrumentVersionId,
      version: campaign.version,
      rows,
      schoolsWithoutCard,
      lastReminderAt: reminder?.at ?? null,
    };
  });
}

function ofMunicipalitiesInSight(viewer: Viewer): { municipalityId?: { in: string[] } } {
  const inSight = municipalitiesInSight(viewer);
  return inSight ? { municipalityId: { in: inSight } } : {};
}

/** Campaigns in the viewer's sight, newest first; a principal's list has only the own municipality's. */
export function campaignSummaries(viewer: Viewer, schoolYear?: string): Promise<CampaignSummary[]> {
  return forViewer(viewer, async (db) => {
    const campaigns = await db.campaign.findMany({
      where: { AND: [ofMunicipalitiesInSight(viewer), schoolYear ? { schoolYear } : {}] },
      include: { municipality: { select: { name: true } } },
      orderBy: [{ schoolYear: 'desc' }, { municipality: { name: 'asc' } }],
    });
    const counts = await db.card.groupBy({
      by: ['campaignId', 'status'],
      where: { campaignId: { in: campaigns.map((campaign) => campaign.id) } },
      _count: true,
    });
    const byCampaign = Map.groupBy(counts, (count) => count.campaignId);
    const countOf = (campaignId: string, statuses: CardStatus[]) =>
      (byCampaign.get(campaignId) ?? [])
        .filter((count) => statuses.includes(count.status))
        .reduce((sum, count) => sum + count._count, 0);
    return campaigns.map((campaign) => ({
      id: campaign.id,
      municipalityName: campaign.municipality.name,
      schoolYear: campaign.schoolYear,
      resultsYear: campaign.resultsYear,
      status: campaign.status,
      dueAt: campaign.dueAt,
      cards: countOf(campaign.id, ['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED']),
      submitted: countOf(campaign.id, ['SUBMITTED', 'ACCEPTED']),
      accepted: countOf(campaign.id, ['ACCEPTED']),
    }));
  });
}

/** School years in which the viewer sees campaigns, newest first. */
export function campaignYears(viewer: Viewer): Promise<string[]> {
  return forViewer(viewer, async (db) => {
    const rows = await db.campaign.findMany({
      where: ofMunicipalitiesInSight(viewer),
      distinct: ['schoolYear'],
      select: { schoolYear: true },
      orderBy: { schoolYear: 'desc' },
    });
    return rows.map((row) => row.schoolYear);
  });
}

export interface NewCampaignChoices {
  /** published versions in sight, the municipality's own first, the newest first */
  versions: { id: string; title: string }[];
  schools: number;
  /** the year after the latest campaign, or the present one */
  schoolYear: string;
}

/** What the head of a centre chooses from when opening a campaign. */
export function newCampaignChoices(viewer: Viewer, now: Date): Promise<NewCampaignChoices> {
  return forViewer(viewer, async (db) => {
    const versions = await db.instrumentVersion.findMany({
      where: { status: 'PUBLISHED' },
      include: { instrument: { select: { municipalityId: true } } },
      orderBy: { publishedAt: 'desc' },
    });
    const own = versions.filter((version) => version.instrument.municipalityId !== null);
    const regional = versions.filter((version) => version.instrument.municipalityId === null);
    const latest = await db.campaign.findFirst({
      where: { municipalityId: viewer.municipalityId ?? undefined },
      orderBy: { schoolYear: 'desc' },
    });
    return {
      versions: [
        ...own.map(({ id, title, number }) => ({ id, title: `${title}, версия ${number}` })),
        ...regional.map(({ id, title, number }) => ({ id, title: `${title}, версия ${number} (регион)` })),
      ],
      schools: await db.school.count({ where: { municipalityId: viewer.municipalityId ?? undefined, closedOn: null } }),
      schoolYear: latest ? nextSchoolYear(latest.schoolYear) : schoolYearAt(now),
    };
  });
}
