import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SchoolProfile, SIMILAR_SCHOOLS, similarSchools } from '../../lib/domain/similar-schools';
import { inAnyOrder } from './arbitrary-schools';

const profile = (schoolCode: string, more: Partial<SchoolProfile> = {}): SchoolProfile => ({
  schoolId: `id-${schoolCode}`,
  schoolCode,
  name: `Школа ${schoolCode}`,
  kind: 'SCHOOL',
  grades: { from: 1, to: 11 },
  pupils: 600,
  socialSum: 3,
  ...more,
});
const codes = (found: { schoolCode: string }[]) => found.map((school) => school.schoolCode);

describe('worked by hand', () => {
  const here = profile('here');

  it('the nearest first, never the school itself', () => {
    const city = [
      here,
      profile('twin'),
      profile('bigger', { pupils: 900 }),
      profile('huge', { pupils: 1800 }),
      profile('gymnasium', { kind: 'GYMNASIUM', pupils: 900, grades: { from: 5, to: 11 }, socialSum: 0 }),
    ];
    expect(codes(similarSchools(here, city))).toEqual(['twin', 'bigger', 'huge', 'gymnasium']);
    expect(similarSchools(here, city)[0]?.distance).toBe(0);
    expect(codes(similarSchools(here, city, 1))).toEqual(['twin']);
  });

  it('sizes are compared by ratio: 300 is as far from 600 as 1,200', () => {
    const found = similarSchools(here, [here, profile('half', { pupils: 300 }), profile('double', { pupils: 1200 })]);
    expect(found[0]?.distance).toBeCloseTo(found[1]?.distance ?? 0, 9);
    expect(codes(found)).toEqual(['double', 'half']);
  });

  it('what is unknown counts as one standard deviation', () => {
    const [found] = similarSchools(here, [here, profile('new', { pupils: null, socialSum: null })]);
    expect(found?.distance).toBeCloseTo(Math.SQRT2, 9);
    expect(found?.traits.map((trait) => trait.distance)).toEqual([1, 0, 0, 1]);
  });

  it('explains each trait in words', () => {
    const lyceum = profile('l', { kind: 'LYCEUM', grades: { from: 5, to: 9 }, pupils: 1250, socialSum: 1 });
    const words = (other: SchoolProfile) =>
      similarSchools(here, [other])[0]?.traits.map((trait) => trait.words.replaceAll('\u00a0', ' '));
    expect(words(lyceum)).toEqual([
      'обучающихся 1 250, здесь 600',
      'лицей, а здесь школа',
      'классы 5–9, здесь 1–11',
      'социальные условия: 1 балл, здесь 3',
    ]);
    expect(words(profile('t', { pupils: null, socialSum: null }))).toEqual([
      'число обучающихся не указано',
      'тоже школа',
      'те же классы: 1–11',
      'социальные условия неизвестны',
    ]);
  });

  it('without other schools there is nothing', () => {
    expect(similarSchools(here, [here])).toEqual([]);
  });
});

describe('properties', () => {
  const anyCity = fc
    .array(
      fc.record({
        kind: fc.constantFrom('SCHOOL', 'GYMNASIUM', 'LYCEUM'),
        pupils: fc.option(fc.integer({ min: 0, max: 2000 })),
        socialSum: fc.option(fc.nat(7)),
        to: fc.constantFrom(4, 9, 11),
      }),
      { minLength: 1, maxLength: 20 },
    )
    .map((all) =>
      all.map(({ to, ...more }, i) => profile(`s${i}`, { ...more, grades: { from: 1, to } } as SchoolProfile)),
    );

  it('are ordered, limited, and the same whatever the order of schools', () => {
    fc.assert(
      fc.property(
        anyCity.chain((city) => fc.tuple(fc.constant(city), inAnyOrder(city))),
        ([city, others]) => {
          const [first] = city;
          if (!first) return;
          const found = similarSchools(first, city);
          expect(found.length).toBe(Math.min(SIMILAR_SCHOOLS, city.length - 1));
          expect(found.map(({ distance }) => distance)).toEqual(
            found.map(({ distance }) => distance).sort((a, b) => a - b),
          );
          for (const school of found) expect(Number.isFinite(school.distance)).toBe(true);
          expect(codes(similarSchools(first, others, 20)).sort()).toEqual(
            codes(similarSchools(first, city, 20)).sort(),
          );
        },
      ),
    );
  });
});
