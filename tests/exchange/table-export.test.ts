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

test('fileResponse names the file in Russian for browsers that can and in ASCII for the rest', () => {
  const { headers } = fileResponse('x', 'text/csv', 'Список 2020.csv');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="_2020.csv"; filename*=UTF-8''${encodeURIComponent('Список 2020.csv')}`,
  );
});
