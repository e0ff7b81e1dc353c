import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { FactsOfYear } from '@/lib/domain/evidence/facts';
import { done, type Outcome } from '@/lib/domain/failure';
import type { Track } from '@/lib/domain/instrument';
import { type SocialIndexSettings, socialIndex } from '@/lib/domain/social-index';
import { type SchoolType, type TypedSchool, typologyOf } from '@/lib/domain/typology';
import { factsOfCampaigns, regionSettings } from '@/lib/portal/federal-rule/queries';
import { rankingOfRegion } from '@/lib/portal/lists/queries';
import type { RegionSchool } from '@/lib/portal/lists/views';
import { regionOverview } from '@/lib/portal/overview/queries';
import type { RegionConditionsView } from './views';

/** More schools than a region has: its ranking in one piece. */
const WHOLE_REGION = { page: 1, pageSize: 100_000 };

type Counts = RegionConditionsView['total'];

/** What of the region the kinds are counted from. */
interface RegionData {
  /** by the table of results, and by that of conditions */
  results: readonly RegionSchool[];
  conditions: ReadonlyMap<string, RegionSchool>;
  facts: ReadonlyMap<string, FactsOfYear>;
  /** «campaign track» of the rules that are set */
  rules: ReadonlySet<string>;
}

/** The municipalities of the region in a school year (the latest unless told) by kinds of school; each is its own city. */
export async function regionConditions(viewer: Viewer, asked?: string): Promise<Outcome<RegionConditionsView>> {
  const refused = refusal(viewer, 'socialConditions.read', { regionId: viewer.regionId });
  if (refused) return { ok: false, failure: refused };
  const overview = await regionOverview(viewer, asked);
  if (!overview.ok) return overview;
  const { schoolYear, schoolYears, municipalities } = overview.value;
  const ranking = (track: Track) => rankingOfRegion(viewer, { ...WHOLE_REGION, schoolYear: schoolYear ?? '', track });
  const results = await ranking('LOW_RESULTS');
  if (!results.ok) return results;
  const conditions = await ranking('ADVERSE_CONDITIONS');
  if (!conditions.ok) return conditions;
  return forViewer(viewer, async (db) => {
    const settings = await regionSettings(db, viewer, 'SOCIAL_INDEX');
    const data = await regionData(db, results.value.items, conditions.value.items);
    const schools = Map.groupBy(data.results, (school) => school.municipalityId);
    const rows = municipalities.map(({ municipalityId, name, campaign }) => ({
      ...{ municipalityId, name, campaignId: campaign?.id ?? null },
      ...countsOf(settings.of(municipalityId), schools.get(municipalityId) ?? [], data),
    }));
    return done({
      ...{ schoolYear, schoolYears, municipalities: rows, total: totalOf(rows), settings: settings.region },
      may: { changeSettings: may(viewer, 'method.change', { regionId: viewer.regionId }) },
    });
  });
}

async function regionData(
  db: ScopedDatabase,
  results: readonly RegionSchool[],
  conditions: readonly RegionSchool[],
): Promise<RegionData> {
  const campaigns = await db.campaign.findMany({
    where: { id: { in: [...new Set(results.map(({ campaignId }) => campaignId))] } },
    select: { id: true, resultsYear: true, rules: { select: { track: true } } },
  });
  const asked = campaigns.map(({ id, resultsYear }) => ({ campaignId: id, resultsYear }));
  const facts = await factsOfCampaigns(db, asked, ['CONTEXT']);
  return {
    results,
    conditions: new Map(conditions.map((school) => [school.schoolId, school])),
    facts: new Map([...facts].map(([schoolId, { year }]) => [schoolId, year])),
    rules: new Set(campaigns.flatMap(({ id, rules }) => rules.map(({ track }) => `${id} ${track}`))),
  };
}

function countsOf(settings: SocialIndexSettings, schools: readonly RegionSchool[], data: RegionData): Counts {
  const index = socialIndex(
    settings,
    schools.map(({ schoolId }) => ({ schoolId, facts: data.facts.get(schoolId) ?? {} })),
  );
  const proposedBy = (school: RegionSchool | undefined, track: Track) =>
    !school || school.negativeSum === null || !data.rules.has(`${school.campaignId} ${track}`) ? null : school.proposed;
  const typology = typologyOf(
    schools.map((school, at) => ({
      schoolCode: school.schoolCode,
      index: index.schools[at]?.index ?? null,
      hardByIndex: index.schools[at]?.hard ?? null,
      hardByTable: proposedBy(data.conditions.get(school.schoolId), 'ADVERSE_CONDITIONS'),
      negativeSum: school.negativeSum,
      maximum: school.maximum,
      low: proposedBy(school, 'LOW_RESULTS'),
      listed: school.confirmed,
      trust: null,
    })),
  );
  return { schools: schools.length, measured: index.measured, ...typesOf([...typology.schools.values()]) };
}

function typesOf(schools: readonly TypedSchool[]): Pick<Counts, 'types' | 'untyped'> {
  const count = (type: SchoolType | null) => schools.filter((school) => school.type === type).length;
  return {
    types: {
      BOTH: count('BOTH'),
      CONDITIONS: count('CONDITIONS'),
      RESULTS: count('RESULTS'),
      NEITHER: count('NEITHER'),
    },
    untyped: count(null),
  };
}

function totalOf(rows: readonly Counts[]): Counts {
  const sum = (figure: (row: Counts) => number) => rows.reduce((total, row) => total + figure(row), 0);
  return {
    schools: sum((row) => row.schools),
    measured: sum((row) => row.measured),
    types: {
      BOTH: sum((row) => row.types.BOTH),
      CONDITIONS: sum((row) => row.types.CONDITIONS),
      RESULTS: sum((row) => row.types.RESULTS),
      NEITHER: sum((row) => row.types.NEITHER),
    },
    untyped: sum((row) => row.untyped),
  };
}
