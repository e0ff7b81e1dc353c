/** What people ask of the portal, through the same functions as pages and API. */
import { viewerFromSessionToken } from '@/lib/access/session';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { campaignBoard, campaignSummaries } from '@/lib/portal/campaigns/board';
import { saveAnswers } from '@/lib/portal/cards/commands';
import { cardForEditing, cardForReview, cardOf, cardsInScope } from '@/lib/portal/cards/queries';
import { centreDay, ownCards } from '@/lib/portal/home/queries';
import { criteriaReport } from '@/lib/portal/instruments/queries';
import {
  heatMapView,
  listsOfCampaign,
  movementsView,
  rankingOf,
  rankingOfRegion,
  rankingView,
  whatIfOf,
} from '@/lib/portal/lists/queries';
import { regionOverview } from '@/lib/portal/overview/queries';
import { rescoringOf } from '@/lib/portal/rescoring/queries';
import { schoolsInScope } from '@/lib/portal/schools/api-queries';
import { schoolHead, schoolPoints, schoolResults, schoolRows } from '@/lib/portal/schools/queries';
import { shellOf } from '@/lib/portal/shell/queries';
import { INSTRUMENT_VERSION_ID } from '@/prisma/demo/instrument-rows';
import type { Measure } from './measure';
import { CLOSED_YEAR, OPEN_YEAR, scaleId } from './scale';
import type { ScaleSize } from './scale-size';
import { begunSchool, sessionOf, type Viewers } from './viewers';

const FIRST_PAGE = { page: 1, pageSize: 50 };
/** a criterion that every school answers by «да» or «нет» */
export const ASKED_OF_ALL = 'T2.SOC.01';
const NOW = new Date('2020-10-20T09:00:00Z');

/** The value of an Outcome; a refusal here is a fault of the benchmark or of the portal. */
export async function given<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (!settled.ok) throw new Error(`${settled.failure.code}: ${settled.failure.detail}`);
  return settled.value;
}

/** The campaigns of the city (second municipality) and of the large one (first), closed and open. */
export function campaignsOf({ municipalities }: ScaleSize) {
  return {
    cityClosed: scaleId('campaign', 2),
    cityOpen: scaleId('campaign', municipalities + 2),
    largeClosed: scaleId('campaign', 1),
    largeOpen: scaleId('campaign', municipalities + 1),
  };
}

export function portalMeasures(size: ScaleSize, viewers: Viewers): Measure[] {
  return [...signedInMeasures(viewers), ...cardMeasures(size, viewers), ...listMeasures(size, viewers)];
}

function signedInMeasures({ principal, city, large, coordinator }: Viewers): Measure[] {
  const lookUp = (accountId: string) => {
    const session = sessionOf(accountId);
    return async () => viewerFromSessionToken(await session);
  };
  return [
    { name: 'сессия: кто это, директор', call: lookUp(principal.accountId), goal: 50 },
    { name: 'сессия: кто это, координатор 1000 муниципалитетов', call: lookUp(coordinator.accountId), goal: 100 },
    { name: 'рамка страницы, МОЦ', call: () => shellOf({ ...city }), goal: 50 },
    { name: 'рамка страницы, координатор', call: () => shellOf({ ...coordinator }), goal: 100 },
    { name: 'главная директора', call: () => ownCards(principal), goal: 100 },
    { name: 'главная МОЦ, 43 школы', call: () => centreDay(city, NOW), goal: 100 },
    { name: 'главная МОЦ, 1000 школ', call: () => centreDay(large, NOW), goal: 200 },
  ];
}

function cardMeasures(size: ScaleSize, { principal, city, large, region, coordinator }: Viewers): Measure[] {
  const cardId = scaleId('card', size.schools + begunSchool(size));
  let version: number | undefined;
  const save = async (run: number) => {
    version ??= (await given(cardOf(principal, cardId))).version;
    const answers = { [ASKED_OF_ALL]: run % 2 ? 'yes' : 'no' };
    ({ version } = await given(saveAnswers(principal, cardId, { version, answers }, NOW)));
  };
  const list = (name: string, viewer: Viewer, goal: number): Measure => {
    return { name: `список карт, 1-я страница, ${name}`, call: () => given(cardsInScope(viewer, FIRST_PAGE)), goal };
  };
  return [
    { name: 'карта (API), директор', call: () => given(cardOf(principal, cardId)), goal: 50 },
    { name: 'карта на странице, директор', call: () => given(cardForEditing(principal, cardId)), goal: 100 },
    { name: 'карта на проверке, МОЦ', call: () => given(cardForReview(city, cardId)), goal: 100 },
    { name: 'сохранение ответа', call: save, goal: 100 },
    list('МОЦ, 43 школы', city, 100),
    list('МОЦ, 1000 школ', large, 200),
    list('координатор, 27 муниципалитетов', region, 200),
    list('координатор, 40 000 школ', coordinator, 1000),
  ];
}

