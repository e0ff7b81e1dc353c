import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { type FlagFirmness, firmnessOf } from '@/lib/domain/firmness';
import { previousSchoolYear } from '@/lib/domain/school-year';
import { acceptedAnswers } from './campaign-answers';
import { judgedSchools, pointsOfSchools } from './judged-schools';
import { type RankedCampaign, rankedCampaign } from './ranked-campaign';
import { rankingItem, standingOf } from './ranking-items';
import { rankingRows } from './ranking-rows';
import type { AnalysisChoice, CampaignChoice, RankedSchool, RankingView } from './views';

/** One table's ranking with groups, firmness and what the viewer may do; FORBIDDEN for principals. */
export function rankingView(viewer: Viewer, campaignId: string, tableCode?: string): Promise<Outcome<RankingView>> {
  return forViewer(viewer, async (db) => {
    const found = await rankedCampaign(db, viewer, campaignId, 'ranking.read', tableCode);
    if (!found.ok) return found;
    const campaign = found.value;
    const schools = await rankedSchools(db, campaign);
    const { municipalityId, rule, listInForce } = campaign;
    return done({
      ...campaignHead(campaign),
      rule,
      listInForce,
      schools,
      accepted: schools.filter((school) => school.status === 'ACCEPTED').length,
      years: await campaignYears(db, municipalityId),
      otherInstrumentBefore: await otherInstrumentBefore(db, campaign),
      may: {
        confirm: campaign.status !== 'DRAFT' && may(viewer, 'list.confirm', { municipalityId }),
        changeRule: listInForce === null && may(viewer, 'rule.change', { municipalityId }),
      },
    });
  });
}

/** What every page of a campaign's table says at its head. */
export function campaignHead(campaign: RankedCampaign): Pick<RankingView, 'campaign' | 'table' | 'tables'> {
  const { table } = campaign;
  return {
    campaign: {
      id: campaign.campaignId,
      municipalityId: campaign.municipalityId,
      municipalityName: campaign.municipalityName,
      schoolYear: campaign.schoolYear,
      resultsYear: campaign.resultsYear,
      status: campaign.status,
      dueAt: campaign.dueAt,
      instrumentVersionId: campaign.instrumentVersionId,
      instrumentTitle: campaign.instrumentTitle,
    },
    tables: campaign.instrument.definition.tables.map(({ code, title, track }) => ({ code, title, track })),
    table: {
      code: table.code,
      title: table.title,
      track: table.track,
      groups: table.groups.map(({ code, title }) => ({ code, title })),
    },
  };
}

/** The schools of a campaign's table as its page shows them, in the order of the ranking. */
export async function rankedSchools(db: ScopedDatabase, campaign: RankedCampaign): Promise<RankedSchool[]> {
  const rows = await rankingRows(db, campaign);
  const points = pointsOfSchools(campaign, rows, await acceptedAnswers(db, campaign.campaignId, campaign.instrument));
  const judged = judgedSchools(rows, points);
  const firmness = campaign.rule ? firmnessOf(campaign.rule, judged) : new Map<string, FlagFirmness>();
  const standing = standingOf(campaign.rule, rows);
  return rows.map((row) => {
    const { negativeSum, previousNegativeSum, schoolCode } = row;
    return {
      ...rankingItem(row, standing),
      cardId: row.cardId,
      schoolShortName: row.schoolShortName,
      schoolKind: row.schoolKind,
      grades: { from: row.gradeFrom, to: row.gradeTo },
      change: negativeSum === null || previousNegativeSum === null ? null : negativeSum - previousNegativeSum,
      previousMaximum: row.previousMaximum,
      groups: campaign.table.groups.flatMap(({ code }) => row.groups.filter((group) => group.code === code)),
      criteria: points.get(schoolCode) ?? [],
      firmness: firmness.get(schoolCode) ?? null,
    };
  });
}

/** The campaigns of a municipality, the newest first. */
export async function campaignYears(db: ScopedDatabase, municipalityId: string): Promise<CampaignChoice[]> {
  const campaigns = await db.campaign.findMany({
    where: { municipalityId },
    select: { id: true, schoolYear: true, status: true },
    orderBy: { schoolYear: 'desc' },
  });
  return campaigns.map(({ id, schoolYear, status }) => ({ campaignId: id, schoolYear, status }));
}

/** Whether the cards of the year before were filled in by another version. */
export async function otherInstrumentBefore(db: ScopedDatabase, campaign: RankedCampaign): Promise<boolean> {
  const { municipalityId, schoolYear, instrumentVersionId } = campaign;
  const before = await db.campaign.findUnique({
    where: { municipalityId_schoolYear: { municipalityId, schoolYear: previousSchoolYear(schoolYear) } },
    select: { instrumentVersionId: true },
  });
  return before !== null && before.instrumentVersionId !== instrumentVersionId;
}

/** The newest opened campaign of every municipality in sight, by name of the municipality; empty for principals. */
export function newestCampaigns(viewer: Viewer): Promise<AnalysisChoice[]> {
  return forViewer(viewer, async (db) => {
    const campaigns = await db.campaign.findMany({
      where: { municipalityId: { in: viewer.municipalityIds }, status: { not: 'DRAFT' } },
      distinct: ['municipalityId'],
      orderBy: [{ municipalityId: 'asc' }, { schoolYear: 'desc' }],
      select: { id: true, schoolYear: true, status: true, municipality: { select: { id: true, name: true } } },
    });
    const byName = new Intl.Collator('ru', { numeric: true });
    return campaigns
      .map(({ id, schoolYear, status, municipality }) => ({
        campaignId: id,
        schoolYear,
        status,
        municipalityId: municipality.id,
        municipalityName: municipality.name,
      }))
      .sort((a, b) => byName.compare(a.municipalityName, b.municipalityName));
  });
}
