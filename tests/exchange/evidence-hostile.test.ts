/** Files that mean harm, and files that are no table: each gets a clear answer and costs no more than the limits. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test, vi } from 'vitest';
import type { Failure } from '@/lib/domain/failure';
import type { EvidenceFile } from '@/lib/exchange/evidence';
import { bookFile, bookParts, codeOf, fileOf, rowXml, sheetXml, told, zipOf } from './evidence-files';

// the bounds below are of the reader; making a bomb takes its time too
vi.setConfig({ testTimeout: 60_000 });

const MB = 1024 * 1024;
const HEAD = rowXml(1, ['Код школы', 'Претендентов', 'Подтвердили']);
const SHEET = sheetXml(HEAD + rowXml(2, ['1', 2, 1]));

/** The refusal of a file, which must cost little: seconds of a processor, megabytes. */
async function refusal(file: EvidenceFile, seconds = 10, megabytes = 120): Promise<Failure> {
  const { rss } = process.memoryUsage();
  const before = process.cpuUsage();
  const { outcome } = await told(file, 'MEDALS');
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(seconds);
  expect((process.memoryUsage().rss - rss) / MB).toBeLessThan(megabytes);
  if (outcome.ok) throw new Error('the file was read');
  expect(outcome.failure.detail).toMatch(/^[А-ЯЁ].{20,}[.!]$/s);
  return outcome.failure;
}

const filler = (size: number) => Buffer.alloc(size, ' ');

describe('archives that grow', () => {
  test('a zip bomb', async () => {
    const bomb = zipOf(bookParts([{ xml: filler(60 * MB) }]));
    expect(bomb.length).toBeLessThan(MB / 10);
    expect(await refusal(fileOf(bomb, 'бомба.xlsx'))).toMatchObject({ code: 'TOO_LARGE' });
  });

  test('a bomb that lies about its size', async () => {
    const bomb = zipOf(bookParts([{ xml: filler(40 * MB) }]));
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    bomb.writeUInt32LE(1000, bomb.lastIndexOf(name) - 46 + 24);
    expect(await refusal(fileOf(bomb, 'бомба.xlsx'))).toMatchObject({ code: 'TOO_LARGE' });
  });

  test('many parts, each of a moderate size', async () => {
    const sheets = Array.from({ length: 40 }, () => ({ xml: filler(MB) }));
    expect(await refusal(fileOf(zipOf(bookParts(sheets)), 'много.xlsx'))).toMatchObject({ code: 'TOO_LARGE' });
  });

  test('a thousand parts too many', async () => {
    const more = Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`xl/${index}.xml`, 'x']));
    expect(await codeOf(fileOf(zipOf(bookParts([{ xml: SHEET }], more)), 'части.xlsx'))).toBe('TOO_LARGE');
  });

  test('parts that lie over each other', async () => {
    const good = zipOf(bookParts([{ xml: SHEET }]));
    const first = good.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const second = good.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), first + 4);
    good.copy(good, second + 42, first + 42, first + 46);
    expect(await refusal(fileOf(good, 'внахлёст.xlsx'))).toMatchObject({ code: 'UNSUPPORTED_TYPE' });
  });

  test('an archive within the archive', async () => {
    const nested = zipOf(bookParts([{ xml: SHEET }], { 'xl/embeddings/book.xlsx': zipOf({ a: 'b' }) }));
    expect(await refusal(fileOf(nested, 'архив.xlsx'))).toMatchObject({ code: 'UNSUPPORTED_TYPE' });
    expect(await codeOf(fileOf(zipOf({ 'a.xlsx': 'x' }), 'архив.zip'))).toBe('UNSUPPORTED_TYPE');
  });

  test('a file of 26 MB', async () => {
    expect(await refusal(fileOf(Buffer.alloc(26 * MB, 'a;b\n'), 'большой.csv'))).toMatchObject({ code: 'TOO_LARGE' });
  });
});

describe('what is no workbook', () => {
  test.each<[string, Buffer | string, RegExp]>([
    ['picture.xlsx', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /Это не таблица/],
    ['report.xlsx', '%PDF-1.7\n%…', /Это не таблица/],
    ['report.csv', '%PDF-1.7\n%…', /Это не таблица/],
    ['text.xlsx', 'Код школы;Претендентов\n1;2\n', /Это не таблица/],
    ['old.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), /xls или файл с паролем/],
    ['page.xls', '<html><table><tr><td>1</td></tr></table></html>', /HTML/],
    ['book.xml', '<?xml version="1.0"?><Workbook/>', /HTML или XML/],
    ['letter.xlsx', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), /Это не таблица/],
    [
      'table.ods',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' }, ['mimetype']),
      /ods/,
    ],
    ['data.csv', Buffer.from('Код\0школы;1\n'), /двоичные данные/],
  ])('%s', async (name, contents, expected) => {
    const failure = await refusal(fileOf(contents, name));
    expect(failure).toMatchObject({ code: 'UNSUPPORTED_TYPE', detail: expect.stringMatching(expected) });
  });

  test('an empty file', async () => {
    expect(await codeOf(fileOf('', 'пусто.csv'))).toBe('INVALID');
  });

  test('macros, by part and by type', async () => {
    expect(await codeOf(bookFile([{ xml: SHEET }], { 'xl/vbaProject.bin': 'x' }))).toBe('UNSUPPORTED_TYPE');
    const types = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    expect(await codeOf(bookFile([{ xml: SHEET }], { '[Content_Types].xml': types }))).toBe('UNSUPPORTED_TYPE');
  });

  test('a password', async () => {
    const locked = zipOf(bookParts([{ xml: SHEET }]));
    for (let at = locked.indexOf('PK\u0001\u0002'); at >= 0; at = locked.indexOf('PK\u0001\u0002', at + 4))
      locked[at + 8] = 1;
    expect(await refusal(fileOf(locked, 'пароль.xlsx'))).toMatchObject({ detail: expect.stringContaining('паролем') });
  });
});

