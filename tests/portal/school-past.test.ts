import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Role, Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { campaignBoard } from '@/lib/portal/campaigns/board';
import { cardForEditing } from '@/lib/portal/cards/queries';
import { rankingView } from '@/lib/portal/lists/queries';
import { changePassport } from '@/lib/portal/schools/commands';
import {
  municipalityChoices,
  schoolHead,
  schoolHistory,
  schoolPassport,
  schoolPoints,
  schoolResults,
  schoolRows,
} from '@/lib/portal/schools/queries';
import { type TestDatabase, testDatabase } from '../harness/database';

let database: TestDatabase;
const schools = new Map<string, string>();
const municipalities = new Map<string, { id: string; regionId: string; name: string }>();
const NOW = new Date('2020-10-05T09:00:00Z');

beforeAll(async () => {
  database = await testDatabase({ demonstration: true });
  for (const { id, code } of await database.owner.school.findMany()) schools.set(code, id);
  for (const row of await database.owner.municipality.findMany()) municipalities.set(row.code, row);
});
afterAll(() => database.close());

const school = (code: string) => schools.get(code) ?? '';
const place = (code: string) => municipalities.get(code) ?? { id: '', regionId: '', name: '' };

function viewer(role: Role, municipality: string | null, schoolCode?: string): Viewer {
  const all = [...municipalities.values()];
  const own = municipality === null ? null : place(municipality).id;
  return {
    accountId: randomUUID(),
    email: 'somebody@test.local',
    name: 'Проверка',
    role,
    regionId: all[0]?.regionId ?? null,
    municipalityId: own,
    schoolId: schoolCode === undefined ? null : school(schoolCode),
    municipalityIds:
      role === 'REGION_COORDINATOR' ? all.map(({ id }) => id) : role === 'PRINCIPAL' || own === null ? [] : [own],
    preferences: {},
  };
}

