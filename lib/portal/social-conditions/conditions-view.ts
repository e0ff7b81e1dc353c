import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { FactKind } from '@/lib/domain/evidence/facts';
import { done, type Outcome } from '@/lib/domain/failure';
import type { Trust } from '@/lib/domain/objectivity/trust';
import { type SchoolIndex, type SocialIndex, socialIndex } from '@/lib/domain/social-index';
import { type KnownSchool, partnerReasons, resultsTrust, type Typology, typologyOf } from '@/lib/domain/typology';
import { factsOfCampaigns, sourceLines } from '@/lib/portal/federal-rule/queries';
import { rankingView } from '@/lib/portal/lists/queries';
import type { RankedSchool, RankingView } from '@/lib/portal/lists/views';
import { methodSettings } from '@/lib/portal/methods/queries';
import { trustBySchool } from '@/lib/portal/objectivity/queries';
import type { ConditionsDetails, ConditionsSchool, ConditionsView, SchoolConditions } from './views';

const CONTEXT: readonly FactKind[] = ['CONTEXT'];

/** The two tables that the kinds of school stand on; conditions null: the instrument has no such table. */
interface TwoRankings {
  results: RankingView;
  conditions: RankingView | null;
}

/**
 * The schools of a campaign by index and results: four kinds of school, resilient ones with what speaks for them;
 * FORBIDDEN for principals.
 */
export async function conditionsView(viewer: Viewer, campaignId: string): Promise<Outcome<ConditionsView>> {
  const rankings = await twoRankings(viewer, campaignId);
  if (!rankings.ok) return rankings;
  const { results, conditions } = rankings.value;
  const { campaign, table, tables, years } = results;
  const { municipalityId, resultsYear } = campaign;
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'socialConditions.read', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const settings = await methodSettings(db, 'SOCIAL_INDEX', { regionId: viewer.regionId ?? '', municipalityId });
    const facts = await factsOfCampaigns(db, [{ campaignId, resultsYear }], CONTEXT);
    const trust = await trustBySchool(db, municipalityId, resultsYear);
    const index = socialIndex(
      settings.values,
      results.schools.map(({ schoolId }) => ({ schoolId, facts: facts.get(schoolId)?.year ?? {} })),
    );
    const known = knownSchools(rankings.value, index, trust);
    const typology = typologyOf(known);
    const { shares, measured, threshold } = index;
    return done({
      ...{ campaign, table, tables, years, settings, shares, measured, threshold },
      conditionsRule: conditions?.rule ?? null,
      medianSum: typology.medianSum,
      lowFrom: typology.lowFrom,
      schools: conditionsSchools(rankings.value, { index, typology, known }).map((school) => ({
        ...school,
        loaded: facts.get(school.schoolId)?.year.CONTEXT !== undefined,
      })),
      may: { changeSettings: may(viewer, 'method.change', { municipalityId }) },
    });
  });
}

async function twoRankings(viewer: Viewer, campaignId: string): Promise<Outcome<TwoRankings>> {
  const first = await rankingView(viewer, campaignId);
  if (!first.ok) return first;
  const { tables, table: shown } = first.value;
  const of = async (track: RankingView['table']['track']): Promise<Outcome<RankingView | null>> => {
    if (shown.track === track) return first;
    const table = tables.find((one) => one.track === track);
    return table ? rankingView(viewer, campaignId, table.code) : done(null);
  };
  const results = await of('LOW_RESULTS');
  if (!results.ok) return results;
  const conditions = await of('ADVERSE_CONDITIONS');
  if (!conditions.ok) return conditions;
  return done({ results: results.value ?? first.value, conditions: conditions.value });
}

