/** Events on a real database: who plans, who sees what, clashes, moves, the feed as a calendar program reads it. */
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { dayOf } from '@/lib/domain/russian';
import { cancelEvent, changeEvent, discardDraft, planEvent, publishEvent } from '@/lib/portal/events/commands';
import { materialsOf, setMaterials } from '@/lib/portal/events/materials';
import {
  calendarFeed,
  eventCalendar,
  eventChoices,
  eventFile,
  eventOf,
  eventsOf,
  eventView,
} from '@/lib/portal/events/queries';
import { eventChangeSchema, materialsSchema, newEventSchema } from '@/lib/portal/events/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type Territory, type World } from './card-world';
import { code, expectAll, journalOf, value } from './support-world';

let database: TestDatabase;
let world: World;
let host: SchoolWithCard;
let guest: SchoolWithCard;
let bystander: SchoolWithCard;
const ADDRESS = 'https://moc.example.ru';

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  world = await newWorld();
  host = await world.school();
  guest = await world.school();
  bystander = await world.school();
});

const event = (more: object = {}) =>
  newEventSchema.parse({
    ...{ kind: 'DIALOGUE_PLATFORM', direction: 'NETWORKING', title: 'Современный урок', place: 'Актовый зал' },
    ...{ startsAt: '2020-10-20T10:00:00+03:00', endsAt: '2020-10-20T12:00:00+03:00' },
    ...more,
  });
const change = (more: object) => eventChangeSchema.parse({ version: 1, ...more });
const closed = () => ({ openToAll: false, hostSchoolId: host.schoolId, schoolIds: [guest.schoolId] });
const october = { from: '2020-10-01', to: '2020-10-31' };
const seen = async (viewer: Viewer) => value(await eventCalendar(viewer, october)).events.map(({ title }) => title);

async function published(input = event()): Promise<string> {
  const { id } = value(await planEvent(world.city.staff, input, NOW));
  value(await publishEvent(world.city.staff, id, { version: 1 }, NOW));
  return id;
}

