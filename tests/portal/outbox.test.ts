import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliverLetters } from '@/lib/portal/messages/delivery';
import { noticesOf, outboxOf } from '@/lib/portal/messages/queries';
import type { OutgoingLetter } from '@/lib/work/mail';
import { type TestDatabase, testDatabase } from '../harness/database';
import { newWorld, type World } from './card-world';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
});
afterAll(() => database.close());
beforeEach(() => database.owner.letter.deleteMany());

const queued = (recipient: string) => ({
  recipient,
  subject: 'Напоминание',
  text: 'Заполните карту.',
  status: 'QUEUED' as const,
  nextAttemptAt: new Date(0),
  municipalityId: world.city.municipalityId,
});

describe('delivery', () => {
  it('hands each letter over once, also with two workers at once', async () => {
    await database.owner.letter.createMany({ data: Array.from({ length: 20 }, (_, at) => queued(`${at}@school.ru`)) });
    const taken: string[] = [];
    const send = async (letter: OutgoingLetter, _handingOver: () => Promise<void>) => {
      taken.push(letter.recipient);
    };
    const counts = await Promise.all([deliverLetters(send), deliverLetters(send)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(new Set(taken).size).toBe(20);
    expect(taken).toHaveLength(20);
    expect(await database.owner.letter.count({ where: { status: 'SENT' } })).toBe(20);
  });

  it('puts a letter off that the server refuses, keeps its answer, and gives up after eight attempts', async () => {
    const { id } = await database.owner.letter.create({ data: queued('full@school.ru') });
    const refuse = async () => {
      throw new Error('452 mailbox full');
    };
    await deliverLetters(refuse);
    const once = await database.owner.letter.findUniqueOrThrow({ where: { id } });
    expect(once).toMatchObject({ status: 'QUEUED', attempts: 1, error: '452 mailbox full' });
    expect(once.nextAttemptAt?.getTime()).toBeGreaterThan(Date.now());
    expect(await deliverLetters(refuse)).toBe(0);
    for (let attempt = 1; attempt < 8; attempt += 1) {
      await database.owner.letter.update({ where: { id }, data: { nextAttemptAt: new Date(0) } });
      await deliverLetters(refuse);
    }
    expect(await database.owner.letter.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: 'FAILED',
      attempts: 8,
    });
  });

  it('tries again a letter whose worker was killed', async () => {
    const { id } = await database.owner.letter.create({ data: queued('lost@school.ru') });
    await database.owner.letter.update({
      where: { id },
      data: { attempts: 1, nextAttemptAt: new Date(Date.now() - 1) },
    });
    expect(await deliverLetters(async () => {})).toBe(1);
  });

  it('leaves letters alone that are only kept', async () => {
    await database.owner.letter.create({ data: { ...queued('kept@school.ru'), status: 'KEPT', nextAttemptAt: null } });
    expect(await deliverLetters(async () => {})).toBe(0);
  });
});

describe('the outbox', () => {
  const paging = { page: 1, pageSize: 50 };

  it('is shown to the own head and the administrator, to nobody else', async () => {
    await database.owner.letter.create({ data: queued('a@school.ru') });
    await database.owner.letter.create({
      data: { ...queued('b@school.ru'), municipalityId: world.town.municipalityId },
    });
    expect((await outboxOf(world.city.head, paging)).items.map((letter) => letter.recipient)).toEqual(['a@school.ru']);
    expect((await outboxOf(world.admin, paging)).total).toBe(2);
    for (const viewer of [world.city.staff, world.coordinator, (await world.school()).principal]) {
      expect((await outboxOf(viewer, paging)).total).toBe(0);
    }
  });

  it('never shows one person’s notices to another', async () => {
    const [one, other] = [await world.school(), await world.school()];
    const { accountId } = one.principal;
    await database.owner.notice.create({ data: { accountId, kind: 'CARD', title: 'Вам', text: '', href: '' } });
    expect((await noticesOf(one.principal, paging)).total).toBe(1);
    expect((await noticesOf(other.principal, paging)).total).toBe(0);
    expect((await noticesOf(world.city.head, paging)).total).toBe(0);
  });
});
