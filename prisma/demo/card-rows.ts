/** Rows of cards, answers, sums by table and revisions. */
import type { Prisma } from '@/lib/db/generated/client';
import type { Answer } from '@/lib/domain/answers';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { type Score, scoreOf } from '@/lib/domain/scoring';
import type { DemoCard } from './cards';
import { demoId } from './identifiers';
import { daysAfter } from './moments';
import { principalOf, reviewerOf } from './people';

/** The id of a criterion by its code. */
export type CriterionIds = ReadonlyMap<string, string>;

const json = (score: Score) => score as unknown as Prisma.InputJsonValue;
const place = ({ id, school, campaign }: DemoCard) => ({
  cardId: id,
  schoolId: school.id,
  municipalityId: campaign.municipality.id,
});

/** How often the card was changed, counted from 1. */
function versionOf({ story }: DemoCard): number {
  const { given, submissions, returns, verified, acceptedAt } = story;
  return 1 + given.size + submissions.length + returns.length + verified.size + (acceptedAt ? 1 : 0);
}

export function cardRows(cards: readonly DemoCard[]): Prisma.CardCreateManyInput[] {
  return cards.map((card) => {
    const { id, campaign, school, grades, plan, status, story, answers, codes, score } = card;
    const submittedAt = story.submissions.at(-1)?.at ?? null;
    const returned = status === 'RETURNED' ? (story.returns.at(-1) ?? null) : null;
    const decidedAt = story.acceptedAt ?? returned?.at ?? null;
    return {
      id,
      campaignId: campaign.id,
      schoolId: school.id,
      municipalityId: campaign.municipality.id,
      status,
      version: versionOf(card),
      gradeFrom: grades.from,
      gradeTo: grades.to,
      dueAt: plan.ownDeadline ? daysAfter(campaign.dueAt, 14) : null,
      negativeSum: score.negativeSum,
      maximum: score.maximum,
      score: json(score),
      answered: codes.filter((code) => (answers[code]?.declared ?? null) !== null).length,
      applicable: codes.length,
      startedAt: story.startedAt,
      submittedAt,
      submittedBy: submittedAt && principalOf(school).name,
      decidedAt,
      decidedBy: decidedAt && reviewerOf(campaign.municipality).name,
      returnComment: returned?.message ?? null,
      partlyUnlocked: plan.progress === 'RETURNED_PARTLY',
    };
  });
}

/** An answer in its two columns and the mark that tells an empty list from no answer. */
const columns = (answer: Answer) => ({
  value: Array.isArray(answer) ? null : answer,
  signs: Array.isArray(answer) ? answer : [],
  isList: Array.isArray(answer),
});

export function answerRows(cards: readonly DemoCard[], criterionIds: CriterionIds): Prisma.AnswerCreateManyInput[] {
  return cards.flatMap((card) => {
    const principal = principalOf(card.school).name;
    const reviewer = reviewerOf(card.campaign.municipality).name;
    const unlocked = new Set(card.plan.progress === 'RETURNED_PARTLY' ? card.story.returns.at(-1)?.codes : []);
    return card.codes.flatMap((code) => {
      const given = card.story.given.get(code);
      const carriedOver = card.carriedOver.has(code);
      if (!given && !carriedOver) return [];
      const verification = card.story.verified.get(code);
      const declared = columns(given?.answer ?? card.carriedOver.get(code) ?? null);
      const verified = columns(verification?.answer ?? null);
      return {
        ...place(card),
        criterionId: criterionId(criterionIds, code),
        declaredValue: declared.value,
        declaredSigns: declared.signs,
        declaredIsList: declared.isList,
        declaredAt: given?.at ?? null,
        declaredBy: given ? principal : null,
        verifiedValue: verified.value,
        verifiedSigns: verified.signs,
        verifiedIsList: verified.isList,
        verifiedAt: verification?.at ?? null,
        verifiedBy: verification ? reviewer : null,
        verifiedReason: verification?.reason ?? null,
        verifiedSource: verification?.source ?? null,
        carriedOver,
        unlocked: unlocked.has(code),
      };
    });
  });
}

export function criterionId(ids: CriterionIds, code: string): string {
  const id = ids.get(code);
  if (!id) throw new Error(`no criterion ${code}`);
  return id;
}

export function tableScoreRows(cards: readonly DemoCard[]): Prisma.CardTableScoreCreateManyInput[] {
  return cards.flatMap((card) =>
    card.score.tables.map(({ code, negativeSum, maximum }) => ({
      ...place(card),
      campaignId: card.campaign.id,
      tableCode: code,
      negativeSum,
      maximum,
    })),
  );
}

/** What was submitted, with the score that it had then: without anything МОЦ verified later. */
export function revisionRows(
  cards: readonly DemoCard[],
  instrument: InstrumentDefinition,
): Prisma.CardRevisionCreateManyInput[] {
  return cards.flatMap((card) =>
    card.story.submissions.map(({ at, answers }, index) => ({
      ...place(card),
      id: demoId('revision', `${card.key}/${index + 1}`, at),
      number: index + 1,
      submittedAt: at,
      submittedBy: principalOf(card.school).name,
      answers,
      score: json(
        scoreOf(
          instrument,
          card.grades,
          Object.fromEntries(Object.entries(answers).map(([code, declared]) => [code, { declared }])),
        ),
      ),
    })),
  );
}
