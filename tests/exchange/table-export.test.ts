import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type ExportTable, fileResponse, neutralText, tableAsCsv, tableAsXlsx } from '@/lib/exchange/table-export';

const table: ExportTable = {
  title: 'Школы с низкими результатами: [2020/2021]',
  notes: ['=HYPERLINK("http://evil")'],
  columns: [
    { header: 'Школа', width: 40 },
    { header: 'Сумма', format: 'integer' },
    { header: 'Доля', format: 'share' },
  ],
  rows: [
    ['Школа «№ 1»; корпус 2', 12, 0.4138],
    ['=1+1', -3, null],
    ['@cmd', null, 1],
  ],
};

describe('neutralText', () => {
  test.each(['=1+1', '+7', '-1', '@x', '\tx', '\rx', '\nx'])('%j gets an apostrophe', (text) => {
    expect(neutralText(text)).toBe(`'${text}`);
  });

  test.each(['Школа № 1', '', ' =1', '1-2'])('%j stays as it is', (text) => {
    expect(neutralText(text)).toBe(text);
  });
});

describe('tableAsCsv', () => {
  test('has a BOM, semicolons, decimal commas and no formula', () => {
    expect(tableAsCsv(table)).toBe(
      '\ufeffШкола;Сумма;Доля\r\n"Школа «№ 1»; корпус 2";12;41,4\r\n\'=1+1;-3;\r\n\'@cmd;;100,0\r\n',
    );
  });

  test('quotes are doubled and line breaks stay inside the cell', () => {
    const csv = tableAsCsv({ ...table, rows: [['a "b"\nc', 1, null]] });
    expect(csv).toContain('"a ""b""\nc";1;');
  });
});

describe('tableAsXlsx', () => {
  test('reads back with figures as figures and formulas as text', async () => {
    const book = await readXlsx(await tableAsXlsx(table));
    const sheet = book.sheets[0];
    expect(sheet?.name).toBe('Школы с низкими результатами');
    expect(sheet?.rows[0]?.[0]).toBe(table.title);
    expect(sheet?.rows[1]?.[0]).toBe('\'=HYPERLINK("http://evil")');
    expect(sheet?.rows.slice(3)).toEqual([
      ['Школа', 'Сумма', 'Доля'],
      ['Школа «№ 1»; корпус 2', 12, 0.4138],
      ["'=1+1", -3, null],
      ["'@cmd", null, 1],
    ]);
  });
});

test('a figure that is made of other columns is a formula over them; one that is not stays a figure', async () => {
  const parts = [
    { header: 'ОГЭ', format: 'integer' as const },
    { header: 'ВПР', format: 'integer' as const },
  ];
  const columns = [{ header: 'Школа' }, { header: 'Сумма', format: 'integer' as const, sumOf: parts }, ...parts];
  const rows = [
    ['№ 1', 5, 2, 3],
    ['№ 2', null, null, null],
    ['№ 3', 4, 1, 1],
  ];
  const bytes = await tableAsXlsx({ title: 'Суммы', columns, rows });
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect([...xml.matchAll(/<c r="(\w+)"[^>]*><f>([^<]+)<\/f><v>(\d+)<\/v>/g)].map(([, ...found]) => found)).toEqual([
    ['B4', 'SUM(C4,D4)', '5'],
  ]);
  const [sheet] = (await readXlsx(bytes)).sheets;
  expect(sheet?.rows.slice(3).map((row) => row[1])).toEqual([5, null, 4]);
  expect(tableAsCsv({ title: 'Суммы', columns, rows })).toContain('№ 1;5;2;3');
});

test('fileResponse names the file in Russian for browsers that can and in ASCII for the rest', () => {
  const { headers } = fileResponse('x', 'text/csv', 'Список 2020.csv');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="_2020.csv"; filename*=UTF-8''${encodeURIComponent('Список 2020.csv')}`,
  );
});
