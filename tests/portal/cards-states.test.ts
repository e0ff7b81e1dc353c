import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forSystem, forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { acceptCard, reopenCard, returnCard, saveAnswers, submitCard, verifyAnswer } from '@/lib/portal/cards/commands';
import { cardOf } from '@/lib/portal/cards/queries';
import type { CardJson } from '@/lib/portal/cards/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { COMPLETE, NOW, newWorld, type SchoolWithCard, type World } from './card-world';

let database: TestDatabase;
let world: World;
const LATER = new Date('2020-10-08T10:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
});
afterAll(() => database.close());

async function cardNow({ principal, cardId }: SchoolWithCard): Promise<CardJson> {
  const card = await cardOf(principal, cardId);
  if (!card.ok) throw new Error(card.failure.detail);
  return card.value;
}

async function submitted(): Promise<SchoolWithCard> {
  const school = await world.school();
  const saved = await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
  const sent = await submitCard(school.principal, school.cardId, {}, NOW);
  expect([saved.ok, sent.ok]).toEqual([true, true]);
  return school;
}

async function accepted(): Promise<SchoolWithCard> {
  const school = await submitted();
  expect(await acceptCard(world.city.staff, school.cardId, {}, NOW)).toMatchObject({ ok: true });
  return school;
}

const noticesOf = (viewer: Viewer, cardId: string) =>
  forViewer(viewer, (db) =>
    db.notice.findMany({ where: { href: `/monitoring/cards/${cardId}` }, orderBy: { createdAt: 'asc' } }),
  );

const revisionsOf = ({ principal, cardId }: SchoolWithCard) =>
  forViewer(principal, (db) => db.cardRevision.findMany({ where: { cardId }, orderBy: { number: 'asc' } }));

const statesInJournal = ({ principal, cardId }: SchoolWithCard) =>
  forViewer(principal, async (db) => {
    const entries = await db.journalEntry.findMany({
      where: { subjectId: cardId, action: { not: 'card.answer' } },
      orderBy: { id: 'asc' },
    });
    return entries.map(({ action, from, to, reason }) => [action, from, to, reason]);
  });

describe('submitting', () => {
  it('names what is not answered and changes nothing', async () => {
    const school = await world.school();
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: { A1: 'yes', S1: [] } }, NOW);
    const refused = await submitCard(school.principal, school.cardId, {}, NOW);
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: 'INCOMPLETE', extra: { unanswered: ['A2', 'A3', 'B1'] } },
    });
    expect(refused.ok ? [] : refused.failure.errors?.map(({ path }) => path)).toEqual(['A2', 'A3', 'B1']);
    expect(await cardNow(school)).toMatchObject({ status: 'DRAFT', version: 2 });
  });

  it('freezes a revision, locks the answers and tells МОЦ', async () => {
    const school = await submitted();
    const card = await cardNow(school);
    expect(card).toMatchObject({ status: 'SUBMITTED', version: 3, submittedAt: NOW.toISOString(), editable: false });
    expect(card.lockedReason).toContain('отправлена на проверку');
    expect(card.lockedReason).toContain(school.principal.name);
    const [revision] = await revisionsOf(school);
    const submittedBy = school.principal.name;
    expect(revision).toMatchObject({ number: 1, answers: COMPLETE, submittedBy, score: { negativeSum: 3 } });
    for (const viewer of [world.city.head, world.city.staff]) {
      expect(await noticesOf(viewer, school.cardId)).toHaveLength(1);
    }
    expect(await noticesOf(world.town.head, school.cardId)).toEqual([]);
    const edit = await saveAnswers(school.principal, school.cardId, { version: 3, answers: { A1: 'no' } }, NOW);
    expect(edit).toMatchObject({ ok: false, failure: { code: 'NOT_EDITABLE' } });
    expect(await submitCard(school.principal, school.cardId, {}, NOW)).toMatchObject({
      ok: false,
      failure: { code: 'WRONG_STATE' },
    });
  });

  it('refuses a version that is behind', async () => {
    const school = await world.school();
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
    const refused = await submitCard(school.principal, school.cardId, { version: 1 }, NOW);
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: 'STALE_VERSION', extra: { current: { version: 2 } } },
    });
    expect(await submitCard(school.principal, school.cardId, { version: 2 }, NOW)).toMatchObject({ ok: true });
  });

  it('happens once for each Idempotency-Key, repeated later or at the same moment', async () => {
    const school = await world.school();
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
    const call = { key: `submit ${school.cardId}`, requestHash: 'one' };
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => submitCard(school.principal, school.cardId, {}, NOW, call)),
    );
    const later = await submitCard(school.principal, school.cardId, {}, LATER, call);
    for (const outcome of [...outcomes, later]) expect(outcome).toEqual(outcomes[0]);
    expect(outcomes[0]).toMatchObject({ ok: true, value: { status: 'SUBMITTED', version: 3 } });
    expect(await revisionsOf(school)).toHaveLength(1);
    expect(await statesInJournal(school)).toEqual([['card.submit', 'DRAFT', 'SUBMITTED', null]]);
    expect(await noticesOf(world.city.head, school.cardId)).toHaveLength(1);
    const other = await submitCard(school.principal, school.cardId, {}, NOW, { ...call, requestHash: 'another' });
    expect(other).toMatchObject({ ok: false, failure: { code: 'INVALID' } });
  });

  it('does not remember a failure under the key', async () => {
    const school = await world.school();
    const call = { key: `submit ${school.cardId}`, requestHash: 'one' };
    expect(await submitCard(school.principal, school.cardId, {}, NOW, call)).toMatchObject({
      ok: false,
      failure: { code: 'INCOMPLETE' },
    });
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
    expect(await submitCard(school.principal, school.cardId, {}, NOW, call)).toMatchObject({ ok: true });
  });
});

