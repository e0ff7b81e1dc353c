/** Taking part in events on a real database: places, the waiting list, the door, feedback, who sees whom. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { giveFeedback, markAttendance, signUp, withdrawSignUp } from '@/lib/portal/event-participation/commands';
import {
  doorOf,
  eventReport,
  eventReportFile,
  participationOf,
  yearReport,
} from '@/lib/portal/event-participation/queries';
import { cancelEvent, changeEvent, planEvent, publishEvent } from '@/lib/portal/events/commands';
import { eventChangeSchema, newEventSchema } from '@/lib/portal/events/schema';
import { schoolSupport } from '@/lib/portal/support-cases/queries';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, value } from './support-world';

let database: TestDatabase;
let world: World;
let first: SchoolWithCard;
let second: SchoolWithCard;
const DURING = new Date('2020-10-20T08:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  world = await newWorld();
  first = await world.school();
  second = await world.school();
});

async function eventOf(capacity: number | null, by: Viewer = world.city.staff): Promise<string> {
  const input = newEventSchema.parse({
    ...{ kind: 'SEMINAR', direction: 'COMPETENCE', title: 'Семинар', capacity },
    ...{ startsAt: '2020-10-20T10:00:00+03:00', endsAt: '2020-10-20T12:00:00+03:00' },
  });
  const { id } = value(await planEvent(by, input, NOW));
  value(await publishEvent(by, id, { version: 1 }, NOW));
  return id;
}
const wish = ({ schoolId }: SchoolWithCard, participants = 1) => ({ schoolId, participants, posts: 'завуч' });
const stateOf = async (id: string, { principal, schoolId }: SchoolWithCard) =>
  value(await participationOf(principal, id, NOW)).signUps.find((one) => one.schoolId === schoolId)?.state;
const places = async (id: string) => {
  const { confirmed, waiting } = value(await participationOf(world.city.head, id, NOW));
  return { confirmed, waiting };
};

describe('signing up', () => {
  it('takes places until there are none; the next waits and moves up when somebody withdraws', async () => {
    const id = await eventOf(3);
    value(await signUp(first.principal, id, wish(first, 3), NOW));
    value(await signUp(second.principal, id, wish(second, 2), NOW));
    expect([await stateOf(id, first), await stateOf(id, second)]).toEqual(['CONFIRMED', 'WAITING']);
    expect(value(await participationOf(world.city.staff, id, NOW)).signUps.map(({ place }) => place)).toEqual([
      null,
      1,
    ]);
    value(await withdrawSignUp(first.principal, id, first.schoolId, NOW));
    expect([await stateOf(id, first), await stateOf(id, second)]).toEqual(['WITHDRAWN', 'CONFIRMED']);
    expect(code(await withdrawSignUp(first.principal, id, first.schoolId, NOW))).toBe('WRONG_STATE');
    const told = await database.owner.notice.findMany({ where: { accountId: second.principal.accountId } });
    expect(told.map(({ title }) => title)).toEqual(['Место на мероприятии освободилось']);
  });

  it('never gives a place away twice, however many ask at once', async () => {
    const id = await eventOf(5);
    const schools = await Promise.all(Array.from({ length: 12 }, () => world.school()));
    const asked = await Promise.all(schools.map((one) => signUp(one.principal, id, wish(one), NOW)));
    expect(asked.every(({ ok }) => ok)).toBe(true);
    expect(await places(id)).toEqual({ confirmed: 5, waiting: 7 });
  });

  it('sent twice is one; who has places keeps them, more than fit are refused, more places are given out', async () => {
    const id = await eventOf(3);
    await Promise.all([1, 2].map(() => signUp(first.principal, id, wish(first, 2), NOW)));
    expect(await places(id)).toEqual({ confirmed: 2, waiting: 0 });
    value(await signUp(first.principal, id, wish(first, 1), NOW));
    expect(await places(id)).toEqual({ confirmed: 1, waiting: 0 });
    value(await signUp(second.principal, id, wish(second, 2), new Date('2020-10-06T09:00:00Z')));
    expect(code(await signUp(first.principal, id, wish(first, 2), NOW))).toBe('INVALID');
    expect(await places(id)).toEqual({ confirmed: 3, waiting: 0 });
    const third = await world.school();
    expect(value(await signUp(third.principal, id, wish(third, 2), NOW))).toEqual({ state: 'WAITING' });
    const more = eventChangeSchema.parse({ version: 2, capacity: 5 });
    value(await changeEvent(world.city.staff, id, more, NOW));
    expect(await places(id)).toEqual({ confirmed: 5, waiting: 0 });
  });

  it('is a school’s own; МОЦ writes down who called, nobody else does', async () => {
    const id = await eventOf(null);
    expect(code(await signUp(first.principal, id, wish(second), NOW))).toBe('NOT_FOUND');
    value(await signUp(world.city.staff, id, wish(second), NOW));
    expect(code(await signUp(world.coordinator, id, wish(first), NOW))).toBe('FORBIDDEN');
    expect(code(await signUp(world.admin, id, wish(first), NOW))).toBe('FORBIDDEN');
    expect(code(await signUp(world.town.head, id, wish(first), NOW))).toBe('NOT_FOUND');
    const elsewhere = await world.school({ in: world.town });
    expect(code(await signUp(world.city.staff, id, wish(elsewhere), NOW))).toBe('NOT_FOUND');
    const seen = value(await participationOf(first.principal, id, NOW));
    expect([seen.signUps, seen.confirmed]).toEqual([[], 1]);
  });

  it('ends with the event, and is told when it is cancelled', async () => {
    const id = await eventOf(null);
    const after = new Date('2020-10-21T09:00:00Z');
    expect(code(await signUp(first.principal, id, wish(first), after))).toBe('WRONG_STATE');
    value(await signUp(first.principal, id, wish(first), NOW));
    expect(code(await withdrawSignUp(first.principal, id, first.schoolId, after))).toBe('WRONG_STATE');
    value(await cancelEvent(world.city.staff, id, { version: 2, reason: 'Болезнь' }, NOW));
    expect(code(await signUp(second.principal, id, wish(second), NOW))).toBe('WRONG_STATE');
    const told = await database.owner.notice.findMany({ where: { accountId: first.principal.accountId } });
    expect(told.map(({ title }) => title)).toEqual(['Мероприятие отменено']);
  });

  it('for an event of the region comes from every city, and each centre sees its own schools', async () => {
    const id = await eventOf(null, world.coordinator);
    const elsewhere = await world.school({ in: world.town });
    value(await signUp(first.principal, id, wish(first), NOW));
    value(await signUp(elsewhere.principal, id, wish(elsewhere, 4), NOW));
    expect(value(await participationOf(world.city.head, id, NOW)).signUps).toHaveLength(1);
    expect(value(await participationOf(world.coordinator, id, NOW)).signUps).toHaveLength(2);
    expect((await places(id)).confirmed).toBe(5);
    value(await markAttendance(world.coordinator, id, { schoolId: elsewhere.schoolId, attended: 3 }, DURING));
  });
});

describe('at the door', () => {
  it('МОЦ marks who came, also those who did not sign up, from an hour before on', async () => {
    const id = await eventOf(1);
    value(await signUp(first.principal, id, wish(first), NOW));
    const came = (one: SchoolWithCard, attended: number) => ({ schoolId: one.schoolId, attended });
    expect(code(await markAttendance(world.city.staff, id, came(first, 1), NOW))).toBe('WRONG_STATE');
    expect(code(await markAttendance(world.city.staff, id, came(second, 0), DURING))).toBe('INVALID');
    value(await markAttendance(world.city.staff, id, came(first, 1), DURING));
    value(await markAttendance(world.city.staff, id, came(second, 2), DURING));
    expect(code(await markAttendance(first.principal, id, came(first, 5), DURING))).toBe('FORBIDDEN');
    expect(value(await participationOf(world.city.head, id, DURING)).attended).toBe(3);
    const { timeline } = value(await schoolSupport(second.principal, second.schoolId, undefined, DURING));
    expect(timeline).toMatchObject([
      { on: '2020-10-20', title: 'Семинар', detail: expect.stringMatching(/^Семинар, от школы 2\sучастника$/) },
    ]);
  });
});

describe('feedback', () => {
  const marks = { useful: 5, applicable: 4, text: 'Возьмём задания' };

  it('is of schools that took part, after the beginning, once each; МОЦ reads all, a school its own', async () => {
    const id = await eventOf(null);
    value(await signUp(first.principal, id, wish(first), NOW));
    expect(code(await giveFeedback(first.principal, id, marks, NOW))).toBe('WRONG_STATE');
    value(await giveFeedback(first.principal, id, marks, DURING));
    value(await giveFeedback(first.principal, id, { ...marks, applicable: 2 }, DURING));
    expect(code(await giveFeedback(second.principal, id, marks, DURING))).toBe('WRONG_STATE');
    expect(code(await giveFeedback(world.city.head, id, marks, DURING))).toBe('FORBIDDEN');
    const seen = value(await participationOf(world.city.head, id, DURING));
    expect([seen.feedback.length, seen.useful, seen.applicable]).toEqual([1, 5, 2]);
    expect(value(await participationOf(second.principal, id, DURING)).feedback).toEqual([]);
    value(await markAttendance(world.city.staff, id, { schoolId: first.schoolId, attended: 0 }, DURING));
    expect(code(await giveFeedback(first.principal, id, marks, DURING))).toBe('WRONG_STATE');
  });
});

describe('twenty schools for ten places', () => {
  it('at once: ten have them, ten wait, each knows its own place and nobody else’s', async () => {
    const id = await eventOf(10);
    const schools: SchoolWithCard[] = [];
    for (let at = 0; at < 20; at += 1) schools.push(await world.school());
    const asked = await Promise.all(schools.map((school) => signUp(school.principal, id, wish(school), NOW)));
    expect(asked.filter((one) => value(one).state === 'CONFIRMED')).toHaveLength(10);
    expect(await places(id)).toEqual({ confirmed: 10, waiting: 10 });
    const own = await Promise.all(
      schools.map(async ({ principal }) => value(await participationOf(principal, id, NOW)).signUps),
    );
    expect(own.every((rows) => rows.length === 1)).toBe(true);
    const placesInQueue = own.flatMap((rows) => rows[0]?.place ?? []);
    expect(placesInQueue.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe('what came of an event', () => {
  /** The first school came with two of three, the second signed up and did not come, a third was asked and kept silent. */
  async function held(): Promise<{ id: string; silent: SchoolWithCard }> {
    const silent = await world.school();
    const input = newEventSchema.parse({
      ...{ kind: 'SEMINAR', direction: 'COMPETENCE', title: 'Семинар', openToAll: false },
      schoolIds: [first.schoolId, second.schoolId, silent.schoolId],
      ...{ startsAt: '2020-10-20T10:00:00+03:00', endsAt: '2020-10-20T12:00:00+03:00' },
    });
    const { id } = value(await planEvent(world.city.staff, input, NOW));
    value(await publishEvent(world.city.staff, id, { version: 1 }, NOW));
    for (const school of [first, second]) value(await signUp(school.principal, id, wish(school, 3), NOW));
    value(await markAttendance(world.city.staff, id, { schoolId: first.schoolId, attended: 2 }, DURING));
    value(await markAttendance(world.city.staff, id, { schoolId: second.schoolId, attended: 0 }, DURING));
    return { id, silent };
  }

  it('is told school by school, with those who kept silent', async () => {
    const { id, silent } = await held();
    const report = value(await eventReport(world.city.head, id, DURING));
    expect(report).toMatchObject({ signedUp: 6, came: 2 });
    const { shortName } = await database.owner.school.findUniqueOrThrow({ where: { id: silent.schoolId } });
    expect(report.silent).toEqual([shortName]);
    const file = value(await eventReportFile(world.city.staff, id, 'xlsx', DURING));
    expect(Buffer.from(file.body).subarray(0, 2).toString()).toBe('PK');
  });

  it('is counted over the year for the schools on its list', async () => {
    const { id } = await held();
    const { municipalityId, campaign } = world.city;
    await database.owner.confirmedList.create({
      data: {
        ...{ campaignId: campaign.id, municipalityId, track: 'LOW_RESULTS', orderNumber: '1', confirmedBy: 'МОЦ' },
        ...{ orderDate: NOW, rule: { kind: 'TOP_N', table: 'T1', value: 2 } },
        schools: { create: [first, second].map(({ schoolId }) => ({ schoolId, included: true, proposed: true })) },
      },
    });
    const report = value(await yearReport(world.city.head, '2020-2021', DURING));
    expect(report.events.map((event) => event.id)).toEqual([id]);
    const stateOfSchool = ({ schoolId }: SchoolWithCard) => {
      const found = report.schools.find((school) => school.id === schoolId);
      return [found?.came, found?.people, found?.presence.map(({ state }) => state)];
    };
    expect(report.schools).toHaveLength(2);
    expect(stateOfSchool(first)).toEqual([1, 2, ['CAME']]);
    expect(stateOfSchool(second)).toEqual([0, 0, ['ABSENT']]);
    expect(value(await yearReport(world.coordinator, '2020-2021', DURING)).schools.length).toBeGreaterThanOrEqual(2);
    expect(value(await yearReport(world.town.head, '2020-2021', DURING)).schools).toEqual([]);
  });

  it('and the door are the business of those who lead it', async () => {
    const { id } = await held();
    for (const ask of [
      (viewer: Viewer) => doorOf(viewer, id, DURING),
      (viewer: Viewer) => eventReport(viewer, id, DURING),
    ]) {
      expect(code(await ask(world.city.staff))).toBe('OK');
      expect(code(await ask(first.principal))).toBe('FORBIDDEN');
      expect(code(await ask(world.town.head))).toBe('NOT_FOUND');
      expect(code(await ask(world.coordinator))).toBe('FORBIDDEN');
    }
    expect(code(await yearReport(first.principal, '2020-2021', DURING))).toBe('FORBIDDEN');
    const early = value(await doorOf(world.city.staff, await eventOf(null), NOW));
    expect([early.participation.mayMark, early.opensAt.toISOString()]).toEqual([false, '2020-10-20T06:00:00.000Z']);
  });
});
