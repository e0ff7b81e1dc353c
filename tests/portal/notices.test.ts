/** How news reaches people on a real database: settings by person and kind, the letter of a day, reminders, the outbox. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { NOTICE_KINDS } from '@/lib/domain/notices/kind';
import { addDocument } from '@/lib/portal/documents/commands';
import { documentSchema } from '@/lib/portal/documents/schema';
import { signUp } from '@/lib/portal/event-participation/commands';
import { planEvent, publishEvent } from '@/lib/portal/events/commands';
import { newEventSchema } from '@/lib/portal/events/schema';
import { readNotice } from '@/lib/portal/messages/commands';
import { deliverLetters } from '@/lib/portal/messages/delivery';
import { writeDigests } from '@/lib/portal/messages/digest';
import { cancelLetter, sendAgain } from '@/lib/portal/messages/outbox';
import { noticesOf } from '@/lib/portal/messages/queries';
import { writeReminders } from '@/lib/portal/messages/reminders';
import { changeNoticeChannels, type NoticeChannels, noticeChannelsOf } from '@/lib/portal/messages/settings';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, value } from './support-world';

let database: TestDatabase;
let world: World;
let school: SchoolWithCard;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.owner.letter.deleteMany();
  await database.owner.campaign.updateMany({ where: { status: 'OPEN' }, data: { status: 'CLOSED', closedAt: NOW } });
  world = await newWorld();
  school = await world.school();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const paging = { page: 1, pageSize: 50 };
const everything = (channel: NoticeChannels['CARD']) =>
  Object.fromEntries(Object.keys(NOTICE_KINDS).map((kind) => [kind, channel])) as NoticeChannels;
const noticesFor = async ({ accountId }: Viewer) =>
  (await database.owner.notice.findMany({ where: { accountId } })).map(({ kind }) => kind);
const lettersFor = ({ accountId }: Viewer) => database.owner.letter.findMany({ where: { accountId } });
const waitingFor = ({ accountId }: Viewer) => database.owner.digestLine.count({ where: { accountId } });

const event = (more: object = {}) =>
  newEventSchema.parse({
    ...{ kind: 'SEMINAR', direction: 'NETWORKING', title: 'Современный урок', place: 'Актовый зал' },
    ...{ startsAt: '2020-10-20T10:00:00+03:00', endsAt: '2020-10-20T12:00:00+03:00', openToAll: false },
    ...more,
  });

/** The school is invited to an event. */
async function invited(more: object = {}): Promise<string> {
  const { id } = value(await planEvent(world.city.staff, event({ schoolIds: [school.schoolId], ...more }), NOW));
  value(await publishEvent(world.city.staff, id, { version: 1 }, NOW));
  return id;
}

