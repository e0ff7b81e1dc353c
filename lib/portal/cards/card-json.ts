/** A stored card as the API gives it. contract.md, `GET /api/v1/cards/{id}`. */
import type { Viewer } from '@/lib/access/viewer';
import type { Campaign, Card, School } from '@/lib/db/generated/client';
import type { Score } from '@/lib/domain/scoring';
import { lockedReasonFor, mayEdit } from './lock';
import type { CardJson, CardListItem } from './schema';
import { answerOfPeople, computedAnswer, declaredAnswer, type StoredCard, verifiedAnswer } from './stored-card';

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

/** The score of a card as it is stored. */
export const scoreOfCard = (card: Pick<Card, 'score'>) => card.score as unknown as Score;

export function cardListItem(
  card: Card,
  school: Pick<School, 'code' | 'name'>,
  campaign: Pick<Campaign, 'dueAt'>,
  openDisputes: number,
): CardListItem {
  return {
    id: card.id,
    campaignId: card.campaignId,
    schoolId: card.schoolId,
    schoolCode: school.code,
    schoolName: school.name,
    status: card.status,
    version: card.version,
    answered: card.answered,
    applicable: card.applicable,
    dueAt: (card.dueAt ?? campaign.dueAt).toISOString(),
    submittedAt: iso(card.submittedAt),
    openDisputes,
    score: scoreOfCard(card),
  };
}

/** When the school last saved an answer; null: never. */
export function savedAt(stored: StoredCard): Date | null {
  const moments = [...stored.rows.values()].flatMap((row) => row.declaredAt ?? []);
  return moments.reduce<Date | null>((last, moment) => (last && last > moment ? last : moment), null);
}

/** The whole card for this viewer: every criterion that applies to the school, and no other. */
export function cardJson(viewer: Viewer, stored: StoredCard): CardJson {
  const { card, rows, criteria } = stored;
  const codes = [...criteria.keys()];
  const known = codes.flatMap((code) => {
    const row = rows.get(code);
    return row ? [{ code, row }] : [];
  });
  return {
    ...cardListItem(card, stored.school, stored.campaign, stored.openDisputes.length),
    grades: stored.grades,
    counts: stored.campaign.counts,
    answers: Object.fromEntries(codes.map((code) => [code, answerOfPeople(rows.get(code))])),
    declared: Object.fromEntries(
      known.flatMap(({ code, row }) => (verifiedAnswer(row) === null ? [] : [[code, declaredAnswer(row)]])),
    ),
    verified: Object.fromEntries(
      known.flatMap(({ code, row }) => {
        const answer = verifiedAnswer(row);
        return answer === null || !row.verifiedAt
          ? []
          : [
              [
                code,
                {
                  answer,
                  reason: row.verifiedReason ?? '',
                  source: row.verifiedSource ?? '',
                  by: row.verifiedBy ?? '',
                  at: row.verifiedAt.toISOString(),
                },
              ],
            ];
      }),
    ),
    computed: Object.fromEntries(
      known.flatMap(({ code, row }) => {
        const answer = computedAnswer(row);
        return answer === null ? [] : [[code, answer]];
      }),
    ),
    comments: Object.fromEntries(known.flatMap(({ code, row }) => (row.comment ? [[code, row.comment]] : []))),
    carriedOver: known.flatMap(({ code, row }) => (row.carriedOver ? [code] : [])),
    disputed: stored.openDisputes,
    editable: mayEdit(viewer, stored),
    unlocked: card.partlyUnlocked ? known.flatMap(({ code, row }) => (row.unlocked ? [code] : [])) : null,
    lockedReason: lockedReasonFor(viewer, stored),
    savedAt: iso(savedAt(stored)),
    decidedAt: iso(card.decidedAt),
    returnComment: card.returnComment,
  };
}
