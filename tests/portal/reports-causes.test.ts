/** The statistical report of causes on a real database: what is shown, what is hidden, who may. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { usualTexts } from '@/lib/domain/reports/template';
import type { ReportBlock } from '@/lib/exchange/report-document';
import { numberIn } from '@/lib/exchange/sheet-formulas';
import { changeCauses, openMatrixCampaign, saveCells, submitMatrix } from '@/lib/portal/failure-matrix/commands';
import { causeDictionary, ownMatrices } from '@/lib/portal/failure-matrix/queries';
import { openMatrixSchema } from '@/lib/portal/failure-matrix/schema';
import { causesReport } from '@/lib/portal/reports/causes/kind';
import { causesView } from '@/lib/portal/reports/causes/reading';
import { causesSheets } from '@/lib/portal/reports/causes/workbook';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, value } from './support-world';

let database: TestDatabase;
let world: World;
let sentSchool: SchoolWithCard;
let otherSchool: SchoolWithCard;
const schoolYear = '2020-2021';

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  [sentSchool, otherSchool] = [await world.school(), await world.school()];
  const waiting = await world.school();
  const { head } = world.city;
  const { version, causes } = value(await causeDictionary(head));
  const [first, ...others] = causes;
  const renamed = [{ code: first?.code ?? '', text: '=Пробелы <b>в знаниях</b>' }, ...others];
  value(await changeCauses(head, renamed, version, NOW));
  const input = openMatrixSchema.parse({
    ...{ schoolYear, dueAt: '2020-12-01', letter: 'Заполните', subjects: ['Русский язык', 'Математика'] },
    schools: [sentSchool, otherSchool, waiting].map(({ schoolId }) => schoolId),
  });
  value(await openMatrixCampaign(head, input, NOW));
  await sent(sentSchool, [
    ['C01', 5, 'Математика', 12],
    ['C01', 6, 'Русский язык', 8],
    ['C02', 5, 'Математика', 6],
    ['C03', 5, 'Математика', 3],
  ]);
  await sent(otherSchool, [['C01', 5, 'Математика', 10]]);
});
afterAll(() => database.close());

type CellAsTyped = readonly [cause: string, grade: number, subject: string, pupils: number];

async function sent({ principal }: SchoolWithCard, cells: readonly CellAsTyped[]): Promise<void> {
  const id = (await ownMatrices(principal))[0]?.id ?? '';
  const changes = cells.map(([cause, grade, subject, pupils]) => ({ cause, grade, subject, was: null, pupils }));
  value(await saveCells(principal, id, changes, NOW));
  value(await submitMatrix(principal, id, NOW));
}

const asked = (year = schoolYear) => ({ municipalityId: world.city.municipalityId, schoolYear: year, schoolId: null });
const blocksOf = async (year = schoolYear) =>
  value(await causesReport.document(world.city.head, asked(year), usualTexts(causesReport.sections), NOW)).document
    .blocks;
const tableOf = (blocks: readonly ReportBlock[], caption: string) => {
  const table = blocks.find((block) => block.kind === 'table' && block.caption === caption);
  return table?.kind === 'table' ? table.rows.map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' '))) : [];
};

it('the commonest cause stands first; a group of three is hidden and makes no sum', async () => {
  const blocks = await blocksOf();
  expect(tableOf(blocks, 'Как часто называют причины').slice(0, 2)).toEqual([
    ['=Пробелы <b>в знаниях</b>', '30', '83,3 %', '0'],
    ['Низкая учебная мотивация', '6', '16,7 %', '0'],
  ]);
  expect(tableOf(blocks, 'Как часто называют причины')[2]?.slice(1)).toEqual(['*', '—', '1']);
  const bySubject = tableOf(blocks, 'Причины по предметам');
  expect(bySubject.slice(0, 3).map((row) => row.slice(1))).toEqual([
    ['8', '22', '30'],
    ['—', '6', '6'],
    ['—', '*', '*'],
  ]);
  expect(bySubject.at(-1)).toEqual(['Всего', '8', '28*', '36*']);
  expect(tableOf(blocks, 'Причины по классам').at(-1)).toEqual(['Всего', '28*', '8', '36*']);
});

it('says who sent and who did not', async () => {
  const blocks = await blocksOf();
  const states = tableOf(blocks, 'Школы сбора').map(([, state]) => state);
  expect([...states].sort()).toEqual(['не отправлена', 'отправлена', 'отправлена']);
  expect(JSON.stringify(blocks)).toMatch(/отправили школы: 2 из 3\./);
});

it('is honest where no matrices were collected', async () => {
  expect(JSON.stringify(await blocksOf('2016-2017'))).toContain('матрица неуспешности не собиралась');
  const book = await causesReport.workbook?.(world.city.head, asked('2016-2017'), NOW);
  expect(book && code(book)).toBe('OK');
});

it('as a workbook has sums as formulas that make the same figures', async () => {
  const view = value(await causesView(world.city.head, asked(), NOW));
  const [subjects, grades, data] = causesSheets(world.city.head, view, NOW);
  const figures = (row: readonly unknown[] | undefined) =>
    row?.slice(2).map((cell) => numberIn(cell as Parameters<typeof numberIn>[0]));
  expect(figures(subjects?.rows[0])).toEqual([8, 22, 30]);
  expect(figures(subjects?.totals)).toEqual([8, 28, 36]);
  expect(figures(grades?.totals)).toEqual([28, 8, 36]);
  expect(subjects?.rows[0]?.[2]).toEqual({
    formula: "SUMIFS('Данные'!$E$5:$E$8,'Данные'!$A$5:$A$8,$A5,'Данные'!$D$5:$D$8,C$4)",
    value: 8,
  });
  expect(subjects?.rows[0]?.[4]).toEqual({ formula: 'SUM(C5:D5)', value: 30 });
  expect(data?.rows.find((row) => row[0] === 'C03')?.slice(4)).toEqual([null, null, 'скрыто целиком']);
});

it('is МОЦ’s and СОИРО’s: a principal and ADMIN are refused, another city is not there', async () => {
  const codes = async (viewer: typeof world.admin) => {
    const document = await causesReport.document(viewer, asked(), usualTexts(causesReport.sections), NOW);
    const book = await causesReport.workbook?.(viewer, asked(), NOW);
    return [code(document), book && code(book)];
  };
  expect(await codes(world.city.staff)).toEqual(['OK', 'OK']);
  expect(await codes(world.coordinator)).toEqual(['OK', 'OK']);
  expect(await codes(world.town.head)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  expect(await codes(sentSchool.principal)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  expect(await codes(world.admin)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
});
