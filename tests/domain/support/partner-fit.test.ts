import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIT_WEIGHTS,
  LEAST_REASONS,
  type PairContext,
  type PartnerTraits,
  partnerFit,
} from '@/lib/domain/support/partner-fit';

const group = (points: number) => ({ code: 'OGE', title: 'Результаты ОГЭ', points, maximum: 6 });
const school = (more: Partial<PartnerTraits> = {}): PartnerTraits => ({
  ...{ id: 'school', name: 'СШ № 9', municipalityId: 'city', gradeFrom: 1, gradeTo: 11, kind: 'SCHOOL', pupils: 800 },
  ...{ socialIndex: 95, groups: [group(6)], listed: true, resilient: false, trust: 'TRUSTED' as const },
  ...more,
});
const host = (more: Partial<PartnerTraits> = {}): PartnerTraits =>
  school({ id: 'host', name: 'СШ № 40', groups: [group(0)], listed: false, ...more });
const context = (more: Partial<PairContext> = {}): PairContext => ({
  load: 0,
  capacity: 2,
  conflict: null,
  past: null,
  ...more,
});

describe('the fit of a partner', () => {
  it('is whole for a free, trusted, resilient host of the same kind that is strong where the school is weak', () => {
    const fit = partnerFit(host({ resilient: true }), school(), context({ past: 'FINISHED' }));
    expect(fit.value).toBe(100);
    expect(fit.reasons.length).toBeGreaterThanOrEqual(LEAST_REASONS);
    expect(fit.against).toEqual([]);
  });

  it('counts each part by hand', () => {
    // 2 of 6 against 6 of 6: two thirds of the strength; index 15 apart: half; half the pupils: half; one of two places taken
    const { parts } = partnerFit(
      host({ groups: [group(2)], socialIndex: 110, pupils: 400 }),
      school(),
      context({ load: 1 }),
    );
    expect({ ...parts, strength: Math.round(parts.strength) }).toMatchObject({
      strength: 20,
      social: 7.5,
      size: 5,
      type: 10,
      resilient: 0,
      trust: 10,
      distance: 5,
      load: 2.5,
      past: 2.5,
    });
  });

  it.each([
    ['of the list', host({ listed: true }), context()],
    ['in conflict', host(), context({ conflict: 'родство директоров.' })],
    ['with no place left', host(), context({ load: 2 })],
    ['which is the school itself', host({ id: 'school' }), context()],
  ])('is never proposed with a host %s', (_, one, when) => {
    const fit = partnerFit(one, school(), when);
    expect(fit.refused).toMatch(/[а-яё]/i);
    expect(fit.value).toBe(0);
  });

  it('says what is not known and does not hold it against anybody whole', () => {
    const fit = partnerFit(host({ socialIndex: null, pupils: null, trust: 'NO_DATA' }), school(), context());
    expect(fit.against.join(' ')).toMatch(/не известны.*не известно.*мало/s);
    expect(fit.parts).toMatchObject({
      social: FIT_WEIGHTS.social / 2,
      size: FIT_WEIGHTS.size / 2,
      trust: FIT_WEIGHTS.trust / 2,
    });
  });

  const traits = (id: string) =>
    fc.record({
      id: fc.constant(id),
      name: fc.constant(id),
      municipalityId: fc.constantFrom('city', 'town'),
      gradeFrom: fc.constantFrom(1, 2),
      gradeTo: fc.constantFrom(4, 9, 11),
      kind: fc.constantFrom('SCHOOL', 'LYCEUM'),
      pupils: fc.option(fc.integer({ min: 10, max: 2000 })),
      socialIndex: fc.option(fc.integer({ min: 50, max: 150 })),
      groups: fc.array(fc.integer({ min: 0, max: 6 }).map(group), { maxLength: 1 }),
      listed: fc.constant(id === 'school'),
      resilient: fc.boolean(),
      trust: fc.constantFrom('TRUSTED' as const, 'DOUBTFUL' as const, 'NO_DATA' as const),
    });

  it('lies between 0 and 100, is the sum of its parts, and every proposed pair has three reasons', () => {
    fc.assert(
      fc.property(traits('host'), traits('school'), fc.integer({ min: 0, max: 2 }), (one, other, load) => {
        const fit = partnerFit(one, other, context({ load }));
        const sum = Object.values(fit.parts).reduce((total, part) => total + part, 0);
        expect(fit.value).toBeGreaterThanOrEqual(0);
        expect(fit.value).toBeLessThanOrEqual(100);
        expect(Math.abs(fit.value - sum)).toBeLessThanOrEqual(0.051);
        if (fit.refused === null) expect(fit.reasons.length).toBeGreaterThanOrEqual(LEAST_REASONS);
      }),
    );
  });
});
