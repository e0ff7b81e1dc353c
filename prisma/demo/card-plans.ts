/** How far each card has come: accepted in closed campaigns, in every state in the open ones. */
import { type DemoCampaign, OPEN_AUTUMN } from './campaigns';
import type { RandomSource } from './random';
import type { DemoSchool } from './schools';

/** NOT_BEGUN, PARTIAL and COMPLETE are drafts; RETURNED_PARTLY has only the criteria at fault unlocked. */
export type Progress = 'NOT_BEGUN' | 'PARTIAL' | 'COMPLETE' | 'SUBMITTED' | 'RETURNED' | 'RETURNED_PARTLY' | 'ACCEPTED';

export interface CardPlan {
  progress: Progress;
  /** submitted after the deadline */
  late: boolean;
  /** a submitted or accepted card that had been returned once before */
  returnedBefore: boolean;
  /** the school has a later deadline of its own */
  ownDeadline: boolean;
}

const plan = (progress: Progress, more: Partial<CardPlan> = {}): CardPlan => ({
  progress,
  late: false,
  returnedBefore: false,
  ownDeadline: false,
  ...more,
});

/** Schools of the city whose card of the open campaign is not simply accepted in time, by the number of their code. */
const CITY: ReadonlyMap<number, CardPlan> = new Map([
  [1, plan('PARTIAL')],
  [2, plan('NOT_BEGUN')],
  [3, plan('RETURNED_PARTLY')],
  [4, plan('SUBMITTED')],
  [6, plan('PARTIAL')],
  [8, plan('RETURNED')],
  [10, plan('SUBMITTED')],
  [11, plan('NOT_BEGUN')],
  [13, plan('ACCEPTED', { late: true })],
  [14, plan('PARTIAL', { ownDeadline: true })],
  [16, plan('ACCEPTED', { returnedBefore: true })],
  [18, plan('COMPLETE')],
  [20, plan('SUBMITTED', { late: true })],
  [21, plan('RETURNED')],
  [23, plan('PARTIAL')],
  [25, plan('NOT_BEGUN')],
  [27, plan('ACCEPTED', { late: true, returnedBefore: true })],
  [28, plan('SUBMITTED')],
  [31, plan('PARTIAL')],
  [33, plan('SUBMITTED', { returnedBefore: true })],
  [35, plan('NOT_BEGUN')],
  [37, plan('SUBMITTED')],
  [39, plan('ACCEPTED', { late: true })],
  [40, plan('RETURNED_PARTLY')],
  [42, plan('SUBMITTED', { late: true })],
]);

/** Those of Вяземский, where there are accounts too; the others follow the municipality's pace. */
const VYAZMA: ReadonlyMap<number, CardPlan> = new Map([
  [1, plan('PARTIAL')],
  [2, plan('SUBMITTED')],
  [3, plan('RETURNED')],
]);

const numberOf = (school: DemoSchool) => Number(school.code.slice(-2));

function closedPlan(campaign: DemoCampaign, school: DemoSchool, draw: RandomSource): CardPlan {
  const random = draw('plan', campaign.key, school.code);
  return plan('ACCEPTED', { late: random.chance(0.07), returnedBefore: random.chance(0.08) });
}

/** `pace` 0.3…1: how far the municipality has come on the whole. */
function openPlan(pace: number, campaign: DemoCampaign, school: DemoSchool, draw: RandomSource): CardPlan {
  const random = draw('plan', campaign.key, school.code);
  const place = pace * 1.15 + 0.6 * (random.uniform() - 0.5);
  const late = random.chance(0.1);
  if (place > 0.8) return plan('ACCEPTED', { late });
  if (place > 0.6) return plan('SUBMITTED', { late });
  if (place > 0.52) return plan('RETURNED');
  if (place > 0.42) return plan('COMPLETE');
  return plan(place > 0.2 ? 'PARTIAL' : 'NOT_BEGUN');
}

/** The plan of each card of a campaign, in the order of its schools. */
export function cardPlans(campaign: DemoCampaign, draw: RandomSource): CardPlan[] {
  if (campaign.autumn !== OPEN_AUTUMN) return campaign.schools.map((school) => closedPlan(campaign, school, draw));
  const { code } = campaign.municipality;
  if (code === 'smolensk') return campaign.schools.map((school) => CITY.get(numberOf(school)) ?? plan('ACCEPTED'));
  const pace = 0.3 + 0.7 * draw('pace', code).uniform();
  const fixed = code === 'vyazma' ? VYAZMA : undefined;
  return campaign.schools.map(
    (school) => fixed?.get(numberOf(school)) ?? openPlan(code === 'vyazma' ? 0.8 : pace, campaign, school, draw),
  );
}
