/** Generated tests of ВПР for the simulation: honest ones of many shapes, and the same with pupils lifted onto boundaries. */
import type { Scale } from '@/lib/domain/objectivity/bunching';
import type { Random } from '@/prisma/demo/random';

const scale = (from3: number, from4: number, from5: number, maximum: number): Scale => ({
  ...{ from3, from4, from5, maximum },
});

/** Boundaries of 2022 (domain.md 2.5); greatest scores of 20 to 45 points, rounded [GK]. */
export const SCALES: readonly Scale[] = [
  ...[scale(6, 10, 15, 20), scale(7, 11, 15, 20), scale(8, 15, 21, 25), scale(10, 16, 21, 23), scale(10, 17, 23, 28)],
  ...[scale(13, 21, 27, 30), scale(8, 18, 27, 32), scale(10, 19, 28, 36), scale(14, 24, 33, 38), scale(13, 27, 35, 40)],
  scale(18, 29, 39, 45),
];

/** The scores of one class of pupils, each drawn by a call. */
type Pupils = () => number;

/** Marks as usual: 10 to 20 % of the pupils get «2», as many «5» [GK]. `centre` and `spread` in primary scores. */
function usual({ from3, from4, from5 }: Scale, random: Random) {
  const half = (from5 - from3) / 2;
  return { centre: from4 + half * (0.4 * random.uniform() - 0.2), spread: half * (0.8 + 0.25 * random.uniform()) };
}

const within = (score: number, { maximum }: Scale) => Math.max(0, Math.min(maximum, Math.round(score)));
const logistic = (value: number) => 1 / (1 + Math.exp(-value));
const logit = (share: number) => Math.log(share / (1 - share));

/** `points`: how much a task may be worth; `whole`: all points of a task or none. */
function itemSum(points: readonly number[], whole: boolean) {
  return (random: Random, of: Scale): Pupils => {
    const tasks: { worth: number; difficulty: number }[] = [];
    for (let left = of.maximum; left > 0; ) {
      const worth = Math.min(left, random.pick(points));
      tasks.push({ worth, difficulty: random.normal() });
      left -= worth;
    }
    const middle = 1.2 * logit(usual(of, random).centre / of.maximum);
    return () => {
      const ability = middle + 0.9 * random.normal();
      return tasks.reduce((sum, { worth, difficulty }) => {
        const chance = logistic(ability - difficulty);
        return sum + (whole ? worth * random.successes(1, chance) : random.successes(worth, chance));
      }, 0);
    };
  };
}

/** A continuous score by its distance from the usual centre in usual spreads, rounded and kept within the scale. */
function rounded(distance: (random: Random) => number) {
  return (random: Random, of: Scale): Pupils => {
    const { centre, spread } = usual(of, random);
    return () => within(centre + spread * distance(random), of);
  };
}

const side = (random: Random) => (random.chance(0.5) ? 1 : -1);

/** Honest distributions by name. */
export const SHAPES: Readonly<Record<string, (random: Random, scale: Scale) => Pupils>> = {
  'сумма заданий по 1–3 балла': itemSum([1, 2, 3], false),
  'задания на всё или ничего, 1–3 балла': itemSum([1, 2, 3], true),
  'задания по 2 балла на всё или ничего, остальные по 1': itemSum([1, 1, 1, 2], true),
  биномиальное: (random, of) => {
    const share = usual(of, random).centre / of.maximum;
    return () => random.successes(of.maximum, share);
  },
  'биномиальное с разной подготовкой': (random, of) => {
    const middle = logit(usual(of, random).centre / of.maximum);
    return () => random.successes(of.maximum, logistic(middle + 0.7 * random.normal()));
  },
  нормальное: rounded((random) => random.normal()),
  'скошенное к низким': rounded((random) => 1.4 * (Math.exp(0.55 * random.normal()) - 1.2)),
  'скошенное к высоким': rounded((random) => -1.4 * (Math.exp(0.55 * random.normal()) - 1.2)),
  'два разных класса': rounded((random) => 0.7 * side(random) + 0.75 * random.normal()),
  'с двумя вершинами': rounded((random) => 1.1 * side(random) + 0.55 * random.normal()),
  'с потолком': rounded((random) => 1 + random.normal()),
  'с полом': rounded((random) => -0.8 + 1.1 * random.normal()),
  равномерное:
    (random, { maximum }) =>
    () =>
      random.between(0, maximum),
};

/** The names of the shapes in docs/objectivity.md. */
export const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  'сумма заданий по 1–3 балла': 'sum of tasks worth 1–3 points',
  'задания на всё или ничего, 1–3 балла': 'tasks worth 1–3 points, all or nothing',
  'задания по 2 балла на всё или ничего, остальные по 1': 'every fourth task worth 2 points, all or nothing',
  биномиальное: 'binomial',
  'биномиальное с разной подготовкой': 'binomial, pupils differ',
  нормальное: 'normal',
  'скошенное к низким': 'skewed, most pupils low',
  'скошенное к высоким': 'skewed, most pupils high',
  'два разных класса': 'two different classes',
  'с двумя вершинами': 'two peaks',
  'с потолком': 'ceiling',
  'с полом': 'floor',
  равномерное: 'uniform',
};

/** Shapes of scores that are sums of tasks, as those of real works are. */
export const SUMS_OF_TASKS: readonly string[] = Object.keys(SHAPES).slice(0, 5);

export interface GeneratedTest {
  pupils: number[];
  scale: Scale;
}

export function honestTest(random: Random, shape: string, n: number, scale: Scale): GeneratedTest {
  const pupils = new Array<number>(scale.maximum + 1).fill(0);
  const score = SHAPES[shape]?.(random, scale);
  for (let pupil = 0; score && pupil < n; pupil += 1) {
    const got = score();
    pupils[got] = (pupils[got] ?? 0) + 1;
  }
  return { pupils, scale };
}

/** Each pupil 1–2 points under a boundary is lifted onto it with the chance `share`. */
export function lifted(random: Random, { pupils, scale }: GeneratedTest, share: number): GeneratedTest {
  const after = [...pupils];
  for (const boundary of [scale.from3, scale.from4, scale.from5]) {
    for (const score of [boundary - 1, boundary - 2]) {
      const moved = random.successes(pupils[score] ?? 0, share);
      after[score] = (after[score] ?? 0) - moved;
      after[boundary] = (after[boundary] ?? 0) + moved;
    }
  }
  return { pupils: after, scale };
}