function knownSchools(
  { results, conditions }: TwoRankings,
  index: SocialIndex,
  trust: ReadonlyMap<string, Trust>,
): KnownSchool[] {
  const indices = new Map(index.schools.map((school) => [school.schoolId, school]));
  const byTable = new Map(conditions?.schools.map((school) => [school.schoolId, school]));
  return results.schools.map((school) => {
    const own = indices.get(school.schoolId);
    return {
      schoolCode: school.schoolCode,
      index: own?.index ?? null,
      hardByIndex: own?.hard ?? null,
      hardByTable: proposedBy(conditions, byTable.get(school.schoolId)),
      negativeSum: school.negativeSum,
      maximum: school.maximum,
      low: proposedBy(results, school),
      listed: school.confirmed,
      trust: trust.get(school.schoolId) ?? null,
    };
  });
}

/** Whether the table's rule proposes the school; null without a rule or an accepted card. */
function proposedBy(ranking: RankingView | null, school: RankedSchool | undefined): boolean | null {
  return !ranking?.rule || !school || school.negativeSum === null ? null : school.proposed;
}

interface Judged {
  index: SocialIndex;
  typology: Typology;
  known: readonly KnownSchool[];
}

function conditionsSchools(
  { results, conditions }: TwoRankings,
  { index, typology, known }: Judged,
): Omit<ConditionsSchool, 'loaded'>[] {
  const indices = new Map(index.schools.map((school) => [school.schoolId, school]));
  const sums = new Map(conditions?.schools.map((school) => [school.schoolId, school.negativeSum]));
  return results.schools.flatMap((school, at) => {
    const type = typology.schools.get(school.schoolCode);
    const own = indices.get(school.schoolId);
    const facts = known[at];
    if (!type || !own || !facts) return [];
    const { schoolId, schoolCode, schoolName, schoolShortName, grades, cardId, status } = school;
    const { negativeSum, maximum, proposed, confirmed } = school;
    return {
      ...{ schoolId, schoolCode, schoolName, schoolShortName, grades, cardId, status },
      ...{ negativeSum, maximum, proposed, confirmed, ...type },
      ...{ index: own.index, base: own.base, parts: own.parts, place: placeOf(own, index) },
      hardByIndex: own.hard,
      hardByTable: facts.hardByTable,
      conditionsSum: sums.get(schoolId) ?? null,
      trust: resultsTrust(facts.trust),
      reasons: type.resilient || type.doubtful ? partnerReasons(facts, typology, index.threshold) : [],
    };
  });
}

/** 1 is the lowest index, the hardest conditions. */
function placeOf({ index: own }: SchoolIndex, { schools }: SocialIndex): number | null {
  return own === null ? null : 1 + schools.filter(({ index }) => index !== null && index < own).length;
}

/** The index of one school, for who may see it among the others; null: nobody else, or the school has no card there. */
export async function conditionsOfSchool(
  viewer: Viewer,
  campaignId: string,
  schoolId: string,
): Promise<SchoolConditions | null> {
  if (!may(viewer, 'socialConditions.read')) return null;
  const view = await conditionsView(viewer, campaignId);
  const school = view.ok ? view.value.schools.find((one) => one.schoolId === schoolId) : undefined;
  if (!view.ok || !school) return null;
  const { schoolCode, index, place, type, resilient, loaded } = school;
  return { schoolCode, index, place, type, resilient, loaded, measured: view.value.measured };
}

/** One school of the view with the rows of files behind its shares; null: the view has no such school. */
export async function conditionsDetails(
  viewer: Viewer,
  view: ConditionsView,
  schoolCode: string,
): Promise<ConditionsDetails | null> {
  const school = view.schools.find((one) => one.schoolCode === schoolCode);
  return school ? forViewer(viewer, async (db) => ({ school, sources: await shareSources(db, school) })) : null;
}

async function shareSources(db: ScopedDatabase, { parts }: ConditionsSchool): Promise<ConditionsDetails['sources']> {
  const line = await sourceLines(
    db,
    parts.flatMap(({ sources }) => sources),
  );
  return Object.fromEntries(parts.map(({ code, sources }) => [code, sources.map(line)]));
}
