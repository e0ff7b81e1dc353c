/** Recomputing the stored figures of the cards from their stored answers: `npm run rescore`. */
import { isDeepStrictEqual } from 'node:util';
import { forSystem, type ScopedDatabase } from '@/lib/access/door';
import type { Card, CardStatus, CardTableScore, Prisma } from '@/lib/db/generated/client';
import type { Score } from '@/lib/domain/scoring';
import { loadInstrument } from '@/lib/portal/instruments/queries';
import { record } from '@/lib/portal/journal/commands';
import { answersOf, criteriaFor, reckoned } from './stored-card';
import { scoreColumns, storeTableScores } from './storing';

type Figures = ReturnType<typeof reckoned>;

/** A figure that is stored otherwise than the answers give it; points are named by criterion and sign. */
export interface FigureDifference {
  figure: 'negativeSum' | 'maximum' | 'answered' | 'applicable' | 'points' | 'score' | `table ${string}`;
  stored: string;
  recomputed: string;
}

export interface DifferingCard {
  cardId: string;
  schoolCode: string;
  schoolYear: string;
  status: CardStatus;
  /** not accepted, in an open campaign: nothing was decided by these figures yet */
  open: boolean;
  repaired: boolean;
  differences: FigureDifference[];
}

export interface RescoringOptions {
  now: Date;
  /** repairs the figures of open cards; the others are told and left as they are */
  write?: boolean;
  /** only the campaigns of one school year */
  schoolYear?: string;
  /** cards read at once */
  batchSize?: number;
  onDiffering?: (card: DifferingCard) => void;
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Compares every card, a batch at a time, and tells how many were checked, differ and were repaired. */
export async function rescoreAll(
  options: RescoringOptions,
): Promise<{ checked: number; differing: number; repaired: number }> {
  const result = { checked: 0, differing: 0, repaired: 0 };
  const size = options.batchSize ?? 100;
  for (let after = FIRST_ID, more = true; more; ) {
    const { ids, suspects } = await batchAfter(after, size, options.schoolYear);
    result.checked += ids.length;
    for (const id of suspects) {
      const card = await differingCard(id, options);
      if (!card) continue;
      result.differing += 1;
      if (card.repaired) result.repaired += 1;
      options.onDiffering?.(card);
    }
    after = ids.at(-1) ?? after;
    more = ids.length === size;
  }
  return result;
}

/** The next cards by id, and those whose figures look different. */
function batchAfter(after: string, size: number, schoolYear?: string): Promise<{ ids: string[]; suspects: string[] }> {
  return forSystem('maintenance', async (db) => {
    const cards = await compared(db, { id: { gt: after }, campaign: { schoolYear } }, size);
    const suspects = cards.filter(({ differences }) => differences.length > 0);
    return { ids: cards.map(({ card }) => card.id), suspects: suspects.map(({ card }) => card.id) };
  });
}

const withAnswers = {
  answers: true,
  tableScores: true,
  school: { select: { code: true } },
  campaign: { select: { schoolYear: true, status: true, instrumentVersionId: true } },
} satisfies Prisma.CardInclude;

interface Compared {
  card: Prisma.CardGetPayload<{ include: typeof withAnswers }>;
  figures: Figures;
  differences: FigureDifference[];
}

/** Cards by id with what their answers give; answers and figures of all in as many queries as of one. */
async function compared(db: ScopedDatabase, where: Prisma.CardWhereInput, take: number): Promise<Compared[]> {
  const cards = await db.card.findMany({ where, include: withAnswers, orderBy: { id: 'asc' }, take });
  const all: Compared[] = [];
  for (const card of cards) {
    const instrument = await loadInstrument(db, card.campaign.instrumentVersionId);
    if (!instrument) throw new Error(`card ${card.id} has no instrument`);
    const grades = { from: card.gradeFrom, to: card.gradeTo };
    const rows = new Map(card.answers.map((row) => [instrument.criterionCodes.get(row.criterionId) ?? '', row]));
    const figures = reckoned(instrument, grades, answersOf({ criteria: criteriaFor(instrument, grades), rows }));
    all.push({ card, figures, differences: differencesOf(card, card.tableScores, figures) });
  }
  return all;
}

/** A second look with the card locked: a school that was saving at the moment of the first one is no difference. */
function differingCard(id: string, { write = false, now }: RescoringOptions): Promise<DifferingCard | null> {
  return forSystem('maintenance', async (db) => {
    await db.$queryRaw`SELECT 1 FROM card WHERE id = ${id}::uuid FOR UPDATE`;
    const [found] = await compared(db, { id }, 1);
    if (!found || found.differences.length === 0) return null;
    const { card, differences } = found;
    const open = card.campaign.status === 'OPEN' && card.status !== 'ACCEPTED';
    if (open && write) await repair(db, found, now);
    return {
      cardId: id,
      schoolCode: card.school.code,
      schoolYear: card.campaign.schoolYear,
      status: card.status,
      open,
      repaired: open && write,
      differences,
    };
  });
}

/** The version stays: no answer changes, and a form that is open somewhere must not be refused for it. */
async function repair(db: ScopedDatabase, { card, figures }: Compared, now: Date): Promise<void> {
  await db.card.update({ where: { id: card.id }, data: scoreColumns(figures) });
  const codes = figures.score.tables.map(({ code }) => code);
  await db.cardTableScore.deleteMany({ where: { cardId: card.id, tableCode: { notIn: codes } } });
  await storeTableScores(db, [{ card, score: figures.score }]);
  await record(db, { accountId: null, name: 'Пересчёт по сохранённым ответам' }, now, {
    action: 'card.rescore',
    subjectType: 'card',
    subjectId: card.id,
    schoolId: card.schoolId,
    municipalityId: card.municipalityId,
    from: card.negativeSum,
    to: figures.score.negativeSum,
  });
}

function differencesOf(
  card: Card,
  tables: readonly CardTableScore[],
  { score, answered, applicable }: Figures,
): FigureDifference[] {
  const counts = [
    ['negativeSum', card.negativeSum, score.negativeSum],
    ['maximum', card.maximum, score.maximum],
    ['answered', card.answered, answered],
    ['applicable', card.applicable, applicable],
  ] as const;
  return [
    ...counts.flatMap(([figure, stored, recomputed]) =>
      stored === recomputed ? [] : [difference(figure, stored, recomputed)],
    ),
    ...scoreDifference(card.score as unknown as Partial<Score> | null, score),
    ...tableDifferences(tables, score),
  ];
}

function difference(figure: FigureDifference['figure'], stored: unknown, recomputed: unknown): FigureDifference {
  return { figure, stored: String(stored), recomputed: String(recomputed) };
}

/** The stored Score against the recomputed: the points that only one of them has, else that other parts differ. */
function scoreDifference(stored: Partial<Score> | null, recomputed: Score): FigureDifference[] {
  if (isDeepStrictEqual(stored, JSON.parse(JSON.stringify(recomputed)))) return [];
  const [before, after] = [pointNames(stored?.points), pointNames(recomputed.points)];
  const onlyBefore = before.filter((name) => !after.includes(name)).join(', ');
  const onlyAfter = after.filter((name) => !before.includes(name)).join(', ');
  return onlyBefore === '' && onlyAfter === ''
    ? [difference('score', JSON.stringify(stored), JSON.stringify(recomputed))]
    : [difference('points', onlyBefore, onlyAfter)];
}

function pointNames(points: Partial<Score>['points'] = []): string[] {
  return points.map(({ criterion, sign, source }) => `${criterion}${sign ? `/${sign}` : ''} (${source})`);
}

function tableDifferences(tables: readonly CardTableScore[], score: Score): FigureDifference[] {
  const stored = new Map(tables.map((table) => [table.tableCode, `${table.negativeSum} из ${table.maximum}`]));
  const recomputed = new Map(score.tables.map((table) => [table.code, `${table.negativeSum} из ${table.maximum}`]));
  return [...new Set([...recomputed.keys(), ...stored.keys()])]
    .filter((code) => stored.get(code) !== recomputed.get(code))
    .map((code) => difference(`table ${code}`, stored.get(code) ?? 'нет', recomputed.get(code) ?? 'нет'));
}
