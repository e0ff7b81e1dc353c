/**
 * The figures of the overviews counted again from the lists of the API, as somebody with a spreadsheet would. Written from
 * the definitions of domain.md and of the pages' own words; shares no code with the portal.
 */
import {
  type Api,
  type ApiCampaign,
  type ApiCard,
  type ApiEvent,
  type ApiExamination,
  type ApiPartnership,
  type ApiProgramme,
  type ApiRanked,
  type ApiRecommendation,
  type ApiSigns,
  wholeList,
} from './api-lists';

const DAY = 86_400_000;
/** Days are those of Moscow, three hours ahead of Greenwich all year. */
const moscowDay = (moment: Date) => new Date(moment.getTime() + 3 * 3_600_000).toISOString().slice(0, 10);
const plusDays = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const IN_FORCE = ['APPROVED', 'RUNNING', 'FINISHED'];
const SENT = ['ISSUED', 'ANSWERED', 'DONE', 'NOT_DONE'];
const AGREED = ['AGREED', 'RUNNING', 'FINISHED'];

interface Place {
  municipalityId: string;
  /** ids of the municipality's schools: lists of support are of the whole scope */
  schools: ReadonlySet<string>;
}

export interface CountedYear {
  cards: { all: number; accepted: number; notFiled: number; late: number; review: number };
  coverage: number | null;
  flagged: { by: string; schools: { schoolId: string; negativeSum: number | null; change: number | null }[] };
  support: {
    examined: { done: number; all: number };
    programmes: { agreed: number; all: number };
    stuck: { programmeId: string; who: string; since: string }[];
    partnerships: string[];
    recommendations: { issued: number; done: number; late: number };
  };
  events: { held: number; withSupported: number };
  sums: { sum: number; schools: number }[];
  /** percent of the possible points by group */
  groups: Record<string, number | null>;
  criteria: Record<string, number>;
}

/** One municipality and school year; `table` is that of low results, with its groups and criteria. */
export async function countedYear(api: Api, place: Place, campaign: ApiCampaign, now: Date): Promise<CountedYear> {
  const cards = await wholeList<ApiCard>(api, `/cards?campaignId=${campaign.id}`);
  const instrument = await api(`/campaigns/${campaign.id}/instrument`);
  const tables = instrument.tables as { code: string; criteria: { code: string; group: string }[] }[];
  const [table] = tables;
  if (!table) throw new Error('an instrument without tables');
  const ranked = await wholeList<ApiRanked>(api, `/campaigns/${campaign.id}/ranking?table=${table.code}`);
  const notFiled = cards.filter(({ status }) => status === 'DRAFT' || status === 'RETURNED');
  const accepted = cards.filter(({ status }) => status === 'ACCEPTED');
  const open = campaign.status === 'OPEN';
  const listed = ranked.filter(({ confirmed }) => confirmed);
  const lists = await wholeList<{ track: string; supersededAt: string | null }>(api, `/campaigns/${campaign.id}/lists`);
  const inForce = lists.some(({ track, supersededAt }) => track === 'LOW_RESULTS' && supersededAt === null);
  const chosen = inForce ? listed : ranked.filter(({ proposed }) => proposed);
  const groupOf = new Map(table.criteria.map(({ code, group }) => [code, group]));
  return {
    cards: {
      ...{ all: cards.length, accepted: accepted.length, notFiled: notFiled.length },
      late: open ? notFiled.filter(({ dueAt }) => Date.parse(dueAt) < now.getTime()).length : 0,
      review: cards.filter(({ status, openDisputes }) => status === 'SUBMITTED' || openDisputes > 0).length,
    },
    coverage: cards.length === 0 ? null : accepted.length / cards.length,
    flagged: {
      by: inForce ? 'LIST' : accepted.length > 0 ? 'PROPOSAL' : 'NOBODY',
      schools: chosen.map(({ schoolId, negativeSum, previousNegativeSum }) => ({
        ...{ schoolId, negativeSum },
        change: negativeSum === null || previousNegativeSum === null ? null : negativeSum - previousNegativeSum,
      })),
    },
    support: await countedSupport(api, place, campaign.schoolYear, now),
    events: await countedEvents(api, place, campaign.schoolYear, new Set(listed.map(({ schoolId }) => schoolId)), now),
    sums: distribution(ranked.flatMap(({ negativeSum }) => negativeSum ?? [])),
    groups: Object.fromEntries(
      [...new Set(groupOf.values())].map((group) => {
        const parts = accepted.flatMap(({ score }) => score.groups.filter(({ code }) => code === group));
        const possible = parts.reduce((sum, { maximum }) => sum + maximum, 0);
        const points = parts.reduce((sum, { negativeSum }) => sum + negativeSum, 0);
        return [group, possible === 0 ? null : (100 * points) / possible];
      }),
    ),
    criteria: Object.fromEntries(
      [...groupOf.keys()].map((code) => [
        code,
        accepted.reduce((sum, { score }) => sum + score.points.filter(({ criterion }) => criterion === code).length, 0),
      ]),
    ),
  };
}