describe('returning', () => {
  it('opens the whole card with a message, and a second submission is a second revision', async () => {
    const school = await submitted();
    const returned = await returnCard(world.city.staff, school.cardId, { comment: 'Проверьте A1' }, LATER);
    expect(returned).toMatchObject({
      ok: true,
      value: { status: 'RETURNED', returnComment: 'Проверьте A1', unlocked: null, decidedAt: LATER.toISOString() },
    });
    expect(await noticesOf(school.principal, school.cardId)).toMatchObject([{ text: 'Проверьте A1' }]);
    expect(
      await saveAnswers(school.principal, school.cardId, { version: 4, answers: { A1: 'no' } }, LATER),
    ).toMatchObject({ ok: true });
    const again = await submitCard(school.principal, school.cardId, {}, LATER);
    expect(again).toMatchObject({
      ok: true,
      value: { status: 'SUBMITTED', decidedAt: null, returnComment: null, score: { negativeSum: 2 } },
    });
    expect(
      (await revisionsOf(school)).map(({ number, answers }) => [number, (answers as Record<string, unknown>).A1]),
    ).toEqual([
      [1, 'yes'],
      [2, 'no'],
    ]);
    expect(await statesInJournal(school)).toEqual([
      ['card.submit', 'DRAFT', 'SUBMITTED', null],
      ['card.return', 'SUBMITTED', 'RETURNED', 'Проверьте A1'],
      ['card.submit', 'RETURNED', 'SUBMITTED', null],
    ]);
  });

  it('can open the named criteria alone', async () => {
    const school = await submitted();
    const returned = await returnCard(
      world.city.head,
      school.cardId,
      { comment: 'Только S1', criteria: ['S1'] },
      LATER,
    );
    expect(returned).toMatchObject({ ok: true, value: { unlocked: ['S1'] } });
    expect(await cardNow(school)).toMatchObject({ editable: true, unlocked: ['S1'] });
    const both = await saveAnswers(
      school.principal,
      school.cardId,
      { version: 4, answers: { S1: ['z'], A1: 'no' } },
      LATER,
    );
    expect(both).toMatchObject({ ok: false, failure: { code: 'NOT_EDITABLE', errors: [{ path: 'A1' }] } });
    expect(await cardNow(school)).toMatchObject({ version: 4, answers: { S1: ['x', 'y'] } });
    // what stays the same may be sent along
    const one = await saveAnswers(
      school.principal,
      school.cardId,
      { version: 4, answers: { S1: ['z'], A1: 'yes' } },
      LATER,
    );
    expect(one).toMatchObject({ ok: true, value: { answers: { S1: ['z'], A1: 'yes' } } });
    await submitCard(school.principal, school.cardId, {}, LATER);
    expect(await cardNow(school)).toMatchObject({ status: 'SUBMITTED', unlocked: null });
    await returnCard(world.city.head, school.cardId, { comment: 'Теперь всё' }, LATER);
    expect(
      await saveAnswers(school.principal, school.cardId, { version: 7, answers: { A1: 'no' } }, LATER),
    ).toMatchObject({ ok: true });
  });

  it('refuses criteria that the card does not have', async () => {
    const school = await submitted();
    const refused = await returnCard(
      world.city.head,
      school.cardId,
      { comment: 'Что?', criteria: ['S1', 'NOPE'] },
      LATER,
    );
    expect(refused).toMatchObject({ ok: false, failure: { code: 'INVALID', errors: [{ path: 'NOPE' }] } });
    expect(await cardNow(school)).toMatchObject({ status: 'SUBMITTED', version: 3 });
  });

  it('is possible from SUBMITTED only', async () => {
    const draft = await world.school();
    const done = await accepted();
    for (const { cardId } of [draft, done]) {
      expect(await returnCard(world.city.head, cardId, { comment: 'Нет' }, LATER)).toMatchObject({
        ok: false,
        failure: { code: 'WRONG_STATE' },
      });
    }
  });
});

