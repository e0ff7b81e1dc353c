/** False alarms and power of S4, and false discoveries of S2 and S4 over whole cities. */
import { benjaminiHochberg } from '@/lib/domain/objectivity/benjamini-hochberg';
import { simplePeak } from '@/lib/domain/objectivity/boundary-peak';
import { bunchingOf } from '@/lib/domain/objectivity/bunching';
import { chanceOfBunching } from '@/lib/domain/objectivity/honest-draws';
import { journalMismatch } from '@/lib/domain/objectivity/journal-mismatch';
import type { MeasuredRow } from '@/lib/domain/objectivity/measured-power';
import { DEFAULT_SETTINGS } from '@/lib/domain/objectivity/settings';
import { type Random, randomSource } from '@/prisma/demo/random';
import { measuredRow, rowOf } from './objectivity-measured';
import { HONEST_JOURNAL } from './objectivity-plain-signs';
import { journalOf } from './objectivity-schools';
import {
  ENGLISH_NAMES,
  type GeneratedTest,
  honestTest,
  lifted,
  SCALES,
  SHAPES,
  SUMS_OF_TASKS,
} from './objectivity-tests';

export const SHAPE_NAMES = Object.keys(SHAPES);

/** An honest test of the shape with `least` to `most` pupils, of any scale, with `share` of the near misses lifted. */
export function generatedTest(
  random: Random,
  shape: string,
  least: number,
  most: number,
  share: number,
): GeneratedTest {
  const test = honestTest(random, shape, random.between(least, most), random.pick(SCALES));
  return share > 0 ? lifted(random, test, share) : test;
}

export const chanceOf = ({ pupils, scale }: GeneratedTest): number => chanceOfBunching(bunchingOf(pupils, scale));

const stream = randomSource(1608);

/** Tests of some shapes in turn, which are called `name` together. */
interface ShapeGroup {
  shapes: readonly string[];
  name: readonly [string, string];
}

const ALL: ShapeGroup = { shapes: SHAPE_NAMES, name: ['все формы', 'all shapes'] };
const SUMS: ShapeGroup = { shapes: SUMS_OF_TASKS, name: ['суммы заданий', 'sums of tasks'] };
const EACH: readonly ShapeGroup[] = SHAPE_NAMES.map((shape) => ({
  shapes: [shape],
  name: [shape, ENGLISH_NAMES[shape] ?? shape],
}));

function peakRow(least: number, most: number, share: number, runs: number, { shapes, name }: ShapeGroup): MeasuredRow {
  const lift = share > 0 ? [`поднято ${100 * share} %`, `${100 * share} % lifted`] : ['честные', 'honest'];
  const [russian, english] = name;
  const situation = {
    ...{ sign: 'S4' as const, rate: share > 0 ? ('POWER' as const) : ('FALSE_ALARMS' as const) },
    ...{ situation: `p ≤ 0,05, ${lift[0]}: ${russian}`, situationEnglish: `p ≤ 0.05, ${lift[1]}: ${english}` },
    pupils: `${least}–${most}`,
  };
  return measuredRow(situation, runs, (run) => {
    const shape = shapes[run % shapes.length] ?? '';
    return chanceOf(generatedTest(stream(shape, least, share, run), shape, least, most, share)) <= 0.05;
  });
}

export function peakRows(): MeasuredRow[] {
  const sizes = [
    [50, 59],
    [60, 120],
    [121, 200],
  ] as const;
  const whole = (runs: number) => SHAPE_NAMES.length * runs;
  return [
    ...sizes.map(([least, most]) => peakRow(least, most, 0, whole(400), ALL)),
    ...EACH.map((one) => peakRow(60, 120, 0, 1500, one)),
    ...sizes.flatMap(([least, most]) =>
      [ALL, SUMS].flatMap((group) => [0.3, 0.6].map((share) => peakRow(least, most, share, whole(100), group))),
    ),
    ...EACH.map((one) => peakRow(60, 120, 0.3, 400, one)),
    measuredRow(
      {
        ...{ sign: 'S4', rate: 'FALSE_ALARMS', pupils: '60–120' },
        situation: 'простое правило из практики, честные: все формы',
        situationEnglish: 'the simple rule in use, honest: all shapes',
      },
      whole(200),
      (run) => {
        const shape = SHAPE_NAMES[run % SHAPE_NAMES.length] ?? '';
        const { pupils, scale } = generatedTest(stream('simple', run), shape, 60, 120, 0);
        return simplePeak(pupils, scale);
      },
    ),
  ];
}

interface Judged {
  biased: boolean;
  pValue: number | null;
}

/** Findings at q ≤ 0.05 in cities of 43 schools with 16 works each. */
function discoveryRows(
  sign: 'S2' | 'S4',
  words: readonly [string, string],
  cities: number,
  part: number,
  test: (random: Random, biased: boolean) => number | null,
): MeasuredRow[] {
  const totals = { found: 0, false: 0, biased: 0, right: 0 };
  for (let city = 0; city < cities; city += 1) {
    const tests: Judged[] = Array.from({ length: 43 * 16 }, (_, place) => {
      const random = stream(sign, words[0], city, place);
      const biased = random.chance(part);
      return { biased, pValue: test(random, biased) };
    });
    const qValues = benjaminiHochberg(tests.map(({ pValue }) => pValue));
    tests.forEach(({ biased }, place) => {
      const found = (qValues[place] ?? 1) <= 0.05;
      totals.found += found ? 1 : 0;
      totals.false += found && !biased ? 1 : 0;
      totals.biased += biased ? 1 : 0;
      totals.right += found && biased ? 1 : 0;
    });
  }
  const situation = {
    ...{ sign, pupils: sign === 'S4' ? '60–120' : '60' },
    situation: `q ≤ 0,05 в городе, ${words[0]} в ${100 * part} % работ`,
    situationEnglish: `q ≤ 0.05 over a city, ${words[1]} in ${100 * part} % of the works`,
  };
  return [
    rowOf({ ...situation, rate: 'FALSE_DISCOVERIES' }, totals.false, totals.found),
    rowOf({ ...situation, rate: 'POWER' }, totals.right, totals.biased),
  ];
}

export function discoveryRates(): MeasuredRow[] {
  const region = { lowered: 1960, confirmed: 7200, raised: 840, gap2: 150 };
  const peak = (share: number) => (random: Random, biased: boolean) =>
    chanceOf(generatedTest(random, random.pick(SHAPE_NAMES), 60, 120, biased ? share : 0));
  const journal = (random: Random, biased: boolean) => {
    const world = biased ? { mismatch: 0.6, gap2: 0.06, alike: 0.02 } : { ...HONEST_JOURNAL, alike: 0.02 };
    return journalMismatch(journalOf(random, 60, world), { value: region, isMunicipality: false }, DEFAULT_SETTINGS)
      .pValue;
  };
  return [
    ...discoveryRows('S4', ['поднято 60 %', '60 % lifted'], 12, 0.1, peak(0.6)),
    ...discoveryRows('S4', ['поднято 60 %', '60 % lifted'], 12, 0.3, peak(0.6)),
    ...discoveryRows('S4', ['поднято 30 %', '30 % lifted'], 12, 0.1, peak(0.3)),
    ...discoveryRows('S2', ['не совпадает 60 % отметок', '60 % of marks differ'], 20, 0.1, journal),
  ];
}
