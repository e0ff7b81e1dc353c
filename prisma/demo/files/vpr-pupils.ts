/** One work in one school: pupils' points task by task around the school's ability, and what a bias does to them. */
import type { Random } from '../random';
import type { Bias } from './vpr-bias';
import { chanceOf, type Task, type Work } from './vpr-works';

export interface WorkResult {
  /** pupils[s]: how many got the primary score s */
  pupils: number[];
  /** points got in each task by all pupils together */
  taskPoints: number[];
}

/** Of those who lack one or two points to a boundary so many are lifted onto it. */
const LIFTED_SHARE = 0.85;
/** How much of a task's points help adds to hard tasks; easy ones lose as many points. */
const HELP = 0.15;
/** What a pupil's form adds to the ability in one task, ± at most. */
const FORM = 0.6;

/** Abilities of a class around 0, in pairs on both sides, so that chance does not move a small class. */
export function classAbilities(pupils: number, random: Random): Float64Array {
  const abilities = new Float64Array(pupils);
  for (let pupil = 0; pupil + 1 < pupils; pupil += 2) {
    const ability = random.normal();
    abilities[pupil] = ability;
    abilities[pupil + 1] = -ability;
  }
  return abilities;
}

/** Points lost or won by help, as a share of the task's points, so that the whole stays the same. */
function helpOf(work: Work, hard: boolean): number {
  const points = (level: (task: Work['tasks'][number]) => boolean) =>
    work.tasks.filter(level).reduce((sum, task) => sum + task.points, 0);
  const [easyPoints, hardPoints] = [points(({ level }) => level === 'Б'), points(({ level }) => level !== 'Б')];
  return hard ? HELP : (-HELP * hardPoints) / easyPoints;
}

/** `ability`: the mean of the school in this work, with the work's shift. */
export function writtenWork(
  work: Work,
  abilities: Float64Array,
  ability: number,
  bias: Bias | null,
  random: Random,
): WorkResult {
  const scores = new Uint8Array(abilities.length);
  const byTask = work.tasks.map((task) => {
    const help = bias === 'HARD_TASKS' ? helpOf(work, task.level !== 'Б') : 0;
    const got = taskPoints(task, abilities, ability, help, random);
    for (let pupil = 0; pupil < got.length; pupil += 1) scores[pupil] = (scores[pupil] ?? 0) + (got[pupil] ?? 0);
    return got;
  });
  if (bias === 'NEAR_MISSES') liftNearMisses(work, scores, byTask, random);
  const pupils = Array.from({ length: work.maximum + 1 }, () => 0);
  for (const score of scores) pupils[score] = (pupils[score] ?? 0) + 1;
  return { pupils, taskPoints: byTask.map((points) => points.reduce((sum, got) => sum + got, 0)) };
}

/** Points of each pupil: the whole part of what is expected, and one more as the sum over the class demands. */
function taskPoints(
  { points, difficulty }: Task,
  abilities: Float64Array,
  ability: number,
  help: number,
  random: Random,
): Uint8Array {
  const got = new Uint8Array(abilities.length);
  let sum = random.uniform();
  for (let pupil = 0; pupil < got.length; pupil += 1) {
    const own = ability + (abilities[pupil] ?? 0) + FORM * (2 * random.uniform() - 1);
    const chance = chanceOf(own, difficulty) + help;
    const before = Math.floor(sum);
    sum += points * Math.min(1, Math.max(0, chance));
    got[pupil] = Math.min(points, Math.floor(sum) - before);
  }
  return got;
}

/** The missing points are found in tasks that were not solved in full. */
function liftNearMisses(work: Work, scores: Uint8Array, byTask: readonly Uint8Array[], random: Random): void {
  scores.forEach((score, pupil) => {
    const boundary = [work.from3, work.from4, work.from5].find((least) => score < least && score >= least - 2);
    if (boundary === undefined || !random.chance(LIFTED_SHARE)) return;
    let missing = boundary - score;
    work.tasks.forEach(({ points }, task) => {
      const got = byTask[task];
      const room = Math.min(missing, points - (got?.[pupil] ?? 0));
      if (!got || room <= 0) return;
      got[pupil] = (got[pupil] ?? 0) + room;
      missing -= room;
    });
    scores[pupil] = boundary;
  });
}
