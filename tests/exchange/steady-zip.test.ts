/** The same contents give the same bytes, whatever the clock, the time zone and the order say. */
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reportDocx } from '@/lib/exchange/report-docx';
import { steadyOffice, steadyZip } from '@/lib/exchange/steady-zip';

const bytes = (text: string) => new TextEncoder().encode(text);
afterEach(() => vi.useRealTimers());

const REPORT = {
  title: 'Отчёт',
  note: 'Заметка',
  author: 'МОЦ',
  madeAt: new Date('2020-05-25T08:00:00Z'),
  blocks: [
    ...(['Раз', 'Два', 'Три', 'Четыре'] as const).map((text) => ({ kind: 'heading', level: 1, text }) as const),
    { kind: 'list', items: ['Первое', 'Второе'] } as const,
    { kind: 'table', caption: 'Числа', columns: [{ title: 'Год', width: 1 }], rows: [['2020']] } as const,
  ],
};

describe('steadyZip', () => {
  it('keeps contents and Cyrillic names, sorted by path', () => {
    const files = unzipSync(steadyZip({ 'б/2.txt': bytes('два'), 'а.txt': bytes('раз') }));
    expect(Object.entries(files).map(([name, contents]) => [name, strFromU8(contents)])).toEqual([
      ['а.txt', 'раз'],
      ['б/2.txt', 'два'],
    ]);
  });

  it('is the same in another order and another year', () => {
    vi.useFakeTimers({ now: new Date('2020-01-01') });
    const before = steadyZip({ one: bytes('1'), two: bytes('2') });
    vi.setSystemTime(new Date('2031-07-01'));
    expect(steadyZip({ two: bytes('2'), one: bytes('1') })).toEqual(before);
  });
});

describe('steadyOffice', () => {
  it('makes a docx that says when its contents were made, and the same twice', async () => {
    const one = steadyOffice(await reportDocx(REPORT), REPORT.madeAt);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const other = steadyOffice(await reportDocx(REPORT), REPORT.madeAt);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    const properties = strFromU8(unzipSync(one)['docProps/core.xml'] ?? new Uint8Array());
    expect(properties.match(/2020-05-25T08:00:00\.000Z/g)).toHaveLength(2);
  });
});
