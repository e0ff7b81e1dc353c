import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forSystem, forViewer } from '@/lib/access/door';
import {
  acceptCard,
  clearVerification,
  commentOnCriterion,
  decideDispute,
  raiseDispute,
  returnCard,
  saveAnswers,
  submitCard,
  verifyAnswer,
} from '@/lib/portal/cards/commands';
import { cardForReview, cardOf } from '@/lib/portal/cards/queries';
import type { CardJson } from '@/lib/portal/cards/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { COMPLETE, NOW, newWorld, type SchoolWithCard, type World } from './card-world';

let database: TestDatabase;
let world: World;
const GROUND = { reason: 'В протоколе двоек нет.', source: 'Протокол РЦОИ № 5' };

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
  await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
  expect(await submitCard(school.principal, school.cardId, {}, NOW)).toMatchObject({ ok: true });
  return school;
}

const journalOf = ({ principal, cardId }: SchoolWithCard, action: string) =>
  forViewer(principal, (db) =>
    db.journalEntry.findMany({ where: { subjectId: cardId, action }, orderBy: { id: 'asc' } }),
  );

describe('verifying an answer', () => {
  it('counts the verified answer and keeps the declared one in sight', async () => {
    const school = await submitted();
    const verified = await verifyAnswer(
      world.city.staff,
      school.cardId,
      'A1',
      { version: 3, answer: 'no', ...GROUND },
      NOW,
    );
    expect(verified).toMatchObject({ ok: true, value: { version: 4, status: 'SUBMITTED' } });
    const card = await cardNow(school);
    expect(card.answers.A1).toBe('no');
    expect(card.declared).toEqual({ A1: 'yes' });
    expect(card.verified).toEqual({
      A1: { answer: 'no', ...GROUND, by: world.city.staff.name, at: NOW.toISOString() },
    });
    expect(card.score.negativeSum).toBe(2);
    expect(card.score.points).toEqual([
      { criterion: 'S1', sign: 'x', points: 1, source: 'DECLARED' },
      { criterion: 'S1', sign: 'y', points: 1, source: 'DECLARED' },
    ]);
    const tables = await forViewer(school.principal, (db) =>
      db.cardTableScore.findMany({ where: { cardId: school.cardId }, orderBy: { tableCode: 'asc' } }),
    );
    expect(tables.map(({ negativeSum }) => negativeSum)).toEqual([2, 0]);
    expect(await journalOf(school, 'card.verify')).toMatchObject([
      { detail: 'A1', from: 'yes', to: 'no', reason: `${GROUND.reason} Источник: ${GROUND.source}` },
    ]);
  });

  it('gives points of its own, and takes back what was verified', async () => {
    const school = await submitted();
    const input = { version: 3, answer: ['z'], ...GROUND };
    await verifyAnswer(world.city.staff, school.cardId, 'S1', input, NOW);
    expect((await cardNow(school)).score.points).toContainEqual({
      criterion: 'S1',
      sign: 'z',
      points: 1,
      source: 'VERIFIED',
    });
    const cleared = await clearVerification(
      world.city.head,
      school.cardId,
      'S1',
      { version: 4, reason: 'Не та школа' },
      NOW,
    );
    expect(cleared).toMatchObject({ ok: true, value: { version: 5, verified: {}, score: { negativeSum: 3 } } });
    expect((await journalOf(school, 'card.verify')).map(({ from, to }) => [from, to])).toEqual([
      [['x', 'y'], ['z']],
      [['z'], ['x', 'y']],
    ]);
    const nothing = await clearVerification(
      world.city.head,
      school.cardId,
      'S1',
      { version: 5, reason: 'Ещё раз' },
      NOW,
    );
    expect(nothing).toMatchObject({ ok: false, failure: { code: 'WRONG_STATE' } });
  });

  it('works on an accepted card, and the school hears of it', async () => {
    const school = await submitted();
    await acceptCard(world.city.staff, school.cardId, {}, NOW);
    const verified = await verifyAnswer(
      world.city.staff,
      school.cardId,
      'B1',
      { version: 4, answer: 'yes', ...GROUND },
      NOW,
    );
    expect(verified).toMatchObject({ ok: true, value: { status: 'ACCEPTED', score: { negativeSum: 4 } } });
    const notices = await forViewer(school.principal, (db) => db.notice.findMany({ orderBy: { createdAt: 'asc' } }));
    expect(notices.map(({ text }) => text).join()).toContain(GROUND.reason);
  });

  it('refuses what cannot be verified', async () => {
    const school = await submitted();
    const verify = (code: string, answer: unknown, version = 3) =>
      verifyAnswer(world.city.staff, school.cardId, code, { version, answer, ...GROUND }, NOW);
    expect(await verify('A1', ['x'])).toMatchObject({ failure: { code: 'INVALID' } });
    expect(await verify('A1', null)).toMatchObject({ failure: { code: 'INVALID' } });
    expect(await verify('S1', ['q'])).toMatchObject({ failure: { code: 'INVALID' } });
    expect(await verify('NOPE', 'yes')).toMatchObject({ failure: { code: 'INVALID' } });
    expect(await verify('A1', 'no', 2)).toMatchObject({ failure: { code: 'STALE_VERSION' } });
    const draft = await world.school();
    const early = await verifyAnswer(
      world.city.staff,
      draft.cardId,
      'A1',
      { version: 1, answer: 'no', ...GROUND },
      NOW,
    );
    expect(early).toMatchObject({ failure: { code: 'WRONG_STATE' } });
    expect(await cardNow(school)).toMatchObject({ version: 3, verified: {} });
  });

  it('is refused by the database itself without a source, a reason or a person', async () => {
    const school = await submitted();
    for (const missing of ['verifiedSource', 'verifiedReason', 'verifiedBy', 'verifiedAt']) {
      const whole = {
        verifiedValue: 'no',
        verifiedSource: 'Протокол',
        verifiedReason: 'Сверено',
        verifiedBy: 'Кто-то',
        verifiedAt: NOW,
      };
      const write = forSystem('maintenance', (db) =>
        db.answer.updateMany({
          where: { cardId: school.cardId, declaredValue: 'yes' },
          data: { ...whole, [missing]: null },
        }),
      );
      await expect(write).rejects.toThrow(/answer_verified_grounded|constraint/i);
    }
  });

  it('counts after a return until the school answers this criterion otherwise', async () => {
    const school = await submitted();
    await verifyAnswer(world.city.staff, school.cardId, 'A1', { version: 3, answer: 'no', ...GROUND }, NOW);
    await returnCard(world.city.staff, school.cardId, { comment: 'Исправьте S1' }, NOW);
    const saved = await saveAnswers(
      school.principal,
      school.cardId,
      { version: 5, answers: { S1: [], A1: 'no' } },
      NOW,
    );
    expect(saved).toMatchObject({ ok: true, value: { score: { negativeSum: 0 }, verified: { A1: { answer: 'no' } } } });
    const otherwise = await saveAnswers(school.principal, school.cardId, { version: 6, answers: { A1: 'yes' } }, NOW);
    expect(otherwise).toMatchObject({
      ok: true,
      value: { answers: { A1: 'yes' }, verified: {}, score: { negativeSum: 1 } },
    });
    expect((await journalOf(school, 'card.answer')).at(-1)).toMatchObject({ detail: 'A1', from: 'no', to: 'yes' });
    expect(await journalOf(school, 'card.verify')).toMatchObject([{ detail: 'A1', from: 'yes', to: 'no' }]);
  });
});

