/** Where the pages of a report in pdf end. */
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import type { ReportBlock } from '@/lib/exchange/report-document';
import { reportPdf } from '@/lib/exchange/report-pdf';

const table = (rows: number): ReportBlock => ({
  ...{ kind: 'table', caption: 'Таблица школ' },
  columns: [
    { title: 'Школа', width: 0.5 },
    { title: 'Сумма', width: 0.5 },
  ],
  rows: Array.from({ length: rows }, (_, at) => [`Школа № ${at + 1}`, String(at)]),
});
const words: ReportBlock = { kind: 'paragraph', text: 'Слова раздела.' };
const heading = (text: string): ReportBlock => ({ kind: 'heading', level: 1, text });

it.each([15, 18, 20, 21, 22, 23, 24])(
  'no page ends with a heading, a caption or the head of a table, where %i rows stand before it',
  async (rows) => {
    const titles = ['Первый раздел', 'Второй раздел', 'Последний раздел'];
    const [first = '', second = '', last = ''] = titles;
    // the table after the second heading moves on as a whole, which once hid that the heading stood alone
    const blocks = [heading(first), words, table(rows), heading(second), words, table(5), heading(last), words];
    const bytes = await reportPdf({ title: 'Отчёт', note: '', author: 'МОЦ', madeAt: new Date(0), blocks });
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
    expect(text.length).toBeGreaterThan(1);
    for (const page of text) {
      const written = page.replace(/\d+\s+из\s+\d+\s*$/, '').trimEnd();
      for (const title of titles) expect(written.endsWith(title)).toBe(false);
      expect(written).not.toMatch(/(Таблица школ|Школа\s+Сумма)$/);
    }
  },
);
