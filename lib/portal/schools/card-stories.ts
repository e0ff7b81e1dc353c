import type { ScopedDatabase } from '@/lib/access/door';
import type { HistoryReturn } from './views';

/** How a card was worked on, counted. */
export interface CardStory {
  confirmedAnswers: number;
  correctedAnswers: number;
  /** who answered and submitted, by the journal, in the order of their first entry */
  filledInBy: string[];
  returns: Omit<HistoryReturn, 'schoolYear'>[];
}

interface StoryRow {
  cardId: string;
  confirmed: number;
  corrected: number;
  people: string[];
}

/** The story of each card by its id: what МОЦ verified, who worked on it, how often it went back. */
export async function cardStories(
  db: ScopedDatabase,
  cardIds: readonly string[],
): Promise<(cardId: string) => CardStory> {
  const ids = [...cardIds];
  const rows = await db.$queryRaw<StoryRow[]>`
    SELECT c.id AS "cardId", v.confirmed, v.corrected, j.people
    FROM unnest(${ids}::uuid[]) AS c(id)
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE same)::int AS confirmed, count(*) FILTER (WHERE NOT same)::int AS corrected
      FROM (
        SELECT CASE WHEN verified_is_list
          THEN declared_is_list AND verified_signs @> declared_signs AND declared_signs @> verified_signs
          ELSE declared_value IS NOT DISTINCT FROM verified_value END AS same
        FROM answer WHERE card_id = c.id AND (verified_value IS NOT NULL OR verified_is_list)
      ) verified
    ) v
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(name ORDER BY first), '{}') AS people FROM (
        SELECT actor_name AS name, min(id) AS first FROM journal_entry
        WHERE subject_type = 'card' AND subject_id = c.id AND action IN ('card.answer', 'card.submit')
        GROUP BY actor_name
      ) people
    ) j`;
  const sentBack = await db.journalEntry.findMany({
    where: { subjectType: 'card', subjectId: { in: ids }, action: { in: ['card.return', 'card.reopen'] } },
    orderBy: { id: 'desc' },
  });
  const stories = new Map(rows.map((row) => [row.cardId, row]));
  return (cardId) => {
    const story = stories.get(cardId);
    return {
      confirmedAnswers: story?.confirmed ?? 0,
      correctedAnswers: story?.corrected ?? 0,
      filledInBy: story?.people ?? [],
      returns: sentBack
        .filter((entry) => entry.subjectId === cardId)
        .map((entry) => ({
          at: entry.at,
          by: entry.actorName,
          reopened: entry.action === 'card.reopen',
          message: entry.reason ?? '',
        })),
    };
  };
}
