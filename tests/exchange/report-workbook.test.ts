/** Workbooks with live formulas: what is written is what a spreadsheet program reads, and the values beside are right. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import {
  firstRow,
  ownCell,
  ownRange,
  type ReportSheet,
  rangeOf,
  reportWorkbook,
  type SheetCell,
} from '@/lib/exchange/report-workbook';
import { conditionsOf, shareOver, sumOver } from '@/lib/exchange/sheet-formulas';

const ABOUT = { title: 'Книга', author: 'МОЦ', madeAt: new Date('2026-11-27T00:00:00Z') };
const data = (rows: readonly (readonly SheetCell[])[], more: Partial<ReportSheet> = {}): ReportSheet => ({
  ...{ name: 'Данные', title: 'Данные', notes: ['Первая', 'Вторая'], rows },
  columns: [
    { header: 'Предмет', width: 20 },
    { header: 'Участников', format: 'integer' },
    { header: 'Средний', format: 'decimal' },
  ],
  ...more,
});
const partOf = (bytes: Uint8Array, path: string) => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());

describe('a sheet', () => {
  it('names its cells as they are written: title, notes, an empty line, the head, the rows', async () => {
    const sheet = data([
      ['Физика', 10, 50],
      ['Химия', 5, 60],
    ]);
    expect([firstRow(sheet), rangeOf(sheet, 1), ownRange(sheet, 2), ownCell(sheet, 1, 0)]).toEqual([
      6,
      "'Данные'!$B$6:$B$7",
      'C6:C7',
      '$A7',
    ]);
    const { sheets } = await readXlsx(await reportWorkbook([sheet], ABOUT));
    expect(sheets[0]?.rows[firstRow(sheet) - 1]).toEqual(['Физика', 10, 50]);
    expect(rangeOf(data([]), 1)).toBe("'Данные'!$B$6:$B$6");
    expect(rangeOf(data([], { name: "Д'Арк" }), 0)).toBe("'Д''Арк'!$A$6:$A$6");
  });

  it('keeps its head in sight and filters its rows without the totals', async () => {
    const sheet = data([['Физика', 10, 50]], { totals: ['Всего', { formula: 'SUM(B6:B6)', value: 10 }, null] });
    const xml = partOf(await reportWorkbook([sheet], ABOUT), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<autoFilter ref="A5:C6"');
    expect(xml).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/);
    expect(xml).toMatch(/<c r="B7"[^>]*><f>SUM\(B6:B6\)<\/f><v>10<\/v><\/c>/);
  });

  it('takes no text for a formula', async () => {
    const sheet = data(
      [
        ['=1+1', 1, null],
        ['@a', 1, null],
      ],
      { title: '+7', notes: ['-1', '=cmd'] },
    );
    const bytes = await reportWorkbook([sheet], ABOUT);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.map((row) => row[0])).toEqual(["'+7", "'-1", "'=cmd", null, 'Предмет', "'=1+1", "'@a"]);
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('gives the same bytes for the same input, and an empty text where a formula has nothing to say', async () => {
    const sheets = [data([['Физика', { formula: 'IF(1=2,1,"")', value: null }, 1]])];
    const [one, other] = [await reportWorkbook(sheets, ABOUT), await reportWorkbook(sheets, ABOUT)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    expect(partOf(one, 'xl/worksheets/sheet1.xml')).toMatch(/<c [^>]*t="str"[^>]*><f>IF\(1=2,1,""\)<\/f><v\/?>/);
  });
});

describe('formulas over data', () => {
  const sheet = data([
    ['Физика', 10, 50],
    ['Физика', 30, 70],
    ['Физика', 7, null],
    ['Химия', 5, 60],
  ]);
  const where = conditionsOf({ notes: [] }, 0, [{ data: 0, own: 1, value: 'Физика' }]);

  it('say what they count, and have its value', () => {
    expect(sumOver(sheet, 1, where)).toEqual({
      formula: "SUMIFS('Данные'!$B$6:$B$9,'Данные'!$A$6:$A$9,$B4)",
      value: 47,
    });
    // the seven of whom no mean is told do not weigh
    expect(shareOver(sheet, { parts: [2], weight: 1, weighted: true }, where)).toEqual({
      formula: `IF(SUMPRODUCT(('Данные'!$A$6:$A$9=$B4)*('Данные'!$C$6:$C$9<>"")*'Данные'!$B$6:$B$9)=0,"",SUMPRODUCT(('Данные'!$A$6:$A$9=$B4)*('Данные'!$C$6:$C$9<>"")*('Данные'!$C$6:$C$9)*'Данные'!$B$6:$B$9)/SUMPRODUCT(('Данные'!$A$6:$A$9=$B4)*('Данные'!$C$6:$C$9<>"")*'Данные'!$B$6:$B$9))`,
      value: 65,
    });
  });

  it('have no value where nothing is told', () => {
    const nobody = conditionsOf({ notes: [] }, 0, [{ data: 0, own: 1, value: 'Право' }]);
    expect([sumOver(sheet, 1, nobody).value, shareOver(sheet, { parts: [2], weight: 1 }, nobody).value]).toEqual([
      0,
      null,
    ]);
  });

  it('agree with counting by hand, whatever the rows', () => {
    const row = fc.tuple(fc.constantFrom('А', 'Б'), fc.nat(50), fc.option(fc.nat(50)));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const a = conditionsOf({ notes: [] }, 0, [{ data: 0, own: 0, value: 'А' }]);
        let [pupils, told, part] = [0, 0, 0];
        for (const [name, participants, count] of rows) {
          if (name !== 'А') continue;
          pupils += participants;
          if (count === null) continue;
          told += participants;
          part += count;
        }
        expect(sumOver(data(rows), 1, a).value).toBe(pupils);
        expect(shareOver(data(rows), { parts: [2], weight: 1 }, a).value).toBe(told === 0 ? null : part / told);
      }),
    );
  });
});
