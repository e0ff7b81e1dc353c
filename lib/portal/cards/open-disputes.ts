import type { ScopedDatabase } from '@/lib/access/door';

/**
 * How many points of these cards the schools contest now, by id of the card; a card without any is missing. Prisma's own
 * `_count` of a relation would count the disputes of all cards there are.
 */
export async function openDisputesByCard(db: ScopedDatabase, cardIds: readonly string[]): Promise<Map<string, number>> {
  const where = { cardId: { in: [...cardIds] }, status: 'OPEN' as const };
  const counts = await db.dispute.groupBy({ by: ['cardId'], where, _count: true });
  return new Map(counts.map(({ cardId, _count }) => [cardId, _count]));
}
