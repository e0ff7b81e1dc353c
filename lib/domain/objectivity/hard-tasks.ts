/**
 * S5: easy tasks are done worse than in the region and hard ones better, which suggests help with the hard ones. domain.md
 * 2.1, sign B, and 2.4. Levels: Б is easy, П and В are hard.
 */
import type { TaskLevel, VprTaskFact } from '../evidence/facts';
import { mean } from '../statistics';
import type { Reference } from './reference';
import type { ObjectivitySettings } from './settings';
import { abstained, decided, flag } from './sign-outcome';
import type { SignOutcome } from './signs';

export type TaskResult = Pick<VprTaskFact, 'task' | 'level' | 'participants' | 'percent'>;

/** Tasks of several schools as one: percents weighted by participants, schools without that number counted as one each. */
export function pooledTasks(schools: readonly (readonly TaskResult[])[]): TaskResult[] | null {
  const tasks = new Map<string, { level: TaskLevel; pupils: number; done: number }>();
  for (const { task, level, participants, percent } of schools.flat()) {
    const weight = participants ?? 1;
    const known = tasks.get(task) ?? { level, pupils: 0, done: 0 };
    tasks.set(task, { level: known.level, pupils: known.pupils + weight, done: known.done + weight * percent });
  }
  const pooled = [...tasks].flatMap(([task, { level, pupils, done }]) =>
    pupils > 0 ? [{ task, level, participants: pupils, percent: done / pupils }] : [],
  );
  return pooled.length === 0 ? null : pooled;
}

/** `pupils`: participants by another file of the same work, used where the tasks do not tell. */
export function hardTasks(
  tasks: readonly TaskResult[],
  reference: Reference<readonly TaskResult[]> | null,
  pupils: number | null,
  settings: ObjectivitySettings,
): SignOutcome {
  const told = tasks.flatMap(({ participants }) => (participants === null ? [] : [participants]));
  const n = told.length > 0 ? Math.max(...told) : pupils;
  if (tasks.length === 0 || !reference || n === null || n < settings.s5MinimumN) return abstained('S5', { n });
  const region = new Map(reference.value.map((task) => [task.task, task.percent]));
  const differences = tasks.flatMap(({ task, level, percent }) => {
    const other = region.get(task);
    return other === undefined ? [] : [{ easy: level === 'Б', difference: percent - other }];
  });
  const of = (easy: boolean) => differences.filter((task) => task.easy === easy).map(({ difference }) => difference);
  const [easy, hard] = [mean(of(true)), mean(of(false))];
  const figures = {
    ...{ n, easyTasks: of(true).length, hardTasks: of(false).length, easyDifference: easy, hardDifference: hard },
    referenceIsMunicipality: flag(reference.isMunicipality),
  };
  if (easy === null || hard === null) return abstained('S5', figures);
  // percents come with decimals, whose differences carry an error of the last binary digit
  const found = easy <= -settings.s5Easy + 1e-9 && hard >= settings.s5Hard - 1e-9;
  return decided('S5', found, figures);
}
