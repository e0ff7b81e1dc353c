/** The matrix of failure on a real database: filling in, two windows, who sees what, no small group outside the school. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { failureReport } from '@/lib/domain/failure-matrix';
import {
  changeCauses,
  closeMatrixCampaign,
  openMatrixCampaign,
  remindOfMatrix,
  returnMatrix,
  saveCells,
  submitMatrix,
} from '@/lib/portal/failure-matrix/commands';
import {
  causeDictionary,
  matrixBoard,
  matrixCampaigns,
  matrixChoices,
  matrixForFilling,
  matrixReport,
  matrixReportFile,
  ownMatrices,
} from '@/lib/portal/failure-matrix/queries';
import { type OpenMatrixInput, openMatrixSchema } from '@/lib/portal/failure-matrix/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';

let database: TestDatabase;
let world: World;
let first: SchoolWithCard;
let second: SchoolWithCard;
let foreign: SchoolWithCard;
let campaignId: string;

const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.detail}`);
  return outcome.value;
};
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'OK' : outcome.failure.code);

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  world = await newWorld();
  first = await world.school();
  second = await world.school();
  foreign = await world.school({ in: world.town });
  campaignId = value(await openMatrixCampaign(world.city.head, input(), NOW)).id;
});

function input(more: Partial<Record<keyof OpenMatrixInput, unknown>> = {}): OpenMatrixInput {
  return openMatrixSchema.parse({
    schoolYear: '2020-2021',
    dueAt: '2020-12-01',
    letter: 'Заполните',
    subjects: ['Русский язык', 'Математика'],
    schools: [first.schoolId, second.schoolId],
    ...more,
  });
}

const matrixOf = async (school: SchoolWithCard) => (await ownMatrices(school.principal))[0]?.id ?? '';
const cell = (pupils: number | null, more: { cause?: string; grade?: number; was?: number | null } = {}) => ({
  cause: 'C01',
  grade: 5,
  subject: 'Математика',
  was: null,
  pupils,
  ...more,
});

async function sent(school: SchoolWithCard, ...cells: ReturnType<typeof cell>[]): Promise<string> {
  const id = await matrixOf(school);
  value(await saveCells(school.principal, id, cells, NOW));
  value(await submitMatrix(school.principal, id, NOW));
  return id;
}

describe('opening', () => {
  it('gives each chosen school a matrix and its principal a letter and a notice', async () => {
    const board = value(await matrixBoard(world.city.staff, campaignId, NOW));
    expect(board.rows.map((row) => row.schoolId).sort()).toEqual([first.schoolId, second.schoolId].sort());
    expect(board.causes).toHaveLength(11);
    const letters = await database.owner.letter.findMany({ where: { accountId: first.principal.accountId } });
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain(`/monitoring/causes/matrix/${await matrixOf(first)}`);
  });

  it('happens once a school year, also when clicked twice', async () => {
    const again = await Promise.all(
      [1, 2].map(() => openMatrixCampaign(world.city.head, input({ schoolYear: '2021-2022' }), NOW)),
    );
    expect(again.map(code).sort()).toEqual(['CONFLICT', 'OK']);
  });

  it('is the right of the head of the centre, for schools of the own municipality', async () => {
    const next = () => input({ schoolYear: '2022-2023' });
    for (const viewer of [world.city.staff, first.principal, world.coordinator, world.admin]) {
      expect(code(await openMatrixCampaign(viewer, next(), NOW))).toBe('FORBIDDEN');
    }
    const stranger = await openMatrixCampaign(
      world.city.head,
      input({ schoolYear: '2022-2023', schools: [foreign.schoolId] }),
      NOW,
    );
    expect(code(stranger)).toBe('INVALID');
    expect(
      code(await openMatrixCampaign(world.city.head, input({ schoolYear: '2022-2023', dueAt: '2020-01-01' }), NOW)),
    ).toBe('INVALID');
  });

  it('takes the causes of the day; a list that is changed later concerns the next campaign', async () => {
    const dictionary = value(await causeDictionary(world.city.head));
    const changed = value(
      await changeCauses(world.city.head, [...dictionary.causes.slice(1), { code: '', text: 'Своя причина' }], 0, NOW),
    );
    expect(changed.causes.at(-1)).toEqual({ code: 'C12', text: 'Своя причина' });
    expect(code(await changeCauses(world.city.head, dictionary.causes, 0, NOW))).toBe('STALE_VERSION');
    expect(value(await matrixBoard(world.city.head, campaignId, NOW)).causes.map((cause) => cause.code)).toContain(
      'C01',
    );
    expect((await matrixChoices(world.city.head, NOW)).causes.map((cause) => cause.code)).not.toContain('C01');
    expect(code(await causeDictionary(world.city.staff))).toBe('FORBIDDEN');
    // a code that was taken away is not given to another cause
    const third = value(await changeCauses(world.city.head, [{ code: '', text: 'Ещё одна' }], 1, NOW));
    expect(third.causes).toEqual([{ code: 'C13', text: 'Ещё одна' }]);
  });
});

describe('filling in', () => {
  it('stores numbers cell by cell; an empty cell is taken out', async () => {
    const id = await matrixOf(first);
    value(await saveCells(first.principal, id, [cell(7), cell(3, { grade: 6 })], NOW));
    value(await saveCells(first.principal, id, [cell(null, { was: 7 })], NOW));
    const view = value(await matrixForFilling(first.principal, id));
    expect(view.cells).toEqual([{ cause: 'C01', grade: 6, subject: 'Математика', pupils: 3 }]);
    expect(view.savedAt).toEqual(NOW);
  });

  it('overwrites nothing that another window has written, and tells what stands there', async () => {
    const id = await matrixOf(first);
    value(await saveCells(first.principal, id, [cell(7)], NOW));
    const late = value(await saveCells(first.principal, id, [cell(9), cell(4, { grade: 8 })], NOW));
    expect(late.conflicts).toEqual([{ key: 'C01|5|Математика', stored: 7, mine: 9 }]);
    const view = value(await matrixForFilling(first.principal, id));
    expect(view.cells.map(({ grade, pupils }) => [grade, pupils]).sort()).toEqual([
      [5, 7],
      [8, 4],
    ]);
  });

  it('keeps every cell of twenty windows at once', async () => {
    const id = await matrixOf(first);
    const causes = value(await matrixForFilling(first.principal, id)).form.causes;
    const writes = causes.flatMap((cause) => [5, 6].map((grade) => cell(grade, { cause: cause.code, grade })));
    const saved = await Promise.all(writes.map((write) => saveCells(first.principal, id, [write], NOW)));
    expect(saved.every((outcome) => outcome.ok && outcome.value.conflicts.length === 0)).toBe(true);
    expect(value(await matrixForFilling(first.principal, id)).cells).toHaveLength(writes.length);
  });

  it('refuses a place that the form does not have, and stores nothing of that call', async () => {
    const id = await matrixOf(first);
    expect(code(await saveCells(first.principal, id, [cell(7), cell(1, { cause: 'C99' })], NOW))).toBe('INVALID');
    expect(code(await saveCells(first.principal, id, [cell(1000)], NOW))).toBe('INVALID');
    expect(value(await matrixForFilling(first.principal, id)).cells).toEqual([]);
  });

  it('ends with sending, which may be repeated, and begins again when the centre gives it back', async () => {
    const id = await sent(first, cell(7));
    value(await submitMatrix(first.principal, id, later(1)));
    expect(code(await saveCells(first.principal, id, [cell(8, { was: 7 })], NOW))).toBe('NOT_EDITABLE');
    expect(code(await returnMatrix(world.city.staff, id, ' ', NOW))).toBe('INVALID');
    value(await returnMatrix(world.city.staff, id, 'Проверьте 5 класс', NOW));
    expect(code(await returnMatrix(world.city.staff, id, 'Ещё раз', NOW))).toBe('WRONG_STATE');
    const view = value(await matrixForFilling(first.principal, id));
    expect(view).toMatchObject({ editable: true, returnComment: 'Проверьте 5 класс' });
    value(await saveCells(first.principal, id, [cell(8, { was: 7 })], NOW));
  });

  it('ends for all when the campaign is closed', async () => {
    const id = await matrixOf(first);
    expect(code(await closeMatrixCampaign(world.city.staff, campaignId, NOW))).toBe('FORBIDDEN');
    value(await closeMatrixCampaign(world.city.head, campaignId, NOW));
    expect(code(await saveCells(first.principal, id, [cell(7)], NOW))).toBe('NOT_EDITABLE');
    expect(code(await submitMatrix(first.principal, id, NOW))).toBe('NOT_EDITABLE');
    expect(code(await remindOfMatrix(world.city.head, campaignId, NOW))).toBe('WRONG_STATE');
  });

  it('reminds those alone who have not sent', async () => {
    await sent(first, cell(7));
    expect(value(await remindOfMatrix(world.city.staff, campaignId, NOW))).toEqual({ told: 1 });
    await sent(second, cell(7));
    expect(code(await remindOfMatrix(world.city.staff, campaignId, NOW))).toBe('WRONG_STATE');
  });
});

describe('what may be known outside the school', () => {
  const report = async (viewer: Viewer, schoolId: string | null = null) =>
    value(await matrixReport(viewer, campaignId, schoolId, NOW)).groups.map(({ grade, pupils, hidden, schools }) => ({
      grade,
      pupils,
      hidden,
      schools,
    }));

  it('has no group under five pupils, of a school or of the city', async () => {
    await sent(first, cell(7), cell(4, { grade: 6 }), cell(3, { grade: 7 }));
    await sent(second, cell(6), cell(2, { grade: 7 }), cell(20, { grade: 8 }), cell(1, { grade: 9 }));
    expect((await report(world.city.staff, first.schoolId)).sort((a, b) => a.grade - b.grade)).toEqual([
      { grade: 5, pupils: 7, hidden: false, schools: 1 },
      { grade: 6, pupils: 0, hidden: true, schools: 1 },
      { grade: 7, pupils: 0, hidden: true, schools: 1 },
    ]);
    expect((await report(world.city.staff)).sort((a, b) => a.grade - b.grade)).toEqual([
      { grade: 5, pupils: 13, hidden: false, schools: 2 },
      { grade: 6, pupils: 0, hidden: true, schools: 1 },
      // 3 + 2: the small groups are five pupils together, so they are told as a sum
      { grade: 7, pupils: 5, hidden: false, schools: 2 },
      { grade: 8, pupils: 20, hidden: false, schools: 1 },
      { grade: 9, pupils: 0, hidden: true, schools: 1 },
    ]);
  });

  it('gives no small group by subtracting a school from the city', async () => {
    await sent(first, cell(12));
    await sent(second, cell(4));
    const [city] = await report(world.city.head);
    const [school] = await report(world.city.head, first.schoolId);
    expect((city?.pupils ?? 0) - (school?.pupils ?? 0)).toBe(0);
    expect(city).toMatchObject({ pupils: 12, hidden: true });
  });

  it('leaves out what was not sent', async () => {
    value(await saveCells(first.principal, await matrixOf(first), [cell(30)], NOW));
    expect(await report(world.city.staff)).toEqual([]);
    expect(code(await matrixReport(world.city.staff, campaignId, first.schoolId, NOW))).toBe('NOT_FOUND');
  });

  it('comes as a file with the same groups hidden', async () => {
    await sent(first, cell(7), cell(4, { grade: 6 }));
    const file = value(
      await matrixReportFile(world.city.head, campaignId, { format: 'csv', by: 'grade', schoolId: undefined }, NOW),
    );
    const line = String(file.body).split('\r\n')[1];
    expect(line).toBe('Пробелы в знаниях за предыдущие годы;7;меньше 5;7 и группы меньше 5');
    const view = value(await matrixReport(world.city.head, campaignId, null, NOW));
    expect(failureReport(view.campaign, view.groups, 'grade').total).toEqual({ pupils: 7, hidden: 1 });
  });

  it('is closed in the database itself: the centre reads no cell', async () => {
    await sent(first, cell(4));
    for (const viewer of [world.city.head, world.coordinator, second.principal, world.admin]) {
      expect(await forViewer(viewer, (db) => db.failureCell.count())).toBe(0);
    }
    expect(await forViewer(first.principal, (db) => db.failureCell.count())).toBe(1);
    const groups = await forViewer(
      second.principal,
      (db) => db.$queryRaw<unknown[]>`SELECT * FROM failure_groups(${campaignId}::uuid)`,
    );
    expect(groups).toEqual([]);
  });
});

describe('who sees which matrix', () => {
  it('the own school fills in, its neighbour finds nothing, the centre reads the report alone', async () => {
    const id = await matrixOf(first);
    for (const viewer of [second.principal, foreign.principal, world.town.head]) {
      expect(code(await matrixForFilling(viewer, id))).toBe('NOT_FOUND');
      expect(code(await saveCells(viewer, id, [cell(7)], NOW))).toBe('NOT_FOUND');
    }
    expect(code(await matrixForFilling(world.city.head, id))).toBe('FORBIDDEN');
    expect(code(await saveCells(world.city.head, id, [cell(7)], NOW))).toBe('FORBIDDEN');
    expect(code(await returnMatrix(world.town.head, id, 'Нет', NOW))).toBe('NOT_FOUND');
  });

  it('the region reads all of its municipalities, a foreign centre and principals none', async () => {
    expect((await matrixCampaigns(world.coordinator)).map((campaign) => campaign.id)).toEqual([campaignId]);
    expect(await matrixCampaigns(world.town.head)).toEqual([]);
    expect(code(await matrixReport(world.town.head, campaignId, null, NOW))).toBe('NOT_FOUND');
    expect(code(await matrixReport(first.principal, campaignId, null, NOW))).toBe('FORBIDDEN');
    expect(code(await matrixReport(foreign.principal, campaignId, null, NOW))).toBe('NOT_FOUND');
    expect(code(await matrixReport(world.admin, campaignId, null, NOW))).toBe('FORBIDDEN');
    expect(code(await matrixReport(world.coordinator, campaignId, null, NOW))).toBe('OK');
  });
});