describe('broken XML', () => {
  test.each<[string, string]>([
    ['DOCTYPE', `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">]>${SHEET}`],
    ['an entity that nobody declared', sheetXml(HEAD + rowXml(2, ['&a;', 2, 1]))],
    ['a tag that does not close', SHEET.replace('</sheetData>', '')],
    ['tags out of order', SHEET.replace('</row>', '</sheetData>')],
    ['text that breaks off', SHEET.slice(0, -40)],
    ['a tag without an end', `${SHEET.slice(0, -12)}<row ${'a'.repeat(200_000)}`],
    ['a comment without an end', SHEET.replace('<sheetData>', `<sheetData><!-- ${'a'.repeat(200_000)}`)],
    ['depth', sheetXml(`${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`)],
    ['rows that run backwards', sheetXml(HEAD + rowXml(3, ['1', 2, 1]) + rowXml(2, ['2', 2, 1]))],
    ['a cell of another row', sheetXml(HEAD + rowXml(2, ['<c r="A7"><v>1</v></c>', 2, 1]))],
    ['a text that is not there', sheetXml(HEAD + rowXml(2, ['<c r="A2" t="s"><v>7</v></c>', 2, 1]))],
    ['a number that is none', sheetXml(HEAD + rowXml(2, ['<c r="A2"><v>1e999</v></c>', 2, 1]))],
    ['bytes that are no UTF-8', SHEET.replace('Код', 'K\u00ffо')],
  ])('%s', async (name, xml) => {
    const bytes = name.startsWith('bytes') ? Buffer.from(xml.replace('\u00ff', '@')) : Buffer.from(xml);
    if (name.startsWith('bytes')) bytes[bytes.indexOf('@')] = 0xff;
    const failure = await refusal(bookFile([{ xml: bytes }]));
    expect(failure.code).toBe('INVALID');
    expect(failure.detail).toContain('повреждён');
  });

  test('in the middle of a long sheet: what came before does not count', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => rowXml(index + 2, [`${index}`, 2, 1]));
    rows[4_000] = '<row r="4002"><c r="A4002">';
    const { outcome } = await told(bookFile([{ xml: sheetXml(HEAD + rows.join('')) }]), 'MEDALS');
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'INVALID' } });
  });

  test('NUL bytes in a sheet', async () => {
    expect(await codeOf(bookFile([{ xml: SHEET.replace('<sheetData>', '<sheetData>\0') }]))).toBe('UNSUPPORTED_TYPE');
  });

  test('a workbook that is cut off', async () => {
    const good = zipOf(bookParts([{ xml: SHEET }]));
    expect(await refusal(fileOf(good.subarray(0, good.length - 30), 'обрыв.xlsx'))).toMatchObject({
      code: 'UNSUPPORTED_TYPE',
    });
  });
});

