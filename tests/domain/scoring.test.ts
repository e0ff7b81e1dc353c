import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criterionPoints } from '../../lib/domain/criterion-points';
import { parseDefaultInstrument } from '../../lib/domain/default-instrument';
import type { InstrumentDefinition, SchoolGrades } from '../../lib/domain/instrument';
import { type StoredAnswers, scoreOf, scoreOfCriterion } from '../../lib/domain/scoring';
import defaultInstrument from '../../prisma/instruments/default.json';
import defaultTexts from '../../prisma/instruments/default-texts.json';
import {
  anyAnswers,
  anyCard,
  anyGrades,
  declared,
  FULL_SCHOOL,
  instrumentOf,
  signCount,
  yesNo,
} from './arbitrary-cards';

describe('worked by hand', () => {
  const instrument = instrumentOf(
    yesNo('A'),
    yesNo('B', { applicability: 'GRADE11' }),
    signCount('S', ['S1', 'S2', 'S3']),
  );

  it('«да» is 1 point, a distinct sign is 1 point', () => {
    const score = scoreOf(instrument, FULL_SCHOOL, declared({ A: 'yes', B: 'no', S: ['S3', 'S1', 'S3'] }));
    expect(score).toEqual({
      negativeSum: 3,
      maximum: 5,
      share: 0.6,
      tables: [{ code: 'T1', negativeSum: 3, maximum: 5 }],
      groups: [{ code: 'T1G', negativeSum: 3, maximum: 5 }],
      points: [
        { criterion: 'A', points: 1, source: 'DECLARED' },
        { criterion: 'S', sign: 'S1', points: 1, source: 'DECLARED' },
        { criterion: 'S', sign: 'S3', points: 1, source: 'DECLARED' },
      ],
    });
  });

  it('what does not apply gives nothing even when it was answered', () => {
    const score = scoreOf(instrument, { from: 1, to: 9 }, declared({ A: 'no', B: 'yes', S: [] }));
    expect([score.negativeSum, score.maximum]).toEqual([0, 4]);
  });

  it('«не применимо» leaves the maximum, no answer stays in it', () => {
    expect(scoreOf(instrument, FULL_SCHOOL, declared({ A: 'na', B: 'yes' }))).toMatchObject({
      negativeSum: 1,
      maximum: 4,
    });
    expect(scoreOf(instrument, FULL_SCHOOL, {})).toMatchObject({ negativeSum: 0, maximum: 5, share: 0 });
  });

  it('the verified answer counts and says so', () => {
    const score = scoreOf(instrument, FULL_SCHOOL, {
      A: { declared: 'no', verified: 'yes' },
      S: { declared: ['S1'], verified: [] },
    });
    expect(score.points).toEqual([{ criterion: 'A', points: 1, source: 'VERIFIED' }]);
  });

  it('has no share where nothing applies', () => {
    const score = scoreOf(instrumentOf(yesNo('A')), FULL_SCHOOL, declared({ A: 'na' }));
    expect(score).toMatchObject({ negativeSum: 0, maximum: 0, share: null });
  });

  it('an answer of the wrong kind or an unknown sign gives no point', () => {
    expect(scoreOfCriterion(yesNo('A'), { declared: ['S1'] })).toMatchObject({ points: [], maximum: 1 });
    expect(scoreOfCriterion(signCount('S', ['S1']), { declared: 'yes' })).toMatchObject({ points: [], maximum: 1 });
    expect(scoreOfCriterion(signCount('S', ['S1']), { declared: ['X'] })).toMatchObject({ points: [], maximum: 1 });
  });
});

