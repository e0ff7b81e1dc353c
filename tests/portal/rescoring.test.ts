import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import type { CriterionDefinition, InstrumentDefinition } from '@/lib/domain/instrument';
import { copyVersion, saveDraft } from '@/lib/portal/instruments/commands';
import { instrumentVersion } from '@/lib/portal/instruments/queries';
import { rescoringOf } from '@/lib/portal/rescoring/queries';
import { rescoringChoiceSchema } from '@/lib/portal/rescoring/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { buildWorld, type World } from './lists-world';

const NOW = new Date('2020-11-20T09:00:00Z');

let db: TestDatabase;
let world: World;
let head: Viewer;
let year: string;
let yearBefore: string;

beforeAll(async () => {
  db = await testDatabase();
  world = await buildWorld(db.owner);
  head = world.viewer('MOC_HEAD', world.smolensk);
  year = world.smolensk.campaigns['2020-2021'] ?? '';
  yearBefore = world.smolensk.campaigns['2019-2020'] ?? '';
});
afterAll(() => db.close());

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}

const choice = (asked: Record<string, string>) =>
  rescoringChoiceSchema.parse({ version: null, from: null, table: null, ...asked });

/** A draft in which T1.1 is gone, S2 is no sign any more and T1.99 is asked for the first time. */
async function anotherVersion(viewer: Viewer): Promise<string> {
  const { id } = value(await copyVersion(viewer, world.versionId, { title: 'Иначе', into: null }, NOW));
  const { definition, title } = value(await instrumentVersion(viewer, id));
  value(await saveDraft(viewer, id, { version: 1, title, definition: changed(definition) }, NOW));
  return id;
}

function changed(definition: InstrumentDefinition): InstrumentDefinition {
  const change = (criterion: CriterionDefinition): CriterionDefinition[] => {
    if (criterion.code === 'T1.1') return [{ ...criterion, code: 'T1.99', text: 'Новый вопрос' }];
    return [{ ...criterion, signs: criterion.signs.filter((sign) => sign.code !== 'S2') }];
  };
  return {
    tables: definition.tables.map((table) => ({
      ...table,
      groups: table.groups.map((group) => ({ ...group, criteria: group.criteria.flatMap(change) })),
    })),
  };
}

/** Everything stored of cards, to see that a comparison leaves it as it was. */
const storedCards = () =>
  db.owner.card.findMany({ include: { answers: true, tableScores: true }, orderBy: { id: 'asc' } });

it('compares with the year before by the same version: all of the change is the schools', async () => {
  const view = value(await rescoringOf(head, year, choice({})));
  expect(view.before).toMatchObject({
    campaignId: yearBefore,
    versionId: world.versionId,
    rule: expect.stringContaining('6'),
  });
  const school = (code: string) => view.schools.find(({ schoolCode }) => schoolCode === code);
  expect(school('smolensk-1')).toMatchObject({
    before: { negativeSum: 4, maximum: 13, proposed: false },
    after: { negativeSum: 9, maximum: 13, proposed: true },
    split: { change: 5, school: 5, method: 0 },
  });
  expect(school('smolensk-2')).toMatchObject({ split: { change: -2, school: -2, method: 0 } });
  expect(school('smolensk-3')).toMatchObject({ before: null, after: { negativeSum: 11 }, split: null });
  expect(school('smolensk-5')).toBeUndefined();
  expect(view.newlyAsked).toEqual([]);
  expect(view.notAskedAgain).toEqual([]);
});

it('counts a year by another version: all of the change is the method, and each point is named', async () => {
  const version = await anotherVersion(head);
  const before = await storedCards();
  const view = value(await rescoringOf(head, year, choice({ version })));
  expect(view.before.campaignId).toBe(year);
  const first = view.schools.find(({ schoolCode }) => schoolCode === 'smolensk-1');
  // 7 «да» and S1, S2: T1.1 and S2 are gone, T1.99 has no answer
  expect(first).toMatchObject({
    before: { negativeSum: 9, maximum: 13 },
    after: { negativeSum: 7, maximum: 12 },
    split: { change: -2, school: 0, method: -2 },
  });
  expect(view.notAskedAgain.map(({ code, signs, points }) => ({ code, signs, points }))).toEqual([
    { code: 'T1.1', signs: undefined, points: 5 },
    { code: 'T1.S', signs: ['S2'], points: 1 },
  ]);
  expect(view.unanswerable).toMatchObject([{ code: 'T1.99', schools: 5, points: 0 }]);
  expect(await storedCards()).toEqual(before);
});

it('splits a change over years and versions exactly', async () => {
  const version = await anotherVersion(head);
  const view = value(await rescoringOf(head, year, choice({ version, from: yearBefore })));
  for (const { before, after, split } of view.schools) {
    if (!before || !after || !split) continue;
    expect(split.change).toBe(after.negativeSum - before.negativeSum);
    expect(split.school + split.method).toBe(split.change);
  }
  const first = view.schools.find(({ schoolCode }) => schoolCode === 'smolensk-1');
  // common: T1.2 … T1.7 against T1.2 … T1.4, and S1
  expect(first?.split).toMatchObject({ change: 3, school: 4, method: -1 });
});

it('reads one table, and names the rule of that table', async () => {
  const view = value(await rescoringOf(head, year, choice({ table: 'T2' })));
  expect(view.table.code).toBe('T2');
  expect(view.schools.find(({ schoolCode }) => schoolCode === 'smolensk-1')).toMatchObject({
    after: { negativeSum: 3, maximum: 4, proposed: true },
  });
  expect(value(await rescoringOf(head, year, choice({ table: 'T9' }))).table.code).toBe('T1');
});

it('is for МОЦ and СОИРО alone, and never reaches another city', async () => {
  const other = world.viewer('MOC_HEAD', world.vyazma);
  const outcome = async (viewer: Viewer, id: string, asked: Record<string, string> = {}) => {
    const result = await rescoringOf(viewer, id, choice(asked));
    return result.ok ? 'shown' : result.failure.code;
  };
  expect(await outcome(world.viewer('MOC_STAFF', world.smolensk), year)).toBe('shown');
  expect(await outcome(world.viewer('REGION_COORDINATOR'), year)).toBe('shown');
  expect(await outcome(world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1'), year)).toBe('FORBIDDEN');
  expect(await outcome(other, year)).toBe('NOT_FOUND');
  expect(await outcome(other, world.vyazma.campaigns['2020-2021'] ?? '', { from: yearBefore })).toBe('NOT_FOUND');
  const foreign = await anotherVersion(other);
  expect(await outcome(head, year, { version: foreign })).toBe('NOT_FOUND');
  const region = world.viewer('REGION_COORDINATOR');
  expect(await outcome(region, world.vyazma.campaigns['2020-2021'] ?? '', { from: yearBefore })).toBe('NOT_FOUND');
});
