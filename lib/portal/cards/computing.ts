/**
 * What data answer, stored beside what people answered and counted above the declared answer where the campaign says so.
 * However many cards: each step is one statement.
 */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Answer as AnswerRow, Card } from '@/lib/db/generated/client';
import type { CountedSource } from '@/lib/db/generated/enums';
import { type Answer, sameAnswer } from '@/lib/domain/answers';
import { type LoadedInstrument, loadInstrument } from '@/lib/portal/instruments/queries';
import { type JournalRecord, record } from '@/lib/portal/journal/commands';
import { answersOf, answerThatCounts, criteriaFor, reckoned } from './stored-card';
import { emptyRow, scoreColumns, storeTableScores } from './storing';

/** Who stands behind a computation: the one whose import it follows, or nobody by name. */
export type Actor = Pick<Viewer, 'name'> & { accountId: string | null };

interface CampaignOfCards {
  id: string;
  instrumentVersionId: string;
  counts: CountedSource;
}

/** What data answer on a card to a criterion, by the database's ids. */
export interface ComputedOnCard {
  cardId: string;
  criterionId: string;
  answer: Answer;
}

/** Points of a card before and after. */
export interface SumChange {
  before: number;
  after: number;
}

/**
 * Stores computed answers of a campaign's cards and, where the campaign counts them, scores those cards anew: their
 * version rises, so that nobody saves over a card that is counted otherwise now. Gives the sums of the cards named.
 */
export async function storeComputedAnswers(
  db: ScopedDatabase,
  campaign: CampaignOfCards,
  computed: readonly ComputedOnCard[],
  now: Date,
  actor: Actor,
): Promise<Map<string, SumChange>> {
  if (computed.length === 0) return new Map();
  const byCard = Map.groupBy(computed, ({ cardId }) => cardId);
  const cards = await lockedCards(db, [...byCard.keys()]);
  const computedCounts = campaign.counts === 'COMPUTED';
  const changed = cards.map((card) => {
    const given = byCard.get(card.id) ?? [];
    const rows = given.map(({ criterionId, answer }) => ({
      ...(card.rows.get(criterionId) ?? emptyRow(card, criterionId)),
      ...computedColumns(answer),
      computedCounts,
    }));
    return {
      card,
      rows: new Map([...card.rows, ...rows.map((row) => [row.criterionId, row] as const)]),
      written: rows,
    };
  });
  await storeComputedColumns(
    db,
    changed.flatMap(({ written }) => written),
  );
  if (!computedCounts) {
    return new Map(cards.map(({ id, negativeSum }) => [id, { before: negativeSum, after: negativeSum }]));
  }
  return scoreAnew(db, campaign, changed, now, actor);
}

/** Counts a campaign's cards by what it says now; the caller has changed or changes the campaign itself. */
export async function countCards(
  db: ScopedDatabase,
  campaign: CampaignOfCards,
  now: Date,
  actor: Actor,
): Promise<Map<string, SumChange>> {
  const ids = await db.card.findMany({ where: { campaignId: campaign.id }, select: { id: true } });
  const cards = await lockedCards(
    db,
    ids.map(({ id }) => id),
  );
  const computedCounts = campaign.counts === 'COMPUTED';
  await db.answer.updateMany({ where: { card: { campaignId: campaign.id } }, data: { computedCounts } });
  const changed = cards.map((card) => ({
    card,
    rows: new Map([...card.rows].map(([criterionId, row]) => [criterionId, { ...row, computedCounts }])),
  }));
  return scoreAnew(db, campaign, changed, now, actor);
}

type CardWithRows = Card & { rows: Map<string, AnswerRow> };

