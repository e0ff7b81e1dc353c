import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Answer } from '@/lib/domain/answers';
import { scoreOf } from '@/lib/domain/scoring';
import { saveAnswers } from '@/lib/portal/cards/commands';
import { cardOf } from '@/lib/portal/cards/queries';
import type { AnswersPatch, CardJson } from '@/lib/portal/cards/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { INSTRUMENT, NOW, newWorld, type SchoolWithCard, type World } from './card-world';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
});
afterAll(() => database.close());

const save = ({ principal, cardId }: SchoolWithCard, patch: AnswersPatch, now = NOW) =>
  saveAnswers(principal, cardId, patch, now);

async function cardNow({ principal, cardId }: SchoolWithCard): Promise<CardJson> {
  const card = await cardOf(principal, cardId);
  if (!card.ok) throw new Error(card.failure.detail);
  return card.value;
}

const journalOf = ({ principal, cardId }: SchoolWithCard) =>
  forViewer(principal, (db) => db.journalEntry.findMany({ where: { subjectId: cardId }, orderBy: { id: 'asc' } }));

describe('the card of a school', () => {
  it('holds every criterion that applies to the school and no other', async () => {
    const full = await cardNow(await world.school());
    expect(Object.keys(full.answers)).toEqual(['A1', 'A2', 'A3', 'S1', 'B1']);
    expect(full.score).toMatchObject({ negativeSum: 0, maximum: 7, share: 0 });
    const primary = await cardNow(await world.school({ grades: { from: 1, to: 4 } }));
    expect(Object.keys(primary.answers)).toEqual(['A1', 'S1', 'B1']);
    expect(primary).toMatchObject({ answered: 0, applicable: 3, editable: true, lockedReason: null });
  });

  it('keeps the grades of the day it was made', async () => {
    const school = await world.school({ grades: { from: 1, to: 9 } });
    await forViewer(world.admin, (db) => db.school.update({ where: { id: school.schoolId }, data: { gradeTo: 11 } }));
    const card = await cardNow(school);
    expect(Object.keys(card.answers)).not.toContain('A2');
    expect(card.score.maximum).toBe(6);
  });
});

