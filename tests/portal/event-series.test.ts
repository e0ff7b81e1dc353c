/** Series of events on a real database: planned by a rule, published together, changed and cancelled from one on. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { dayOf, formatTime } from '@/lib/domain/russian';
import { changeEvent, planEvent, publishEvent } from '@/lib/portal/events/commands';
import { eventOf, eventView } from '@/lib/portal/events/queries';
import { eventChangeSchema, newEventSchema, seriesSchema } from '@/lib/portal/events/schema';
import { cancelFollowing, changeFollowing, planSeries, publishSeries, seriesOf } from '@/lib/portal/events/series';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, expectAll, value } from './support-world';

let database: TestDatabase;
let world: World;
let guest: SchoolWithCard;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  world = await newWorld();
  guest = await world.school();
});

const event = (more: object = {}) =>
  newEventSchema.parse({
    ...{ kind: 'CONSULTATION', direction: 'COMPETENCE', title: 'Час методиста', place: 'Кабинет 5', openToAll: false },
    ...{ startsAt: '2020-10-20T10:00:00+03:00', endsAt: '2020-10-20T12:00:00+03:00', schoolIds: [guest.schoolId] },
    ...more,
  });
const weekly = (until: string) => seriesSchema.parse({ rule: 'WEEKLY', until });
const change = (version: number, more: object) => eventChangeSchema.parse({ version, ...more });

async function planned(): Promise<string[]> {
  const { id } = value(await planSeries(world.city.staff, event(), weekly('2020-11-10'), NOW));
  return (value(await seriesOf(world.city.staff, id))?.events ?? []).map((one) => one.id);
}
const days = async (viewer: Viewer, id: string) =>
  (value(await seriesOf(viewer, id))?.events ?? []).map(
    ({ startsAt, status }) => `${dayOf(startsAt)} ${formatTime(startsAt)} ${status}`,
  );
const told = async ({ principal }: SchoolWithCard) =>
  (await database.owner.notice.findMany({ where: { accountId: principal.accountId }, orderBy: { id: 'asc' } })).map(
    ({ title, href }) => [title, href],
  );

describe('a series', () => {
  it('is planned as drafts on the days of its rule, and put into the calendar with one letter to a school', async () => {
    const [first = '', second = ''] = await planned();
    expect(await days(world.city.head, first)).toEqual([
      '2020-10-20 10:00 DRAFT',
      '2020-10-27 10:00 DRAFT',
      '2020-11-03 10:00 DRAFT',
      '2020-11-10 10:00 DRAFT',
    ]);
    expect(code(await seriesOf(guest.principal, first))).toBe('NOT_FOUND');
    value(await publishEvent(world.city.staff, first, { version: 1 }, NOW));
    // one that is in the calendar already is no draft any more, and a school sees the published ones alone
    expect(await days(guest.principal, first)).toEqual(['2020-10-20 10:00 PUBLISHED']);
    expect(code(await publishSeries(guest.principal, first, NOW))).toBe('FORBIDDEN');
    expect(value(await publishSeries(world.city.head, first, NOW))).toEqual({ events: 3 });
    expect(code(await publishSeries(world.city.head, first, NOW))).toBe('WRONG_STATE');
    expect(await told(guest)).toEqual([
      ['Вас приглашают на мероприятие', `/calendar/${first}`],
      ['Вас приглашают на серию мероприятий', `/calendar/${second}`],
    ]);
    expect(value(await seriesOf(guest.principal, second))).toMatchObject({ drafts: 0, later: 2 });
  });

  it('has from two to sixty days, and none is stored when one of them clashes', async () => {
    const staff = world.city.staff;
    for (const until of ['2020-10-26', '2022-10-20']) {
      expect(code(await planSeries(staff, event(), weekly(until), NOW))).toBe('INVALID');
    }
    const taken = event({ startsAt: '2020-11-03T11:00:00+03:00', endsAt: '2020-11-03T13:00:00+03:00' });
    value(await planEvent(staff, taken, NOW));
    expect(code(await planSeries(staff, event(), weekly('2020-11-10'), NOW))).toBe('CONFLICT');
    const { municipalityId } = world.city;
    expect(await database.owner.event.count({ where: { municipalityId } })).toBe(1);
    expect(await database.owner.eventSeries.count({ where: { municipalityId } })).toBe(0);
    await expectAll(
      [guest.principal, world.admin],
      (viewer) => planSeries(viewer, event(), weekly('2020-11-10'), NOW),
      'FORBIDDEN',
    );
    expect(value(await seriesOf(staff, value(await planEvent(staff, event(), NOW)).id))).toBeNull();
  });

  it('is changed from one of its events on: the earlier stay, the later move as far and are told once', async () => {
    const [first = '', second = '', third = ''] = await planned();
    value(await publishSeries(world.city.staff, first, NOW));
    const move = { startsAt: '2020-11-03T14:00:00+03:00', endsAt: '2020-11-03T15:00:00+03:00' };
    const wider = change(2, { ...move, title: 'Час с методистом' });
    expect(code(await changeFollowing(world.city.staff, second, { ...wider, version: 1 }, NOW))).toBe('STALE_VERSION');
    expect(await days(world.city.head, second)).toContain('2020-11-10 10:00 PUBLISHED');
    expect(value(await changeFollowing(world.city.staff, second, wider, NOW))).toEqual({ events: 3 });
    expect(await days(world.city.head, first)).toEqual([
      '2020-10-20 10:00 PUBLISHED',
      '2020-11-03 14:00 PUBLISHED',
      '2020-11-10 14:00 PUBLISHED',
      '2020-11-17 14:00 PUBLISHED',
    ]);
    const { endsAt, title } = value(await eventView(world.city.head, third));
    expect([formatTime(endsAt), title]).toEqual(['15:00', 'Час с методистом']);
    expect(value(await eventView(world.city.head, first)).title).toBe('Час методиста');
    expect((await told(guest)).slice(1)).toEqual([['Серия мероприятий изменилась', `/calendar/${second}`]]);
  });

  it('is cancelled from one of its events on; drafts among them are thrown away', async () => {
    const [first = '', second = '', third = '', last = ''] = await planned();
    value(await publishEvent(world.city.staff, second, { version: 1 }, NOW));
    value(await publishEvent(world.city.staff, third, { version: 1 }, NOW));
    const ended = { version: 2, reason: 'Карантин' };
    expect(code(await cancelFollowing(guest.principal, second, ended, NOW))).toBe('FORBIDDEN');
    expect(code(await cancelFollowing(world.city.head, second, { ...ended, version: 1 }, NOW))).toBe('STALE_VERSION');
    expect(value(await cancelFollowing(world.city.head, second, ended, NOW))).toEqual({ events: 3 });
    expect(await days(world.city.head, first)).toEqual([
      '2020-10-20 10:00 DRAFT',
      '2020-10-27 10:00 CANCELLED',
      '2020-11-03 10:00 CANCELLED',
    ]);
    expect(code(await eventOf(world.city.head, last))).toBe('NOT_FOUND');
    expect((await told(guest)).slice(2)).toEqual([['Отменены мероприятия серии', `/calendar/${second}`]]);
  });
});

it('a school that is invited no more is told so', async () => {
  const { id } = value(await planEvent(world.city.staff, event(), NOW));
  value(await publishEvent(world.city.staff, id, { version: 1 }, NOW));
  value(await changeEvent(world.city.staff, id, change(2, { schoolIds: [] }), NOW));
  expect((await told(guest)).at(-1)).toEqual(['Ваша школа больше не среди приглашённых на мероприятие', '/calendar']);
});
