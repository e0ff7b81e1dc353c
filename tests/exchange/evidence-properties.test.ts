/** What holds for every table: written and read again it says the same, in any form, order and encoding. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { normalHeader } from '@/lib/domain/evidence/headers';
import { apportioned } from '@/lib/domain/evidence/largest-remainder';
import { SUBJECT_NAMES } from '@/lib/domain/evidence/subjects';
import { templateCsv } from '@/lib/exchange/evidence';
import { csvFile, fileOf, told, xlsxFile } from './evidence-files';

vi.setConfig({ testTimeout: 60_000 });

const marks = fc
  .tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60))
  .map(([n2, n3, n4, n5]) => ({ participants: n2 + n3 + n4 + n5, n2, n3, n4, n5 }));
const row = fc.record({
  code: fc.integer({ min: 670_001, max: 679_999 }).map(String),
  year: fc.integer({ min: 2015, max: 2030 }).map((year) => `${year}-${year + 1}`),
  grade: fc.integer({ min: 4, max: 11 }),
  subject: fc.constantFrom(...SUBJECT_NAMES),
  marks,
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const cellsOf = ({ code, year, grade, subject, marks: { participants, n2, n3, n4, n5 } }: Row) => [
  code,
  year,
  grade,
  subject,
  participants,
  n2,
  n3,
  n4,
  n5,
];
const factOf = ({ code, year, grade, subject, marks: counts }: Row) => ({
  school: { code },
  schoolYear: year,
  fact: { grade, subject, ...counts },
});
const header = templateCsv('VPR_MARKS').slice(1).trimEnd().split(';');

describe('a table of marks', () => {
  const shuffled = fc.tuple(
    fc.array(row, { minLength: 1, maxLength: 30 }),
    fc.shuffledSubarray([...header.keys()], { minLength: header.length }),
  );

  test('says the same as csv and as xlsx, whatever the order of its columns', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, fc.constantFrom(';', ',', '\t'), async ([rows, order], delimiter) => {
        const table = [header, ...rows.map(cellsOf)].map((cells) => order.map((column) => cells[column] ?? ''));
        const csv = fileOf(table.map((cells) => cells.join(delimiter)).join('\n'), 'x.csv');
        for (const file of [csv, await xlsxFile(table)]) {
          const found = await told(file, 'VPR_MARKS');
          expect(found.faults).toEqual([]);
          expect(found.rows).toBe(rows.length);
          expect(found.facts).toMatchObject(rows.map(factOf));
          expect(found.facts.map((fact) => fact.row)).toEqual(rows.map((_, index) => index + 2));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a row is a fact or a fault, never both, and the others do not care', async () => {
    const spoiled = fc.array(fc.tuple(row, fc.constantFrom(null, 'x', -1, 1.5, '')), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(spoiled, async (rows) => {
        const lines = rows.map(([good, bad]) => {
          const cells = cellsOf(good);
          if (bad !== null) cells[4] = bad;
          return cells.join(';').replace('.', ',');
        });
        const { facts, faults } = await told(csvFile([header.join(';'), ...lines]), 'VPR_MARKS');
        const faulty = new Set(faults.map(({ cell }) => Number(cell.replace(/\D/g, ''))));
        rows.forEach(([good, bad], index) => {
          const fact = facts.find((known) => known.row === index + 2);
          expect(faulty.has(index + 2)).toBe(bad !== null);
          if (bad === null) expect(fact).toMatchObject(factOf(good));
          else expect(fact).toBeUndefined();
        });
      }),
      { numRuns: 100 },
    );
  });

  test('counts that were published as per cent come back exactly in classes of up to 200 pupils', () => {
    fc.assert(
      fc.property(marks, ({ participants, n2, n3, n4, n5 }) => {
        fc.pre(participants > 0 && participants <= 200);
        const percent = [n2, n3, n4, n5].map((count) => Math.round((count / participants) * 10_000) / 100);
        expect(apportioned(percent, participants)).toEqual([n2, n3, n4, n5]);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('apportioned: whole, never negative, adding up, at most one away from the exact share', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 50 }),
      fc.nat(10_000),
      (weights, total) => {
        const sum = weights.reduce((all, weight) => all + weight, 0);
        fc.pre(sum > 1e-6);
        const counts = apportioned(weights, total);
        expect(counts.reduce((all, count) => all + count, 0)).toBe(total);
        counts.forEach((count, index) => {
          expect(Number.isInteger(count) && count >= 0).toBe(true);
          expect(Math.abs(count - ((weights[index] ?? 0) / sum) * total)).toBeLessThan(1 + 1e-6);
        });
      },
    ),
  );
});

test('normalHeader: what it gives stays as it is', () => {
  expect(normalHeader('  Кол-во УЧАСТНИКОВ, %\u00a0(чёт) ')).toBe('кол во участников чет');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => normalHeader(normalHeader(text)) === normalHeader(text)),
  );
});