/** The cards with their answers, locked to the end of the transaction in the order of their ids. */
async function lockedCards(db: ScopedDatabase, ids: readonly string[]): Promise<CardWithRows[]> {
  await db.$queryRaw`SELECT 1 FROM card WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const cards = await db.card.findMany({
    where: { id: { in: [...ids] } },
    include: { answers: true },
    orderBy: { id: 'asc' },
  });
  return cards.map(({ answers, ...card }) => ({
    ...card,
    rows: new Map(answers.map((row) => [row.criterionId, row])),
  }));
}

/** A computed answer in its columns; null: the portal abstains. */
function computedColumns(answer: Answer) {
  const isList = Array.isArray(answer);
  return { computedValue: isList ? null : answer, computedSigns: isList ? answer : [], computedIsList: isList };
}

/** Writes the computed columns alone: what people answer at the same moment stays as they answered it. */
async function storeComputedColumns(db: ScopedDatabase, rows: readonly AnswerRow[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO answer (card_id, criterion_id, school_id, municipality_id, declared_signs, verified_signs,
      computed_value, computed_signs, computed_is_list, computed_counts)
    SELECT r."cardId", r."criterionId", r."schoolId", r."municipalityId", '{}', '{}',
      r."computedValue", r."computedSigns", r."computedIsList", r."computedCounts"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      "cardId" uuid, "criterionId" uuid, "schoolId" uuid, "municipalityId" uuid,
      "computedValue" text, "computedSigns" text[], "computedIsList" boolean, "computedCounts" boolean)
    ON CONFLICT (card_id, criterion_id) DO UPDATE SET
      computed_value = excluded.computed_value, computed_signs = excluded.computed_signs,
      computed_is_list = excluded.computed_is_list, computed_counts = excluded.computed_counts`;
}

interface ChangedRows {
  card: CardWithRows;
  /** all rows of the card by criterion id, as they are now */
  rows: ReadonlyMap<string, AnswerRow>;
}

async function scoreAnew(
  db: ScopedDatabase,
  campaign: CampaignOfCards,
  changed: readonly ChangedRows[],
  now: Date,
  actor: Actor,
): Promise<Map<string, SumChange>> {
  const instrument = await loadInstrument(db, campaign.instrumentVersionId);
  if (!instrument) throw new Error(`instrument version ${campaign.instrumentVersionId} is out of scope`);
  const scored = changed.map(({ card, rows }) => {
    const grades = { from: card.gradeFrom, to: card.gradeTo };
    const criteria = criteriaFor(instrument, grades);
    const byCode = new Map([...rows].map(([id, row]) => [instrument.criterionCodes.get(id) ?? id, row]));
    return { card, rows, figures: reckoned(instrument, grades, answersOf({ criteria, rows: byCode })) };
  });
  const columns = scored.map(({ card, figures }) => ({ id: card.id, ...scoreColumns(figures) }));
  await db.$executeRaw`
    UPDATE card SET score = r.score, negative_sum = r."negativeSum", maximum = r.maximum, answered = r.answered,
      applicable = r.applicable, version = card.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) AS r (
      id uuid, score jsonb, "negativeSum" int, maximum int, answered int, applicable int)
    WHERE card.id = r.id`;
  await storeTableScores(
    db,
    scored.map(({ card, figures }) => ({ card, score: figures.score })),
  );
  const records = scored.flatMap(({ card, rows }) => countedChanges(instrument, card, rows));
  if (records.length > 0) await record(db, actor, now, ...records);
  return new Map(
    scored.map(({ card, figures }) => [card.id, { before: card.negativeSum, after: figures.score.negativeSum }]),
  );
}

/** The answers of a card that count otherwise now, for the journal. */
function countedChanges(
  instrument: LoadedInstrument,
  card: CardWithRows,
  rows: ReadonlyMap<string, AnswerRow>,
): JournalRecord[] {
  const { id: subjectId, schoolId, municipalityId } = card;
  return [...rows].flatMap(([criterionId, row]): JournalRecord[] => {
    const [from, to] = [answerThatCounts(card.rows.get(criterionId)), answerThatCounts(row)];
    if (sameAnswer(from, to)) return [];
    const detail = instrument.criterionCodes.get(criterionId) ?? criterionId;
    return [{ action: 'card.compute', subjectType: 'card', subjectId, schoolId, municipalityId, detail, from, to }];
  });
}
