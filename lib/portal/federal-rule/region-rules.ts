import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { type FederalResult, federalVerdict } from '@/lib/domain/federal-rule';
import { agreementOfCounts } from '@/lib/domain/rule-agreement';
import { rankingOfRegion } from '@/lib/portal/lists/queries';
import type { RegionSchool } from '@/lib/portal/lists/views';
import { regionOverview } from '@/lib/portal/overview/queries';
import { factsOfCampaigns, type TwoYears } from './campaign-facts';
import { type RegionSettings, regionSettings } from './region-settings';
import { FEDERAL_KINDS } from './two-rules';
import type { MunicipalityRules, RegionRulesView } from './views';

/** More schools than a region has: its ranking in one piece. */
const WHOLE_REGION = { page: 1, pageSize: 100_000 };

type Counts = Omit<MunicipalityRules, 'municipalityId' | 'name' | 'campaignId'>;

interface JudgedSchool {
  municipalityId: string;
  result: FederalResult;
  federalLow: boolean | null;
  municipal: boolean | null;
  proposed: boolean;
  confirmed: boolean;
}

/** The municipalities of the region in a school year (the latest unless told) by both rules, and all of them together. */
export async function regionRules(viewer: Viewer, asked?: string): Promise<Outcome<RegionRulesView>> {
  const refused = refusal(viewer, 'federalRule.read', { regionId: viewer.regionId });
  if (refused) return { ok: false, failure: refused };
  const overview = await regionOverview(viewer, asked);
  if (!overview.ok) return overview;
  const { schoolYear, schoolYears, municipalities } = overview.value;
  const ranking = await rankingOfRegion(viewer, {
    ...WHOLE_REGION,
    schoolYear: schoolYear ?? '',
    track: 'LOW_RESULTS',
  });
  if (!ranking.ok) return ranking;
  const regionId = viewer.regionId ?? '';
  return forViewer(viewer, async (db) => {
    const settings = await regionSettings(db, viewer, 'FEDERAL_RULE');
    const schools = await judgedSchools(db, settings, ranking.value.items);
    const byMunicipality = Map.groupBy(schools, (school) => school.municipalityId);
    return done({
      ...{ schoolYear, schoolYears, settings: settings.region },
      municipalities: municipalities.map(({ municipalityId, name, campaign }) => ({
        ...{ municipalityId, name, campaignId: campaign?.id ?? null },
        ...countsOf(byMunicipality.get(municipalityId) ?? []),
      })),
      total: countsOf(schools),
      may: { changeSettings: may(viewer, 'method.change', { regionId }) },
    });
  });
}

async function judgedSchools(
  db: ScopedDatabase,
  settings: RegionSettings<'FEDERAL_RULE'>,
  schools: readonly RegionSchool[],
): Promise<JudgedSchool[]> {
  const campaigns = await db.campaign.findMany({
    where: { id: { in: [...new Set(schools.map(({ campaignId }) => campaignId))] } },
    select: { id: true, municipalityId: true, resultsYear: true, rules: { select: { track: true } } },
  });
  const asked = campaigns.map(({ id, resultsYear }) => ({ campaignId: id, resultsYear }));
  const facts = await factsOfCampaigns(db, asked, FEDERAL_KINDS);
  const withRule = new Set(
    campaigns.filter(({ rules }) => rules.some(({ track }) => track === 'LOW_RESULTS')).map(({ id }) => id),
  );
  return schools.map((school) => {
    const { year, before }: TwoYears = facts.get(school.schoolId) ?? { year: {}, before: {} };
    const { result, federalLow } = federalVerdict(settings.of(school.municipalityId), year, before);
    const { municipalityId, proposed, confirmed, negativeSum } = school;
    const judged = negativeSum !== null && withRule.has(school.campaignId);
    return { municipalityId, result, federalLow, municipal: judged ? proposed : null, proposed, confirmed };
  });
}

function countsOf(schools: readonly JudgedSchool[]): Counts {
  const count = (which: (school: JudgedSchool) => boolean) => schools.filter(which).length;
  const cell = (municipal: boolean, federal: boolean) =>
    count((school) => school.municipal === municipal && school.federalLow === federal);
  const withResult = (result: FederalResult) => count((school) => school.result === result);
  return {
    schools: schools.length,
    results: {
      LOW: withResult('LOW'),
      RISK: withResult('RISK'),
      NO: withResult('NO'),
      LITTLE_DATA: withResult('LITTLE_DATA'),
    },
    proposed: count(({ proposed }) => proposed),
    confirmed: count(({ confirmed }) => confirmed),
    agreement: agreementOfCounts(cell(true, true), cell(true, false), cell(false, true), cell(false, false)),
  };
}
