/** What happened to one card: answers as they were given, with slips; submissions, returns, what МОЦ verified. */
import type { Answer } from '@/lib/domain/answers';
import { applicableCriteria, type InstrumentDefinition, type PlacedCriterion } from '@/lib/domain/instrument';
import type { DemoCampaign } from './campaigns';
import type { CardPlan } from './card-plans';
import { daysAfter, minutesAfter } from './moments';
import type { Random } from './random';
import { CONFIRMATION_REASON, correctionReason, returnMessage, sourceOf } from './review-words';

export interface GivenAnswer {
  answer: Answer;
  at: Date;
}

export interface Verification {
  answer: Answer;
  reason: string;
  source: string;
  at: Date;
}

export interface Submission {
  at: Date;
  answers: Record<string, Answer>;
}

export interface Return {
  at: Date;
  codes: string[];
  message: string;
}

export interface CardStory {
  startedAt: Date | null;
  /** by criterion code; a criterion not answered is absent */
  given: Map<string, GivenAnswer>;
  submissions: Submission[];
  returns: Return[];
  verified: Map<string, Verification>;
  acceptedAt: Date | null;
}

/** How often a principal overlooks a point, or claims one that is not there. */
const OVERLOOKED = 0.035;
const CLAIMED = 0.003;
/** How often МОЦ checks a declared point and confirms it. */
const CONFIRMED = 0.04;

function slip(answer: Answer, random: Random): Answer {
  const chance = random.uniform();
  if (Array.isArray(answer)) return answer.length > 0 && chance < OVERLOOKED * 2 ? answer.slice(0, -1) : answer;
  if (answer === 'yes') return chance < OVERLOOKED ? 'no' : answer;
  return answer === 'no' && chance < CLAIMED ? 'yes' : answer;
}

/** Answers as the school first gives them; at least `fewest` of them differ from the truth. */
function firstAnswers(truth: ReadonlyMap<string, Answer>, fewest: number, random: Random): Map<string, Answer> {
  const given = new Map([...truth].map(([code, answer]) => [code, slip(answer, random)]));
  const slips = () => [...truth].filter(([code, answer]) => given.get(code) !== answer).length;
  const candidates = random.shuffled([...truth].filter(([, answer]) => answer === 'yes' || answer === 'no'));
  for (const [code, answer] of [...candidates].sort(
    ([, one], [, other]) => Number(other === 'yes') - Number(one === 'yes'),
  )) {
    if (slips() >= fewest) break;
    given.set(code, answer === 'yes' ? 'no' : 'yes');
  }
  return given;
}

/** A working hour of the day that lies so many days after the campaign's opening. */
function workingMoment(campaign: DemoCampaign, day: number, random: Random): Date {
  return minutesAfter(daysAfter(campaign.opensAt, day), random.between(9 * 60, 16 * 60));
}

function verifications(
  placed: readonly PlacedCriterion[],
  truth: ReadonlyMap<string, Answer>,
  given: ReadonlyMap<string, GivenAnswer>,
  campaign: DemoCampaign,
  at: Date,
  random: Random,
): Map<string, Verification> {
  const verified = new Map<string, Verification>();
  placed.forEach(({ criterion: { code }, group }, index) => {
    const declared = given.get(code)?.answer ?? null;
    const answer = truth.get(code) ?? null;
    const checked = random.chance(CONFIRMED) && answer === 'yes';
    if (declared === answer && !checked) return;
    const reason = declared === answer ? CONFIRMATION_REASON : correctionReason(declared, answer);
    verified.set(code, {
      answer,
      reason,
      source: sourceOf(group.code, campaign.autumn),
      at: minutesAfter(at, index - 60),
    });
  });
  return verified;
}

/** Tells the story of a card up to the progress of its plan; `truth` holds the answers that the figures call for. */
export function cardStory(
  campaign: DemoCampaign,
  plan: CardPlan,
  instrument: InstrumentDefinition,
  grades: { from: number; to: number },
  truth: Readonly<Record<string, Answer>>,
  random: Random,
): CardStory {
  const { progress, late, returnedBefore } = plan;
  const story: CardStory = {
    startedAt: null,
    given: new Map(),
    submissions: [],
    returns: [],
    verified: new Map(),
    acceptedAt: null,
  };
  if (progress === 'NOT_BEGUN') return story;

  const placed = applicableCriteria(instrument, grades);
  const right = new Map(placed.map(({ criterion: { code } }) => [code, truth[code] ?? null]));
  const returned = returnedBefore || progress === 'RETURNED' || progress === 'RETURNED_PARTLY';
  const first = firstAnswers(right, returned ? 2 : 0, random);
  const startDay = late ? random.between(38, 45) : random.between(2, 24);
  let now = workingMoment(campaign, startDay, random);
  story.startedAt = now;
  const codes = [...first.keys()];
  const answered = progress === 'PARTIAL' ? codes.slice(0, random.between(9, Math.max(10, codes.length - 6))) : codes;
  for (const code of answered) {
    now = minutesAfter(now, 1);
    story.given.set(code, { answer: first.get(code) ?? null, at: now });
  }
  if (progress === 'PARTIAL' || progress === 'COMPLETE') return story;

  let day = late ? random.between(46, 52) : Math.min(41, startDay + random.between(1, 10));
  const submit = () => {
    const moment = workingMoment(campaign, day, random);
    now = moment > now ? moment : minutesAfter(now, 20);
    const answers = Object.fromEntries([...story.given].map(([code, { answer }]) => [code, answer]));
    story.submissions.push({ at: now, answers });
  };
  submit();

  if (returned) {
    const wrong = codes.filter((code) => first.get(code) !== right.get(code));
    day += random.between(2, 4);
    now = workingMoment(campaign, day, random);
    story.returns.push({ at: now, codes: wrong, message: returnMessage(wrong) });
    const corrected = returnedBefore ? wrong : progress === 'RETURNED' ? wrong.slice(0, 1) : [];
    if (corrected.length > 0) {
      day += random.between(1, 3);
      now = workingMoment(campaign, day, random);
    }
    for (const code of corrected) {
      now = minutesAfter(now, 3);
      story.given.set(code, { answer: right.get(code) ?? null, at: now });
    }
    if (!returnedBefore) return story;
    submit();
  }
  if (progress === 'SUBMITTED') return story;

  day += random.between(1, 5);
  now = minutesAfter(workingMoment(campaign, day, random), 90);
  story.acceptedAt = now;
  story.verified = verifications(placed, right, story.given, campaign, now, random);
  return story;
}