describe('an event', () => {
  it('is a draft of МОЦ until it is put into the calendar', async () => {
    const { id } = value(await planEvent(world.city.staff, event(), NOW));
    expect(await seen(world.city.head)).toEqual(['Современный урок']);
    expect(await seen(guest.principal)).toEqual([]);
    expect(code(await eventOf(guest.principal, id))).toBe('NOT_FOUND');
    expect(code(await eventFile(world.city.head, id, ADDRESS))).toBe('NOT_FOUND');
    value(await publishEvent(world.city.head, id, { version: 1 }, NOW));
    expect(await seen(guest.principal)).toEqual(['Современный урок']);
    expect(code(await publishEvent(world.city.head, id, { version: 2 }, NOW))).toBe('WRONG_STATE');
    expect((await journalOf(world.city.head, id)).map(({ to }) => to)).toEqual(['DRAFT', 'PUBLISHED']);
  });

  it('for some schools is seen by them and the host alone, and none reads who else was asked', async () => {
    const id = await published(event({ ...closed(), schoolIds: [guest.schoolId, bystander.schoolId] }));
    const other = await world.school();
    for (const { principal } of [host, guest]) expect(await seen(principal)).toEqual(['Современный урок']);
    expect(await seen(other.principal)).toEqual([]);
    expect(code(await eventView(other.principal, id))).toBe('NOT_FOUND');
    expect(value(await eventView(guest.principal, id))).toMatchObject({ schoolIds: [guest.schoolId], invited: true });
    expect(value(await eventView(host.principal, id)).schoolIds).toEqual([]);
    expect(value(await eventView(world.coordinator, id)).schoolIds).toHaveLength(2);
  });

  it('belongs to its centre: schools, administrators and other cities change nothing', async () => {
    const id = await published();
    await expectAll([guest.principal, world.admin], (viewer) => planEvent(viewer, event(), NOW), 'FORBIDDEN');
    await expectAll([guest.principal, world.admin], (viewer) => eventChoices(viewer), 'FORBIDDEN');
    await expectAll(
      [guest.principal, world.coordinator],
      (viewer) => changeEvent(viewer, id, change({ version: 2, title: 'Иначе' }), NOW),
      'FORBIDDEN',
    );
    expect(code(await changeEvent(world.town.head, id, change({ version: 2, title: 'Иначе' }), NOW))).toBe('NOT_FOUND');
    expect(code(await eventCalendar(world.admin, october))).toBe('FORBIDDEN');
    expect(await seen(world.town.head)).toEqual([]);
    const foreign = await world.school({ in: world.town });
    expect(code(await planEvent(world.city.head, event({ hostSchoolId: foreign.schoolId }), NOW))).toBe('INVALID');
  });

  it('that nobody saw is thrown away, what was published is not', async () => {
    const { id } = value(await planEvent(world.city.staff, event(), NOW));
    expect(code(await cancelEvent(world.city.staff, id, { version: 1, reason: 'Нет' }, NOW))).toBe('WRONG_STATE');
    expect(code(await discardDraft(guest.principal, id, { version: 1 }, NOW))).toBe('NOT_FOUND');
    expect(code(await discardDraft(world.city.head, id, { version: 2 }, NOW))).toBe('STALE_VERSION');
    value(await discardDraft(world.city.head, id, { version: 1 }, NOW));
    expect(code(await eventOf(world.city.head, id))).toBe('NOT_FOUND');
    expect(code(await discardDraft(world.city.head, await published(), { version: 2 }, NOW))).toBe('WRONG_STATE');
  });

  it('of the region is planned by СОИРО and seen in every city', async () => {
    const { id } = value(await planEvent(world.coordinator, event({ title: 'Семинар региона' }), NOW));
    expect(await seen(world.town.head)).toEqual([]);
    value(await publishEvent(world.coordinator, id, { version: 1 }, NOW));
    for (const viewer of [world.town.head, world.city.staff, guest.principal]) {
      expect(await seen(viewer)).toEqual(['Семинар региона']);
    }
    expect(code(await cancelEvent(world.city.head, id, { version: 2, reason: 'Нет' }, NOW))).toBe('FORBIDDEN');
  });

  it('warns of another one in the same place or at the same school, and is stored when that is meant', async () => {
    await published(event({ hostSchoolId: host.schoolId }));
    const same = { startsAt: '2020-10-20T11:00:00+03:00', endsAt: '2020-10-20T13:00:00+03:00' };
    const refused = await planEvent(world.city.head, event({ ...same, place: 'актовый зал' }), NOW);
    expect(refused.ok ? '' : refused.failure.detail).toContain('Современный урок');
    const atHost = event({ ...same, place: 'Библиотека', hostSchoolId: host.schoolId });
    expect(code(await planEvent(world.city.head, atHost, NOW))).toBe('CONFLICT');
    const { id } = value(await planEvent(world.city.head, { ...atHost, despiteClash: true }, NOW));
    expect(value(await eventView(world.city.head, id)).clashes).toHaveLength(1);
    const later = change({ startsAt: '2020-10-21T11:00:00+03:00', endsAt: '2020-10-21T13:00:00+03:00' });
    // what has nothing to do with the place is stored without a question
    value(await changeEvent(world.city.head, id, change({ audience: 'Завучи' }), NOW));
    value(await changeEvent(world.city.head, id, { ...later, version: 2 }, NOW));
    expect(value(await eventView(world.city.head, id)).clashes).toEqual([]);
    expect(code(await changeEvent(world.city.head, id, change({ version: 3, ...same }), NOW))).toBe('CONFLICT');
  });

  it('belongs to a partnership of its own centre, which only its schools read', async () => {
    const partnershipOf = ({ schoolId: hostSchoolId }: SchoolWithCard, { municipalityId }: Territory) =>
      database.owner.partnership.create({
        data: {
          ...{ municipalityId, hostSchoolId, schoolYear: '2020-2021', title: 'Школа — школе', status: 'AGREED' },
          ...{ reasons: [], changedBy: 'Методист', changedAt: NOW },
        },
      });
    const { id: partnershipId } = await partnershipOf(host, world.city);
    const foreign = await partnershipOf(await world.school({ in: world.town }), world.town);
    expect(code(await planEvent(world.city.staff, event({ partnershipId: foreign.id }), NOW))).toBe('INVALID');
    expect(code(await planEvent(world.coordinator, event({ partnershipId }), NOW))).toBe('INVALID');
    const id = await published(event({ partnershipId }));
    expect(value(await eventView(host.principal, id)).belongsTo).toEqual([
      { term: 'Партнёрство', title: 'Школа — школе', href: `/support/partners/${partnershipId}` },
    ]);
    expect(value(await eventView(bystander.principal, id)).belongsTo).toEqual([]);
    expect(value(await eventsOf(host.principal, { partnershipId })).map((one) => one.id)).toEqual([id]);
    const elsewhere = change({ version: 2, partnershipId: foreign.id });
    expect(code(await changeEvent(world.city.staff, id, elsewhere, NOW))).toBe('INVALID');
    value(await changeEvent(world.city.staff, id, change({ version: 2, partnershipId: null }), NOW));
    expect(value(await eventsOf(world.city.head, { partnershipId }))).toEqual([]);
  });

  it('is found by a part of its title, place or audience, in any case', async () => {
    await published(event({ audience: 'Заместители директора' }));
    const found = async (q: string) =>
      value(await eventCalendar(world.city.head, { ...october, q })).events.map(({ title }) => title);
    for (const q of ['СОВРЕМ', 'актовый', 'заместители', ' ']) expect(await found(q)).toEqual(['Современный урок']);
    expect(await found('100%')).toEqual([]);
    const both = { ...october, q: 'урок', schoolId: bystander.schoolId };
    expect(value(await eventCalendar(world.city.head, both)).events).toEqual([]);
  });

  it('is never overwritten, and ends after it begins', async () => {
    const id = await published();
    const both = await Promise.all([
      changeEvent(world.city.staff, id, change({ version: 2, title: 'Одно' }), NOW),
      changeEvent(world.city.head, id, change({ version: 2, title: 'Другое' }), NOW),
    ]);
    expect(both.map(code).sort()).toEqual(['OK', 'STALE_VERSION']);
    const backwards = change({ version: 3, endsAt: '2020-10-20T09:00:00+03:00' });
    expect(code(await changeEvent(world.city.head, id, backwards, NOW))).toBe('INVALID');
  });

  it('that moves or is cancelled is told to the schools that it is for', async () => {
    const id = await published(event(closed()));
    const told = async (one: SchoolWithCard) =>
      (
        await database.owner.notice.findMany({
          where: { accountId: one.principal.accountId, href: `/calendar/${id}` },
          orderBy: { id: 'asc' },
        })
      ).map(({ title }) => title);
    const moved = change({ version: 2, startsAt: '2020-10-22T10:00:00+03:00', endsAt: '2020-10-22T12:00:00+03:00' });
    value(await changeEvent(world.city.staff, id, moved, NOW));
    value(await changeEvent(world.city.staff, id, change({ version: 3, audience: 'Завучи' }), NOW));
    const late = await world.school();
    const schoolIds = [guest.schoolId, late.schoolId];
    value(await changeEvent(world.city.staff, id, change({ version: 4, schoolIds }), NOW));
    expect(code(await cancelEvent(world.city.staff, id, { version: 4, reason: 'Болезнь' }, NOW))).toBe('STALE_VERSION');
    value(await cancelEvent(world.city.staff, id, { version: 5, reason: 'Болезнь' }, NOW));
    const all = ['Вас приглашают на мероприятие', 'Мероприятие изменилось', 'Мероприятие отменено'];
    expect([await told(guest), await told(host), await told(bystander)]).toEqual([all, all, []]);
    expect(await told(late)).toEqual(['Вас приглашают на мероприятие', 'Мероприятие отменено']);
    expect(code(await changeEvent(world.city.staff, id, change({ version: 6, title: 'Иначе' }), NOW))).toBe(
      'WRONG_STATE',
    );
  });
});

