import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forSystem, forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import {
  acceptCard,
  createCardsFor,
  reopenCard,
  returnCard,
  saveAnswers,
  submitCard,
  verifyAnswer,
} from '@/lib/portal/cards/commands';
import { cardForEditing, cardForReview, cardsInScope, historyOfCard } from '@/lib/portal/cards/queries';
import { cardListQuerySchema } from '@/lib/portal/cards/schema';
import type { CardView } from '@/lib/portal/cards/views';
import { type TestDatabase, testDatabase } from '../harness/database';
import { COMPLETE, NOW, newWorld, type World } from './card-world';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
});
afterAll(() => database.close());

async function view(viewer: Viewer, cardId: string): Promise<CardView> {
  const found = await cardForEditing(viewer, cardId);
  if (!found.ok) throw new Error(found.failure.detail);
  return found.value;
}

describe('a card after a year', () => {
  it('begins with what was accepted last year and hardly changes, marked to be looked at', async () => {
    const school = await world.school({ lastYear: { A1: 'yes', A3: 'yes', S1: ['x'], B1: null } });
    const { card, criteria, lastYear } = await view(school.principal, school.cardId);
    expect(card.answers).toEqual({ A1: 'yes', A2: null, A3: null, S1: null, B1: null });
    expect(card).toMatchObject({ carriedOver: ['A1'], answered: 1, score: { negativeSum: 1 }, savedAt: null });
    expect(criteria.A1).toMatchObject({ carriedOver: true, lastYear: 'yes', declaredAt: null });
    expect([criteria.A3?.lastYear, criteria.S1?.lastYear, criteria.B1?.lastYear]).toEqual(['yes', ['x'], undefined]);
    expect(lastYear).toMatchObject({ schoolYear: '2019-2020' });
  });

  it('is confirmed by simply saving, without an entry in the journal', async () => {
    const school = await world.school({ lastYear: { A1: 'yes' } });
    const saved = await saveAnswers(school.principal, school.cardId, { version: 1, answers: { A1: 'yes' } }, NOW);
    expect(saved).toMatchObject({ ok: true, value: { carriedOver: [], savedAt: NOW.toISOString() } });
    const journal = await forViewer(school.principal, (db) =>
      db.journalEntry.count({ where: { subjectId: school.cardId } }),
    );
    expect(journal).toBe(0);
  });

  it('keeps a card that is there when cards are made again', async () => {
    const school = await world.school();
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: { A1: 'yes' } }, NOW);
    const made = await forViewer(world.city.head, (db) =>
      createCardsFor(db, world.city.campaign, [{ id: school.schoolId, gradeFrom: 1, gradeTo: 4 }]),
    );
    expect(made).toBe(0);
    expect((await view(school.principal, school.cardId)).card).toMatchObject({
      version: 2,
      answers: { A1: 'yes', A2: null },
    });
  });

  it('does not show the answers of a draft of last year', async () => {
    const school = await world.school({ lastYear: { A1: 'yes' } });
    await forSystem('maintenance', (db) =>
      db.card.updateMany({ where: { schoolId: school.schoolId, status: 'ACCEPTED' }, data: { status: 'DRAFT' } }),
    );
    expect((await view(school.principal, school.cardId)).lastYear).toBeNull();
  });
});

describe('the pages of a card', () => {
  it('shows the criteria of the school with everything known of them', async () => {
    const school = await world.school({ grades: { from: 1, to: 4 } });
    const { instrument, criteria, campaign, dueAt } = await view(school.principal, school.cardId);
    const codes = instrument.tables.flatMap((table) =>
      table.groups.flatMap((group) => group.criteria.map(({ code }) => code)),
    );
    expect(codes).toEqual(['A1', 'S1', 'B1']);
    expect(Object.keys(criteria)).toEqual(codes);
    expect(criteria.A1).toMatchObject({
      declared: null,
      editable: true,
      verified: null,
      comments: [],
      disputes: [],
      attachments: [],
    });
    expect(campaign).toMatchObject({ schoolYear: '2020-2021', resultsYear: '2019-2020', status: 'OPEN' });
    expect(dueAt).toEqual(new Date('2020-10-15T00:00:00Z'));
    const own = new Date('2020-10-20T00:00:00Z');
    await forViewer(world.city.head, (db) => db.card.update({ where: { id: school.cardId }, data: { dueAt: own } }));
    expect((await view(school.principal, school.cardId)).dueAt).toEqual(own);
  });

  it('says what changed since the last submission, and with it', async () => {
    const school = await world.school();
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
    await submitCard(school.principal, school.cardId, {}, NOW);
    expect((await view(world.city.head, school.cardId)).changes).toEqual([]);
    await returnCard(world.city.head, school.cardId, { comment: 'Проверьте' }, NOW);
    await saveAnswers(school.principal, school.cardId, { version: 4, answers: { A1: 'no', S1: ['x'] } }, NOW);
    const changes = [
      { criterion: 'A1', from: 'yes', to: 'no' },
      { criterion: 'S1', from: ['x', 'y'], to: ['x'] },
    ];
    expect((await view(school.principal, school.cardId)).changes).toEqual(changes);
    await submitCard(school.principal, school.cardId, {}, NOW);
    const after = await view(world.city.head, school.cardId);
    expect(after.changes).toEqual(changes);
    expect(after.revisions.map(({ number, negativeSum }) => [number, negativeSum])).toEqual([
      [1, 3],
      [2, 1],
    ]);
  });

  it('tells each role what it may do in this state', async () => {
    const school = await world.school();
    const may = async (viewer: Viewer) => {
      const found = await cardForReview(viewer, school.cardId);
      return found.ok
        ? Object.entries(found.value.may).flatMap(([act, allowed]) => (allowed ? [act] : []))
        : found.failure.code;
    };
    expect(await may(world.city.staff)).toEqual(['decideDisputes', 'comment']);
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
    await submitCard(school.principal, school.cardId, {}, NOW);
    expect(await may(world.city.staff)).toEqual(['accept', 'return', 'verify', 'decideDisputes', 'comment']);
    expect(await may(world.coordinator)).toEqual([]);
    expect(await may(school.principal)).toEqual(['comment', 'dispute']);
    expect(await may(world.town.head)).toBe('NOT_FOUND');
    expect(await may(world.admin)).toBe('FORBIDDEN');
    await acceptCard(world.city.staff, school.cardId, {}, NOW);
    expect(await may(world.city.staff)).toEqual(['verify', 'decideDisputes', 'comment']);
    expect(await may(world.city.head)).toEqual(['verify', 'reopen', 'decideDisputes', 'comment']);
  });

  it('gives МОЦ nothing to edit and says who answers', async () => {
    const school = await world.school();
    const { card, criteria, lock } = await view(world.city.head, school.cardId);
    expect(card).toMatchObject({ editable: false, lockedReason: expect.stringContaining('школа') });
    expect(Object.values(criteria).some(({ editable }) => editable)).toBe(false);
    expect(lock).toBeNull();
  });
});

