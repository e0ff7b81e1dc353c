/**
 * Which works of a school bear the traces of a sign, where the sign is among the school's figures: few works, enough to
 * be found. S1 not in grades 4 and 5, where the next year would show it as S3.
 */
import type { Random } from '../random';
import { LAST_GRADE_WITH_TASKS, type Work } from './vpr-works';

export type Bias = 'LIFTED' | 'JOURNAL' | 'DROPPED' | 'NEAR_MISSES' | 'HARD_TASKS';

/** A work in one school, before pupils are drawn. */
export interface Sitting {
  work: Work;
  pupils: number;
}

const FEWEST = 10;
/** below it a boundary peak is not scored (domain.md 2.4) */
const FEWEST_FOR_PEAK = 50;
/** in a small school one class proves nothing: all its works bear the trace */
const SMALL = 40;

/**
 * The bias of each sitting that bears one. `isUnconfirmed`: neither advanced study nor ЕГЭ would explain a high result;
 * without such a work there is no S1 to be seen.
 */
export function biases(
  signs: readonly string[],
  sittings: readonly Sitting[],
  isUnconfirmed: (sitting: Sitting) => boolean,
  random: Random,
): Map<Sitting, Bias> {
  const found = new Map<Sitting, Bias>();
  const mark = (bias: Bias, most: number, fits: (sitting: Sitting) => boolean) => {
    const free = random.shuffled(sittings).filter((sitting) => !found.has(sitting) && fits(sitting));
    for (const sitting of free.slice(0, most)) found.set(sitting, bias);
  };
  const few = sittings.some(({ pupils }) => pupils >= SMALL) ? 2 : 10;
  const onlyPrimary = sittings.every(({ work }) => work.grade === 4);
  const enough = ({ pupils }: Sitting) => pupils >= FEWEST;
  if (signs.includes('S3')) mark('DROPPED', 1, (sitting) => sitting.work.grade === 5 && enough(sitting));
  if (signs.includes('S4')) mark('NEAR_MISSES', 2, ({ pupils }) => pupils >= FEWEST_FOR_PEAK);
  if (signs.includes('S5')) {
    const grade = onlyPrimary ? 4 : LAST_GRADE_WITH_TASKS;
    mark('HARD_TASKS', 1, (sitting) => sitting.work.grade === grade && enough(sitting));
  }
  if (signs.includes('S1')) {
    mark(
      'LIFTED',
      2,
      (sitting) => (onlyPrimary || sitting.work.grade > 5) && enough(sitting) && isUnconfirmed(sitting),
    );
  }
  if (signs.includes('S2')) mark('JOURNAL', few, enough);
  return found;
}
