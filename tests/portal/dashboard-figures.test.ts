/**
 * Every figure of the overviews equals what a stranger counts from the lists of the API: for the city of 43 schools and for
 * all 350 of the demonstration region. At 40,000 schools `npm run bench -- dashboards` does the same.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewerOfAccount } from '@/lib/access/session';
import { apiReader } from '../access/api-reader';
import { type TestDatabase, testDatabase } from '../harness/database';
import { type Api, type ApiCampaign, type ApiCard, type ApiRanked, wholeList } from './independent/api-lists';
import {
  countedChange,
  countedMunicipality,
  countedSigns,
  countedSupport,
  countedTrend,
  countedYear,
} from './independent/dashboard-figures';

let database: TestDatabase;
let head: Api;
let coordinator: Api;
let city: { id: string; schools: Set<string> };
let campaigns: ApiCampaign[];

beforeAll(async () => {
  database = await testDatabase({ demonstration: true });
  const viewerOf = async (email: string) => {
    const { id } = await database.owner.account.findUniqueOrThrow({ where: { email } });
    const viewer = await viewerOfAccount(id);
    if (!viewer) throw new Error(email);
    return viewer;
  };
  head = await apiReader(await viewerOf('moc@demo.local'));
  coordinator = await apiReader(await viewerOf('soiro@demo.local'));
  const own = await wholeList<{ id: string; municipalityId: string }>(head, '/schools?closed=true');
  city = { id: own[0]?.municipalityId ?? '', schools: new Set(own.map(({ id }) => id)) };
  campaigns = await wholeList<ApiCampaign>(head, '/campaigns');
}, 120_000);
afterAll(() => database?.close());

interface ShownYear {
  cards: object;
  coverage: number | null;
  flagged: { by: string; schools: { schoolId: string; negativeSum: number | null; change: number | null }[] };
  support: {
    schoolYear: string;
    examined: object;
    programmes: object;
    stuck: { programmeId: string; who: string; since: string }[];
    partnerships: { id: string }[];
    recommendations: object;
  };
  events: object;
  sums: object[];
  groups: { code: string; share: number | null }[];
  criteria: { code: string; points: number }[];
  signs: {
    resultsYear: string;
    schools: number;
    withSigns: number;
    works: { subject: string; grade: number; schools: number }[];
  };
  heatMap: {
    schoolId: string;
    negativeSum: number;
    maximum: number;
    groups: { code: string; negativeSum: number }[];
  }[];
}

const byId = <Row extends { schoolId?: string; programmeId?: string }>(rows: Row[]) =>
  [...rows].sort((a, b) => ((a.schoolId ?? a.programmeId ?? '') < (b.schoolId ?? b.programmeId ?? '') ? -1 : 1));

describe('the city of 43 schools', () => {
  it.each(['2010-2011', '2017-2018', '2018-2019', '2019-2020', '2020-2021'])('%s', async (schoolYear) => {
    const campaign = campaigns.find((one) => one.schoolYear === schoolYear);
    if (!campaign) throw new Error(`no campaign of ${schoolYear}`);
    const now = new Date();
    const shown = (await head(`/dashboard?schoolYear=${schoolYear}`)).year as ShownYear;
    const place = { municipalityId: city.id, schools: city.schools };
    const counted = await countedYear(head, place, campaign, now);
    expect(shown.cards).toEqual(counted.cards);
    expect(shown.coverage).toBe(counted.coverage);
    expect(shown.flagged.by).toBe(counted.flagged.by);
    expect(
      byId(shown.flagged.schools).map(({ schoolId, negativeSum, change }) => ({ schoolId, negativeSum, change })),
    ).toEqual(byId(counted.flagged.schools));
    expect(shown.events).toEqual(counted.events);
    expect(shown.sums).toEqual(counted.sums);
    for (const { code, share } of shown.groups) {
      const own = counted.groups[code] ?? null;
      if (own === null) expect([code, share]).toEqual([code, null]);
      else expect(share).toBeCloseTo(own, 9);
    }
    expect(shown.groups.map(({ code }) => code).sort()).toEqual(Object.keys(counted.groups).sort());
    for (const { code, points } of shown.criteria) expect([code, points]).toEqual([code, counted.criteria[code]]);
    const ranked = await wholeList<ApiRanked>(head, `/campaigns/${campaign.id}/ranking?table=T1`);
    const cards = await wholeList<ApiCard>(head, `/cards?campaignId=${campaign.id}`);
    const sums = new Map(ranked.flatMap((one) => (one.negativeSum === null ? [] : ([[one.schoolId, one]] as const))));
    expect(shown.heatMap).toHaveLength(sums.size);
    for (const { schoolId, negativeSum, maximum, groups } of shown.heatMap) {
      const { negativeSum: sum, maximum: most } = sums.get(schoolId) ?? {};
      expect([schoolId, negativeSum, maximum]).toEqual([schoolId, sum, most]);
      const parts = cards.find((card) => card.schoolId === schoolId)?.score.groups ?? [];
      for (const { code, negativeSum: points } of groups)
        expect([code, points]).toEqual([code, parts.find((part) => part.code === code)?.negativeSum ?? 0]);
    }
    const { resultsYear, works, ...signs } = shown.signs;
    expect(resultsYear).toBe(campaign.resultsYear);
    expect({
      ...signs,
      works: Object.fromEntries(works.map(({ subject, grade, schools }) => [`${subject} ${grade}`, schools])),
    }).toEqual(await countedSigns(head, city.id, resultsYear));
    // support is that of the last list, while the year has none of its own
    const support = await countedSupport(head, place, shown.support.schoolYear, now);
    const { examined, programmes, recommendations } = shown.support;
    expect({ examined, programmes, recommendations }).toEqual({
      ...{ examined: support.examined, programmes: support.programmes, recommendations: support.recommendations },
    });
    expect(byId(shown.support.stuck).map(({ programmeId, who, since }) => ({ programmeId, who, since }))).toEqual(
      byId(support.stuck),
    );
    expect(shown.support.partnerships.map(({ id }) => id).sort()).toEqual([...support.partnerships].sort());
  });

  it('how the schools of the last list changed', async () => {
    const { effect } = (await head('/dashboard?schoolYear=2019-2020')).year as {
      effect: { from: string; to: string; supported: { n: number; change: number | null } };
    };
    const [from, to] = [effect.from, effect.to].map((year) => campaigns.find((one) => one.schoolYear === year));
    if (!from || !to) throw new Error(`no campaigns of ${effect.from} and ${effect.to}`);
    const counted = await countedChange(head, from, to);
    expect(counted.n).toBeGreaterThan(0);
    expect(effect.supported.n).toBe(counted.n);
    expect(effect.supported.change).toBeCloseTo(counted.change ?? Number.NaN, 9);
  });

  it('the lists over the years', async () => {
    const years = [];
    for (const campaign of [...campaigns].sort((a, b) => (a.schoolYear < b.schoolYear ? -1 : 1))) {
      const ranked = await wholeList<ApiRanked>(head, `/campaigns/${campaign.id}/ranking?table=T1`);
      const listed = ranked.filter(({ confirmed }) => confirmed).map(({ schoolId }) => schoolId);
      const lists = await wholeList<{ track: string; supersededAt: string | null }>(
        head,
        `/campaigns/${campaign.id}/lists`,
      );
      if (lists.some(({ track, supersededAt }) => track === 'LOW_RESULTS' && supersededAt === null))
        years.push({ schoolYear: campaign.schoolYear, schools: ranked.length, listed });
    }
    const { trend } = await head('/dashboard');
    expect(trend).toEqual(countedTrend(years));
    expect(years.map(({ listed }) => listed.length)).toEqual([5, 8]);
  });
});

describe('the region of 350 schools', () => {
  it.each(['2018-2019', '2019-2020', '2020-2021'])('%s: each of the 27 municipalities', async (schoolYear) => {
    const now = new Date();
    const shown = await wholeList<Record<string, unknown> & { municipalityId: string }>(
      coordinator,
      `/overview?schoolYear=${schoolYear}`,
    );
    const schools = await wholeList<{ id: string; municipalityId: string }>(coordinator, '/schools?closed=true');
    const open = await wholeList<{ id: string; municipalityId: string }>(coordinator, '/schools');
    const inYear = await wholeList<ApiCampaign>(coordinator, `/campaigns?schoolYear=${schoolYear}`);
    expect(shown).toHaveLength(27);
    const idsOf = (rows: typeof schools, municipalityId: string) =>
      new Set(rows.filter((one) => one.municipalityId === municipalityId).map(({ id }) => id));
    for (const { coverage, flaggedShare, meanNegativeSum, municipalityId, ...row } of shown) {
      const place = {
        ...{ municipalityId, schools: idsOf(schools, municipalityId), openSchools: idsOf(open, municipalityId) },
      };
      const campaign = inYear.find((one) => one.municipalityId === municipalityId && one.status !== 'DRAFT');
      const { meanNegativeSum: mean, ...counted } = await countedMunicipality(
        coordinator,
        place,
        campaign,
        schoolYear,
        now,
      );
      expect([municipalityId, row]).toEqual([municipalityId, counted]);
      expect(coverage).toBe(counted.schools === 0 ? null : counted.cardsAccepted / counted.schools);
      expect(flaggedShare).toBe(counted.schools === 0 ? null : counted.flagged / counted.schools);
      if (mean === null) expect(meanNegativeSum).toBeNull();
      else expect(meanNegativeSum).toBeCloseTo(mean, 9);
    }
    expect(shown.reduce((sum, row) => sum + Number(row.schools), 0)).toBeGreaterThanOrEqual(350);
  });
});
