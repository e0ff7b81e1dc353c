/**
 * Confirmed lists of 2018-2019 and 2019-2020. The rule proposes, МОЦ decides: the city departs from the proposal of
 * 2019-2020 in one school on each side, for reasons that the data bear out, so that both have eight schools.
 */
import type { Prisma } from '@/lib/db/generated/client';
import { propose, type ScoredSchool } from '@/lib/domain/identification';
import { RULES } from './campaigns';
import type { DemoCard } from './cards';
import { demoId } from './identifiers';
import { calendarDay, moscow } from './moments';
import { headOf } from './people';

type Rule = (typeof RULES)[number];

interface ListedSchool extends ScoredSchool {
  proposed: boolean;
  included: boolean;
  reason: string | null;
}

export interface DemoList {
  id: string;
  card: DemoCard;
  rule: Rule;
  orderNumber: string;
  orderDate: Date;
  confirmedAt: Date;
  /** a later order that replaced this one */
  supersededBy: DemoList | null;
  schools: ListedSchool[];
}

/** Campaigns whose lists are confirmed, by track. */
const CONFIRMED_AUTUMNS: Record<Rule['track'], readonly number[]> = {
  LOW_RESULTS: [2018, 2019],
  ADVERSE_CONDITIONS: [2019],
};

/** The number of the first invented order of an autumn. */
const firstOrder = (autumn: number) => (autumn === 2018 ? 36 : 41);

function scored(card: DemoCard, { tableCode }: Rule): ScoredSchool {
  const table = card.score.tables.find(({ code }) => code === tableCode);
  if (!table) throw new Error(`${card.key} has no table ${tableCode}`);
  const { negativeSum, maximum } = table;
  return { schoolId: card.school.id, schoolCode: card.school.code, name: card.school.code, negativeSum, maximum };
}

/** The school at the border that МОЦ leaves out, and the one just below it that it takes in its place. */
function departures(schools: readonly ListedSchool[], rule: Rule, before: ReadonlySet<string>): ListedSchool[] {
  const out = schools.find((school) => school.negativeSum === rule.value && !before.has(school.schoolCode));
  const taken = schools.find((school) => school.negativeSum === rule.value - 1 && before.has(school.schoolCode));
  if (!out || !taken) return [...schools];
  return schools.map((school) => {
    if (school === out) {
      const reason =
        'Сумма на границе правила, в прошлом году школа в список не входила: взята под наблюдение до следующей карты.';
      return { ...school, included: false, reason };
    }
    if (school !== taken) return school;
    const reason = 'До порога не хватило одного балла, школа в списке прошлого года: поддержка продолжается.';
    return { ...school, included: true, reason };
  });
}

function asProposed(cards: readonly DemoCard[], rule: Rule): ListedSchool[] {
  const schools = cards.map((card) => scored(card, rule));
  const proposed = propose(rule, schools);
  return schools.map((school) => {
    const included = proposed.has(school.schoolCode);
    return { ...school, proposed: included, included, reason: null };
  });
}

function listOf(card: DemoCard, rule: Rule, order: number, day: number, schools: readonly ListedSchool[]): DemoList {
  const { autumn, key } = card.campaign;
  const confirmedAt = moscow(autumn, 11, day, 15, rule.track === 'LOW_RESULTS' ? 10 : 25);
  return {
    id: demoId('list', `${key}/${rule.track}/${order}`, confirmedAt),
    card,
    rule,
    orderNumber: `${order}-д`,
    orderDate: calendarDay(autumn, 11, day),
    confirmedAt,
    supersededBy: null,
    schools: schools.filter((school) => school.proposed || school.included),
  };
}

/** A second order that leaves out one school at the border; the first one stays as it was. */
function corrected(first: DemoList): DemoList[] {
  const border = first.schools.find((school) => school.negativeSum === first.rule.value);
  if (!border) return [first];
  const reason = 'По уточнённому социальному паспорту условия школы изменились, сопровождение не требуется.';
  const schools = first.schools.map((school) => (school === border ? { ...school, included: false, reason } : school));
  const second = listOf(first.card, first.rule, 45, 29, schools);
  return [second, { ...first, supersededBy: second }];
}

/** The lists of one campaign; where the rule proposes nobody there is no list. */
function listsOf(cards: readonly DemoCard[], earlier: readonly DemoList[]): DemoList[] {
  return RULES.flatMap((rule, index) => {
    const [card] = cards;
    const schools = asProposed(cards, rule);
    if (!card || !CONFIRMED_AUTUMNS[rule.track].includes(card.campaign.autumn)) return [];
    if (!schools.some((school) => school.proposed)) return [];
    const { municipality, autumn } = card.campaign;
    const order = firstOrder(autumn) + index;
    if (municipality.code !== 'smolensk' || autumn !== 2019) return [listOf(card, rule, order, 25, schools)];
    if (rule.track === 'ADVERSE_CONDITIONS') return corrected(listOf(card, rule, order, 25, schools));
    const lastYear = earlier.find((list) => list.rule === rule && list.card.campaign.municipality === municipality);
    const before = lastYear?.schools.filter((school) => school.included).map((school) => school.schoolCode);
    return [listOf(card, rule, order, 25, departures(schools, rule, new Set(before)))];
  });
}

/** The confirmed lists of all municipalities, a replacing list before the one that it replaces. */
export function demoLists(cards: readonly DemoCard[]): DemoList[] {
  const byCampaign = Map.groupBy(cards, (card) => card.campaign.key);
  const lists: DemoList[] = [];
  for (const inCampaign of byCampaign.values()) lists.push(...listsOf(inCampaign, lists));
  return lists;
}

export function listRows(lists: readonly DemoList[]): Prisma.ConfirmedListCreateManyInput[] {
  return lists.map(({ id, card: { campaign }, rule, orderNumber, orderDate, confirmedAt, supersededBy }) => ({
    id,
    campaignId: campaign.id,
    municipalityId: campaign.municipality.id,
    track: rule.track,
    orderNumber,
    orderDate,
    rule: { kind: rule.kind, tableCode: rule.tableCode, value: rule.value },
    confirmedBy: headOf(campaign.municipality).name,
    confirmedAt,
    supersededAt: supersededBy?.confirmedAt ?? null,
    supersededById: supersededBy?.id ?? null,
  }));
}

export function listSchoolRows(lists: readonly DemoList[]): Prisma.ConfirmedListSchoolCreateManyInput[] {
  return lists.flatMap(({ id, card, schools }) =>
    schools.map(({ schoolId, included, proposed, reason, negativeSum, maximum }) => ({
      listId: id,
      schoolId,
      municipalityId: card.campaign.municipality.id,
      included,
      proposed,
      reason,
      negativeSum,
      maximum,
    })),
  );
}
