import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { changeRule, confirmList } from '@/lib/portal/lists/commands';
import { confirmedListOf, listsOfCampaign, rankingOf } from '@/lib/portal/lists/queries';
import { type Confirmation, confirmationSchema } from '@/lib/portal/lists/schema';
import { overviewOf } from '@/lib/portal/overview/queries';
import { testDatabase } from '@/tests/harness/database';
import { buildWorld, type World } from './lists-world';

let database: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let head: Viewer;
let campaignId: string;
const now = new Date('2020-11-25T09:00:00Z');
const paging = { page: 1, pageSize: 50 };

beforeEach(async () => {
  database = await testDatabase();
  world = await buildWorld(database.owner);
  head = world.viewer('MOC_HEAD', world.smolensk);
  campaignId = world.smolensk.campaigns['2020-2021'] ?? '';
});
afterEach(() => database.close());

const ids = (...codes: string[]) => codes.map((code) => world.smolensk.schools[code] ?? '');
const PROPOSED = ['smolensk-3', 'smolensk-1', 'smolensk-2', 'smolensk-10'];

function order(input: Partial<Confirmation> = {}): Confirmation {
  return confirmationSchema.parse({
    table: 'T1',
    orderNumber: '412',
    orderDate: '2020-11-25',
    schools: ids(...PROPOSED),
    ...input,
  });
}

async function confirmed(input: Partial<Confirmation> = {}): Promise<string> {
  const result = await confirmList(head, campaignId, order(input), now);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.id;
}

