/** Schools with results, drawn at random or written by hand. */
import fc from 'fast-check';
import type { FactsOfYear, GiaFact, Sourced } from '@/lib/domain/evidence/facts';
import type { SchoolResults } from '@/lib/domain/reports/results-exams';
import { ege, marks, oge, olympiad } from '../evidence/fact-rows';

const source = { importId: 'file', sheet: '', row: 2 };

export function schoolWith(name: string, facts: FactsOfYear, grades = { from: 1, to: 11 }): SchoolResults {
  return { schoolId: name, name, grades, facts };
}

export const vpr = (grade: number, subject: string, [n2, n3, n4, n5]: readonly [number, number, number, number]) => ({
  ...{ grade, subject, participants: n2 + n3 + n4 + n5, n2, n3, n4, n5, source },
});

export const journal = (grade: number, subject: string, lowered: number, confirmed: number, raised: number) => ({
  ...{ grade, subject, lowered, confirmed, raised, gap2: null, source },
});

const few = fc.integer({ min: 0, max: 9 });
const some = fc.integer({ min: 0, max: 40 });
const four = fc.tuple(few, some, some, few);

const ogeLine = (subject: string): fc.Arbitrary<Sourced<GiaFact>> =>
  fc.oneof(
    { weight: 4, arbitrary: four.map((counts) => oge(subject, marks(...counts))) },
    // a file that gives the mean alone
    fc.record({ participants: few, meanMark: fc.integer({ min: 20, max: 50 }) }).map((line) => {
      return oge(subject, { ...line, meanMark: line.meanMark / 10 });
    }),
  );

const egeLine = (subject: string): fc.Arbitrary<Sourced<GiaFact>> =>
  fc
    .record({ participants: some, meanScore: fc.integer({ min: 0, max: 10_000 }), below: fc.option(few), high: few })
    .map(({ participants, meanScore, below, high }) =>
      ege(subject, {
        ...{ participants, meanScore: meanScore / 100, belowMinimum: below && Math.min(below, participants) },
        ...{ n81to99: Math.min(high, participants), n100: 0 },
      }),
    );

const facts: fc.Arbitrary<FactsOfYear> = fc
  .record({
    oge: fc.tuple(ogeLine('Русский язык'), ogeLine('Математика'), ogeLine('География')),
    ege: fc.tuple(egeLine('Русский язык'), egeLine('Физика')),
    works: fc.tuple(four, four),
    pairs: fc.tuple(few, some, few),
    stage: fc.record({ participants: few, winners: few, prizeWinners: few }),
    known: fc.record({ gia: fc.boolean(), vpr: fc.boolean(), olympiad: fc.boolean() }),
  })
  .map(({ oge: ogeRows, ege: egeRows, works, pairs, stage, known }) => ({
    ...(known.gia && { GIA_AGGREGATE: [...ogeRows, ...egeRows] }),
    ...(known.vpr && {
      VPR_MARKS: [vpr(4, 'Математика', works[0]), vpr(5, 'Русский язык', works[1])],
      VPR_JOURNAL: [journal(4, 'Математика', ...pairs)],
    }),
    ...(known.olympiad && { OLYMPIAD: [olympiad({ ...stage, subject: 'Физика' })] }),
  }));

export const arbitrarySchools: fc.Arbitrary<SchoolResults[]> = fc
  .array(facts, { maxLength: 12 })
  .map((all) => all.map((one, at) => schoolWith(`Школа № ${at + 1}`, one)));
