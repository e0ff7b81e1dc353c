import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { countedAnswer } from '@/lib/domain/answers';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { placedCriteria } from '@/lib/domain/instrument';
import { diagnoseInstrument } from '@/lib/domain/instrument-diagnostics';
import { acceptedCards } from './accepted-cards';
import { loadInstrument } from './definition';
import { ABSENT, versionInSight } from './drafts';
import type { CriteriaReport, ReportChoice } from './schema';

const LATEST_YEARS = 3;

/** What the criteria of a version tell about the schools of the viewer's scope, and which of them should be looked at. */
export function criteriaReport(
  viewer: Viewer,
  versionId: string,
  choice: ReportChoice,
): Promise<Outcome<CriteriaReport>> {
  return forViewer(viewer, async (db) => {
    const version = await versionInSight(db, viewer, versionId);
    if (!version) return failed('NOT_FOUND', ABSENT);
    const refused = refusal(viewer, 'instrument.report');
    if (refused) return { ok: false, failure: refused };
    const loaded = await loadInstrument(db, versionId);
    if (!loaded) return failed('NOT_FOUND', ABSENT);
    const campaigns = await db.campaign.findMany({
      where: { instrumentVersionId: versionId, municipalityId: { in: viewer.municipalityIds } },
      include: { municipality: { select: { name: true } } },
      orderBy: [{ schoolYear: 'desc' }, { municipality: { name: 'asc' } }],
    });
    const municipalities = new Map(campaigns.map((campaign) => [campaign.municipalityId, campaign.municipality.name]));
    const municipalityId = municipalities.has(choice.municipalityId ?? '') ? choice.municipalityId : null;
    const looked = campaigns.filter(
      (campaign) => municipalityId === null || campaign.municipalityId === municipalityId,
    );
    const counts = new Map<string, number>();
    const accepted = await acceptedByCampaign(db, looked);
    for (const { id, schoolYear } of looked) {
      counts.set(schoolYear, (counts.get(schoolYear) ?? 0) + (accepted.get(id) ?? 0));
    }
    const chosen = chosenYears(counts, choice.years);
    const cards = await acceptedCards(
      db,
      looked.filter((campaign) => chosen.has(campaign.schoolYear)).map((campaign) => campaign.id),
    );
    const diagnosed = cards.map(({ grades, answers }) => ({
      grades,
      answers: Object.fromEntries(
        Object.entries(answers).map(([code, stored]) => [code, countedAnswer(stored).answer]),
      ),
    }));
    return done({
      version: { id: version.id, title: version.title, number: version.number, proposal: version.proposal },
      years: [...counts].map(([schoolYear, count]) => ({ schoolYear, cards: count, chosen: chosen.has(schoolYear) })),
      municipalities: [...municipalities].map(([id, name]) => ({ id, name })),
      municipalityId,
      cards: cards.length,
      diagnoses: diagnoseInstrument(loaded.definition, diagnosed),
      groundless: placedCriteria(loaded.definition)
        .map(({ criterion }) => criterion)
        .filter((criterion) => criterion.purpose.trim() === ''),
    });
  });
}

async function acceptedByCampaign(
  db: ScopedDatabase,
  campaigns: readonly { id: string }[],
): Promise<Map<string, number>> {
  const where = { campaignId: { in: campaigns.map(({ id }) => id) }, status: 'ACCEPTED' as const };
  const counts = await db.card.groupBy({ by: ['campaignId'], where, _count: true });
  return new Map(counts.map(({ campaignId, _count }) => [campaignId, _count]));
}

function chosenYears(counts: ReadonlyMap<string, number>, asked: readonly string[]): Set<string> {
  const known = asked.filter((year) => counts.has(year));
  if (known.length > 0) return new Set(known);
  const filled = [...counts].filter(([, cards]) => cards > 0).map(([year]) => year);
  return new Set(filled.slice(0, LATEST_YEARS));
}
