/** The cards of all campaigns with their answers and scores. */
import type { Answer } from '@/lib/domain/answers';
import { carriedOverAnswers } from '@/lib/domain/carry-over';
import { applicableCriteria, type InstrumentDefinition, placedCriteria } from '@/lib/domain/instrument';
import { type Score, type StoredAnswers, scoreOf } from '@/lib/domain/scoring';
import type { DemoCampaign } from './campaigns';
import { type CardPlan, cardPlans } from './card-plans';
import { type CardStory, cardStory } from './card-story';
import { demoId } from './identifiers';
import { type Latent, latentPath } from './latent-quality';
import { calendarDay } from './moments';
import type { RandomSource } from './random';
import { schoolYearFigures } from './school-year';
import { type DemoSchool, identityOn } from './schools';
import { trueAnswers } from './true-answers';

export interface DemoCard {
  id: string;
  /** «smolensk/2020/smolensk-01» */
  key: string;
  campaign: DemoCampaign;
  school: DemoSchool;
  /** grades taught in the results year */
  grades: { from: number; to: number };
  plan: CardPlan;
  status: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';
  story: CardStory;
  /** last year's answers to stable criteria that the school of a draft has not yet looked at */
  carriedOver: ReadonlyMap<string, Answer>;
  answers: StoredAnswers;
  /** codes that the school has to answer, in the order of the card */
  codes: string[];
  score: Score;
}

const STATUS = {
  NOT_BEGUN: 'DRAFT',
  PARTIAL: 'DRAFT',
  COMPLETE: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  RETURNED_PARTLY: 'RETURNED',
  ACCEPTED: 'ACCEPTED',
} as const;

/** All answers of a card, declared and verified, by code. */
function storedAnswers(
  codes: readonly string[],
  story: CardStory,
  carriedOver: ReadonlyMap<string, Answer>,
): StoredAnswers {
  return Object.fromEntries(
    codes.map((code) => {
      const declared = story.given.get(code)?.answer ?? carriedOver.get(code) ?? null;
      const verified = story.verified.get(code)?.answer;
      return [code, verified === undefined ? { declared } : { declared, verified }];
    }),
  );
}

/** The cards of the campaigns, which come by municipality and year, in the same order. */
export function demoCards(
  campaigns: readonly DemoCampaign[],
  instrument: InstrumentDefinition,
  draw: RandomSource,
): DemoCard[] {
  const criteria = placedCriteria(instrument).map(({ criterion }) => criterion);
  const paths = new Map<string, Map<number, Latent>>();
  const latentOf = (school: DemoSchool, autumn: number): Latent => {
    const path = paths.get(school.code) ?? latentPath(school, draw);
    paths.set(school.code, path);
    const latent = path.get(autumn);
    if (!latent) throw new Error(`no results of ${school.code} for ${autumn}`);
    return latent;
  };
  const latest = new Map<string, DemoCard>();

  return campaigns.flatMap((campaign) => {
    const resultsAutumn = campaign.autumn - 1;
    const figures = campaign.schools.map((school) =>
      schoolYearFigures(school, resultsAutumn, latentOf(school, resultsAutumn), draw),
    );
    const truths = trueAnswers(criteria, figures);
    const plans = cardPlans(campaign, draw);
    return campaign.schools.map((school, index): DemoCard => {
      const key = `${campaign.key}/${school.code}`;
      const { grades } = identityOn(school, calendarDay(resultsAutumn, 9, 1));
      const plan = plans[index];
      if (!plan) throw new Error(`no plan for ${key}`);
      const codes = applicableCriteria(instrument, grades).map(({ criterion }) => criterion.code);
      const story = cardStory(campaign, plan, instrument, grades, truths[index] ?? {}, draw('story', key));
      const lastYear = latest.get(school.code);
      const begun =
        lastYear && STATUS[plan.progress] === 'DRAFT'
          ? carriedOverAnswers(instrument, grades, { instrument, answers: lastYear.answers })
          : {};
      const carriedOver = new Map(Object.entries(begun).filter(([code]) => !story.given.has(code)));
      const answers = storedAnswers(codes, story, carriedOver);
      const card: DemoCard = {
        id: demoId('card', key, campaign.opensAt),
        key,
        campaign,
        school,
        grades,
        plan,
        status: STATUS[plan.progress],
        story,
        carriedOver,
        answers,
        codes,
        score: scoreOf(instrument, grades, answers),
      };
      latest.set(school.code, card);
      return card;
    });
  });
}
