/** Writing cards: each in one statement for all rows, however many there are. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Answer as AnswerRow, Card, Prisma } from '@/lib/db/generated/client';
import type { Score } from '@/lib/domain/scoring';
import { answersOf, reckoned, type StoredCard } from './stored-card';

/** The score in the columns of `card`. */
export function scoreColumns({ score, answered, applicable }: ReturnType<typeof reckoned>) {
  return {
    score: score as unknown as Prisma.InputJsonValue,
    negativeSum: score.negativeSum,
    maximum: score.maximum,
    answered,
    applicable,
  };
}

/** An answer that nobody has given yet. */
export function emptyRow(card: Pick<Card, 'id' | 'schoolId' | 'municipalityId'>, criterionId: string): AnswerRow {
  return {
    cardId: card.id,
    criterionId,
    schoolId: card.schoolId,
    municipalityId: card.municipalityId,
    declaredValue: null,
    declaredSigns: [],
    declaredIsList: false,
    declaredAt: null,
    declaredBy: null,
    computedValue: null,
    computedSigns: [],
    computedIsList: false,
    computedCounts: false,
    verifiedValue: null,
    verifiedSigns: [],
    verifiedIsList: false,
    verifiedAt: null,
    verifiedBy: null,
    verifiedReason: null,
    verifiedSource: null,
    carriedOver: false,
    unlocked: false,
    comment: '',
  };
}

/**
 * Writes whole rows of answers: new ones, and those that stand there already as they are given. What data answer stays in
 * the latter: it may have been computed anew since they were read, and only computing.ts writes it.
 */
export async function storeRows(db: ScopedDatabase, rows: readonly AnswerRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.$executeRaw`
    INSERT INTO answer (card_id, criterion_id, school_id, municipality_id,
      declared_value, declared_signs, declared_is_list, declared_at, declared_by,
      computed_value, computed_signs, computed_is_list, computed_counts,
      verified_value, verified_signs, verified_is_list, verified_at, verified_by, verified_reason, verified_source,
      carried_over, unlocked, comment)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      "cardId" uuid, "criterionId" uuid, "schoolId" uuid, "municipalityId" uuid,
      "declaredValue" text, "declaredSigns" text[], "declaredIsList" boolean, "declaredAt" timestamptz, "declaredBy" text,
      "computedValue" text, "computedSigns" text[], "computedIsList" boolean, "computedCounts" boolean,
      "verifiedValue" text, "verifiedSigns" text[], "verifiedIsList" boolean, "verifiedAt" timestamptz, "verifiedBy" text,
      "verifiedReason" text, "verifiedSource" text, "carriedOver" boolean, "unlocked" boolean, "comment" text)
    ON CONFLICT (card_id, criterion_id) DO UPDATE SET
      declared_value = excluded.declared_value, declared_signs = excluded.declared_signs,
      declared_is_list = excluded.declared_is_list, declared_at = excluded.declared_at, declared_by = excluded.declared_by,
      verified_value = excluded.verified_value, verified_signs = excluded.verified_signs,
      verified_is_list = excluded.verified_is_list, verified_at = excluded.verified_at, verified_by = excluded.verified_by,
      verified_reason = excluded.verified_reason, verified_source = excluded.verified_source,
      carried_over = excluded.carried_over, unlocked = excluded.unlocked, comment = excluded.comment`;
}

type Scored = { card: Pick<Card, 'id' | 'campaignId' | 'schoolId' | 'municipalityId'>; score: Score };

/** Writes what the ranking reads: a row for each card and table. */
export async function storeTableScores(db: ScopedDatabase, cards: readonly Scored[]): Promise<void> {
  const rows = cards.flatMap(({ card, score }) =>
    score.tables.map(({ code, negativeSum, maximum }) => ({
      cardId: card.id,
      tableCode: code,
      campaignId: card.campaignId,
      schoolId: card.schoolId,
      municipalityId: card.municipalityId,
      negativeSum,
      maximum,
    })),
  );
  if (rows.length === 0) return;
  await db.$executeRaw`
    INSERT INTO card_table_score (card_id, table_code, campaign_id, school_id, municipality_id, negative_sum, maximum)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      "cardId" uuid, "tableCode" text, "campaignId" uuid, "schoolId" uuid, "municipalityId" uuid,
      "negativeSum" int, "maximum" int)
    ON CONFLICT (card_id, table_code) DO UPDATE SET negative_sum = excluded.negative_sum, maximum = excluded.maximum`;
}

/** What changes in a card beside its version and score. */
export type CardColumns = Partial<
  Pick<
    Card,
    | 'status'
    | 'startedAt'
    | 'submittedAt'
    | 'submittedBy'
    | 'decidedAt'
    | 'decidedBy'
    | 'returnComment'
    | 'partlyUnlocked'
  >
>;

/**
 * Stores changed rows and columns of a card, raises its version and stores the score of its answers. The version is
 * compared and raised in one statement: null when somebody else was faster, and nothing is written then.
 */
export async function storeCard(
  db: ScopedDatabase,
  stored: StoredCard,
  columns: CardColumns,
  changed: ReadonlyMap<string, AnswerRow> = new Map(),
): Promise<StoredCard | null> {
  const { card, instrument, grades } = stored;
  const rows = new Map([...stored.rows, ...changed]);
  const figures = reckoned(instrument, grades, answersOf({ criteria: stored.criteria, rows }));
  const { score, ...counts } = scoreColumns(figures);
  const { count } = await db.card.updateMany({
    where: { id: card.id, version: card.version },
    data: { ...columns, ...counts, score, version: { increment: 1 } },
  });
  if (count === 0) return null;
  await storeRows(db, [...changed.values()]);
  if (changed.size > 0) await storeTableScores(db, [{ card, score: figures.score }]);
  return {
    ...stored,
    rows,
    card: {
      ...card,
      ...columns,
      ...counts,
      score: figures.score as unknown as Prisma.JsonValue,
      version: card.version + 1,
    },
  };
}
