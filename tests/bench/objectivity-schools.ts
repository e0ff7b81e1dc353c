/** Generated schools for the simulation of S1, S2, S3, S5 and S8, honest ones and ones with a stated bias. */
import type { OgeJournalFact, TaskLevel } from '@/lib/domain/evidence/facts';
import type { TaskResult } from '@/lib/domain/objectivity/hard-tasks';
import type { JournalCounts } from '@/lib/domain/objectivity/journal-mismatch';
import type { Random } from '@/prisma/demo/random';

/** A work of 38 points as the region writes it, in points. */
export const REGION = { mean: 22, deviation: 7, maximum: 38 };

/** Spread of the schools' true means in standard deviations of pupils: 12 % of the variance lies between schools [GK]. */
export const SCHOOL_SPREAD = 0.37;

/** Correlation of a pupil's results in two works of one subject [GK]. */
const RELIABILITY = 0.7;

/** Scores of n pupils of a school whose mean lies `effect` pupils' standard deviations from the region's. */
export function scoresOf(random: Random, n: number, effect: number): number[] {
  return histogram(Array.from({ length: n }, () => effect + random.normal()));
}

/** The same pupils in two works; `raised`: by how much the first one is raised by help. */
export function scoresTwice(random: Random, n: number, effect: number, raised: number) {
  const abilities = Array.from({ length: n }, () => effect + Math.sqrt(RELIABILITY) * random.normal());
  const written = (ability: number) => ability + Math.sqrt(1 - RELIABILITY) * random.normal();
  return {
    before: histogram(abilities.map((ability) => written(ability) + raised)),
    after: histogram(abilities.map(written)),
  };
}

function histogram(places: readonly number[]): number[] {
  const pupils = new Array<number>(REGION.maximum + 1).fill(0);
  for (const place of places) {
    const score = Math.round(REGION.mean + REGION.deviation * place);
    const kept = Math.max(0, Math.min(REGION.maximum, score));
    pupils[kept] = (pupils[kept] ?? 0) + 1;
  }
  return pupils;
}

/** Shares of pupils whose marks differ, and differ by 2 and more; `alike`: intra-class correlation of a school's pupils. */
export interface JournalWorld {
  mismatch: number;
  gap2: number;
  alike: number;
}

export function journalOf(random: Random, n: number, { mismatch, gap2, alike }: JournalWorld): JournalCounts {
  const differ = random.successes(n, similar(random, mismatch, alike));
  const far = Math.min(differ, random.successes(n, similar(random, gap2, alike)));
  const lowered = random.successes(differ, 0.7);
  return { lowered, confirmed: n - differ, raised: differ - lowered, gap2: far };
}

/** A school's own share: beta-distributed around `share` with intra-class correlation `alike`. */
function similar(random: Random, share: number, alike: number): number {
  if (alike <= 0) return share;
  const size = (1 - alike) / alike;
  const [one, other] = [gamma(random, share * size), gamma(random, (1 - share) * size)];
  return one / (one + other);
}

/** Marsaglia & Tsang 2000. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = random.normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

const LEVELS: readonly { level: TaskLevel; difficulty: number }[] = [
  ...Array.from({ length: 12 }, (_, place) => ({ level: 'Б' as const, difficulty: -1.8 + 0.12 * place })),
  ...Array.from({ length: 6 }, (_, place) => ({ level: 'П' as const, difficulty: 0.3 + 0.2 * place })),
];

/** Spread of how well a school teaches what one task asks, in logits [GK]. */
const TASK_SPREAD = 0.3;

/** Completion by task; `help`: chance that a pupil is helped with a hard task that he would not have done. */
export function tasksOf(random: Random, n: number, effect: number, help: number): TaskResult[] {
  const abilities = Array.from({ length: n }, () => effect + random.normal());
  return LEVELS.map(({ level, difficulty }, place) => {
    const hard = difficulty + TASK_SPREAD * random.normal();
    const done = abilities.filter((ability) => {
      const alone = random.chance(1 / (1 + Math.exp(hard - ability)));
      return alone || (level !== 'Б' && random.chance(help));
    }).length;
    return { task: String(place + 1), level, participants: n, percent: (100 * done) / n };
  });
}

export function yearMarksOf(random: Random, n: number, lower: number, lower2: number): Omit<OgeJournalFact, 'subject'> {
  const lowered = random.successes(n, lower);
  return {
    lowered,
    confirmed: n - lowered,
    raised: 0,
    lowered2: random.successes(lowered, Math.min(1, lower2 / lower)),
  };
}
