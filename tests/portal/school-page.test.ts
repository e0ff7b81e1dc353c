import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { schoolHead, schoolHistory, schoolPoints, schoolResults } from '@/lib/portal/schools/queries';
import type { TableFlag } from '@/lib/portal/schools/views';
import { type TestDatabase, testDatabase } from '../harness/database';
import { buildWorld, type World } from './lists-world';

let database: TestDatabase;
let world: World;
let head: Viewer;
let principal: Viewer;

beforeAll(async () => {
  database = await testDatabase();
  world = await buildWorld(database.owner);
  head = world.viewer('MOC_HEAD', world.smolensk);
  principal = world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1');
});
afterAll(() => database.close());

const school = (code: string) => world.smolensk.schools[code] ?? '';

async function opened<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const result = await outcome;
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`);
  return result.value;
}

const results = (viewer: Viewer, code = 'smolensk-1') => opened(schoolResults(viewer, school(code)));
const flagOf = (flags: readonly TableFlag[], tableCode = 'T1') => flags.find((flag) => flag.tableCode === tableCode);
const plain = (text: string | undefined) => (text ?? '').replaceAll('\u00a0', ' ');

/** Everything that one viewer is told of a school. */
async function toldOf(viewer: Viewer, code: string): Promise<string> {
  const id = school(code);
  const parts = await Promise.all([
    schoolHead(viewer, id),
    schoolResults(viewer, id),
    schoolPoints(viewer, id),
    schoolHistory(viewer, id),
  ]);
  return JSON.stringify(parts);
}

describe('the sums of a school beside its city', () => {
  it('gives every year with an accepted card its sums by table and group, the oldest first', async () => {
    const { years, latest, previous, tables } = await results(head);
    expect(years.map((year) => [year.schoolYear, year.tables?.T1?.negativeSum, year.tables?.T2?.negativeSum])).toEqual([
      ['2019-2020', 4, 0],
      ['2020-2021', 9, 3],
    ]);
    expect(latest).toMatchObject({
      schoolYear: '2020-2021',
      groups: { OGE: { negativeSum: 7 }, OBJ: { negativeSum: 2 } },
    });
    expect(previous?.schoolYear).toBe('2019-2020');
    expect(tables.map((table) => [table.code, table.groups.map((group) => group.code)])).toEqual([
      ['T1', ['OGE', 'OBJ']],
      ['T2', ['SOC']],
    ]);
  });

  it('gives mean and quartiles over the accepted cards of the year, to the principal too', async () => {
    for (const viewer of [head, principal, world.viewer('REGION_COORDINATOR')]) {
      const { latest } = await results(viewer);
      // the accepted sums of T1: 2, 6, 6, 9, 11
      expect(latest?.city.tables.T1).toEqual({ schools: 5, mean: 6.8, lowerQuartile: 6, median: 6, upperQuartile: 9 });
      expect(latest?.city.groups.OBJ).toMatchObject({ schools: 5, mean: 0.6 });
    }
  });

  it('hides the figures of a year with fewer than five accepted cards', async () => {
    const { years } = await results(head);
    expect(years[0]?.city).toEqual({ tables: {}, groups: {} });
  });

  it('gives a card that is not accepted no sum, and no zero', async () => {
    const { years, latest, flags } = await results(head, 'smolensk-5');
    expect(years).toMatchObject([{ schoolYear: '2020-2021', status: 'DRAFT', tables: null, groups: null }]);
    expect(latest).toBeNull();
    expect(flags).toEqual([]);
  });
});

describe('what would lift the flag', () => {
  it('is judged among all schools for МОЦ and СОИРО, with its firmness', async () => {
    for (const viewer of [head, world.viewer('MOC_STAFF', world.smolensk), world.viewer('REGION_COORDINATOR')]) {
      const flag = flagOf((await results(viewer)).flags);
      expect(flag).toMatchObject({ proposed: true, aboveNext: null, firmness: { firmness: 'FIRM', proposed: true } });
      expect(plain(flag?.words)).toContain('нужно снять любые 4 балла из 9');
      expect(flag?.points).toHaveLength(9);
    }
  });

  it('tells a principal the own distance from a threshold, without firmness', async () => {
    const { flags } = await results(principal);
    expect(flagOf(flags)).toMatchObject({ proposed: true, aboveNext: null, firmness: null });
    expect(plain(flagOf(flags)?.words)).toContain('нужно снять любые 4 балла из 9');
    expect(flagOf(flags, 'T2')).toMatchObject({ track: 'ADVERSE_CONDITIONS', proposed: true });
  });

  it('tells a principal nothing of a proposal that depends on others', async () => {
    const where = {
      campaignId_track: { campaignId: world.smolensk.campaigns['2020-2021'] ?? '', track: 'LOW_RESULTS' as const },
    };
    await database.owner.campaignRule.update({ where, data: { kind: 'TOP_N', value: 2 } });
    const centre = flagOf((await results(head)).flags);
    expect(centre).toMatchObject({ proposed: true, aboveNext: 3 });
    const own = flagOf((await results(principal)).flags);
    expect(own).toMatchObject({ proposed: null, aboveNext: null, firmness: null });
    expect(plain(own?.words)).toContain('зависит от сумм других школ');
    expect(own?.words).not.toMatch(/снять|достаточно|нужно/);
    await database.owner.campaignRule.update({ where, data: { kind: 'SUM', value: 6 } });
  });
});

describe('similar schools', () => {
  it('are shown to МОЦ and СОИРО with their results and why they are similar', async () => {
    for (const viewer of [head, world.viewer('REGION_COORDINATOR')]) {
      const { similar } = await results(viewer);
      expect(similar?.tableCode).toBe('T1');
      // the other four accepted cards: neither the school itself nor a card that is not accepted
      expect(new Set(similar?.schools.map((one) => one.schoolId))).toEqual(
        new Set(['smolensk-2', 'smolensk-10', 'smolensk-3', 'smolensk-4'].map(school)),
      );
      expect(similar?.schools.find((one) => one.schoolId === school('smolensk-2'))).toMatchObject({
        negativeSum: 6,
        maximum: 13,
        change: -2,
      });
      expect(similar?.schools[0]?.traits).toHaveLength(4);
    }
  });

  it('are never shown to a principal', async () => {
    expect((await results(principal)).similar).toBeNull();
  });
});

describe('the points of a year', () => {
  it('are those of the newest accepted card, each with criterion, answer and source', async () => {
    const view = await opened(schoolPoints(head, school('smolensk-1')));
    expect(view).toMatchObject({ schoolYear: '2020-2021', card: { card: { score: { negativeSum: 12 } } } });
    expect(view?.points).toHaveLength(12);
    expect(view?.points[0]).toMatchObject({
      criterion: 'T1.1',
      criterionText: 'Критерий T1.1',
      answer: 'да',
      sourceName: 'ответ школы',
      disputed: false,
    });
  });

  it('change with the year, and an unknown year is the newest', async () => {
    const before = await opened(schoolPoints(head, school('smolensk-1'), '2019-2020'));
    expect(before).toMatchObject({
      schoolYear: '2019-2020',
      years: [{ schoolYear: '2020-2021' }, { schoolYear: '2019-2020' }],
    });
    expect(before?.points).toHaveLength(4);
    expect(await opened(schoolPoints(head, school('smolensk-1'), '1999-2000'))).toMatchObject({
      schoolYear: '2020-2021',
    });
  });

  it('say which point is contested', async () => {
    const card = await database.owner.card.findFirstOrThrow({
      where: { schoolId: school('smolensk-2'), campaign: { schoolYear: '2020-2021' } },
      include: { answers: { include: { criterion: true } } },
    });
    const criterionId = card.answers.find((answer) => answer.criterion.code === 'T1.2')?.criterionId ?? '';
    const { id: cardId, schoolId, municipalityId } = card;
    await database.owner.dispute.create({
      data: { cardId, schoolId, municipalityId, criterionId, reason: 'Протокол пересмотрен', raisedBy: 'Директор' },
    });
    const view = await opened(schoolPoints(head, schoolId));
    expect(view?.points.filter((point) => point.disputed).map((point) => point.criterion)).toEqual(['T1.2']);
    const told = await opened(schoolHead(head, schoolId));
    expect(told.card).toMatchObject({ openDisputes: 1, status: 'ACCEPTED' });
    const history = await opened(schoolHistory(head, schoolId));
    expect(history.disputes).toMatchObject([
      { criterion: 'T1.2', status: 'OPEN', reason: 'Протокол пересмотрен', decision: null },
    ]);
  });

  it('of a school without a card are none', async () => {
    const id = randomUUID();
    const names = { name: 'Новая школа', shortName: 'Новая школа' };
    await database.owner.school.create({
      data: { id, code: 'smolensk-99', municipalityId: world.smolensk.id, ...names },
    });
    expect(await opened(schoolPoints(head, id))).toBeNull();
    expect(await opened(schoolHead(head, id))).toMatchObject({ card: null, lists: [] });
    expect(await opened(schoolHistory(head, id))).toMatchObject({ years: [], predecessors: [] });
  });
});

describe('who sees the page', () => {
  it('tells a principal nothing that names or belongs to another school', async () => {
    const told = await toldOf(principal, 'smolensk-1');
    expect(told).toContain(school('smolensk-1'));
    for (const [code, id] of Object.entries(world.smolensk.schools).filter(([other]) => other !== 'smolensk-1')) {
      expect(told).not.toContain(id);
      expect(told).not.toContain(`"${code}"`);
    }
    expect(told).not.toContain('"sums"');
  });

  it.each([
    ['another school to a principal', () => principal, 'smolensk-2'],
    ['a school of the next city to МОЦ', () => world.viewer('MOC_HEAD', world.vyazma), 'smolensk-1'],
    [
      'a school of the next city to its principal',
      () => world.viewer('PRINCIPAL', world.vyazma, 'vyazma-1'),
      'smolensk-1',
    ],
    ['what does not exist to МОЦ', () => head, 'nowhere'],
  ])('does not find %s', async (_, viewer, code) => {
    const id = school(code) || randomUUID();
    for (const query of [schoolHead, schoolResults, schoolPoints, schoolHistory]) {
      expect(await query(viewer(), id)).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } });
    }
  });

  it('gives ADMIN the passport and no results', async () => {
    const admin = world.viewer('ADMIN');
    const told = await opened(schoolHead(admin, school('smolensk-1')));
    expect(told).toMatchObject({ card: null, lists: [], may: { results: false, compare: false, edit: true } });
    for (const query of [schoolResults, schoolPoints, schoolHistory]) {
      expect(await query(admin, school('smolensk-1'))).toMatchObject({ ok: false, failure: { code: 'FORBIDDEN' } });
    }
  });

  it('offers the change of the passport to the head of the centre alone', async () => {
    const editors = [head, world.viewer('MOC_STAFF', world.smolensk), world.viewer('REGION_COORDINATOR'), principal];
    const told = await Promise.all(editors.map((viewer) => opened(schoolHead(viewer, school('smolensk-1')))));
    expect(told.map(({ may }) => may.edit)).toEqual([true, false, false, false]);
  });
});
