import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryPeak, simplePeak } from '../../../lib/domain/objectivity/boundary-peak';
import {
  boundaryShare,
  bunchingOf,
  counterfactual,
  type Scale,
  scaleFits,
} from '../../../lib/domain/objectivity/bunching';
import { histogramView } from '../../../lib/domain/objectivity/histogram-view';
import { chanceOfBunching } from '../../../lib/domain/objectivity/honest-draws';
import { DEFAULT_SETTINGS } from '../../../lib/domain/objectivity/settings';
import { randomSource } from '../../../prisma/demo/random';
import { honestTest, SCALES, SHAPES } from '../../bench/objectivity-tests';

const MATHEMATICS_4: Scale = { from3: 6, from4: 10, from5: 15, maximum: 20 };

/** The same number of pupils on every score. */
const flat = (each: number, maximum = 20) => new Array<number>(maximum + 1).fill(each);

/** `moved` pupils from each of the two scores under every boundary onto it. */
function lift(pupils: readonly number[], scale: Scale, moved: number): number[] {
  const after = [...pupils];
  for (const boundary of [scale.from3, scale.from4, scale.from5]) {
    for (const under of [boundary - 1, boundary - 2]) after[under] = (after[under] ?? 0) - moved;
    after[boundary] = (after[boundary] ?? 0) + 2 * moved;
  }
  return after;
}

describe('S4, worked by hand', () => {
  it('a flat distribution: a third of each window is expected on its boundary', () => {
    const bunching = bunchingOf(flat(4), MATHEMATICS_4);
    expect(bunching.windows.map((window) => boundaryShare(window, bunching.curve))).toEqual([
      expect.closeTo(1 / 3, 6),
      expect.closeTo(1 / 3, 6),
      expect.closeTo(1 / 3, 6),
    ]);
    expect(bunching).toMatchObject({ inWindows: 36, excess: expect.closeTo(0, 6) });
    expect(counterfactual(bunching)).toEqual(flat(4).map((value) => expect.closeTo(value, 6)));
  });

  it('one pupil lifted from each near score: 6 beyond 12 expected, in binomial deviations', () => {
    // variance 36·(1/3)·(2/3) = 8
    const bunching = bunchingOf(lift(flat(4), MATHEMATICS_4, 1), MATHEMATICS_4);
    expect(bunching.excess).toBeCloseTo(6, 6);
    expect(bunching.deviations).toBeCloseTo(6 / Math.sqrt(8), 6);
  });

  it('the view shows excess and missing by boundary, and the region scaled to the school', () => {
    const view = histogramView(lift(flat(4), MATHEMATICS_4, 1), MATHEMATICS_4, flat(400));
    expect(view.boundaries).toEqual(
      [3, 4, 5].map((mark, place) => ({
        ...{ mark, score: [6, 10, 15][place] },
        ...{ excess: expect.closeTo(2, 6), missing: expect.closeTo(2, 6) },
      })),
    );
    expect(view.scores[5]).toEqual({
      ...{ score: 5, pupils: 3, expected: expect.closeTo(4, 6), reference: expect.closeTo(4, 6) },
    });
    expect(histogramView(flat(4), null, null)).toMatchObject({ boundaries: [], scores: { length: 21 } });
  });

  it('boundaries one or two points apart share a window', () => {
    const physics = bunchingOf(flat(5, 18), { from3: 5, from4: 6, from5: 11, maximum: 18 });
    expect(physics.windows).toEqual([
      { scores: [3, 4, 5, 6], boundaries: [5, 6] },
      { scores: [9, 10, 11], boundaries: [11] },
    ]);
  });

  it('abstains without an official scale, on another scale, and below 20 pupils; 20–49 are shown and not counted', () => {
    const all = flat(4);
    expect(boundaryPeak(null, MATHEMATICS_4, DEFAULT_SETTINGS)).toMatchObject({ result: 'NO_DATA', pValue: null });
    expect(boundaryPeak(all, null, DEFAULT_SETTINGS)).toMatchObject({
      result: 'NO_DATA',
      figures: { officialScale: 0 },
    });
    expect(boundaryPeak([...all, 1], MATHEMATICS_4, DEFAULT_SETTINGS)).toMatchObject({
      result: 'NO_DATA',
      figures: { scaleFits: 0 },
    });
    expect(boundaryPeak(flat(1).fill(0, 0, 2), MATHEMATICS_4, DEFAULT_SETTINGS)).toMatchObject({
      result: 'NO_DATA',
      pValue: null,
      figures: { n: 19 },
    });
    const orientation = boundaryPeak(flat(2), MATHEMATICS_4, DEFAULT_SETTINGS);
    expect(orientation).toMatchObject({ result: 'NO_DATA', figures: { n: 42, approximate: 1 } });
    expect(orientation.pValue).not.toBeNull();
    expect(boundaryPeak(flat(3), MATHEMATICS_4, DEFAULT_SETTINGS)).toMatchObject({
      result: 'NO_SIGN',
      figures: { n: 63, approximate: 0 },
    });
  });

  it('the simple rule of practice asks for one and a half means, 2 pupils and one above the mean', () => {
    const peak = flat(2);
    peak[10] = 3;
    expect(simplePeak(peak, MATHEMATICS_4)).toBe(false);
    peak[10] = 4;
    expect(simplePeak(peak, MATHEMATICS_4)).toBe(true);
  });
});

describe('S4, properties', () => {
  const stream = randomSource(4);
  const anyTest = fc
    .record({ shape: fc.constantFrom(...Object.keys(SHAPES)), scale: fc.constantFrom(...SCALES), seed: fc.nat() })
    .chain((test) => fc.record({ n: fc.integer({ min: 20, max: 200 }) }).map(({ n }) => ({ ...test, n })))
    .map(({ shape, scale, seed, n }) => honestTest(stream(shape, seed), shape, n, scale));

  it('lifting leaves the curve as it was and only adds to the excess', () => {
    fc.assert(
      fc.property(anyTest, fc.constantFrom(0, 1, 2), fc.constantFrom(1, 2), ({ pupils, scale }, which, under) => {
        const boundary = [scale.from3, scale.from4, scale.from5][which] ?? 0;
        const after = [...pupils];
        if (!after[boundary - under]) return;
        after[boundary - under] = (after[boundary - under] ?? 0) - 1;
        after[boundary] = (after[boundary] ?? 0) + 1;
        const [one, other] = [bunchingOf(pupils, scale), bunchingOf(after, scale)];
        expect([...other.curve.expected]).toEqual([...one.curve.expected]);
        expect(other.excess).toBeCloseTo(one.excess + 1, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('a chance is a chance, the same every time, however strange the histogram', () => {
    const anyHistogram = fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 30 })), { minLength: 21, maxLength: 21 });
    fc.assert(
      fc.property(anyHistogram, (pupils) => {
        expect(scaleFits(pupils, MATHEMATICS_4)).toBe(true);
        const chance = chanceOfBunching(bunchingOf(pupils, MATHEMATICS_4));
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceOfBunching(bunchingOf(pupils, MATHEMATICS_4))).toBe(chance);
      }),
      { numRuns: 60 },
    );
  });
});
