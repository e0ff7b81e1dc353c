/** Reports as files: numbered tables and figures, contents, what is read to those who do not see, the same bytes. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '@/lib/exchange/report-document';
import { reportDocx } from '@/lib/exchange/report-docx';
import { type FigureDrawing, figureSvg, figureWords, linesOf } from '@/lib/exchange/report-figure';
import { figurePng } from '@/lib/exchange/report-figure-png';
import { reportPdf } from '@/lib/exchange/report-pdf';
import { steadyOffice } from '@/lib/exchange/steady-zip';

const BARS: FigureDrawing = {
  kind: 'bars',
  series: ['2019', '2020'],
  rows: [
    { label: 'Математика', values: [12.5, null] },
    { label: 'Русский <язык> & «литература» с очень длинным названием предмета', values: [0, 30] },
  ],
  digits: 1,
};
const LINES: FigureDrawing = {
  kind: 'lines',
  series: ['Средняя отметка'],
  labels: ['2018', '2019', '2020'],
  values: [[3.5, null, 3.9]],
  digits: 1,
};
const madeAt = new Date('2020-11-26T00:00:00Z');
const REPORT: ReportDocument = {
  ...{ title: 'Отчёт', note: 'Сформировано', author: 'МОЦ', madeAt },
  blocks: [
    ...['Первый', 'Второй', 'Третий', 'Четвёртый'].map((text) => ({ kind: 'heading', level: 1, text }) as const),
    { kind: 'figure', caption: 'Доля «2»', drawing: BARS },
    { kind: 'table', caption: 'Школы', columns: [{ title: 'Школа', width: 1 }], rows: [['СШ № 1']] },
    { kind: 'figure', caption: 'По годам', drawing: LINES },
    { kind: 'table', caption: 'Ещё', columns: [{ title: 'Школа', width: 1 }], rows: [['СШ № 2']] },
  ],
};

describe('a figure', () => {
  it('is read with every value, and what has no data is not zero', () => {
    expect(figureWords(BARS)).toMatch(/^Математика: 2019 12,5, 2020 нет данных; Русский .*: 2019 0,0, 2020 30,0$/);
    expect(figureWords(LINES)).toBe('2018: 3,5; 2019: нет данных; 2020: 3,9');
    expect(figureSvg(BARS).svg).toContain('нет данных');
  });

  it('is a picture with the words of its labels, the same bytes each time', () => {
    const { svg, width, height } = figureSvg(BARS);
    expect(svg).not.toMatch(/<язык>|& «/);
    const picture = figurePng(svg);
    expect(Buffer.from(picture).equals(Buffer.from(figurePng(svg)))).toBe(true);
    const view = new DataView(picture.buffer);
    expect([view.getUint32(16), view.getUint32(20)]).toEqual([width * 3, height * 3]);
    // letters are drawn: without the typeface the picture would be the same for other words
    const other = figureSvg({
      ...BARS,
      rows: BARS.kind === 'bars' ? BARS.rows.map((row) => ({ ...row, label: 'Ц' })) : [],
    });
    expect(Buffer.from(figurePng(other.svg)).equals(Buffer.from(picture))).toBe(false);
  });

  it('is drawn within its frame, whatever the numbers', () => {
    const value = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), value, value), { minLength: 1, maxLength: 12 }), (rows) => {
        const bars = figureSvg({
          ...{ kind: 'bars', series: ['а', 'б'] },
          rows: rows.map(([label, one, other]) => ({ label, values: [one, other] })),
        });
        const lines = figureSvg({
          ...{ kind: 'lines', series: ['а', 'б'], labels: rows.map(([label]) => label) },
          values: [rows.map(([, one]) => one), rows.map(([, , other]) => other)],
        });
        for (const { svg, width, height } of [bars, lines]) {
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
          for (const [, x = '0'] of svg.matchAll(/ (?:x|x1|x2|cx)="(-?[\d.]+)"/g)) {
            expect(Number(x)).toBeGreaterThanOrEqual(0);
            expect(Number(x)).toBeLessThanOrEqual(width);
          }
          for (const [, y = '0'] of svg.matchAll(/ (?:y|y1|y2|cy)="(-?[\d.]+)"/g)) {
            expect(Number(y)).toBeGreaterThanOrEqual(0);
            expect(Number(y)).toBeLessThanOrEqual(height);
          }
        }
      }),
    );
  });

  it('breaks labels between words and loses none', () => {
    fc.assert(
      fc.property(fc.lorem(), fc.integer({ min: 3, max: 40 }), (text, most) => {
        expect(linesOf(text, most).join(' ')).toBe(text.split(/\s+/).join(' '));
      }),
    );
  });
});

describe('a document', () => {
  it('numbers tables and figures apart, has contents, pictures with words and the language', async () => {
    const files = unzipSync(await reportDocx(REPORT));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const words = xml.replace(/<[^>]+>/g, '');
    for (const caption of ['Рисунок 1. Доля «2»', 'Таблица 1. Школы', 'Рисунок 2. По годам', 'Таблица 2. Ещё']) {
      expect(words).toContain(caption);
    }
    const marks = [...xml.matchAll(/<w:bookmarkStart w:name="(\w+)"/g)].map(([, name]) => name);
    expect([...xml.matchAll(/PAGEREF (\w+)/g)].map(([, name]) => name)).toEqual(marks);
    expect([...xml.matchAll(/<w:hyperlink w:history="1" w:anchor="(\w+)"/g)].map(([, name]) => name)).toEqual(marks);
    expect(marks).toHaveLength(4);
    expect(xml).toContain('descr="2018: 3,5; 2019: нет данных; 2020: 3,9"');
    expect(Object.keys(files).filter((name) => name.endsWith('.png'))).toHaveLength(2);
    expect(strFromU8(files['word/styles.xml'] ?? new Uint8Array())).toContain('w:val="ru-RU"');
  });

  it('has the same bytes for the same content', async () => {
    const [docx, pdf] = [await reportDocx(REPORT), await reportPdf(REPORT)];
    await new Promise((later) => setTimeout(later, 1100));
    const same = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(Buffer.from(other));
    expect(same(steadyOffice(docx, madeAt), steadyOffice(await reportDocx(REPORT), madeAt))).toBe(true);
    expect(same(pdf, await reportPdf(REPORT))).toBe(true);
  });
});
