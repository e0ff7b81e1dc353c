/** 50,000 rows go by in a time that one waits for, and memory does not grow with the file. */
import { writeXlsx } from 'hucre/xlsx';
import { expect, test, vi } from 'vitest';
import { type EvidenceFile, readEvidence, templateCsv } from '@/lib/exchange/evidence';
import { fileOf } from './evidence-files';

vi.setConfig({ testTimeout: 120_000 });

const MB = 1024 * 1024;
const ROWS = 50_000;
const header = templateCsv('GIA_AGGREGATE').slice(1).trimEnd().split(';');
const rows = Array.from({ length: ROWS }, (_, index) => [
  `${670_000 + (index % 40_000)}`,
  '2019-2020',
  'ОГЭ',
  index % 2 ? 'Русский язык' : 'Математика',
  null,
  100 + (index % 7),
  null,
  3.9,
  10,
  20,
  30,
  40 + (index % 7),
  3,
  null,
  null,
]);

/** Reads and throws away, as one does who streams; seconds of the processor, since other tests run beside. */
async function passing(file: EvidenceFile) {
  const before = process.cpuUsage();
  const count = { facts: 0, faults: 0, most: 0 };
  let share = 0;
  const events = readEvidence(file, {
    kind: 'GIA_AGGREGATE',
    schoolYear: '2019-2020',
    remembered: new Map(),
    onProgress: (now) => {
      expect(now).toBeGreaterThanOrEqual(share);
      share = now;
    },
  });
  for await (const event of events) {
    if (event.type === 'fact') count.facts += 1;
    if (event.type === 'fault') count.faults += 1;
    if ((count.facts + count.faults) % 5_000 === 0) count.most = Math.max(count.most, process.memoryUsage().rss);
  }
  expect(share).toBe(1);
  const { user, system } = process.cpuUsage(before);
  return { ...count, seconds: (user + system) / 1e6 };
}

test.each(['csv', 'xlsx'])('50,000 rows of %s', async (form) => {
  const contents =
    form === 'csv'
      ? [header, ...rows].map((cells) => cells.map((cell) => `${cell ?? ''}`.replace('.', ',')).join(';')).join('\r\n')
      : await writeXlsx({ sheets: [{ name: 'ГИА', rows: [header, ...rows] }] });
  const { facts, faults, seconds, most } = await passing(fileOf(contents, `гиа.${form}`));
  expect([facts, faults]).toEqual([ROWS, 0]);
  expect(seconds).toBeLessThan(10);
  // of the whole process: the table that the test made stands beside the reader
  expect(most / MB).toBeLessThan(700);
});

test('50,000 rows that all fail are all counted', async () => {
  const lines = rows.map((cells) => cells.map((cell, column) => (column === 5 ? 'x' : (cell ?? ''))).join(';'));
  const { facts, faults, seconds } = await passing(fileOf([header.join(';'), ...lines].join('\n'), 'гиа.csv'));
  expect(facts).toBe(0);
  expect(faults).toBeGreaterThanOrEqual(ROWS);
  expect(seconds).toBeLessThan(10);
});
