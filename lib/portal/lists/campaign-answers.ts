import type { ScopedDatabase } from '@/lib/access/door';
import type { StoredAnswer } from '@/lib/domain/answers';
import type { StoredAnswers } from '@/lib/domain/scoring';
import type { LoadedInstrument } from '@/lib/portal/instruments/queries';

interface CardAnswersRow {
  cardId: string;
  /** by id of the criterion */
  answers: Record<string, StoredAnswer>;
}

/** The answers of the accepted cards of a campaign (of one card when told) by id of the card, in one query. */
export async function acceptedAnswers(
  db: ScopedDatabase,
  campaignId: string,
  instrument: LoadedInstrument,
  cardId: string | null = null,
): Promise<Map<string, StoredAnswers>> {
  const rows = await db.$queryRaw<CardAnswersRow[]>`
    SELECT a.card_id AS "cardId", jsonb_object_agg(a.criterion_id, jsonb_build_object(
      'declared', CASE WHEN a.declared_is_list THEN to_jsonb(a.declared_signs) ELSE to_jsonb(a.declared_value) END,
      'verified', CASE WHEN a.verified_is_list THEN to_jsonb(a.verified_signs) ELSE to_jsonb(a.verified_value) END,
      'computed', CASE WHEN NOT a.computed_counts THEN NULL
        WHEN a.computed_is_list THEN to_jsonb(a.computed_signs) ELSE to_jsonb(a.computed_value) END
    )) AS answers
    FROM card c JOIN answer a ON a.card_id = c.id
    WHERE c.campaign_id = ${campaignId}::uuid AND c.status = 'ACCEPTED'
      AND (${cardId}::uuid IS NULL OR c.id = ${cardId}::uuid)
    GROUP BY a.card_id`;
  return new Map(
    rows.map(({ cardId, answers }) => [
      cardId,
      Object.fromEntries(
        Object.entries(answers).flatMap(([criterionId, answer]) => {
          const code = instrument.criterionCodes.get(criterionId);
          return code === undefined ? [] : [[code, answer]];
        }),
      ),
    ]),
  );
}