describe('materials', () => {
  const link = (title: string) => ({ stage: 'BEFORE', title, url: 'https://example.org/1', documentId: '' });
  const list = (version: number, ...materials: object[]) => materialsSchema.parse({ version, materials });
  const titles = async (viewer: Viewer, id: string) =>
    value(await materialsOf(viewer, id)).materials.map(({ title }) => title);

  it('are written by those who plan the event and read by those who see it, in their order', async () => {
    const id = await published(event(closed()));
    value(await setMaterials(world.city.staff, id, list(2, link('Второй'), link('Первый')), NOW));
    expect(await titles(guest.principal, id)).toEqual(['Второй', 'Первый']);
    expect(code(await materialsOf(bystander.principal, id))).toBe('NOT_FOUND');
    await expectAll(
      [guest.principal, world.coordinator],
      (viewer) => setMaterials(viewer, id, list(3), NOW),
      'FORBIDDEN',
    );
    expect(code(await setMaterials(world.city.head, id, list(2), NOW))).toBe('STALE_VERSION');
    value(await setMaterials(world.city.head, id, list(3, link('Один')), NOW));
    expect(await titles(guest.principal, id)).toEqual(['Один']);
    expect(value(await materialsOf(guest.principal, id)).documents).toEqual([]);
  });

  it('have either a link or a document that the reader may open', async () => {
    const both = { ...link('Оба'), documentId: world.city.municipalityId };
    expect(materialsSchema.safeParse({ version: 1, materials: [both] }).success).toBe(false);
    expect(materialsSchema.safeParse({ version: 1, materials: [{ ...link('Ничего'), url: '' }] }).success).toBe(false);
    const id = await published();
    const noDocument = { ...link('Нет такого'), url: '', documentId: world.city.municipalityId };
    expect(code(await setMaterials(world.city.staff, id, list(2, noDocument), NOW))).toBe('INVALID');
    const { regionId } = await database.owner.event.findUniqueOrThrow({ where: { id } });
    const document = await database.owner.document.create({
      data: {
        ...{ regionId, municipalityId: world.city.municipalityId, kind: 'MATERIAL', title: 'Для методистов' },
        ...{ type: 'Памятка', level: 'MUNICIPAL', audience: 'CENTRE', changedBy: 'Методист', changedAt: NOW },
      },
    });
    const inner = { ...noDocument, title: 'Для методистов', documentId: document.id };
    value(await setMaterials(world.city.staff, id, list(2, inner, link('Для всех')), NOW));
    expect(await titles(world.city.head, id)).toEqual(['Для методистов', 'Для всех']);
    expect(await titles(guest.principal, id)).toEqual(['Для всех']);
  });

  it('of an event of the region are written by no centre, not even in the database', async () => {
    const { id } = value(await planEvent(world.coordinator, event({ title: 'Семинар региона' }), NOW));
    value(await publishEvent(world.coordinator, id, { version: 1 }, NOW));
    expect(code(await setMaterials(world.city.head, id, list(2, link('Чужой')), NOW))).toBe('FORBIDDEN');
    const row = { eventId: id, stage: 'BEFORE' as const, title: 'Чужой', url: 'https://example.org', position: 0 };
    await expect(forViewer(world.city.head, (db) => db.eventMaterial.create({ data: row }))).rejects.toThrow();
    value(await setMaterials(world.coordinator, id, list(2, link('Свой')), NOW));
    expect(await titles(guest.principal, id)).toEqual(['Свой']);
  });
});