async function opened<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const result = await outcome;
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`);
  return result.value;
}

describe('a school that moved to another municipality', () => {
  // yartsevo-16 came from Кардымовский on 1 September 2019
  const former = () => viewer('MOC_HEAD', 'kardymovo');
  const present = () => viewer('MOC_HEAD', 'yartsevo');
  const principal = () => viewer('PRINCIPAL', 'yartsevo', 'yartsevo-16');
  const coordinator = () => viewer('REGION_COORDINATOR', null);

  it('keeps its past with the former municipality, which sees those years and no others', async () => {
    const head = await opened(schoolHead(former(), school('yartsevo-16')));
    expect(head.movedAway).toEqual({ on: new Date('2019-09-01'), municipalityName: place('yartsevo').name });
    expect(head.may).toMatchObject({ edit: false, results: true });
    const { years, latest, similar } = await opened(schoolResults(former(), school('yartsevo-16')));
    expect(years.map((year) => [year.schoolYear, year.identity.municipalityName])).toEqual([
      ['2018-2019', place('kardymovo').name],
    ]);
    expect(latest?.tables?.T1).toBeDefined();
    expect(similar?.schools.length).toBeGreaterThan(0);
    expect(await opened(schoolPoints(former(), school('yartsevo-16')))).toMatchObject({ schoolYear: '2018-2019' });
    expect((await opened(schoolHistory(former(), school('yartsevo-16')))).years).toHaveLength(1);
    expect(await schoolPassport(former(), school('yartsevo-16'))).toMatchObject({
      municipalityName: place('yartsevo').name,
    });
  });

  it('tells its present municipality where the years before are', async () => {
    const head = await opened(schoolHead(present(), school('yartsevo-16')));
    expect(head).toMatchObject({
      movedAway: null,
      cameFrom: [{ until: new Date('2019-09-01'), municipalityName: place('kardymovo').name }],
    });
    const { years } = await opened(schoolResults(present(), school('yartsevo-16')));
    expect(years.map((year) => year.schoolYear)).toEqual(['2019-2020', '2020-2021']);
  });

  it('shows all its years to its principal and to СОИРО, each in the municipality and city figures of its time', async () => {
    for (const who of [principal(), coordinator()]) {
      const { years } = await opened(schoolResults(who, school('yartsevo-16')));
      expect(years.map((year) => [year.schoolYear, year.identity.municipalityName])).toEqual([
        ['2018-2019', place('kardymovo').name],
        ['2019-2020', place('yartsevo').name],
        ['2020-2021', place('yartsevo').name],
      ]);
      expect(years[0]?.city.tables.T1?.schools).toBeGreaterThan(4);
      expect(await opened(schoolHead(who, school('yartsevo-16')))).toMatchObject({ movedAway: null, cameFrom: [] });
      expect(await opened(schoolPoints(who, school('yartsevo-16'), '2018-2019'))).toMatchObject({
        schoolYear: '2018-2019',
      });
    }
  });

  it('stands with its name on the board and in the ranking of the former municipality', async () => {
    const campaign = await database.owner.campaign.findFirstOrThrow({
      where: { municipalityId: place('kardymovo').id, schoolYear: '2018-2019' },
    });
    const board = await campaignBoard(former(), campaign.id, NOW);
    const { shortName } = await database.owner.school.findUniqueOrThrow({ where: { id: school('yartsevo-16') } });
    // it has an account where it is now, so nobody is asked to invite its principal here
    expect(board?.rows.find((row) => row.schoolId === school('yartsevo-16'))).toMatchObject({
      schoolName: shortName,
      hasAccount: true,
    });
    const ranking = await opened(rankingView(former(), campaign.id));
    expect(ranking.schools.map((one) => one.schoolCode)).toContain('yartsevo-16');
  });

  it("is no longer one of the former municipality's schools, nor its new one a choice there", async () => {
    const rows = await schoolRows(former(), { q: '', closed: true }, { page: 1, pageSize: 200 });
    expect(rows.items.length).toBeGreaterThan(5);
    expect(rows.items.map((row) => row.code)).not.toContain('yartsevo-16');
    expect(await municipalityChoices(former())).toEqual([{ id: place('kardymovo').id, name: place('kardymovo').name }]);
  });

  it('is changed by its present municipality alone, each barrier by itself', async () => {
    const input = {
      name: 'Другая школа',
      shortName: 'Другая',
      kind: 'SCHOOL' as const,
      address: '',
      gradeFrom: 1,
      gradeTo: 11,
      pupils: undefined,
      validFrom: '2020-09-01',
      reason: 'приказ',
      version: 1,
    };
    expect(await changePassport(former(), school('yartsevo-16'), input, NOW)).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    const rename = (who: Viewer) =>
      forViewer(who, async (db) => {
        const { count } = await db.school.updateMany({
          where: { id: school('yartsevo-16') },
          data: { version: { increment: 0 } },
        });
        return count;
      });
    expect(await rename(former())).toBe(0);
    expect(await rename(present())).toBe(1);
  });

  it('is found by the index of its municipality in spite of the wider policy', async () => {
    const { id } = place('kardymovo');
    const plan = await forViewer(former(), async (db) => {
      await db.$executeRaw`SET LOCAL enable_seqscan = off`;
      return db.$queryRaw<{ 'QUERY PLAN': string }[]>`
        EXPLAIN SELECT id FROM school WHERE municipality_id = ${id}::uuid`;
    });
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('school_municipality_id_name_idx');
  });
});

describe('a merged school', () => {
  // gagarin-19 was merged into gagarin-07 on 1 September 2019
  const centre = () => viewer('MOC_HEAD', 'gagarin');
  const principal = () => viewer('PRINCIPAL', 'gagarin', 'gagarin-07');

  it('keeps its sums as its own, shown to МОЦ with the school that took it in', async () => {
    const { years, predecessors } = await opened(schoolHistory(centre(), school('gagarin-07')));
    const card = await database.owner.card.findFirstOrThrow({
      where: { schoolId: school('gagarin-19') },
      include: { tableScores: { where: { tableCode: 'T1' } } },
    });
    expect(predecessors).toMatchObject([{ id: school('gagarin-19'), happenedOn: new Date('2019-09-01') }]);
    expect(predecessors[0]?.years).toMatchObject([
      { schoolYear: '2018-2019', cardId: card.id, tables: { T1: { negativeSum: card.tableScores[0]?.negativeSum } } },
    ]);
    expect(years.map((year) => year.cardId)).not.toContain(card.id);
  });

  it('has a page of its own that leads to the successor', async () => {
    const head = await opened(schoolHead(centre(), school('gagarin-19')));
    expect(head).toMatchObject({ mergedInto: { id: school('gagarin-07') }, card: null });
    expect(head.closedOn).not.toBeNull();
    const { latest } = await opened(schoolResults(centre(), school('gagarin-19')));
    expect(latest?.schoolYear).toBe('2018-2019');
  });

  it("gives the successor's principal its name and no sum, by each barrier", async () => {
    const history = await opened(schoolHistory(principal(), school('gagarin-07')));
    const { shortName } = await database.owner.school.findUniqueOrThrow({ where: { id: school('gagarin-19') } });
    expect(history.predecessors).toMatchObject([{ name: shortName, years: null }]);
    expect(await schoolPassport(principal(), school('gagarin-07'))).toMatchObject({
      predecessors: [{ name: shortName, inSight: false }],
    });
    expect(await schoolHead(principal(), school('gagarin-19'))).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    const seen = await forViewer(principal(), async (db) => ({
      schools: await db.school.findMany({ select: { code: true } }),
      cards: await db.card.count({ where: { schoolId: school('gagarin-19') } }),
    }));
    expect(seen).toEqual({ schools: [{ code: 'gagarin-07' }], cards: 0 });
  });

  it('is named to nobody outside its municipality and region', async () => {
    const names = (who: Viewer) =>
      forViewer(who, (db) => db.$queryRaw<unknown[]>`SELECT name FROM merged_schools(${school('gagarin-07')}::uuid)`);
    expect(await names(centre())).toHaveLength(1);
    expect(await names(viewer('REGION_COORDINATOR', null))).toHaveLength(1);
    expect(await names(viewer('MOC_HEAD', 'vyazma'))).toEqual([]);
    expect(await names(viewer('PRINCIPAL', 'gagarin', 'gagarin-01'))).toEqual([]);
  });
});

describe('a school with another name', () => {
  it('bears in each year the name that it had then', async () => {
    const who = viewer('MOC_HEAD', 'yartsevo');
    const passport = await schoolPassport(who, school('yartsevo-05'));
    const renamed = passport?.periods[0]?.validFrom;
    expect(renamed).toEqual(new Date('2017-09-01'));
    const { years } = await opened(schoolHistory(who, school('yartsevo-05')));
    expect(new Set(years.map((year) => year.identity.name))).toEqual(new Set([passport?.shortName]));
    // as if the first campaign had been closed before the new name
    const first = years.at(-1);
    const data = { validTo: new Date('2018-12-31') };
    await database.owner.schoolPassport.updateMany({
      where: { schoolId: school('yartsevo-05'), validTo: { not: null } },
      data,
    });
    await database.owner.schoolPassport.updateMany({
      where: { schoolId: school('yartsevo-05'), validTo: null },
      data: { validFrom: new Date('2018-12-31') },
    });
    const later = await opened(schoolHistory(who, school('yartsevo-05')));
    expect(later.years.find((year) => year.schoolYear === first?.schoolYear)?.identity.name).toBe(
      passport?.periods[1]?.shortName,
    );
    expect(later.years[0]?.identity.name).toBe(passport?.shortName);
  });
});

describe('the history of a school', () => {
  const who = () => viewer('MOC_HEAD', 'smolensk');

  it('tells who entered, stayed on and left the lists, by order', async () => {
    const entries = await database.owner.confirmedListSchool.findMany({
      where: {
        included: true,
        list: { municipalityId: place('smolensk').id, track: 'LOW_RESULTS', supersededAt: null },
      },
      include: { list: { include: { campaign: true } } },
    });
    const on = (year: string) =>
      entries.filter(({ list }) => list.campaign.schoolYear === year).map((entry) => entry.schoolId);
    const [then, now] = [new Set(on('2018-2019')), new Set(on('2019-2020'))];
    const placeOf = async (id: string) => {
      const { years } = await opened(schoolHistory(who(), id));
      const list = years
        .find((year) => year.schoolYear === '2019-2020')
        ?.lists.find((one) => one.track === 'LOW_RESULTS');
      return [list?.place, list?.orderNumber];
    };
    expect([then.size, now.size]).toEqual([5, 8]);
    for (const id of new Set([...then, ...now])) {
      expect(await placeOf(id)).toEqual([now.has(id) ? (then.has(id) ? 'STAYED' : 'ENTERED') : 'LEFT', '41-д']);
    }
  });

  it('counts what МОЦ confirmed and corrected, and every return with its words', async () => {
    const returned = await database.owner.journalEntry.findMany({
      where: { action: 'card.return', municipalityId: place('smolensk').id },
    });
    const id = returned[0]?.schoolId ?? '';
    const history = await opened(schoolHistory(who(), id));
    const own = returned.filter((entry) => entry.schoolId === id);
    expect(history.returns.map((one) => one.message)).toEqual(own.map((entry) => entry.reason).reverse());
    expect(history.years.reduce((sum, year) => sum + year.returns, 0)).toBe(own.length);
    const answers = await database.owner.answer.findMany({ where: { schoolId: id, verifiedAt: { not: null } } });
    const same = answers.filter((answer) =>
      answer.verifiedIsList
        ? [...answer.verifiedSigns].sort().join() === [...answer.declaredSigns].sort().join()
        : answer.verifiedValue === answer.declaredValue,
    );
    const sum = (of: 'confirmedAnswers' | 'correctedAnswers') =>
      history.years.reduce((total, year) => total + year[of], 0);
    expect([sum('confirmedAnswers'), sum('correctedAnswers')]).toEqual([same.length, answers.length - same.length]);
    expect(answers.length).toBeGreaterThan(0);
  });

  it('names who filled in and who accepted each card', async () => {
    const { years } = await opened(schoolHistory(who(), school('smolensk-05')));
    expect(years).toHaveLength(11);
    for (const year of years) {
      const card = await database.owner.card.findUniqueOrThrow({ where: { id: year.cardId } });
      expect([year.filledInBy, year.acceptedBy]).toEqual([[card.submittedBy], card.decidedBy]);
    }
  });

  it('agrees with the figures of every school of the city, counted apart', async () => {
    const cards = await database.owner.card.findMany({
      where: { status: 'ACCEPTED', campaign: { municipalityId: place('smolensk').id, schoolYear: '2019-2020' } },
      include: { tableScores: { where: { tableCode: 'T1' } } },
    });
    const sums = cards.map((card) => card.tableScores[0]?.negativeSum ?? 0).sort((a, b) => a - b);
    const at = (part: number) => {
      const position = (sums.length - 1) * part;
      const [low, high] = [sums[Math.floor(position)] ?? 0, sums[Math.ceil(position)] ?? 0];
      return low + (high - low) * (position % 1);
    };
    const { years } = await opened(
      schoolResults(viewer('PRINCIPAL', 'smolensk', 'smolensk-05'), school('smolensk-05')),
    );
    const city = years.find((year) => year.schoolYear === '2019-2020')?.city.tables.T1;
    expect(city?.schools).toBe(43);
    expect(city?.mean).toBeCloseTo(sums.reduce((total, one) => total + one, 0) / 43, 10);
    expect([city?.lowerQuartile, city?.median, city?.upperQuartile]).toEqual([at(0.25), at(0.5), at(0.75)]);
  });

  it('opens every card of a year to the viewer who sees the year', async () => {
    const coordinator = viewer('REGION_COORDINATOR', null);
    const { years } = await opened(schoolHistory(coordinator, school('yartsevo-16')));
    for (const { cardId } of years) expect(await cardForEditing(coordinator, cardId)).toMatchObject({ ok: true });
  });
});
