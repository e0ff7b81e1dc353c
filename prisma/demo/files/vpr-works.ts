/** The works of ВПР: subjects, scales of marks, tasks. Boundaries as in domain.md 2.5 (2022), maxima and tasks invented. */
import type { Subject } from '@/lib/domain/evidence/subjects';

export interface Task {
  /** «1» … */
  name: string;
  level: 'Б' | 'П' | 'В';
  points: number;
  /** ability at which half of the points are got, in standard deviations of pupils; before the work's own shift */
  difficulty: number;
}

export interface Work {
  grade: number;
  subject: VprSubject;
  from3: number;
  from4: number;
  from5: number;
  maximum: number;
  tasks: readonly Task[];
}

export const VPR_SUBJECTS = ['Русский язык', 'Математика'] as const satisfies readonly Subject[];
export type VprSubject = (typeof VPR_SUBJECTS)[number];
/** Grades for which task by task results are reported in the demonstration. */
export const LAST_GRADE_WITH_TASKS = 6;

type Line = readonly [grade: number, from3: number, from4: number, from5: number, maximum: number];
const SCALES: Record<VprSubject, readonly Line[]> = {
  'Русский язык': [
    [4, 14, 24, 33, 38],
    [5, 18, 29, 39, 45],
    [6, 25, 35, 45, 51],
    [7, 22, 32, 42, 47],
    [8, 26, 32, 45, 51],
  ],
  Математика: [
    [4, 6, 10, 15, 20],
    [5, 7, 11, 15, 20],
    [6, 6, 10, 14, 16],
    [7, 7, 12, 16, 19],
    [8, 8, 15, 21, 25],
  ],
};

const TASKS: readonly (readonly [Task['level'], number])[] = [
  ['Б', -1.2],
  ['Б', -0.9],
  ['Б', -0.6],
  ['П', 0],
  ['П', 0.3],
  ['В', 0.8],
];

/** Six tasks that give `maximum` points together, the shorter ones first. */
function tasksOf(maximum: number): Task[] {
  const least = Math.floor(maximum / TASKS.length);
  const longer = maximum - least * TASKS.length;
  return TASKS.map(([level, difficulty], index) => ({
    ...{ name: String(index + 1), level, difficulty },
    points: least + (index >= TASKS.length - longer ? 1 : 0),
  }));
}

/** The works of a year: «5» asks for one point more in every second year, since scales change. */
export function worksOf(autumn: number): Work[] {
  const stricter = autumn % 2;
  return VPR_SUBJECTS.flatMap((subject) =>
    SCALES[subject].map(([grade, from3, from4, from5, maximum]) => ({
      ...{ grade, subject, from3, from4, from5: from5 + stricter, maximum, tasks: tasksOf(maximum) },
    })),
  );
}

/** How steeply the chance of a point grows with ability. */
const STEEPNESS = 1.15;
/** The ability from which an average pupil of the region gets «3». */
const ABILITY_FOR_3 = -1.35;

export const chanceOf = (ability: number, difficulty: number) =>
  1 / (1 + Math.exp(-STEEPNESS * (ability - difficulty)));

const expectedShare = (work: Work, ability: number) =>
  work.tasks.reduce((sum, { points, difficulty }) => sum + points * chanceOf(ability, difficulty), 0) / work.maximum;

/** What is added to abilities so that «3» begins where it should: some works have milder scales than others. */
export function shiftOf(work: Work): number {
  let [low, high] = [-4, 4];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (expectedShare(work, middle) < work.from3 / work.maximum) low = middle;
    else high = middle;
  }
  return low - ABILITY_FOR_3;
}
