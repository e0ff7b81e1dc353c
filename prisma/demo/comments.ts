/** Remarks on criteria of returned cards, where both sides have accounts. */
import type { Prisma } from '@/lib/db/generated/client';
import { OPEN_AUTUMN } from './campaigns';
import { type CriterionIds, criterionId } from './card-rows';
import type { DemoCard } from './cards';
import { demoId } from './identifiers';
import { minutesAfter } from './moments';
import { type Person, principalOf, reviewerOf } from './people';
import { criterionRemark, sourceOf } from './review-words';

const ANSWER = 'Сверили с источником, ответ исправлен.';

export function commentRows(cards: readonly DemoCard[], criteria: CriterionIds): Prisma.CardCommentCreateManyInput[] {
  return cards.flatMap((card) => {
    const { key, campaign, school, story } = card;
    if (campaign.autumn !== OPEN_AUTUMN) return [];
    const comment = (code: string, author: Person, text: string, at: Date) =>
      author.accountId === null
        ? []
        : [
            {
              id: demoId('comment', `${key}/${code}/${at.toISOString()}`, at),
              cardId: card.id,
              schoolId: school.id,
              municipalityId: campaign.municipality.id,
              criterionId: criterionId(criteria, code),
              authorId: author.accountId,
              authorName: author.name,
              text,
              at,
            },
          ];
    return story.returns.flatMap(({ at: returnedAt, codes }) =>
      codes.flatMap((code, index) => {
        const source = sourceOf(code.split('.')[1] ?? '', campaign.autumn);
        const correctedAt = story.given.get(code)?.at;
        return [
          ...comment(
            code,
            reviewerOf(campaign.municipality),
            criterionRemark(source),
            minutesAfter(returnedAt, index - 20),
          ),
          ...(correctedAt && correctedAt > returnedAt
            ? comment(code, principalOf(school), ANSWER, minutesAfter(correctedAt, 2))
            : []),
        ];
      }),
    );
  });
}