describe('saving answers', () => {
  it('stores, scores and counts them, raises the version and keeps who did what', async () => {
    const school = await world.school();
    const answers: Record<string, Answer> = { A1: 'yes', S1: ['z', 'x', 'x'], A3: 'na' };
    const saved = await save(school, { version: 1, answers });
    expect(saved).toMatchObject({ ok: true, value: { version: 2, answered: 3, savedAt: NOW.toISOString() } });
    const card = await cardNow(school);
    expect(card.answers).toEqual({ A1: 'yes', A2: null, A3: 'na', S1: ['x', 'z'], B1: null });
    const expected = scoreOf(
      INSTRUMENT,
      { from: 1, to: 11 },
      { A1: { declared: 'yes' }, S1: { declared: ['x', 'z'] }, A3: { declared: 'na' } },
    );
    expect(card.score).toEqual(expected);
    expect(card.score).toMatchObject({ negativeSum: 3, maximum: 6 });
    const tables = await forViewer(school.principal, (db) =>
      db.cardTableScore.findMany({ where: { cardId: school.cardId }, orderBy: { tableCode: 'asc' } }),
    );
    expect(tables.map(({ tableCode, negativeSum, maximum }) => [tableCode, negativeSum, maximum])).toEqual([
      ['T1', 3, 5],
      ['T2', 0, 1],
    ]);
    const journal = await journalOf(school);
    expect(journal.map(({ action, detail, from, to }) => [action, detail, from, to])).toEqual([
      ['card.answer', 'A1', null, 'yes'],
      ['card.answer', 'S1', null, ['x', 'z']],
      ['card.answer', 'A3', null, 'na'],
    ]);
    expect(journal[0]).toMatchObject({
      accountId: school.principal.accountId,
      schoolId: school.schoolId,
      municipalityId: world.city.municipalityId,
    });
  });

  it('takes answers back and tells an empty list of signs from no answer', async () => {
    const school = await world.school();
    await save(school, { version: 1, answers: { A1: 'yes', S1: [] } });
    expect(await cardNow(school)).toMatchObject({ answered: 2, answers: { A1: 'yes', S1: [] } });
    await save(school, { version: 2, answers: { A1: null, S1: null } });
    expect(await cardNow(school)).toMatchObject({ answered: 0, version: 3, answers: { A1: null, S1: null } });
    expect((await journalOf(school)).map(({ from, to }) => [from, to])).toEqual([
      [null, 'yes'],
      [null, []],
      ['yes', null],
      [[], null],
    ]);
  });

  it('tolerates spaces and capitals', async () => {
    const school = await world.school();
    const saved = await save(school, { version: 1, answers: { A1: ' Yes ', S1: [' x '] } });
    expect(saved).toMatchObject({ ok: true, value: { answers: { A1: 'yes', S1: ['x'] } } });
  });

  it('writes nothing into the journal for an answer that stands there already', async () => {
    const school = await world.school();
    await save(school, { version: 1, answers: { A1: 'yes' } });
    const again = await save(school, { version: 2, answers: { A1: 'yes' } }, new Date('2020-10-06T09:00:00Z'));
    expect(again).toMatchObject({ ok: true, value: { version: 3, savedAt: NOW.toISOString() } });
    expect(await journalOf(school)).toHaveLength(1);
  });

  it('keeps the note of the school beside the answer', async () => {
    const school = await world.school();
    const saved = await save(school, { version: 1, answers: {}, comments: { A1: 'Протокол у завуча' } });
    expect(saved).toMatchObject({ ok: true, value: { version: 2, comments: { A1: 'Протокол у завуча' } } });
    const answered = await save(school, { version: 2, answers: { A1: 'no' } });
    expect(answered).toMatchObject({
      ok: true,
      value: { comments: { A1: 'Протокол у завуча' }, answers: { A1: 'no' } },
    });
    expect(await save(school, { version: 3, answers: {}, comments: { A1: '' } })).toMatchObject({
      value: { comments: {} },
    });
  });

  it.each([
    ['an unknown code', { A1: 'yes', NOPE: 'yes' }, ['NOPE']],
    ['a code that does not apply', { A1: 'yes', A2: 'yes' }, ['A2']],
    ['a list for yes and no', { A1: ['x'] }, ['A1']],
    ['yes for a list', { S1: 'yes' }, ['S1']],
    ['an unknown sign', { S1: ['x', 'q'] }, ['S1']],
    ['a word that is no answer', { A1: 'maybe' }, ['A1']],
    ['a number', { A1: 1 }, ['A1']],
    ['an object', { A1: { yes: true } }, ['A1']],
    ['a name that every object has', { constructor: 'yes', toString: 'no' }, ['constructor', 'toString']],
    ['several at once', { A1: 5, S1: 'no', NOPE: null, B1: 'yes' }, ['A1', 'S1', 'NOPE']],
  ])('stores nothing when there is %s', async (_what, answers, paths) => {
    const school = await world.school({ grades: { from: 1, to: 9 } });
    const refused = await save(school, { version: 1, answers });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'INVALID' } });
    expect(refused.ok ? [] : refused.failure.errors?.map(({ path }) => path)).toEqual(paths);
    expect(await cardNow(school)).toMatchObject({ version: 1, answered: 0 });
    expect(await journalOf(school)).toEqual([]);
  });

  it('gives the card as it is when the version is behind, or ahead', async () => {
    const school = await world.school();
    await save(school, { version: 1, answers: { A1: 'yes' } });
    for (const version of [1, 3]) {
      const stale = await save(school, { version, answers: { A1: 'no' } });
      expect(stale).toMatchObject({
        ok: false,
        failure: { code: 'STALE_VERSION', extra: { current: { version: 2, answers: { A1: 'yes' } } } },
      });
    }
    expect(await cardNow(school)).toMatchObject({ version: 2, answers: { A1: 'yes' } });
  });

  it('loses nothing when many write at once', { timeout: 60_000 }, async () => {
    const school = await world.school();
    const codes = ['A1', 'A2', 'A3', 'B1'];
    const write = async (n: number, version: number): Promise<string> => {
      const comment = `правка ${n}`;
      const saved = await save(school, {
        version,
        answers: {},
        comments: { [codes[n % codes.length] ?? 'A1']: comment },
      });
      if (saved.ok) return comment;
      expect(saved.failure.code).toBe('STALE_VERSION');
      return write(n, (saved.failure.extra?.current as CardJson | undefined)?.version ?? 0);
    };
    const applied = await Promise.all(Array.from({ length: 50 }, (_, n) => write(n, 1)));
    expect((await cardNow(school)).version).toBe(1 + applied.length);
    const journal = await journalOf(school);
    const written = journal.map((entry) => (entry.to as { comment: string }).comment);
    expect(written.toSorted()).toEqual(applied.toSorted());
    // each began where the one before it on the same criterion had ended
    const last = new Map<string | null, string>();
    for (const { detail, from, to } of journal) {
      expect((from as { comment: string }).comment).toBe(last.get(detail) ?? '');
      last.set(detail, (to as { comment: string }).comment);
    }
  });

  it('lets exactly one of fifty win that start from the same version', async () => {
    const school = await world.school();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, n) => save(school, { version: 1, answers: { A1: n % 2 ? 'yes' : 'no' } })),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure]));
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['STALE_VERSION']));
    for (const { extra } of refused) expect(extra).toMatchObject({ current: { version: 2 } });
    expect(await cardNow(school)).toMatchObject({ version: 2 });
    expect(await journalOf(school)).toHaveLength(1);
  });
});