describe('confirmList', () => {
  test('stores the order, the rule and the sums, and the ranking shows it', async () => {
    const id = await confirmed();
    const list = await confirmedListOf(head, id);
    expect(list).toMatchObject({
      ok: true,
      value: {
        orderNumber: '412',
        orderDate: '2020-11-25',
        schoolYear: '2020-2021',
        track: 'LOW_RESULTS',
        rule: { kind: 'SUM', table: 'T1', value: 6 },
        confirmedBy: head.name,
        supersededAt: null,
      },
    });
    expect(list.ok && list.value.schools.map((school) => [school.schoolCode, school.negativeSum])).toEqual([
      ['smolensk-3', 11],
      ['smolensk-1', 9],
      ['smolensk-2', 6],
      ['smolensk-10', 6],
    ]);
    const ranking = await rankingOf(head, campaignId, paging);
    expect(ranking.ok && ranking.value.items.filter((item) => item.confirmed).map((item) => item.schoolCode)).toEqual(
      PROPOSED,
    );
    const overview = await overviewOf(head, paging, new Date());
    expect(overview).toMatchObject({ value: { items: [{ flagged: 4, flaggedShare: 4 / 7 }] } });
  });

  test('each departure from the proposal needs its reason', async () => {
    const schools = ids('smolensk-3', 'smolensk-1', 'smolensk-2', 'smolensk-5');
    const refused = await confirmList(head, campaignId, order({ schools }), now);
    expect(refused).toMatchObject({
      ok: false,
      failure: {
        code: 'INVALID',
        errors: [{ path: `reason-${ids('smolensk-10')[0]}` }, { path: `reason-${ids('smolensk-5')[0]}` }],
      },
    });
    expect(await database.owner.confirmedList.count()).toBe(0);

    const [ten = '', five = ''] = ids('smolensk-10', 'smolensk-5');
    const id = await confirmed({
      schools,
      reasons: { [ten]: 'Реорганизация', [five]: 'Карта не сдана, результаты низкие' },
    });
    const list = await confirmedListOf(head, id);
    expect(list.ok && list.value.schools.slice(3)).toMatchObject([
      { schoolCode: 'smolensk-10', included: false, proposed: true, reason: 'Реорганизация', negativeSum: 6 },
      {
        schoolCode: 'smolensk-5',
        included: true,
        proposed: false,
        reason: 'Карта не сдана, результаты низкие',
        negativeSum: null,
      },
    ]);
  });

  test('the same order sent twice, even at the same moment, makes one list', async () => {
    const [first, second] = await Promise.all([
      confirmList(head, campaignId, order(), now),
      confirmList(head, campaignId, order(), now),
    ]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(await confirmList(head, campaignId, order(), now)).toEqual(first);
    expect(await database.owner.confirmedList.count()).toBe(1);
    expect(await database.owner.notice.count()).toBe(4);
  });

  test('an Idempotency-Key answers the same', async () => {
    const call = { key: 'k', requestHash: 'h' };
    const first = await confirmList(head, campaignId, order(), now, call);
    expect(await confirmList(head, campaignId, order(), now, call)).toEqual(first);
    expect(await database.owner.confirmedList.count()).toBe(1);
  });

  test('a new order replaces the list in force, which stays as it was', async () => {
    const first = await confirmed();
    const before = await confirmedListOf(head, first);
    const conflict = await confirmList(head, campaignId, order({ orderNumber: '500' }), now);
    expect(conflict).toMatchObject({ ok: false, failure: { code: 'CONFLICT' } });
    const [three = ''] = ids('smolensk-3');
    const second = await confirmed({
      orderNumber: '500',
      replaces: first,
      schools: ids('smolensk-1', 'smolensk-2', 'smolensk-10'),
      reasons: { [three]: 'Школа закрывается' },
    });
    const after = await confirmedListOf(head, first);
    expect(after.ok && before.ok && after.value.schools).toEqual(before.ok && before.value.schools);
    expect(after).toMatchObject({ value: { supersededById: second, supersededAt: now.toISOString() } });
    const lists = await listsOfCampaign(head, campaignId, paging);
    expect(lists).toMatchObject({
      value: {
        total: 2,
        items: expect.arrayContaining([
          expect.objectContaining({ id: second, included: 3, supersedesId: first, supersededAt: null }),
          expect.objectContaining({ id: first, included: 4, supersededById: second }),
        ]),
      },
    });
  });

  test('confirmed lists cannot be changed, not even by the owner of the database', async () => {
    const id = await confirmed();
    const before = await confirmedListOf(head, id);
    const attempts = [
      `UPDATE confirmed_list SET order_number = '1'`,
      'DELETE FROM confirmed_list',
      `UPDATE confirmed_list_school SET reason = 'x'`,
      'DELETE FROM confirmed_list_school',
    ];
    for (const sql of attempts) await expect(database.owner.$executeRawUnsafe(sql)).rejects.toThrow();
    expect(await confirmedListOf(head, id)).toEqual(before);
  });

  test('tells the principals whose schools entered, and names no other school', async () => {
    await confirmed();
    const notices = await database.owner.notice.findMany({ include: { account: true } });
    expect(notices.map((notice) => notice.account.schoolId).sort()).toEqual(
      ids(...PROPOSED)
        .slice(0, 4)
        .sort(),
    );
    for (const { title, text, href, account } of notices) {
      expect(title).toBe('Ваша школа включена в список школ с низкими результатами 2020–2021');
      expect(text).toContain('приказ № 412');
      expect(`${title}${text}`).not.toContain('СШ');
      expect(href).toBe(`/schools/${account.schoolId}`);
    }
  });

  test('journals the list, and for each school what concerns it alone', async () => {
    const id = await confirmed();
    const entries = await database.owner.journalEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    expect(entries[0]).toMatchObject({
      action: 'list.confirm',
      schoolId: null,
      to: { orderNumber: '412', schools: PROPOSED },
    });
    expect(entries.slice(1).map((entry) => [entry.schoolId, entry.detail])).toEqual(
      ids(...PROPOSED).map((school) => [school, 'entered']),
    );
  });

  test('another rule with the order becomes the campaign’s', async () => {
    const id = await confirmed({ rule: { kind: 'TOP_N', value: 2 }, schools: ids('smolensk-3', 'smolensk-1') });
    expect(await confirmedListOf(head, id)).toMatchObject({
      value: { rule: { kind: 'TOP_N', value: 2, table: 'T1' } },
    });
    const rule = await database.owner.campaignRule.findFirst({ where: { campaignId, track: 'LOW_RESULTS' } });
    expect(rule).toMatchObject({ kind: 'TOP_N' });
    expect(await database.owner.journalEntry.count({ where: { action: 'rule.change', subjectId: campaignId } })).toBe(
      1,
    );
  });

  test('a school of another city is refused and nothing is stored', async () => {
    const schools = [...ids(...PROPOSED), world.vyazma.schools['vyazma-1'] ?? ''];
    expect(await confirmList(head, campaignId, order({ schools }), now)).toMatchObject({
      failure: { code: 'INVALID' },
    });
    expect(await database.owner.confirmedList.count()).toBe(0);
  });

  test.each([
    ['MOC_STAFF', 'FORBIDDEN'],
    ['REGION_COORDINATOR', 'FORBIDDEN'],
    ['PRINCIPAL', 'FORBIDDEN'],
    ['ADMIN', 'FORBIDDEN'],
  ] as const)('%s may not: %s', async (role, code) => {
    const viewer = world.viewer(role, world.smolensk, 'smolensk-1');
    expect(await confirmList(viewer, campaignId, order(), now)).toMatchObject({ failure: { code } });
    expect(await changeRule(viewer, campaignId, { kind: 'SUM', table: 'T1', value: 5 }, now)).toMatchObject({
      failure: { code },
    });
    expect(await database.owner.confirmedList.count()).toBe(0);
  });

  test('the head of another city does not find the campaign', async () => {
    const stranger = world.viewer('MOC_HEAD', world.vyazma);
    expect(await confirmList(stranger, campaignId, order(), now)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });

  test('a list is read by the centre and the region, not by principals or another city', async () => {
    const id = await confirmed();
    const read = async (viewer: Viewer) => {
      const result = await confirmedListOf(viewer, id);
      return result.ok ? 'read' : result.failure.code;
    };
    expect(await read(world.viewer('MOC_STAFF', world.smolensk))).toBe('read');
    expect(await read(world.viewer('REGION_COORDINATOR'))).toBe('read');
    expect(await read(world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1'))).toBe('FORBIDDEN');
    expect(await read(world.viewer('MOC_HEAD', world.vyazma))).toBe('NOT_FOUND');
  });
});

describe('changeRule', () => {
  test('changes the rule of the track and journals it', async () => {
    const result = await changeRule(head, campaignId, { kind: 'SHARE', table: 'T1', value: 0.50004 }, now);
    expect(result).toMatchObject({ ok: true, value: { rule: { kind: 'SHARE', value: 0.5 } } });
    const entry = await database.owner.journalEntry.findFirst({ where: { action: 'rule.change' } });
    expect(entry).toMatchObject({
      subjectId: campaignId,
      detail: 'LOW_RESULTS',
      from: { kind: 'SUM', tableCode: 'T1', value: 6 },
      to: { kind: 'SHARE', tableCode: 'T1', value: 0.5 },
    });
  });

  test('the same rule again changes and journals nothing', async () => {
    await changeRule(head, campaignId, { kind: 'SUM', table: 'T1', value: 6 }, now);
    expect(await database.owner.journalEntry.count()).toBe(0);
  });

  test('is closed while a list is in force, for its own track alone', async () => {
    await confirmed();
    expect(await changeRule(head, campaignId, { kind: 'SUM', table: 'T1', value: 5 }, now)).toMatchObject({
      failure: { code: 'WRONG_STATE' },
    });
    expect(await changeRule(head, campaignId, { kind: 'SUM', table: 'T2', value: 2 }, now)).toMatchObject({ ok: true });
  });
});
