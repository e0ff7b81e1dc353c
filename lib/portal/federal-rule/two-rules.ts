import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { FactKind } from '@/lib/domain/evidence/facts';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { type FederalRuleSettings, federalVerdict } from '@/lib/domain/federal-rule';
import { agreementOf, verdictOf } from '@/lib/domain/rule-agreement';
import { rankingView } from '@/lib/portal/lists/queries';
import type { RankedSchool, RankingView } from '@/lib/portal/lists/views';
import { methodSettings } from '@/lib/portal/methods/queries';
import { factsOfCampaigns, sourceLines, type TwoYears } from './campaign-facts';
import type { FederalDetails, LoadedProcedure, TwoRulesSchool, TwoRulesView } from './views';

/** Kinds of facts that the rule reads. */
export const FEDERAL_KINDS: readonly FactKind[] = ['VPR_MARKS', 'GIA_AGGREGATE'];

const NOTHING: TwoYears = { year: {}, before: {} };

/**
 * The schools of a campaign by its own sum and by the federal rule, with how far the two agree; FORBIDDEN for principals.
 * The municipal side is the table of low results.
 */
export async function twoRulesView(viewer: Viewer, campaignId: string): Promise<Outcome<TwoRulesView>> {
  const ranking = await lowResultsRanking(viewer, campaignId);
  if (!ranking.ok) return ranking;
  const { campaign, table, tables, years, listInForce, rule } = ranking.value;
  const { municipalityId } = campaign;
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'federalRule.read', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const settings = await methodSettings(db, 'FEDERAL_RULE', { regionId: viewer.regionId ?? '', municipalityId });
    const facts = await factsOfCampaigns(db, [{ campaignId, resultsYear: campaign.resultsYear }], FEDERAL_KINDS);
    const schools = ranking.value.schools.map((school) => judged(school, settings.values, facts.get(school.schoolId)));
    const agreement = (municipal: (school: TwoRulesSchool) => boolean | null) =>
      agreementOf(
        schools.map((school) => ({
          schoolCode: school.schoolCode,
          first: verdictOf(municipal(school)),
          second: verdictOf(school.federal.federalLow),
        })),
      );
    return done({
      ...{ campaign, table, tables, years, listInForce, rule, settings, schools },
      procedures: loadedProcedures(settings.values, schools),
      agreement: {
        proposed: agreement(({ negativeSum, proposed }) => (rule === null || negativeSum === null ? null : proposed)),
        confirmed: listInForce ? agreement(({ confirmed }) => confirmed) : null,
      },
      may: { changeSettings: may(viewer, 'method.change', { municipalityId }) },
    });
  });
}

/** The ranking by the table of low results, whatever its place in the instrument. */
async function lowResultsRanking(viewer: Viewer, campaignId: string): Promise<Outcome<RankingView>> {
  const first = await rankingView(viewer, campaignId);
  if (!first.ok || first.value.table.track === 'LOW_RESULTS') return first;
  const table = first.value.tables.find(({ track }) => track === 'LOW_RESULTS');
  return table ? rankingView(viewer, campaignId, table.code) : failed('NOT_FOUND', 'В карте нет таблицы результатов.');
}

function judged(school: RankedSchool, settings: FederalRuleSettings, facts: TwoYears = NOTHING): TwoRulesSchool {
  const { schoolId, schoolCode, schoolName, schoolShortName, grades, cardId, status } = school;
  const { negativeSum, maximum, proposed, confirmed } = school;
  return {
    ...{ schoolId, schoolCode, schoolName, schoolShortName, grades, cardId, status },
    ...{ negativeSum, maximum, proposed, confirmed },
    federal: federalVerdict(settings, facts.year, facts.before),
  };
}

function loadedProcedures({ procedures }: FederalRuleSettings, schools: readonly TwoRulesSchool[]): LoadedProcedure[] {
  return procedures.map((code, at) => ({
    code,
    year: schools.filter(({ federal }) => federal.procedures[at]?.year.result).length,
    before: schools.filter(({ federal }) => federal.procedures[at]?.before.result).length,
  }));
}

/** One school of the view with the rows of files behind its figures. */
export async function federalDetails(
  viewer: Viewer,
  view: TwoRulesView,
  schoolCode: string,
): Promise<FederalDetails | null> {
  const school = view.schools.find((one) => one.schoolCode === schoolCode);
  if (!school) return null;
  return forViewer(viewer, async (db) => ({ school, sources: await procedureSources(db, school) }));
}

async function procedureSources(db: ScopedDatabase, { federal }: TwoRulesSchool): Promise<FederalDetails['sources']> {
  const all = federal.procedures
    .flatMap(({ year, before }) => [year, before])
    .flatMap(({ result }) => result?.sources ?? []);
  const line = await sourceLines(db, all);
  return Object.fromEntries(
    federal.procedures.map(({ code, year, before }) => [
      code,
      { year: (year.result?.sources ?? []).map(line), before: (before.result?.sources ?? []).map(line) },
    ]),
  );
}
