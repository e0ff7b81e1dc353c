/**
 * The files of the demonstration region, brought in by the portal, against a calculation of our own from the same files
 * (tests/portal/independent): every computed answer of every card.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemonstrationFiles } from '@/prisma/demo/load-files';
import { type TestDatabase, testDatabase } from '@/tests/harness/database';
import { type ComputedCell, computedCells, evidenceOnCards, expectedCells, peakTestsOf } from './evidence-on-cards';
import { bringIn, type Change, changedCopy, demonstrationEvidence, takeBack } from './independent/changed-files';

const LOADING_MS = 600_000;

let database: TestDatabase;
let files: Awaited<ReturnType<typeof demonstrationEvidence>>;
let computed: ComputedCell[];

const written = (cells: readonly ComputedCell[]) =>
  new Map(
    cells.map(({ campaign, school, criterion, answer }) => [`${campaign} ${school} ${criterion}`, String(answer)]),
  );

/** What differs between two sets of answers: «campaign school criterion: from → to». */
function differences(one: readonly ComputedCell[], other: readonly ComputedCell[]): string[] {
  const [before, after] = [written(one), written(other)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key}: ${before.get(key)} → ${after.get(key)}`)
    .sort();
}

beforeAll(async () => {
  database = await testDatabase({ demonstration: true });
  await loadDemonstrationFiles();
  files = await demonstrationEvidence();
  computed = await computedCells(database);
}, LOADING_MS);

afterAll(() => database?.close());

describe('computed answers', () => {
  test('of every card equal those calculated apart from the portal', async () => {
    expect(computed.length).toBeGreaterThan(40_000);
    expect(differences(await expectedCells(database, files.evidence), computed)).toEqual([]);
  }, 120_000);

  test('of every criterion there are some of each kind, and some contradict the principal', async () => {
    for (const criterion of new Set(computed.map((cell) => cell.criterion))) {
      const answers = new Set(
        computed.filter((cell) => cell.criterion === criterion).map(({ answer }) => String(answer)),
      );
      if (!['T1.OGE.06', 'T1.EGE.06', 'T2.RES.05'].includes(criterion))
        expect(answers.size, criterion).toBeGreaterThan(1);
    }
    const [contradicted] = await database.owner.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM answer a JOIN card c ON c.id = a.card_id JOIN school s ON s.id = c.school_id
      JOIN campaign k ON k.id = c.campaign_id
      WHERE s.code = 'smolensk-01' AND k.status = 'OPEN' AND a.declared_value <> a.computed_value`;
    expect(contradicted?.count).toBeGreaterThan(0);
  });

  test('the p-values of boundary peaks are those of the histograms in the files', async () => {
    const codes = Array.from({ length: 12 }, (_, index) => `smolensk-${String(index + 1).padStart(2, '0')}`);
    const tests = await peakTestsOf(database, files.evidence, '2018-2019', codes);
    expect(tests.length).toBeGreaterThan(60);
    expect(tests.filter(({ stored, own }) => stored !== own)).toEqual([]);
  }, 120_000);
});

describe('one cell of one file changed', () => {
  const YEAR = '2018-2019';

  /** A school of the city on which the data do not find yet what the changed cell will make them find. */
  function schoolWithout(criterion: string, found: RegExp): string {
    const cell = computed.find(
      (one) =>
        one.campaign === `smolensk/${YEAR}` &&
        one.criterion === criterion &&
        one.answer !== null &&
        !found.test(one.answer),
    );
    if (!cell) throw new Error(`every school of the city has ${criterion} already`);
    return cell.school;
  }

  test.each<[string, Omit<Change, 'year' | 'school'>, string, RegExp, number]>([
    ['pupils of incomplete families', { kind: 'CONTEXT', header: 'Из неполных семей' }, 'T2.SOC.01', /^yes$/, 600],
    ['debts', { kind: 'INTERIM', header: 'Академическая задолженность' }, 'T1.INT.01', /^yes$/, 90],
    ['marks above the journal', { kind: 'VPR_JOURNAL', header: 'Повысили' }, 'T1.OBJ.01', /S2/, 150],
  ])(
    'changes exactly the points that depend on it: %s',
    async (_, cell, criterion, found, value) => {
      const before = await evidenceOnCards(database);
      const copy = changedCopy(files, { ...cell, year: YEAR, school: schoolWithout(criterion, found) }, value);
      const right = await expectedCells(database, files.evidence);
      const applied = await bringIn(copy);
      expect(applied.errors).toEqual([]);
      const after = await computedCells(database);
      const expected = differences(right, await expectedCells(database, copy.evidence));
      expect(expected.length).toBeGreaterThan(0);
      expect(differences(computed, after)).toEqual(expected);
      // «campaign school criterion: …»
      const cards = new Set(expected.map((line) => line.split(' ').slice(0, 2).join(' ')));
      expect(applied.changedCards.length).toBe(cards.size);

      await takeBack(applied.id);
      expect(differences(computed, await computedCells(database))).toEqual([]);
      expect(await evidenceOnCards(database)).toBe(before);
    },
    240_000,
  );
});