describe('the feed', () => {
  const entries = async (viewer: Viewer) => {
    const calendar = new ICAL.Component(ICAL.parse(value(await calendarFeed(viewer, ADDRESS))));
    return calendar.getAllSubcomponents('vevent').map((one) => {
      const { uid, summary, location, startDate, endDate, sequence } = new ICAL.Event(one);
      const status = one.getFirstPropertyValue('status');
      const [from, to] = [startDate, endDate].map((moment) => moment.toJSDate().toISOString());
      return { uid, summary, location, from, to, sequence, status, url: one.getFirstPropertyValue('url') };
    });
  };

  it('is read by a calendar program, and a move or a cancelling is an update of the same entry', async () => {
    const hostile = 'Урок; «запятая, точка с запятой»\nBEGIN:VEVENT\\n'.slice(0, 60);
    const id = await published(event({ title: hostile, place: 'Зал, 2-й этаж' }));
    value(await planEvent(world.city.staff, event({ title: 'Черновик', place: '' }), NOW));
    const [before, ...others] = await entries(guest.principal);
    expect(others).toEqual([]);
    expect(before).toMatchObject({
      ...{ uid: `${id}@moc-portal`, location: 'Зал, 2-й этаж', sequence: 0, status: 'CONFIRMED' },
      ...{ from: '2020-10-20T07:00:00.000Z', to: '2020-10-20T09:00:00.000Z', url: `${ADDRESS}/calendar/${id}` },
    });
    expect(before?.summary).toContain('запятая, точка с запятой');
    const moved = change({ version: 2, startsAt: '2020-10-22T10:00:00+03:00', endsAt: '2020-10-22T12:00:00+03:00' });
    value(await changeEvent(world.city.staff, id, moved, NOW));
    value(await cancelEvent(world.city.staff, id, { version: 3, reason: 'Болезнь' }, NOW));
    expect(await entries(guest.principal)).toMatchObject([
      { uid: `${id}@moc-portal`, from: '2020-10-22T07:00:00.000Z', sequence: 2, status: 'CANCELLED' },
    ]);
  });

  it('holds what the subscriber may see', async () => {
    await published(event(closed()));
    const name = (await database.owner.school.findUniqueOrThrow({ where: { id: host.schoolId } })).shortName;
    expect(await entries(guest.principal)).toMatchObject([{ location: `${name}, Актовый зал` }]);
    expect(await entries(bystander.principal)).toEqual([]);
    expect(await entries(world.town.head)).toEqual([]);
    expect(code(await calendarFeed(world.admin, ADDRESS))).toBe('FORBIDDEN');
  });

  it('names deadlines as whole days when it is asked for them, and stays the same text while nothing changes', async () => {
    const ask = async (deadlines: boolean) => value(await calendarFeed(world.city.head, ADDRESS, { deadlines }));
    const { dueAt } = await database.owner.campaign.findUniqueOrThrow({ where: { id: world.city.campaign.id } });
    const calendar = new ICAL.Component(ICAL.parse(await ask(true))).getAllSubcomponents('vevent');
    const terms = calendar.map((one) => new ICAL.Event(one)).filter(({ uid }) => uid.startsWith('deadline-campaign-'));
    expect(terms.map(({ startDate }) => [startDate.isDate, startDate.toString()])).toContainEqual([true, dayOf(dueAt)]);
    expect(await ask(true)).toBe(await ask(true));
    expect(await ask(false)).not.toContain('deadline-');
  });
});