export async function countedSupport(
  api: Api,
  { schools }: Place,
  schoolYear: string,
  now: Date,
): Promise<CountedYear['support']> {
  const own = <Row extends { schoolId: string }>(rows: Row[]) => rows.filter(({ schoolId }) => schools.has(schoolId));
  const examinations = own(await wholeList<ApiExamination>(api, `/examinations?schoolYear=${schoolYear}`));
  const programmes = own(await wholeList<ApiProgramme>(api, `/programmes?schoolYear=${schoolYear}`));
  const advice = own(await wholeList<ApiRecommendation>(api, `/recommendations?schoolYear=${schoolYear}`));
  const partnerships = await wholeList<ApiPartnership>(api, `/partnerships?schoolYear=${schoolYear}`);
  const today = moscowDay(now);
  return {
    examined: {
      done: examinations.filter(
        ({ parts }) => parts.length > 0 && parts.every(({ state }) => ['DONE', 'CANCELLED'].includes(state)),
      ).length,
      all: examinations.length,
    },
    programmes: {
      agreed: programmes.filter(({ status }) => IN_FORCE.includes(status)).length,
      all: programmes.length,
    },
    stuck: programmes.flatMap((programme) => {
      const oldest = waitsFor(programme)
        .filter(({ since }) => since <= today)
        .sort((a, b) => (a.since < b.since ? -1 : 1))[0];
      return oldest ? [{ programmeId: programme.id, ...oldest }] : [];
    }),
    partnerships: partnerships
      .filter(({ status, hostSchoolId }) => AGREED.includes(status) && schools.has(hostSchoolId))
      .map(({ id }) => id),
    recommendations: {
      issued: advice.filter(({ status }) => SENT.includes(status)).length,
      done: advice.filter(({ status }) => status === 'DONE').length,
      late: advice.filter(({ status, dueOn }) => status === 'ISSUED' && dueOn < today).length,
    },
  };
}

/** Whom a programme waits for, each from the day on which that is late: МОЦ has 14 days, a school its date. */
function waitsFor({ status, dueOn, submittedAt, stages }: ApiProgramme): { who: string; since: string }[] {
  if (status === 'DRAFT' || status === 'RETURNED') return dueOn ? [{ who: 'школа', since: plusDays(dueOn, 1) }] : [];
  if (status === 'SUBMITTED')
    return submittedAt ? [{ who: 'МОЦ', since: plusDays(moscowDay(new Date(submittedAt)), 14) }] : [];
  if (status === 'FINISHED') return [];
  return stages.flatMap((stage) => {
    if (stage.reportedAt === null) return [{ who: 'школа', since: plusDays(stage.dueOn, 1) }];
    if (stage.assessment !== null) return [];
    return [{ who: 'МОЦ', since: plusDays(moscowDay(new Date(stage.reportedAt)), 14) }];
  });
}

async function countedEvents(
  api: Api,
  { municipalityId }: Place,
  schoolYear: string,
  listed: ReadonlySet<string>,
  now: Date,
): Promise<CountedYear['events']> {
  const autumn = Number(schoolYear.slice(0, 4));
  const events = await wholeList<ApiEvent>(api, '/events');
  const held = events.filter(
    (event) =>
      event.status === 'PUBLISHED' &&
      event.municipalityId === municipalityId &&
      Date.parse(event.startsAt) <= now.getTime() &&
      moscowDay(new Date(event.startsAt)) >= `${autumn}-09-01` &&
      moscowDay(new Date(event.startsAt)) < `${autumn + 1}-09-01`,
  );
  return {
    held: held.length,
    withSupported: held.filter(({ attendance }) => attendance.some(({ schoolId }) => listed.has(schoolId))).length,
  };
}

function distribution(sums: readonly number[]): { sum: number; schools: number }[] {
  if (sums.length === 0) return [];
  const most = Math.max(...sums);
  return Array.from({ length: most + 1 }, (_, sum) => ({ sum, schools: sums.filter((one) => one === sum).length }));
}