describe('tables out of proportion', () => {
  test('a million empty columns', async () => {
    const cells = '<c/>'.repeat(1_000_000);
    expect(await refusal(bookFile([{ xml: sheetXml(`<row r="1">${cells}</row>`) }]))).toMatchObject({
      code: 'TOO_LARGE',
    });
    expect(await refusal(fileOf(`${';'.repeat(1_000_000)}\n`, 'столбцы.csv'))).toMatchObject({ code: 'TOO_LARGE' });
  });

  test('empty cells up to the last column of Excel do no harm', async () => {
    const styled = '<c r="XFD1" s="0"/>';
    const sheet = sheetXml(HEAD.replace('</row>', `${styled}</row>`) + rowXml(2, ['1', 2, 1]));
    expect(await codeOf(bookFile([{ xml: sheet }]))).toBe('ok');
  });

  test('two thousand columns with something in them', async () => {
    const csv = `${Array.from({ length: 2_000 }, (_, index) => `x${index}`).join(';')}\n`;
    expect(await refusal(fileOf(csv, 'столбцы.csv'))).toMatchObject({ code: 'TOO_LARGE' });
  });

  test('a cell of 10 MB', async () => {
    // of letters at random, so that it does not pack to nothing
    const long = randomBytes(5 * MB).toString('hex');
    const cell = `<c r="A2" t="inlineStr"><is><t>${long}</t></is></c>`;
    const inSheet = await refusal(bookFile([{ xml: sheetXml(HEAD + rowXml(2, [cell, 2, 1])) }]));
    expect(inSheet).toMatchObject({ code: 'TOO_LARGE', detail: expect.stringContaining('A2') });
    const shared = bookFile([{ xml: SHEET }], { 'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si></sst>` });
    expect(await refusal(shared)).toMatchObject({ code: 'TOO_LARGE' });
    expect(await refusal(fileOf(`a;b\n${long};1\n`, 'ячейка.csv'))).toMatchObject({ code: 'TOO_LARGE' });
  });

  test('one long text in every cell of the first rows', async () => {
    const shared = { 'xl/sharedStrings.xml': `<sst><si><t>${'Участников «2» школы '.repeat(1_500)}</t></si></sst>` };
    const cells = '<c t="s"><v>0</v></c>'.repeat(1_000);
    const rows = Array.from({ length: 40 }, (_, index) => `<row r="${index + 1}">${cells}</row>`).join('');
    expect(await refusal(bookFile([{ xml: sheetXml(rows) }], shared))).toMatchObject({ code: 'INVALID' });
  });

  test('quotes that never close', async () => {
    const csv = `Код школы;Претендентов;Подтвердили\n"1;2;1\n${'2;2;1\n'.repeat(100_000)}`;
    const failure = await refusal(fileOf(csv, 'кавычки.csv'));
    expect(failure).toMatchObject({ code: 'INVALID', detail: expect.stringContaining('В строке 2 открыты кавычки') });
  });

  test('a hundred and ten thousand rows', async () => {
    const csv = `Код школы;Претендентов;Подтвердили\n${'1;2;1\n'.repeat(110_000)}`;
    expect(await refusal(fileOf(csv, 'строки.csv'), 20, 200)).toMatchObject({ code: 'TOO_LARGE' });
  });

  test('ten thousand merged cells over everything', async () => {
    const merges = Array.from({ length: 9_000 }, (_, index) => `<mergeCell ref="A${index + 2}:C1048576"/>`).join('');
    const rows = Array.from({ length: 9_000 }, (_, index) => rowXml(index + 2, ['1', 2, 1])).join('');
    const before = process.cpuUsage();
    const { facts, faults } = await told(
      bookFile([{ xml: sheetXml(HEAD + rows, `<mergeCells>${merges}</mergeCells>`) }]),
      'MEDALS',
    );
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(10);
    expect([facts.length, faults.length]).toEqual([0, 9_000]);
  });
});

describe('encodings', () => {
  test('bytes that are neither UTF-8 nor cp1251 are refused with what to do', async () => {
    // «Код школы» in the DOS encoding 866
    const dos = Buffer.concat([Buffer.from('8aaea420e8aaaeabeb', 'hex'), Buffer.from(';1\n')]);
    expect(await refusal(fileOf(dos, 'дос.csv'))).toMatchObject({
      code: 'INVALID',
      detail: expect.stringContaining('кодировку'),
    });
    expect(await codeOf(fileOf(randomBytes(100_000), 'шум.csv'))).not.toBe('ok');
  });
});

describe('whatever is done to a good file', () => {
  test('the answer is a value: facts of that file, or a refusal in words', async () => {
    const workbook = Buffer.from(
      await writeXlsx({
        sheets: [
          {
            name: 'М',
            rows: [
              ['Код школы', 'Претендентов', 'Подтвердили'],
              ['1', 2, 1],
            ],
          },
        ],
      }),
    );
    const text = Buffer.from('Код школы;Претендентов;Подтвердили\n1;2;1\n');
    const spoiled = fc.record({
      isText: fc.boolean(),
      at: fc.nat(),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(spoiled, async ({ isText, at, bytes, cut }) => {
        const good = isText ? text : workbook;
        const place = at % good.length;
        const bad = Buffer.from(good);
        bad.set(bytes.subarray(0, bad.length - place), place);
        const { outcome } = await told(
          fileOf(cut ? bad.subarray(0, place) : bad, isText ? 'м.csv' : 'м.xlsx'),
          'MEDALS',
        );
        expect(outcome.ok || outcome.failure.detail.length > 20).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('a sheet that is spoiled and packed again', async () => {
    const spoiled = fc.record({ at: fc.nat(SHEET.length - 1), text: fc.string({ maxLength: 6 }), drop: fc.nat(20) });
    await fc.assert(
      fc.asyncProperty(spoiled, async ({ at, text, drop }) => {
        const { outcome } = await told(
          bookFile([{ xml: SHEET.slice(0, at) + text + SHEET.slice(at + drop) }]),
          'MEDALS',
        );
        expect(outcome.ok || outcome.failure.detail.length > 20).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