/** The rule of contract.md counted another way: a flat walk, sums kept as numbers by code. */
function countedAgain(instrument: InstrumentDefinition, grades: SchoolGrades, answers: StoredAnswers) {
  const low = { ALL: 1, PRIMARY: 1, GRADE7_11: 7, GRADE9: 9, GRADE11: 11 };
  const high = { ALL: 11, PRIMARY: 4, GRADE7_11: 11, GRADE9: 9, GRADE11: 11 };
  const taught = Array.from({ length: grades.to - grades.from + 1 }, (_, index) => grades.from + index);
  const sums: Record<string, [number, number]> = {};
  let negativeSum = 0;
  let maximum = 0;
  for (const table of instrument.tables) {
    sums[`table ${table.code}`] ??= [0, 0];
    for (const group of table.groups) {
      for (const criterion of group.criteria) {
        const concerned = taught.some((g) => g >= low[criterion.applicability] && g <= high[criterion.applicability]);
        if (!concerned) continue;
        const stored = answers[criterion.code];
        const answer = stored?.verified ?? stored?.declared ?? null;
        const points = typeof answer === 'string' ? Number(answer === 'yes') : new Set(answer ?? []).size;
        const most = answer === 'na' ? 0 : Math.max(1, criterion.signs.length);
        for (const key of [`table ${table.code}`, `group ${group.code}`]) {
          const [sum, all] = sums[key] ?? [0, 0];
          sums[key] = [sum + points, all + most];
        }
        negativeSum += points;
        maximum += most;
      }
    }
  }
  return { negativeSum, maximum, sums };
}

function expectSameCount(instrument: InstrumentDefinition, grades: SchoolGrades, answers: StoredAnswers) {
  const score = scoreOf(instrument, grades, answers);
  const parts = (kind: string, all: typeof score.tables) =>
    all.map((part): [string, number[]] => [`${kind} ${part.code}`, [part.negativeSum, part.maximum]]);
  expect({
    negativeSum: score.negativeSum,
    maximum: score.maximum,
    sums: Object.fromEntries([...parts('table', score.tables), ...parts('group', score.groups)]),
  }).toEqual(countedAgain(instrument, grades, answers));
  return score;
}

describe('random cards', () => {
  it('score as an independent count says: 10,000 cards of random instruments', () => {
    fc.assert(
      fc.property(anyCard, ({ instrument, grades, answers }) => {
        const score = expectSameCount(instrument, grades, answers);
        expect(score.points).toHaveLength(score.negativeSum);
        expect(score.negativeSum).toBeLessThanOrEqual(score.maximum);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('score as an independent count says: 10,000 cards of the default instrument', () => {
    const { definition } = parseDefaultInstrument(defaultInstrument, defaultTexts);
    fc.assert(
      fc.property(anyGrades, anyAnswers(definition), (grades, answers) => {
        expectSameCount(definition, grades, answers);
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('a further «да» adds exactly one point, an answer where nothing was changes no other point', () => {
    fc.assert(
      fc.property(anyCard, ({ instrument, grades, answers }) => {
        const before = scoreOf(instrument, grades, answers);
        for (const { groups } of instrument.tables) {
          for (const criterion of groups.flatMap((group) => group.criteria)) {
            if (criterion.type !== 'YES_NO') continue;
            const no = scoreOf(instrument, grades, { ...answers, [criterion.code]: { declared: 'no' } });
            const yes = scoreOf(instrument, grades, { ...answers, [criterion.code]: { declared: 'yes' } });
            expect(yes.maximum).toBe(no.maximum);
            expect([0, 1]).toContain(yes.negativeSum - no.negativeSum);
            const others = (points: typeof before.points) =>
              points.filter((point) => point.criterion !== criterion.code);
            expect(others(yes.points)).toEqual(others(before.points));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the points of the criteria make up the sum of their table', () => {
    fc.assert(
      fc.property(anyCard, ({ instrument, grades, answers }) => {
        for (const table of scoreOf(instrument, grades, answers).tables) {
          const criteria = criterionPoints(instrument, table.code, grades, answers);
          const total = (of: 'negativeSum' | 'maximum') => criteria.reduce((sum, criterion) => sum + criterion[of], 0);
          expect([total('negativeSum'), total('maximum')]).toEqual([table.negativeSum, table.maximum]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