/** Lists of low results over the years, the oldest first: who came, stayed and went between two lists. */
export function countedTrend(years: readonly { schoolYear: string; schools: number; listed: readonly string[] }[]) {
  return years.map(({ schoolYear, schools, listed }, at) => {
    const before = years[at - 1]?.listed;
    return {
      ...{ schoolYear, schools, listed: listed.length },
      share: schools === 0 ? null : listed.length / schools,
      entered: before ? listed.filter((id) => !before.includes(id)).length : null,
      stayed: before ? listed.filter((id) => before.includes(id)).length : null,
      left: before ? before.filter((id) => !listed.includes(id)).length : null,
    };
  });
}

export interface CountedMunicipality {
  schools: number;
  cardsAccepted: number;
  flagged: number;
  cardsLate: number;
  meanNegativeSum: number | null;
  programmesInForce: number;
  recommendationsIssued: number;
  recommendationsDone: number;
}

/** A row of the region's overview from the same lists. `openSchools`: working now, for years whose campaign is not closed. */
export async function countedMunicipality(
  api: Api,
  place: Place & { openSchools: ReadonlySet<string> },
  campaign: ApiCampaign | undefined,
  schoolYear: string,
  now: Date,
): Promise<CountedMunicipality> {
  const support = await countedSupport(api, place, schoolYear, now);
  if (!campaign) {
    const { issued, done } = support.recommendations;
    return {
      ...{ schools: place.openSchools.size, cardsAccepted: 0, flagged: 0, cardsLate: 0, meanNegativeSum: null },
      ...{ programmesInForce: 0, recommendationsIssued: issued, recommendationsDone: done },
    };
  }
  const year = await countedYear(api, place, campaign, now);
  const cards = await wholeList<ApiCard & { score: { negativeSum: number } }>(api, `/cards?campaignId=${campaign.id}`);
  const withCard = new Set(cards.map(({ schoolId }) => schoolId));
  const missing = campaign.status === 'CLOSED' ? 0 : [...place.openSchools].filter((id) => !withCard.has(id)).length;
  const sums = cards.filter(({ status }) => status === 'ACCEPTED').map(({ score }) => score.negativeSum);
  const listed = year.flagged.by === 'LIST' ? year.flagged.schools.map(({ schoolId }) => schoolId) : [];
  const programmes = await wholeList<ApiProgramme>(api, `/programmes?schoolYear=${schoolYear}`);
  return {
    schools: cards.length + missing,
    cardsAccepted: year.cards.accepted,
    flagged: listed.length,
    cardsLate: year.cards.late,
    meanNegativeSum: sums.length === 0 ? null : sums.reduce((sum, one) => sum + one, 0) / sums.length,
    programmesInForce: programmes.filter(
      ({ schoolId, status }) => listed.includes(schoolId) && IN_FORCE.includes(status),
    ).length,
    recommendationsIssued: support.recommendations.issued,
    recommendationsDone: support.recommendations.done,
  };
}

export interface CountedSigns {
  /** with any result */
  schools: number;
  withSigns: number;
  /** «MA 5»: how many schools have a sign there, each once */
  works: Record<string, number>;
}

/** Signs by subject and grade: what a re-check took away does not count. */
export async function countedSigns(api: Api, municipalityId: string, resultsYear: string): Promise<CountedSigns> {
  const rows = await wholeList<ApiSigns>(
    api,
    `/objectivity?municipalityId=${municipalityId}&schoolYear=${resultsYear}`,
  );
  const found = rows.filter(({ signs }) => signs.some(({ result, withdrawn }) => result === 'SIGN' && !withdrawn));
  const workOf = ({ subject, grade }: ApiSigns) => `${subject} ${grade}`;
  const schoolsOf = (those: readonly ApiSigns[]) => new Set(those.map(({ schoolCode }) => schoolCode)).size;
  const works = [...new Set(found.map(workOf))];
  return {
    ...{ schools: schoolsOf(rows), withSigns: schoolsOf(found) },
    works: Object.fromEntries(works.map((work) => [work, schoolsOf(found.filter((row) => workOf(row) === work))])),
  };
}

/** Schools of the list of `from` with a sum in both years, and their mean change in points; negative is better. */
export async function countedChange(
  api: Api,
  from: ApiCampaign,
  to: ApiCampaign,
): Promise<{ n: number; change: number | null }> {
  const before = await wholeList<ApiRanked>(api, `/campaigns/${from.id}/ranking?table=T1`);
  const after = await wholeList<ApiRanked>(api, `/campaigns/${to.id}/ranking?table=T1`);
  const changes = before.flatMap(({ schoolId, confirmed, negativeSum }) => {
    const later = after.find((one) => one.schoolId === schoolId)?.negativeSum ?? null;
    return confirmed && negativeSum !== null && later !== null ? [later - negativeSum] : [];
  });
  const sum = changes.reduce((all, one) => all + one, 0);
  return { n: changes.length, change: changes.length === 0 ? null : sum / changes.length };
}
