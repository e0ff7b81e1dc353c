/** The assignment of partners: exact against every possibility on small cases, against local search on sixty schools. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignPartners } from '@/lib/domain/support/partner-assignment';

type Fits = (number | null)[][];

/** The best total by trying everything: schools one by one, each alone or at any host with room. */
function bestOfAll(fits: Fits, capacities: readonly number[]): number {
  const from = (school: number, left: readonly number[]): number => {
    const row = fits[school];
    if (!row) return 0;
    const alone = from(school + 1, left);
    const placed = row.map((fit, host) =>
      fit === null || (left[host] ?? 0) === 0
        ? 0
        : fit +
          from(
            school + 1,
            left.map((room, at) => (at === host ? room - 1 : room)),
          ),
    );
    return Math.max(alone, ...placed);
  };
  return from(0, capacities);
}

const fit = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 1000 }).map((n) => n / 10) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const cases = fc
  .record({ schools: fc.integer({ min: 1, max: 5 }), hosts: fc.integer({ min: 1, max: 4 }) })
  .chain(({ schools, hosts }) =>
    fc.record({
      fits: fc.array(fc.array(fit, { minLength: hosts, maxLength: hosts }), { minLength: schools, maxLength: schools }),
      capacities: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: hosts, maxLength: hosts }),
    }),
  );

describe('the assignment of partners', () => {
  it('takes the pair that gives more to both, not the best one of the first school', () => {
    // the first school would take host 0 with 90, but the second has nobody else
    const { hostOf, total } = assignPartners(
      [
        [90, 80],
        [85, null],
      ],
      [1, 1],
    );
    expect(hostOf).toEqual([1, 0]);
    expect(total).toBe(165);
  });

  it('leaves a school alone where nobody is allowed or has room', () => {
    expect(assignPartners([[null], [50], [60]], [1])).toEqual({ hostOf: [null, null, 0], total: 60 });
    expect(assignPartners([[50]], [0])).toEqual({ hostOf: [null], total: 0 });
    expect(assignPartners([], [2])).toEqual({ hostOf: [], total: 0 });
  });

  it('is the best of all possibilities, obeys capacities and takes no forbidden pair', () => {
    fc.assert(
      fc.property(cases, ({ fits, capacities }) => {
        const { hostOf, total } = assignPartners(fits, capacities);
        expect(total).toBeCloseTo(bestOfAll(fits, capacities), 6);
        const load = capacities.map((_, host) => hostOf.filter((one) => one === host).length);
        expect(load.every((count, host) => count <= (capacities[host] ?? 0))).toBe(true);
        expect(hostOf.every((host, school) => host === null || fits[school]?.[host] !== null)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('cannot be bettered by exchanging hosts among sixty schools, in under a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        let state = seed;
        const random = () => {
          state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
          return state / 2_147_483_648;
        };
        const fits = Array.from({ length: 60 }, () =>
          Array.from({ length: 40 }, () => (random() < 0.1 ? null : Math.round(1000 * random()) / 10)),
        );
        const capacities = Array.from({ length: 40 }, () => 2);
        const began = performance.now();
        const { hostOf, total } = assignPartners(fits, capacities);
        expect(performance.now() - began).toBeLessThan(1000);
        const value = (school: number, host: number | null) =>
          host === null ? 0 : (fits[school]?.[host] ?? Number.NEGATIVE_INFINITY);
        for (let a = 0; a < 60; a += 1) {
          for (let b = a + 1; b < 60; b += 1) {
            const now = value(a, hostOf[a] ?? null) + value(b, hostOf[b] ?? null);
            expect(value(a, hostOf[b] ?? null) + value(b, hostOf[a] ?? null)).toBeLessThanOrEqual(now + 1e-9);
          }
        }
        // no assignment beats the sum of what each school could have at best
        expect(total).toBeLessThanOrEqual(
          fits.reduce((sum, row) => sum + Math.max(0, ...row.map((one) => one ?? 0)), 0) + 1e-9,
        );
      }),
      { numRuns: 3 },
    );
  });
});