describe('news', () => {
  it('reaches a principal who chose nothing in the portal and by letter', async () => {
    const id = await invited();
    expect(await noticesFor(school.principal)).toEqual(['EVENT']);
    const [letter, ...more] = await lettersFor(school.principal);
    expect(more).toEqual([]);
    expect(letter?.text).toContain(`/calendar/${id}`);
    expect(letter?.status).toBe('KEPT');
  });

  it.each([
    ['PORTAL', 1, 0, 0],
    ['LETTER', 1, 1, 0],
    ['DIGEST', 1, 0, 1],
    ['NONE', 0, 0, 0],
  ] as const)('%s: %d notices, %d letters, %d lines for the letter of the day', async (channel, ...wanted) => {
    await changeNoticeChannels(school.principal, { ...everything('NONE'), EVENT: channel });
    await invited();
    const { principal } = school;
    expect([
      (await noticesFor(principal)).length,
      (await lettersFor(principal)).length,
      await waitingFor(principal),
    ]).toEqual(wanted);
  });

  it('is chosen by each person alone', async () => {
    const other = await world.school();
    await changeNoticeChannels(school.principal, everything('NONE'));
    expect(await noticeChannelsOf(school.principal)).toEqual(everything('NONE'));
    expect(await noticeChannelsOf(other.principal)).toEqual({ ...everything('LETTER'), LIBRARY: 'DIGEST' });
    expect(await noticeChannelsOf(world.city.staff)).toEqual(everything('DIGEST'));
  });

  it('is filtered by kind and by what is new, those not read first; nobody reads for another', async () => {
    const { accountId } = school.principal;
    const written = ['CARD', 'EVENT', 'EVENT'].map((kind, at) => ({
      ...{ accountId, kind: kind as 'CARD' | 'EVENT', title: `№ ${at}`, text: '' },
      createdAt: new Date(NOW.getTime() + at),
    }));
    await database.owner.notice.createMany({ data: written });
    const all = (await noticesOf(school.principal, paging)).items;
    expect(all.map(({ title }) => title)).toEqual(['№ 2', '№ 1', '№ 0']);
    const newest = all[0]?.id ?? '';
    await readNotice(world.city.head, newest, NOW);
    expect((await noticesOf(school.principal, paging, { unread: true })).total).toBe(3);
    await readNotice(school.principal, newest, NOW);
    expect((await noticesOf(school.principal, paging)).items.map(({ title }) => title)).toEqual(['№ 1', '№ 0', '№ 2']);
    expect((await noticesOf(school.principal, paging, { kind: 'EVENT', unread: true })).total).toBe(1);
  });
});

describe('a new document', () => {
  const act = (more: object = {}) => documentSchema.parse({ kind: 'ACT', type: 'Приказ', title: 'О сроках', ...more });

  it('is told to those who may read it, and waits for the letter of the day', async () => {
    const stranger = await world.school({ in: world.town });
    const { id } = value(await addDocument(world.city.staff, act(), NOW));
    const told = await database.owner.notice.findMany({ where: { href: `/library/${id}` } });
    expect(told.map(({ accountId, kind }) => [accountId, kind])).toEqual([[school.principal.accountId, 'LIBRARY']]);
    expect([await lettersFor(school.principal), await waitingFor(school.principal)]).toEqual([[], 1]);
    expect(await noticesFor(stranger.principal)).toEqual([]);
    value(await addDocument(world.city.staff, act({ audience: 'CENTRE' }), NOW));
    expect(await noticesFor(school.principal)).toEqual(['LIBRARY']);
    value(await addDocument(world.coordinator, act({ audience: 'CENTRE' }), NOW));
    expect(await noticesFor(world.town.head)).toEqual(['LIBRARY']);
    expect(await noticesFor(school.principal)).toEqual(['LIBRARY']);
  });
});

