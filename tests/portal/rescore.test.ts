import { execFile } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testEnvironment } from '@/lib/env';
import { type DifferingCard, rescoreAll } from '@/lib/portal/cards/rescore-all';
import { type TestDatabase, testDatabase } from '../harness/database';

let database: TestDatabase;
const now = new Date('2020-11-01T09:00:00Z');
let cards: number;

beforeAll(async () => {
  database = await testDatabase({ demonstration: true });
  cards = await database.owner.card.count();
});
afterAll(() => database.close());

async function rescored(options: { write?: boolean; schoolYear?: string; batchSize?: number } = {}) {
  const differing: DifferingCard[] = [];
  const result = await rescoreAll({ now, ...options, onDiffering: (card) => differing.push(card) });
  return { ...result, cards: differing };
}

/** The command as people run it; its exit code and what it printed. */
function command(...args: string[]): Promise<{ code: number; output: string; told: string }> {
  const env = testEnvironment({ DATABASE_URL: database.url, MOC_DATA_DIR: database.dataDirectory });
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/rescore.ts', ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout, told: stderr }),
    );
  });
}

const openCard = () =>
  database.owner.card.findFirstOrThrow({
    where: { status: 'DRAFT', campaign: { status: 'OPEN' }, negativeSum: { gt: 0 } },
    include: { tableScores: true, school: true },
    orderBy: { id: 'asc' },
  });
const acceptedCard = () =>
  database.owner.card.findFirstOrThrow({
    where: { status: 'ACCEPTED', campaign: { status: 'CLOSED', schoolYear: '2019-2020' } },
    include: { tableScores: true, school: true },
    orderBy: { id: 'asc' },
  });

describe('the demonstration region', () => {
  it('stores for every card of every year what its answers give', async () => {
    expect(cards).toBeGreaterThan(700);
    expect(await rescored()).toEqual({ checked: cards, differing: 0, repaired: 0, cards: [] });
  });

  it('is checked a year at a time as well, in batches of any size', async () => {
    const ofYear = await database.owner.card.count({ where: { campaign: { schoolYear: '2018-2019' } } });
    for (const batchSize of [7, ofYear, 1000]) {
      expect(await rescored({ schoolYear: '2018-2019', batchSize })).toMatchObject({ checked: ofYear, differing: 0 });
    }
  });
});

describe('figures that somebody changed', () => {
  const undo: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0)) await step();
    expect(await rescored()).toMatchObject({ differing: 0 });
  });

  it('are found in the sum, the maximum, the points and the table of an accepted card, and left as they are', async () => {
    const {
      id,
      school,
      tableScores,
      answers: _answers,
      ...card
    } = await acceptedCard().then(async (found) => ({
      ...found,
      answers: await database.owner.answer.findMany({ where: { cardId: found.id } }),
    }));
    const score = card.score as { points: unknown[] };
    const before = { negativeSum: card.negativeSum, maximum: card.maximum, score: card.score ?? {} };
    const [table] = tableScores;
    if (!table) throw new Error('no table');
    const where = { cardId_tableCode: { cardId: id, tableCode: table.tableCode } };
    undo.push(
      () => database.owner.card.update({ where: { id }, data: before }),
      () => database.owner.cardTableScore.update({ where, data: { negativeSum: table.negativeSum } }),
    );
    await database.owner.card.update({
      where: { id },
      data: {
        negativeSum: card.negativeSum + 1,
        maximum: card.maximum + 2,
        score: { ...score, points: [...score.points, { criterion: 'X.1', points: 1, source: 'DECLARED' }] } as object,
      },
    });
    await database.owner.cardTableScore.update({ where, data: { negativeSum: table.negativeSum + 1 } });
    for (const write of [false, true]) {
      const found = await rescored({ write });
      expect(found).toMatchObject({ checked: cards, differing: 1, repaired: 0 });
      expect(found.cards).toEqual([
        {
          cardId: id,
          schoolCode: school.code,
          schoolYear: '2019-2020',
          status: 'ACCEPTED',
          open: false,
          repaired: false,
          differences: [
            { figure: 'negativeSum', stored: String(card.negativeSum + 1), recomputed: String(card.negativeSum) },
            { figure: 'maximum', stored: String(card.maximum + 2), recomputed: String(card.maximum) },
            { figure: 'points', stored: 'X.1 (DECLARED)', recomputed: '' },
            {
              figure: `table ${table.tableCode}`,
              stored: `${table.negativeSum + 1} из ${table.maximum}`,
              recomputed: `${table.negativeSum} из ${table.maximum}`,
            },
          ],
        },
      ]);
    }
  });

  it('are found when an answer changed behind the score, and repaired in an open card', async () => {
    const card = await openCard();
    const answer = await database.owner.answer.findFirstOrThrow({
      where: { cardId: card.id, declaredValue: 'yes', verifiedValue: null },
    });
    const where = { cardId_criterionId: { cardId: card.id, criterionId: answer.criterionId } };
    undo.push(
      () => database.owner.answer.update({ where, data: { declaredValue: 'yes' } }),
      () => rescored({ write: true }),
    );
    await database.owner.answer.update({ where, data: { declaredValue: 'no' } });
    const told = await rescored();
    expect(told).toMatchObject({
      differing: 1,
      repaired: 0,
      cards: [{ cardId: card.id, open: true, repaired: false }],
    });
    expect(told.cards[0]?.differences.map(({ figure }) => figure)).toEqual([
      'negativeSum',
      'points',
      expect.stringMatching(/^table T/),
    ]);
    expect(await rescored({ write: true })).toMatchObject({ differing: 1, repaired: 1 });
    const after = await database.owner.card.findUniqueOrThrow({ where: { id: card.id } });
    expect(after).toMatchObject({ negativeSum: card.negativeSum - 1, maximum: card.maximum, version: card.version });
    const entry = await database.owner.journalEntry.findFirstOrThrow({
      where: { subjectId: card.id, action: 'card.rescore' },
    });
    expect(entry).toMatchObject({ from: card.negativeSum, to: card.negativeSum - 1, accountId: null });
  });

  it('are told by the command, which then ends with 1', async () => {
    const good = await command();
    expect(good).toMatchObject({ code: 0, output: `Проверено карт: ${cards}. Расходятся: 0. Исправлено: 0.\n` });
    const { id, negativeSum, school } = await openCard();
    undo.push(() => database.owner.card.update({ where: { id }, data: { negativeSum } }));
    await database.owner.card.update({ where: { id }, data: { negativeSum: negativeSum + 5 } });
    const bad = await command('--year', '2020/21');
    expect(bad.code).toBe(1);
    expect(bad.output).toContain(`${school.code}, 2020-2021, карта ${id} (можно исправить: --write):`);
    expect(bad.output).toContain(`сумма: хранится ${negativeSum + 5}, по ответам ${negativeSum}`);
    expect((await command('--write')).output).toContain('Исправлено: 1.');
    expect((await command('--nonsense')).told).toBe('Не понимаю: npm run rescore -- [--year 2020-2021] [--write]\n');
  }, 120_000);
});