describe('accepting and reopening', () => {
  it('locks the card with who, since when and how to reopen it', async () => {
    const school = await accepted();
    const card = await cardNow(school);
    expect(card).toMatchObject({ status: 'ACCEPTED', version: 4, editable: false });
    expect(card.lockedReason).toContain(world.city.staff.name);
    expect(card.lockedReason).toContain('5\u00a0октября\u00a02020');
    expect(card.lockedReason).toContain('руководитель МОЦ');
    expect(await acceptCard(world.city.staff, school.cardId, {}, NOW)).toMatchObject({
      ok: false,
      failure: { code: 'WRONG_STATE' },
    });
    expect(await noticesOf(school.principal, school.cardId)).toHaveLength(1);
  });

  it('is reopened by the head alone, with a reason', async () => {
    const school = await accepted();
    const reason = { reason: 'Пришли протоколы' };
    expect(await reopenCard(world.city.staff, school.cardId, reason, LATER)).toMatchObject({
      ok: false,
      failure: { code: 'FORBIDDEN' },
    });
    expect(await reopenCard(world.city.head, school.cardId, reason, LATER)).toMatchObject({
      ok: true,
      value: { status: 'RETURNED', returnComment: 'Пришли протоколы' },
    });
    expect(await cardNow(school)).toMatchObject({ editable: true });
    expect((await statesInJournal(school)).at(-1)).toEqual(['card.reopen', 'ACCEPTED', 'RETURNED', 'Пришли протоколы']);
    expect(await reopenCard(world.city.head, school.cardId, reason, LATER)).toMatchObject({
      ok: false,
      failure: { code: 'WRONG_STATE' },
    });
  });

  it('lets one of two decisions win', async () => {
    const school = await submitted();
    const outcomes = await Promise.all([
      acceptCard(world.city.staff, school.cardId, {}, NOW),
      returnCard(world.city.head, school.cardId, { comment: 'Проверьте' }, NOW),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure.code]))).toEqual(['WRONG_STATE']);
    expect(await statesInJournal(school)).toHaveLength(2);
  });
});

describe('a closed campaign', () => {
  it('keeps its cards as they are', async () => {
    const open = await world.school({ in: world.town });
    const sent = await world.school({ in: world.town });
    await saveAnswers(sent.principal, sent.cardId, { version: 1, answers: COMPLETE }, NOW);
    await submitCard(sent.principal, sent.cardId, {}, NOW);
    const { id } = world.town.campaign;
    await forSystem('maintenance', (db) =>
      db.campaign.update({ where: { id }, data: { status: 'CLOSED', closedAt: LATER } }),
    );
    const saved = await saveAnswers(open.principal, open.cardId, { version: 1, answers: { A1: 'yes' } }, LATER);
    expect(saved).toMatchObject({ ok: false, failure: { code: 'NOT_EDITABLE' } });
    expect(await cardNow(open)).toMatchObject({ version: 1, editable: false });
    expect((await cardNow(open)).lockedReason).toContain('закрыта');
    const verification = { version: 3, answer: 'no', reason: 'Сверено', source: 'Протокол' };
    const outcomes = [
      await acceptCard(world.town.head, sent.cardId, {}, LATER),
      await returnCard(world.town.head, sent.cardId, { comment: 'Проверьте' }, LATER),
      await verifyAnswer(world.town.head, sent.cardId, 'A1', verification, LATER),
    ];
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false, failure: { code: 'WRONG_STATE' } });
    expect(await cardNow(sent)).toMatchObject({ status: 'SUBMITTED', version: 3 });
  });
});
