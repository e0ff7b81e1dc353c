/** Partnerships and networks on a real database: who proposes, who agrees, what schools see. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { keepNetwork } from '@/lib/portal/networks/commands';
import { networkList, networkView } from '@/lib/portal/networks/queries';
import {
  changePartnership,
  proposePartnership,
  proposePartnerships,
  stepPartnership,
} from '@/lib/portal/partnerships/commands';
import { partnerProposal, partnershipList, partnershipOf, partnershipView } from '@/lib/portal/partnerships/queries';
import { networkSchema, newPartnershipSchema, partnershipChangeSchema } from '@/lib/portal/partnerships/schema';
import { declareConflict } from '@/lib/portal/support-cases/commands';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, expectAll, journalOf, SUPPORT_YEAR, value } from './support-world';

let database: TestDatabase;
let world: World;
let host: SchoolWithCard;
let school: SchoolWithCard;
let stranger: SchoolWithCard;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  world = await newWorld();
  host = await world.school();
  school = await world.school();
  stranger = await world.school();
});

const pair = (more: object = {}) =>
  newPartnershipSchema.parse({
    ...{ hostSchoolId: host.schoolId, schoolIds: [school.schoolId], schoolYear: SUPPORT_YEAR, title: 'Пара' },
    reasons: ['Сильна, где школа слаба', 'Похожа по размеру', 'Не перегружена'],
    ...more,
  });
const step = (version: number, to: 'AGREED' | 'RUNNING' | 'FINISHED' | 'DECLINED', words = '') => ({
  ...{ version, to, words },
});

describe('a partnership', () => {
  it('is proposed by МОЦ, agreed by the head, and seen by its schools from then on', async () => {
    await expectAll(
      [school.principal, world.coordinator, world.admin],
      (viewer) => proposePartnership(viewer, pair(), NOW),
      'FORBIDDEN',
    );
    const { id } = value(await proposePartnership(world.city.staff, pair(), NOW));
    await expectAll(
      [school.principal, host.principal, stranger.principal, world.town.head],
      (viewer) => partnershipOf(viewer, id),
      'NOT_FOUND',
    );
    expect(code(await stepPartnership(world.city.staff, id, step(1, 'AGREED'), NOW))).toBe('FORBIDDEN');
    value(await stepPartnership(world.city.head, id, step(1, 'AGREED'), NOW));
    for (const viewer of [school.principal, host.principal, world.coordinator]) {
      expect(value(await partnershipView(viewer, id, NOW)).title).toBe('Пара');
    }
    expect(code(await partnershipOf(stranger.principal, id))).toBe('NOT_FOUND');
    expect(code(await changePartnership(school.principal, id, { version: 2, title: 'Иначе' }, NOW))).toBe('FORBIDDEN');
    expect((await journalOf(world.city.head, id)).map(({ to }) => to)).toEqual(['PROPOSED', 'AGREED']);
  });

  it('never tells a school why it was chosen', async () => {
    const { id } = value(await proposePartnership(world.city.head, pair(), NOW));
    value(await stepPartnership(world.city.head, id, step(1, 'AGREED'), NOW));
    for (const viewer of [school.principal, host.principal]) {
      expect(JSON.stringify(value(await partnershipView(viewer, id, NOW)))).not.toContain('Похожа по размеру');
      expect(JSON.stringify(value(await partnershipOf(viewer, id)))).not.toContain('Похожа по размеру');
      expect(JSON.stringify(value(await partnershipList(viewer, SUPPORT_YEAR, NOW)))).not.toContain('Похожа');
    }
    expect(value(await partnershipOf(world.coordinator, id)).reasons).toHaveLength(3);
    expect(
      code(await partnerProposal(school.principal, { schoolYear: SUPPORT_YEAR, pinned: [], forbidden: [] }, NOW)),
    ).toBe('FORBIDDEN');
  });

  it('is of schools of one city, not of one school, and against no declared interest', async () => {
    const elsewhere = await world.school({ in: world.town });
    const { head } = world.city;
    expect(code(await proposePartnership(head, pair({ schoolIds: [elsewhere.schoolId] }), NOW))).toBe('INVALID');
    expect(code(await proposePartnership(head, pair({ schoolIds: [host.schoolId] }), NOW))).toBe('INVALID');
    const conflict = { schoolId: school.schoolId, accountId: null, hostSchoolId: host.schoolId, reason: 'Спор.' };
    value(await declareConflict(head, conflict, NOW));
    const fine = pair({ schoolIds: [stranger.schoolId] });
    expect(code(await proposePartnerships(head, [fine, pair()], NOW))).toBe('CONFLICT');
    // all or none
    expect(value(await partnershipList(head, SUPPORT_YEAR, NOW)).rows).toEqual([]);
  });

  it('is never overwritten, and goes no way that it has not', async () => {
    const { head, staff } = world.city;
    const { id } = value(await proposePartnership(head, pair(), NOW));
    const plan = [{ title: 'Диалоговая площадка', on: '2020-10-20', form: '', outcome: '' }];
    const change = partnershipChangeSchema.parse({ version: 1, plan });
    const both = await Promise.all([
      changePartnership(staff, id, change, NOW),
      changePartnership(head, id, partnershipChangeSchema.parse({ version: 1, agreementNumber: '7' }), NOW),
    ]);
    expect(both.map(code).sort()).toEqual(['OK', 'STALE_VERSION']);
    expect(code(await stepPartnership(head, id, step(2, 'RUNNING'), NOW))).toBe('WRONG_STATE');
    expect(code(await stepPartnership(head, id, step(2, 'DECLINED'), NOW))).toBe('INVALID');
    value(await stepPartnership(head, id, step(2, 'DECLINED', 'Школа выбрала другого партнёра'), NOW));
    expect(code(await stepPartnership(head, id, step(3, 'AGREED'), NOW))).toBe('WRONG_STATE');
    expect(code(await partnershipOf(school.principal, id))).toBe('NOT_FOUND');
  });
});

describe('a network', () => {
  const network = (more: object = {}) =>
    networkSchema.parse({
      ...{ kind: 'LABORATORY', title: 'Творческая лаборатория', subject: 'математика', about: '', leader: 'Методист' },
      ...{ active: true, plan: [], members: [{ schoolId: school.schoolId, teachers: 2 }] },
      ...more,
    });

  it('is led by МОЦ and read by every school of the city', async () => {
    const { id } = value(await keepNetwork(world.city.staff, network(), NOW));
    for (const viewer of [school.principal, stranger.principal, world.coordinator]) {
      expect(value(await networkView(viewer, id)).members).toHaveLength(1);
    }
    expect(value(await networkList(stranger.principal)).rows).toMatchObject([{ schools: 1, teachers: 2 }]);
    expect(code(await networkView(world.town.head, id))).toBe('NOT_FOUND');
    await expectAll(
      [school.principal, world.coordinator, world.admin],
      (viewer: Viewer) => keepNetwork(viewer, network(), NOW),
      'FORBIDDEN',
    );
  });

  it('names each school of its own city once and is never overwritten', async () => {
    const { staff, head } = world.city;
    const elsewhere = await world.school({ in: world.town });
    const twice = [school, school].map(({ schoolId }) => ({ schoolId, teachers: 1 }));
    expect(code(await keepNetwork(staff, network({ members: twice }), NOW))).toBe('INVALID');
    const foreign = [{ schoolId: elsewhere.schoolId, teachers: 1 }];
    expect(code(await keepNetwork(staff, network({ members: foreign }), NOW))).toBe('INVALID');
    const { id } = value(await keepNetwork(staff, network(), NOW));
    value(await keepNetwork(head, network({ title: 'Лаборатория' }), NOW, { id, version: 1 }));
    expect(code(await keepNetwork(staff, network(), NOW, { id, version: 1 }))).toBe('STALE_VERSION');
    expect(code(await keepNetwork(world.town.head, network({ members: [] }), NOW, { id, version: 2 }))).toBe(
      'NOT_FOUND',
    );
  });
});