describe('the letter of a day', () => {
  it('comes once, at 8:00 in Moscow, with all that waited', async () => {
    await changeNoticeChannels(school.principal, everything('DIGEST'));
    await invited();
    await invited({ title: 'Второе', startsAt: '2020-10-21T10:00:00+03:00', endsAt: '2020-10-21T12:00:00+03:00' });
    expect(await waitingFor(school.principal)).toBe(2);
    await writeDigests(new Date('2020-10-06T04:59:00Z'));
    expect(await lettersFor(school.principal)).toEqual([]);
    const morning = new Date('2020-10-06T05:00:00Z');
    await Promise.all([writeDigests(morning), writeDigests(morning)]);
    await writeDigests(morning);
    const letters = await lettersFor(school.principal);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text.match(/\/calendar\//g)).toHaveLength(2);
    expect(await waitingFor(school.principal)).toBe(0);
  });

  it('drops what is no longer wanted in it', async () => {
    await changeNoticeChannels(school.principal, everything('DIGEST'));
    await invited();
    await changeNoticeChannels(school.principal, everything('PORTAL'));
    expect(await waitingFor(school.principal)).toBe(0);
  });
});

describe('reminders', () => {
  it('of a card come three days and one day before it is due, each once, and not when the campaign is over', async () => {
    const dueAt = new Date('2020-10-15T20:59:00Z');
    await database.owner.campaign.update({ where: { id: world.city.campaign.id }, data: { dueAt } });
    const on = async (day: string) => {
      const now = new Date(`${day}T09:00:00Z`);
      await Promise.all([writeReminders(now), writeReminders(now)]);
      await writeReminders(now);
      return (await noticesFor(school.principal)).length;
    };
    expect(await on('2020-10-11')).toBe(0);
    expect(await on('2020-10-12')).toBe(1);
    expect(await on('2020-10-13')).toBe(1);
    expect(await on('2020-10-14')).toBe(2);
    expect(await on('2020-10-15')).toBe(2);
    expect(await on('2020-10-16')).toBe(2);
    const [letter] = await lettersFor(school.principal);
    expect(letter?.subject).toMatch(/15\sоктября\s2020/);
    await database.owner.campaign.update({
      where: { id: world.city.campaign.id },
      data: { status: 'CLOSED', closedAt: NOW },
    });
    await database.owner.sentReminder.deleteMany();
    expect(await on('2020-10-14')).toBe(2);
  });

  it('of an event come the day before to those who take part', async () => {
    const id = await invited({ openToAll: true });
    const absent = await world.school();
    value(await signUp(school.principal, id, { schoolId: school.schoolId, participants: 1, posts: '' }, NOW));
    const before = (await noticesFor(school.principal)).length;
    await writeReminders(new Date('2020-10-18T09:00:00Z'));
    expect(await noticesFor(school.principal)).toHaveLength(before);
    await writeReminders(new Date('2020-10-19T09:00:00Z'));
    expect(await noticesFor(school.principal)).toHaveLength(before + 1);
    expect(await noticesFor(absent.principal)).not.toContain('EVENT');
  });
});

describe('a letter that did not simply go', () => {
  const letter = (status: 'QUEUED' | 'UNCERTAIN' | 'SENDING' | 'KEPT', municipalityId = world.city.municipalityId) =>
    database.owner.letter.create({
      data: { recipient: 'a@school.ru', subject: 'Новое', text: '', status, attempts: 8, municipalityId },
    });
  const withMail = () => {
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
    vi.stubEnv('MAIL_FROM', 'moc@example.org');
  };

  it('is sent again by the head, with the journal, and then goes once', async () => {
    withMail();
    const { id } = await letter('UNCERTAIN');
    value(await sendAgain(world.city.head, id, new Date(0)));
    expect(code(await sendAgain(world.city.head, id, NOW))).toBe('WRONG_STATE');
    expect(await deliverLetters(async () => {})).toBe(1);
    expect(code(await sendAgain(world.city.head, id, NOW))).toBe('WRONG_STATE');
    const journal = await database.owner.journalEntry.findMany({ where: { subjectId: id } });
    expect(journal.map(({ from, to }) => [from, to])).toEqual([['UNCERTAIN', 'QUEUED']]);
  });

  it('is cancelled while it waits, not while it is handed over', async () => {
    const waiting = await letter('QUEUED');
    value(await cancelLetter(world.city.head, waiting.id, NOW));
    expect(await deliverLetters(async () => {})).toBe(0);
    expect(code(await cancelLetter(world.city.head, (await letter('SENDING')).id, NOW))).toBe('WRONG_STATE');
  });

  it('is nobody else’s to decide', async () => {
    withMail();
    const { id } = await letter('KEPT');
    for (const viewer of [world.city.staff, world.coordinator, school.principal])
      expect([viewer.role, code(await sendAgain(viewer, id, NOW))]).toEqual([viewer.role, 'FORBIDDEN']);
    expect(code(await sendAgain(world.town.head, id, NOW))).toBe('NOT_FOUND');
    expect(code(await cancelLetter(world.town.head, id, NOW))).toBe('NOT_FOUND');
    value(await sendAgain(world.admin, id, NOW));
  });

  it('is not queued where no mail server is', async () => {
    expect(code(await sendAgain(world.city.head, (await letter('KEPT')).id, NOW))).toBe('WRONG_STATE');
  });
});