describe('remarks', () => {
  it('are kept from both sides, in order, with their authors', async () => {
    const school = await submitted();
    await commentOnCriterion(world.city.staff, school.cardId, { criterion: 'A1', text: 'Откуда?' }, NOW);
    await commentOnCriterion(
      school.principal,
      school.cardId,
      { criterion: 'A1', text: 'Из протокола' },
      new Date(NOW.getTime() + 1000),
    );
    const view = await cardForReview(world.city.staff, school.cardId);
    const comments = view.ok ? view.value.criteria.A1?.comments : [];
    expect(comments?.map(({ authorName, text, own }) => [authorName, text, own])).toEqual([
      [world.city.staff.name, 'Откуда?', true],
      [school.principal.name, 'Из протокола', false],
    ]);
    expect(
      await commentOnCriterion(world.city.staff, school.cardId, { criterion: 'NOPE', text: 'Что?' }, NOW),
    ).toMatchObject({ failure: { code: 'INVALID' } });
    expect(
      await commentOnCriterion(world.coordinator, school.cardId, { criterion: 'A1', text: 'Нет' }, NOW),
    ).toMatchObject({ failure: { code: 'FORBIDDEN' } });
  });
});

describe('a dispute', () => {
  const dispute = (school: SchoolWithCard, criterion: string, sign?: string) =>
    raiseDispute(school.principal, school.cardId, { criterion, sign, reason: 'Ошибка выгрузки' }, NOW);

  async function raised(school: SchoolWithCard, criterion: string, sign?: string): Promise<string> {
    const outcome = await dispute(school, criterion, sign);
    if (!outcome.ok) throw new Error(outcome.failure.detail);
    return outcome.value.id;
  }

  it('is shown until it is decided, and upheld takes the point off with its ground', async () => {
    const school = await submitted();
    const id = await raised(school, 'S1', 'x');
    expect((await cardNow(school)).disputed).toEqual([{ criterion: 'S1', sign: 'x' }]);
    expect((await cardNow(school)).score.negativeSum).toBe(3);
    const decision = { decision: 'UPHELD' as const, reason: 'Выгрузка исправлена' };
    const decided = await decideDispute(world.city.staff, school.cardId, id, decision, NOW);
    expect(decided).toMatchObject({ ok: true, value: { version: 4, disputed: [], score: { negativeSum: 2 } } });
    const card = await cardNow(school);
    expect([card.answers.S1, card.declared.S1]).toEqual([['y'], ['x', 'y']]);
    expect(card.verified.S1).toMatchObject({
      answer: ['y'],
      reason: 'Выгрузка исправлена',
      source: 'Решение по возражению',
    });
    expect(await decideDispute(world.city.staff, school.cardId, id, decision, NOW)).toMatchObject({
      failure: { code: 'WRONG_STATE' },
    });
    expect(await journalOf(school, 'card.decideDispute')).toMatchObject([{ from: ['x', 'y'], to: ['y'] }]);
  });

  it('about a whole criterion takes «да» off', async () => {
    const school = await submitted();
    const id = await raised(school, 'A1');
    await decideDispute(world.city.staff, school.cardId, id, { decision: 'UPHELD', reason: 'Верно' }, NOW);
    expect(await cardNow(school)).toMatchObject({ score: { negativeSum: 2 }, verified: { A1: { answer: 'no' } } });
  });

  it('rejected leaves the point and keeps the reason', async () => {
    const school = await submitted();
    const id = await raised(school, 'A1');
    const decided = await decideDispute(
      world.city.head,
      school.cardId,
      id,
      { decision: 'REJECTED', reason: 'Протокол верен' },
      NOW,
    );
    expect(decided).toMatchObject({
      ok: true,
      value: { version: 3, disputed: [], verified: {}, score: { negativeSum: 3 } },
    });
    const view = await cardForReview(school.principal, school.cardId);
    expect(view.ok && view.value.criteria.A1?.disputes).toMatchObject([
      { status: 'REJECTED', decision: 'Протокол верен', decidedBy: world.city.head.name },
    ]);
    expect(await dispute(school, 'A1')).toMatchObject({ ok: true });
  });

  it('needs a point, once at a time, on a card that МОЦ has', async () => {
    const school = await submitted();
    expect(await dispute(school, 'B1')).toMatchObject({ failure: { code: 'INVALID' } });
    expect(await dispute(school, 'S1', 'z')).toMatchObject({ failure: { code: 'INVALID' } });
    expect(await dispute(school, 'NOPE')).toMatchObject({ failure: { code: 'INVALID' } });
    await raised(school, 'A1');
    expect(await dispute(school, 'A1')).toMatchObject({ failure: { code: 'CONFLICT' } });
    const both = await Promise.all([dispute(school, 'S1', 'y'), dispute(school, 'S1', 'y')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const draft = await world.school();
    await saveAnswers(draft.principal, draft.cardId, { version: 1, answers: { A1: 'yes' } }, NOW);
    expect(await dispute(draft, 'A1')).toMatchObject({ failure: { code: 'WRONG_STATE' } });
  });

  it('belongs to the school and is decided by its МОЦ', async () => {
    const school = await submitted();
    const other = await submitted();
    const id = await raised(school, 'A1');
    const decision = { decision: 'UPHELD' as const, reason: 'Верно' };
    expect(
      await raiseDispute(world.city.staff, school.cardId, { criterion: 'S1', sign: 'x', reason: 'Нет' }, NOW),
    ).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    expect(await decideDispute(school.principal, school.cardId, id, decision, NOW)).toMatchObject({
      failure: { code: 'FORBIDDEN' },
    });
    expect(await decideDispute(world.town.head, school.cardId, id, decision, NOW)).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    expect(await decideDispute(world.city.head, other.cardId, id, decision, NOW)).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    expect(await cardNow(school)).toMatchObject({ disputed: [{ criterion: 'A1' }], verified: {} });
  });
});
