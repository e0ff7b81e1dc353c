/** The file given back: the same cells, the faulty ones coloured, and in the last column what to do. */
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import { type EvidenceFile, markedFile } from '@/lib/exchange/evidence';
import { bookFile, csvFile, fileOf, rowXml, sheetXml, told, xlsxFile } from './evidence-files';

async function marked(file: EvidenceFile, kind: ImportKind = 'MEDALS') {
  const { faults } = await told(file, kind);
  const outcome = await markedFile(file, faults);
  if (!outcome.ok) throw new Error(outcome.failure.detail);
  const chunks: Uint8Array[] = [];
  for await (const chunk of outcome.value.contents) chunks.push(Buffer.from(chunk));
  return { ...outcome.value, bytes: Buffer.concat(chunks) };
}

describe('markedFile', () => {
  test('xlsx: colour and advice, values kept, formulas gone', async () => {
    const rows = [
      rowXml(1, ['Медали 2020']),
      rowXml(3, ['Код школы', 'Претендентов', 'Подтвердили']),
      rowXml(4, ['01', '<c r="B4"><f>1+1</f><v>2</v></c>', 3]),
      rowXml(5, ['02', 2, 1]),
      rowXml(6, ['03', null, '&lt;b&gt; &amp;']),
    ];
    const { name, type, bytes } = await marked(bookFile([{ name: 'М &amp; К', xml: sheetXml(rows.join('')) }]));
    expect(name).toBe('данные — исправить.xlsx');
    expect(type).toContain('spreadsheetml');
    const book = await readXlsx(bytes, { readStyles: true });
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['М & К']);
    expect(book.sheets[0]?.rows).toEqual([
      ['Медали 2020', null, null, null],
      [null, null, null, null],
      ['Код школы', 'Претендентов', 'Подтвердили', 'Что исправить'],
      ['01', 2, 3, 'C4: Подтвердивших больше, чем претендентов. Исправьте одно из чисел.'],
      ['02', 2, 1, null],
      [
        '03',
        null,
        '<b> &',
        'B6: Ячейка пуста: впишите целое число, 0 если никого нет. C6: Стоит «<b> &», а нужно целое число от нуля.',
      ],
    ]);
    const fillAt = (cell: string) => JSON.stringify(book.sheets[0]?.cells?.get(cell)?.style ?? {});
    expect(fillAt('3,2')).toContain('FFC7CE');
    expect(fillAt('3,1')).not.toContain('FFC7CE');
    expect(bytes.includes('<f>')).toBe(false);
  });

  test('csv: a column more, formulas neutralised, cells keep their names', async () => {
    const { name, bytes } = await marked(csvFile(['Код школы;Претендентов;Подтвердили', '', '=1+1;1;2', '2;-1;1']));
    expect(name).toBe('данные — исправить.csv');
    expect(bytes.toString()).toBe(
      '\ufeffКод школы;Претендентов;Подтвердили;Что исправить\r\n\r\n' +
        "'=1+1;1;2;C3: Подтвердивших больше, чем претендентов. Исправьте одно из чисел.\r\n" +
        '2;-1;1;B4: Стоит «-1», отрицательное число, а нужно целое число от нуля.\r\n',
    );
  });

  test('what comes back is read again, with the same faults in the same cells', async () => {
    const file = await xlsxFile([
      ['Код школы', 'Претендентов', 'Подтвердили'],
      ['1', 1, 2],
      ['2', 'много', 2],
      ['3', 2, 2],
    ]);
    const first = await told(file, 'MEDALS');
    const { bytes } = await marked(file);
    const again = await told(fileOf(bytes, 'м.xlsx'), 'MEDALS');
    expect(again.faults).toEqual(first.faults);
    expect(again.facts).toEqual(first.facts);
    expect(again.mapping[0]?.columns.at(-1)).toMatchObject({ header: 'Что исправить', field: null });
  });

  test('a file that can no longer be read is a refusal', async () => {
    expect(await markedFile(fileOf('PK\u0003\u0004 broken', 'x.xlsx'), [])).toMatchObject({ ok: false });
  });
});