function listMeasures(size: ScaleSize, { city, large, region, coordinator }: Viewers): Measure[] {
  const { cityOpen, cityClosed, largeOpen, largeClosed } = campaignsOf(size);
  const ranking = { ...FIRST_PAGE, table: 'T1' };
  const rule = { table: 'T1', kind: 'SUM', value: 9 } as const;
  const compared = { version: null, from: null, table: null };
  const regional = (name: string, viewer: Viewer, goals: [usual: number, page: number]): Measure[] => {
    const asked = { ...FIRST_PAGE, track: 'LOW_RESULTS', schoolYear: CLOSED_YEAR } as const;
    const found = { q: '№ 77', closed: false };
    return [
      { name: `рейтинг региона, ${name}`, call: () => given(rankingOfRegion(viewer, asked)), goal: goals[1] },
      { name: `обзор региона, ${name}`, call: () => given(regionOverview(viewer, OPEN_YEAR)), goal: goals[0] },
      { name: `кампании, ${name}`, call: () => campaignSummaries(viewer, OPEN_YEAR), goal: goals[0] },
      { name: `школы: поиск, ${name}`, call: () => schoolRows(viewer, found, FIRST_PAGE), goal: goals[0] },
    ];
  };
  const schoolPage = (name: string, viewer: Viewer, n: number, goals: [head: number, results: number]): Measure[] => {
    const id = scaleId('school', n);
    return [
      { name: `страница школы: шапка, ${name}`, call: () => given(schoolHead(viewer, id)), goal: goals[0] },
      { name: `страница школы: итоги, ${name}`, call: () => given(schoolResults(viewer, id)), goal: goals[1] },
      { name: `страница школы: баллы, ${name}`, call: () => given(schoolPoints(viewer, id)), goal: goals[1] },
    ];
  };
  return [
    { name: 'рейтинг (API), 43 школы', call: () => given(rankingOf(city, cityClosed, ranking)), goal: 100 },
    { name: 'рейтинг (API), 1000 школ', call: () => given(rankingOf(large, largeClosed, ranking)), goal: 200 },
    { name: 'страница рейтинга, 43 школы', call: () => given(rankingView(city, cityClosed)), goal: 100 },
    { name: 'страница рейтинга, 1000 школ', call: () => given(rankingView(large, largeClosed)), goal: 500 },
    { name: '«что если» с базой, 1000 школ', call: () => given(whatIfOf(large, largeClosed, rule)), goal: 500 },
    { name: 'тепловая карта, 43 школы', call: () => given(heatMapView(city, cityClosed)), goal: 100 },
    { name: 'тепловая карта, 1000 школ', call: () => given(heatMapView(large, largeClosed)), goal: 500 },
    {
      name: 'движение по спискам, 43 школы',
      call: () => given(movementsView(city, scaleId('municipality', 2))),
      goal: 100,
    },
    { name: 'приказы кампании, 43 школы', call: () => given(listsOfCampaign(city, cityClosed, FIRST_PAGE)), goal: 100 },
    {
      name: 'отчёт о критериях, 43 школы',
      call: () => given(criteriaReport(city, INSTRUMENT_VERSION_ID, { years: [], municipalityId: null })),
      goal: 200,
    },
    { name: 'пересчёт двух лет, 43 школы', call: () => given(rescoringOf(city, cityOpen, compared)), goal: 200 },
    { name: 'пересчёт двух лет, 1000 школ', call: () => given(rescoringOf(large, largeOpen, compared)), goal: 1000 },
    { name: 'доска кампании, 43 школы', call: () => campaignBoard(city, cityOpen, NOW), goal: 100 },
    { name: 'доска кампании, 1000 школ', call: () => campaignBoard(large, largeOpen, NOW), goal: 300 },
    {
      name: 'школы (API): поиск, МОЦ 1000',
      call: () => given(schoolsInScope(large, { ...FIRST_PAGE, q: '№ 77', closed: 'false' })),
      goal: 100,
    },
    ...schoolPage('МОЦ, 43 школы', city, begunSchool(size), [100, 200]),
    ...schoolPage('МОЦ, 1000 школ', large, 1, [100, 500]),
    ...regional('27 муниципалитетов', region, [200, 200]),
    ...regional('1000 муниципалитетов', coordinator, [500, 1000]),
  ];
}
