import type { ScopedDatabase } from '@/lib/access/door';
import { schoolsInSight } from '@/lib/access/sight';
import type { Viewer } from '@/lib/access/viewer';
import type { PartScore, Score } from '@/lib/domain/scoring';
import { openDisputesByCard } from '@/lib/portal/cards/queries';
import type { CardState, YearIdentity } from './views';

/** One card of the school with the year it belongs to. */
export interface SchoolYear {
  cardId: string;
  campaignId: string;
  municipalityId: string;
  instrumentVersionId: string;
  schoolYear: string;
  campaignStatus: 'OPEN' | 'CLOSED';
  status: CardState;
  identity: YearIdentity;
  begun: boolean;
  answered: number;
  applicable: number;
  dueAt: Date;
  submittedAt: Date | null;
  submittedBy: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  openDisputes: number;
  /** null without an accepted card */
  score: Score | null;
}

/**
 * The cards of a school that the viewer may see, the newest year first; each with the name that the school had when the
 * campaign was closed (today's while it runs) and the municipality that held it.
 */
export async function schoolYears(db: ScopedDatabase, viewer: Viewer, schoolId: string): Promise<SchoolYear[]> {
  const cards = await db.card.findMany({
    where: { AND: [{ schoolId, campaign: { status: { not: 'DRAFT' } } }, schoolsInSight(viewer)] },
    include: {
      campaign: { include: { municipality: { select: { name: true } } } },
      school: { include: { passports: { orderBy: { validFrom: 'asc' } } } },
    },
    orderBy: { campaign: { schoolYear: 'desc' } },
  });
  const openDisputes = await openDisputesByCard(
    db,
    cards.map((card) => card.id),
  );
  return cards.map(({ campaign, school, ...card }) => ({
    cardId: card.id,
    campaignId: campaign.id,
    municipalityId: campaign.municipalityId,
    instrumentVersionId: campaign.instrumentVersionId,
    schoolYear: campaign.schoolYear,
    campaignStatus: campaign.status === 'OPEN' ? 'OPEN' : 'CLOSED',
    status: card.status,
    identity: {
      name: nameAt(school.passports, campaign.closedAt) ?? school.shortName,
      municipalityName: campaign.municipality.name,
    },
    begun: card.startedAt !== null,
    answered: card.answered,
    applicable: card.applicable,
    dueAt: card.dueAt ?? campaign.dueAt,
    submittedAt: card.submittedAt,
    submittedBy: card.submittedBy,
    decidedAt: card.decidedAt,
    decidedBy: card.decidedBy,
    openDisputes: openDisputes.get(card.id) ?? 0,
    score: card.status === 'ACCEPTED' ? (card.score as unknown as Score) : null,
  }));
}

interface DatedName {
  shortName: string;
  validFrom: Date;
  validTo: Date | null;
}

function nameAt(passports: readonly DatedName[], moment: Date | null): string | undefined {
  if (moment === null) return passports.find(({ validTo }) => validTo === null)?.shortName;
  return passports.find(({ validFrom, validTo }) => validFrom <= moment && (validTo === null || validTo > moment))
    ?.shortName;
}

/** Scores of parts by code; null without a score. */
export function byCode(parts: readonly PartScore[] | undefined): Record<string, PartScore> | null {
  return parts ? Object.fromEntries(parts.map((part) => [part.code, part])) : null;
}
