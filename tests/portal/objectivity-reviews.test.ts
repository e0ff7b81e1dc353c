import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forSystem } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { signsBySchool } from '@/lib/portal/objectivity/queries';
import { askRecheck, decideReview, enterSecondResult, explainSign } from '@/lib/portal/objectivity-reviews/commands';
import { type RecheckInput, type ReviewJson, recheckSchema } from '@/lib/portal/objectivity-reviews/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW } from './card-world';
import { derive, newObjectivityWorld, type ObjectivityWorld, WORK, YEAR } from './objectivity-world';

let database: TestDatabase;
let city: ObjectivityWorld;

beforeAll(async () => {
  database = await testDatabase();
  city = await newObjectivityWorld(database.owner);
  await derive(city);
});
afterAll(() => database.close());

const asked = (more: Partial<RecheckInput> = {}): RecheckInput =>
  recheckSchema.parse({
    schoolId: city.peaked.schoolId,
    schoolYear: YEAR,
    ...WORK,
    sign: 'S4',
    note: 'Работы перепроверит предметная комиссия',
    due: '2020-11-01',
    ...more,
  });

function successOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.detail}`);
  return outcome.value;
}

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.failure.code);
const countedSigns = () =>
  forSystem('derivation', async (db) => {
    const signs = await signsBySchool(db, city.world.city.municipalityId, YEAR);
    return signs.get(city.peaked.schoolId)?.codes;
  });

/** A review anew, in which nothing was said yet. */
async function fresh(): Promise<ReviewJson> {
  await database.owner.objectivityReview.deleteMany({});
  return successOf(await askRecheck(city.world.city.staff, asked(), NOW));
}

describe('a re-check of a sign', () => {
  it('goes from asking over the second result and the explanation to the sign withdrawn, which counts no more', async () => {
    const { head, staff } = city.world.city;
    const review = await fresh();
    expect(review).toMatchObject({ state: 'RECHECK', version: 1, due: '2020-11-01', askedBy: staff.name });
    const second = successOf(
      await enterSecondResult(staff, review.id, { version: 1, secondResult: 'Баллы подтвердились' }, NOW),
    );
    expect(second).toMatchObject({ state: 'SECOND_RESULT', version: 2 });
    const explained = successOf(
      await explainSign(city.peaked.principal, review.id, { version: 2, explanation: 'Класс с углублением' }, NOW),
    );
    expect(explained).toMatchObject({ state: 'EXPLAINED', explainedBy: city.peaked.principal.name });
    expect(await countedSigns()).toEqual(['S4']);
    const decision = { version: 3, decision: 'WITHDRAWN' as const, reason: 'Перепроверка не нашла завышения' };
    const decided = successOf(await decideReview(head, review.id, decision, NOW));
    expect(decided).toMatchObject({ state: 'WITHDRAWN', version: 4, decidedBy: head.name });
    expect(await countedSigns()).toEqual([]);
    const steps = await database.owner.journalEntry.findMany({
      where: { schoolId: city.peaked.schoolId, action: { startsWith: 'objectivity.' } },
      orderBy: { id: 'asc' },
    });
    expect(steps.map((step) => step.action)).toEqual([
      'objectivity.recheck',
      'objectivity.secondResult',
      'objectivity.explain',
      'objectivity.decide',
    ]);
    expect(steps[3]).toMatchObject({ from: 'EXPLAINED', to: 'WITHDRAWN', reason: decision.reason });
    const titles = (viewer: Viewer) =>
      database.owner.notice.findMany({ where: { accountId: viewer.accountId }, orderBy: { id: 'asc' } });
    expect((await titles(city.peaked.principal)).map((notice) => notice.title)).toEqual([
      expect.stringContaining('назначена перепроверка'),
      expect.stringContaining('есть второй результат'),
      expect.stringContaining('признак снят'),
    ]);
    expect((await titles(head)).map((notice) => notice.title)).toEqual([expect.stringContaining('пояснение')]);
  });

  it('lets the head decide otherwise later: the sign counts again', async () => {
    const { head, staff } = city.world.city;
    const review = await fresh();
    await enterSecondResult(staff, review.id, { version: 1, secondResult: 'x' }, NOW);
    successOf(await decideReview(head, review.id, { version: 2, decision: 'WITHDRAWN', reason: 'x' }, NOW));
    expect(await countedSigns()).toEqual([]);
    expect(codeOf(await decideReview(head, review.id, { version: 3, decision: 'WITHDRAWN', reason: 'x' }, NOW))).toBe(
      'WRONG_STATE',
    );
    successOf(await decideReview(head, review.id, { version: 3, decision: 'CONFIRMED', reason: 'ошибка' }, NOW));
    expect(await countedSigns()).toEqual(['S4']);
  });

  it('takes the explanation before the second result', async () => {
    const review = await fresh();
    const explained = successOf(
      await explainSign(city.peaked.principal, review.id, { version: 1, explanation: 'Сильный класс' }, NOW),
    );
    expect(explained.state).toBe('RECHECK');
    const second = await enterSecondResult(city.world.city.staff, review.id, { version: 2, secondResult: 'x' }, NOW);
    expect(successOf(second).state).toBe('EXPLAINED');
  });

  it('is not decided without a second result, and not changed once it is decided', async () => {
    const { head, staff } = city.world.city;
    const review = await fresh();
    const decision = { version: 1, decision: 'CONFIRMED' as const, reason: 'x' };
    expect(codeOf(await decideReview(head, review.id, decision, NOW))).toBe('WRONG_STATE');
    await enterSecondResult(staff, review.id, { version: 1, secondResult: 'x' }, NOW);
    successOf(await decideReview(head, review.id, { ...decision, version: 2 }, NOW));
    const late = { version: 3, explanation: 'поздно', secondResult: 'поздно' };
    expect(codeOf(await explainSign(city.peaked.principal, review.id, late, NOW))).toBe('WRONG_STATE');
    expect(codeOf(await enterSecondResult(staff, review.id, late, NOW))).toBe('WRONG_STATE');
  });

  it('refuses an older version with the review as it is', async () => {
    const { head, staff } = city.world.city;
    const review = await fresh();
    await enterSecondResult(staff, review.id, { version: 1, secondResult: 'первый' }, NOW);
    const behind = [
      await enterSecondResult(staff, review.id, { version: 1, secondResult: 'второй' }, NOW),
      await explainSign(city.peaked.principal, review.id, { version: 1, explanation: 'x' }, NOW),
      await decideReview(head, review.id, { version: 1, decision: 'WITHDRAWN', reason: 'x' }, NOW),
    ];
    for (const outcome of behind) {
      expect(outcome).toMatchObject({
        failure: { code: 'STALE_VERSION', extra: { current: { version: 2, secondResult: 'первый' } } },
      });
    }
  });

  it('is stored once when two write at the same moment', async () => {
    const { staff } = city.world.city;
    const review = await fresh();
    const both = await Promise.all(
      ['один', 'два'].map((secondResult) => enterSecondResult(staff, review.id, { version: 1, secondResult }, NOW)),
    );
    expect(both.map(codeOf).sort()).toEqual(['STALE_VERSION', 'done']);
  });

  it('is asked for once, and only where there is a sign', async () => {
    const { staff } = city.world.city;
    await fresh();
    expect(codeOf(await askRecheck(staff, asked(), NOW))).toBe('CONFLICT');
    expect(codeOf(await askRecheck(staff, asked({ sign: 'S5' }), NOW))).toBe('INVALID');
    expect(codeOf(await askRecheck(staff, asked({ grade: 7 }), NOW))).toBe('INVALID');
    const honest = asked({ schoolId: city.honest[0]?.schoolId ?? '' });
    expect(codeOf(await askRecheck(staff, honest, NOW))).toBe('INVALID');
  });

  it('is open to each role as the policy says and hidden from everybody else', async () => {
    const { world, peaked, honest } = city;
    const review = await fresh();
    const others = [world.town.head, world.town.staff, honest[0]?.principal ?? peaked.principal];
    const steps: ((viewer: Viewer) => Promise<Outcome<unknown>>)[] = [
      (viewer) => enterSecondResult(viewer, review.id, { version: 9, secondResult: 'x' }, NOW),
      (viewer) => explainSign(viewer, review.id, { version: 9, explanation: 'x' }, NOW),
      (viewer) => decideReview(viewer, review.id, { version: 9, decision: 'WITHDRAWN', reason: 'x' }, NOW),
    ];
    for (const viewer of others) {
      for (const step of steps) expect([viewer.role, codeOf(await step(viewer))]).toEqual([viewer.role, 'NOT_FOUND']);
      expect(codeOf(await askRecheck(viewer, asked(), NOW))).toBe('NOT_FOUND');
    }
    const codes = async (viewer: Viewer) => [
      codeOf(await askRecheck(viewer, asked(), NOW)),
      ...(await Promise.all(steps.map((step) => step(viewer)))).map(codeOf),
    ];
    const [no, passed] = ['FORBIDDEN', 'STALE_VERSION'];
    expect(await codes(world.city.staff)).toEqual(['CONFLICT', passed, no, no]);
    expect(await codes(world.city.head)).toEqual(['CONFLICT', passed, no, passed]);
    expect(await codes(peaked.principal)).toEqual([no, no, passed, no]);
    expect(await codes(world.coordinator)).toEqual([no, no, no, no]);
    expect((await codes(world.admin)).every((code) => code === no || code === 'NOT_FOUND')).toBe(true);
  });
});