describe('the history of a card', () => {
  it('has who, when, from and to of every answer and state, the newest first', async () => {
    const school = await world.school();
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
    await submitCard(school.principal, school.cardId, {}, NOW);
    await verifyAnswer(
      world.city.staff,
      school.cardId,
      'A1',
      { version: 3, answer: 'no', reason: 'Сверено.', source: 'Протокол' },
      NOW,
    );
    await acceptCard(world.city.staff, school.cardId, {}, NOW);
    await reopenCard(world.city.head, school.cardId, { reason: 'Новые данные' }, NOW);
    const history = await historyOfCard(school.principal, school.cardId, { page: 1, pageSize: 4 });
    expect(history).toMatchObject({
      ok: true,
      value: { total: 9, page: 1, pageSize: 4, revisions: [{ number: 1, negativeSum: 3 }] },
    });
    expect(
      history.ok &&
        history.value.items.map(({ action, actor, criterion, from, to, reason }) => [
          action,
          actor,
          criterion,
          from,
          to,
          reason,
        ]),
    ).toEqual([
      ['card.reopen', world.city.head.name, null, 'ACCEPTED', 'RETURNED', 'Новые данные'],
      ['card.accept', world.city.staff.name, null, 'SUBMITTED', 'ACCEPTED', null],
      ['card.verify', world.city.staff.name, 'A1', 'yes', 'no', 'Сверено. Источник: Протокол'],
      ['card.submit', school.principal.name, null, 'DRAFT', 'SUBMITTED', null],
    ]);
    expect(await historyOfCard(world.town.head, school.cardId, { page: 1, pageSize: 4 })).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
  });
});

describe('the list of cards', () => {
  it('gives pages of what the viewer may see', async () => {
    const place = (await newWorld()).city;
    const own = await Promise.all([1, 2, 3].map(() => world.school({ in: place })));
    const list = (viewer: Viewer, query: Record<string, unknown>) =>
      cardsInScope(viewer, cardListQuerySchema.parse(query));
    const all = await list(place.head, {});
    expect(all).toMatchObject({ ok: true, value: { total: 3, page: 1, pageSize: 50 } });
    const second = await list(place.head, { page: '2', pageSize: '2' });
    expect(second).toMatchObject({ value: { total: 3, page: 2, pageSize: 2 } });
    expect(second.ok && second.value.items).toHaveLength(1);
    expect(await list(place.head, { status: 'ACCEPTED' })).toMatchObject({ value: { total: 0, items: [] } });
    expect(await list(place.head, { status: '', campaignId: place.campaign.id })).toMatchObject({
      value: { total: 3 },
    });
    expect(await list(place.head, { campaignId: world.city.campaign.id })).toMatchObject({ value: { total: 0 } });
    for (const { principal, cardId, code } of own) {
      const mine = await list(principal, {});
      expect(mine).toMatchObject({
        value: {
          total: 1,
          items: [{ id: cardId, schoolCode: code, status: 'DRAFT', version: 1, score: { negativeSum: 0 } }],
        },
      });
    }
    expect(await list(world.admin, {})).toMatchObject({ failure: { code: 'FORBIDDEN' } });
  });

  it('forgives paging that makes no sense and never gives more than 200', () => {
    const paging = (query: Record<string, unknown>) => cardListQuerySchema.parse(query);
    expect(paging({ page: '0', pageSize: '100000' })).toMatchObject({ page: 1, pageSize: 200 });
    expect(paging({ page: 'x', pageSize: '-1' })).toMatchObject({ page: 1, pageSize: 50 });
    expect(cardListQuerySchema.safeParse({ status: 'NOPE' }).success).toBe(false);
    expect(cardListQuerySchema.safeParse({ campaignId: 'nope' }).success).toBe(false);
  });
});
