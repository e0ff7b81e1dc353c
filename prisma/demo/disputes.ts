/** The right of reply in the city: one point contested and undecided, one decided for the school, one against it. */
import type { Prisma } from '@/lib/db/generated/client';
import type { Answer } from '@/lib/domain/answers';
import { type CriterionIds, criterionId } from './card-rows';
import type { Verification } from './card-story';
import type { DemoCard } from './cards';
import { demoId } from './identifiers';
import { daysAfter } from './moments';
import { principalOf, reviewerOf } from './people';
import { sourceOf } from './review-words';

export interface DemoDispute {
  id: string;
  card: DemoCard;
  code: string;
  reason: string;
  raisedAt: Date;
  decided: { status: 'UPHELD' | 'REJECTED'; decision: string; at: Date } | null;
  /** what stands verified after an upheld dispute */
  verification: Verification | null;
}

interface Point {
  card: DemoCard;
  code: string;
  acceptedAt: Date;
}

type Wanted = (declared: Answer, verified: Answer | undefined) => boolean;

/** The first yes/no answer in an accepted card of the city's campaign of `autumn` that is as wanted. */
function pointIn(
  cards: readonly DemoCard[],
  autumn: number,
  group: RegExp,
  wanted: Wanted,
  not: readonly Point[],
): Point {
  for (const card of cards) {
    const { campaign, school, story, answers, codes } = card;
    if (campaign.municipality.code !== 'smolensk' || campaign.autumn !== autumn || school.spared) continue;
    if (!story.acceptedAt) continue;
    if (not.some((point) => point.card === card)) continue;
    const code = codes.find((candidate) => {
      const { declared = null, verified } = answers[candidate] ?? {};
      return group.test(candidate) && wanted(declared, verified);
    });
    if (code) return { card, code, acceptedAt: story.acceptedAt };
  }
  throw new Error(`no point to dispute in ${autumn}`);
}

const corrected: Wanted = (declared, verified) => declared === 'no' && verified === 'yes';

/** The three disputes: two contest a point that МОЦ corrected, the third was upheld and the criterion counts nothing. */
export function demoDisputes(cards: readonly DemoCard[]): DemoDispute[] {
  const open = pointIn(cards, 2020, /./, corrected, []);
  const rejected = pointIn(cards, 2019, /./, corrected, []);
  const upheld = pointIn(cards, 2019, /INT|OLY/, (declared, verified) => declared === 'no' && verified === undefined, [
    rejected,
  ]);
  const dispute = (
    { card, code, acceptedAt }: Point,
    reason: string,
    decided: DemoDispute['decided'] = null,
    verification: Verification | null = null,
  ): DemoDispute => {
    const raisedAt = daysAfter(acceptedAt, 1);
    return {
      id: demoId('dispute', `${card.key}/${code}`, raisedAt),
      card,
      code,
      reason,
      raisedAt,
      decided,
      verification,
    };
  };
  const decision = 'Школа представила протокол: показатель не относится к критерию, балл снят.';
  const at = daysAfter(upheld.acceptedAt, 3);
  const source = `${sourceOf(upheld.code.split('.')[1] ?? '', upheld.card.campaign.autumn)}; протокол школы`;
  return [
    dispute(open, 'Считаем, что балл начислен ошибочно: в протоколе учтены выбывшие обучающиеся. Просим пересчитать.'),
    dispute(
      upheld,
      'В источнике опечатка, прилагаем протокол школы.',
      { status: 'UPHELD', decision, at },
      { answer: 'no', reason: decision, source, at },
    ),
    dispute(rejected, 'Не согласны с исправлением: по школьному журналу показатель выше.', {
      status: 'REJECTED',
      decision: 'Школьный журнал не заменяет протокол: расчёт сверен повторно, балл остаётся.',
      at: daysAfter(rejected.acceptedAt, 4),
    }),
  ];
}

/** The cards with what upheld disputes left verified: «нет», which the school had declared, so that the score stays. */
export function afterDisputes(cards: readonly DemoCard[], disputes: readonly DemoDispute[]): DemoCard[] {
  return cards.map((card) => {
    const upheld = disputes.flatMap(({ card: { id }, code, verification }) =>
      id === card.id && verification ? [[code, verification] as const] : [],
    );
    if (upheld.length === 0) return card;
    return { ...card, story: { ...card.story, verified: new Map([...card.story.verified, ...upheld]) } };
  });
}

export function disputeRows(disputes: readonly DemoDispute[], criteria: CriterionIds): Prisma.DisputeCreateManyInput[] {
  return disputes.map(({ id, card, code, reason, raisedAt, decided }) => ({
    id,
    cardId: card.id,
    schoolId: card.school.id,
    municipalityId: card.campaign.municipality.id,
    criterionId: criterionId(criteria, code),
    signCode: null,
    reason,
    status: decided?.status ?? 'OPEN',
    raisedBy: principalOf(card.school).name,
    raisedAt,
    decision: decided?.decision ?? null,
    decidedBy: decided && reviewerOf(card.campaign.municipality).name,
    decidedAt: decided?.at ?? null,
  }));
}
