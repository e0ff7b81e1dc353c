import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, type SchoolCard } from '../../lib/domain/version-comparison';
import { anyCard, declared, FULL_SCHOOL, instrumentOf, yesNo } from './arbitrary-cards';

const own = instrumentOf(yesNo('A'), yesNo('B'));
const other = instrumentOf(yesNo('B'), yesNo('C'));
const card = (schoolCode: string, answers: Parameters<typeof declared>[0]): SchoolCard => ({
  schoolId: `id-${schoolCode}`,
  schoolCode,
  name: `Школа ${schoolCode}`,
  instrument: own,
  grades: FULL_SCHOOL,
  answers: declared(answers),
});

describe('compareVersions', () => {
  it('puts sums and places side by side and names what cannot be compared', () => {
    const comparison = compareVersions(
      [card('a', { A: 'yes', B: 'no' }), card('b', { A: 'yes', B: 'yes' })],
      other,
      'T1',
    );
    expect(
      comparison.schools.map(({ schoolCode, own: before, other: after, change }) => [
        schoolCode,
        before,
        after,
        change,
      ]),
    ).toEqual([
      ['a', { negativeSum: 1, maximum: 2, rank: 2 }, { negativeSum: 0, maximum: 2, rank: 2 }, -1],
      ['b', { negativeSum: 2, maximum: 2, rank: 1 }, { negativeSum: 1, maximum: 2, rank: 1 }, -1],
    ]);
    expect(comparison.unanswerable).toEqual([{ code: 'C', text: 'Критерий C', schools: 2, points: 0 }]);
    expect(comparison.dropped).toEqual([{ code: 'A', text: 'Критерий A', schools: 2, points: 2 }]);
  });

  it('of no cards is empty', () => {
    expect(compareVersions([], other)).toEqual({ schools: [], unanswerable: [], dropped: [] });
  });

  it('with the same version changes nothing', () => {
    fc.assert(
      fc.property(anyCard, (filled) => {
        const compared = compareVersions([{ ...card('x', {}), ...filled }], filled.instrument);
        expect(compared.schools[0]?.change).toBe(0);
        expect(compared.schools[0]?.own).toEqual(compared.schools[0]?.other);
        expect([...compared.unanswerable, ...compared.dropped]).toEqual([]);
      }),
    );
  });
});
