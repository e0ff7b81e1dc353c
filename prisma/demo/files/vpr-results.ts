/** Invented results of ВПР of the whole region in one year, around each school's quality and with its biases. */
import type { Random, RandomSource } from '../random';
import { weight } from '../school-year';
import type { SchoolResults } from './school-results';
import { type Bias, biases, type Sitting } from './vpr-bias';
import type { Unconfirmed } from './vpr-confirmed';
import { classAbilities, type WorkResult, writtenWork } from './vpr-pupils';
import { shiftOf, type Work, worksOf } from './vpr-works';

/** Marks of ВПР against those of the journal. */
export interface JournalCounts {
  lowered: number;
  confirmed: number;
  raised: number;
  gap2: number;
}

export interface VprResult extends WorkResult {
  results: SchoolResults;
  work: Work;
  participants: number;
  journal: JournalCounts;
}

/** How far a school's quality moves a pupil's ability, and what a grade and subject add by chance: SD of pupils. */
const REACH = 0.4;
const GRADE_SD = 0.02;
/** An unconfirmed school above the region stays within so many standard errors, or it would look biased (S1). */
const HONEST_ERRORS = 0.2;
/** S1: the mean is lifted above the region by so much, and by so many standard errors in small classes. */
const LIFT = 0.8;
const LIFT_ERRORS = 3.8;
/** S3: the class of grade 5 falls so far below what the school is. */
const DROP = 0.9;

/** Pupils of a class that began school in one autumn: the same children every year; seven in a hundred stay away. */
function classSize({ school, autumn, figures, grades }: SchoolResults, grade: number, draw: RandomSource): number {
  const began = autumn - grade;
  const cohort = figures.context.pupils / weight(grades, 1, 11);
  const children = cohort + 0.4 * Math.sqrt(cohort) * draw('files', 'class', school.code, began).normal();
  return Math.max(1, Math.round(0.93 * children));
}

/**
 * The mean ability of the region when unconfirmed schools above it are held near it: the mean moves with them, so it is
 * looked for step by step.
 */
function regionMean(schools: readonly { own: number; pupils: number; held: boolean }[]): number {
  let mean = 0;
  for (let step = 0; step < 30; step += 1) {
    let [sum, all] = [0, 0];
    for (const { own, pupils, held } of schools) {
      sum += pupils * (held ? Math.min(own, honestMost(mean, pupils)) : own);
      all += pupils;
    }
    mean = all === 0 ? 0 : sum / all;
  }
  return mean;
}

const honestMost = (mean: number, pupils: number) => mean + HONEST_ERRORS / Math.sqrt(pupils);

function abilityOf(bias: Bias | null, own: number, mean: number, pupils: number): number {
  if (bias === 'LIFTED') return mean + Math.max(LIFT, LIFT_ERRORS / Math.sqrt(pupils));
  if (bias === 'HARD_TASKS') return mean;
  return bias === 'DROPPED' ? own - DROP : own;
}

/** Honest: 12 to 20 % of marks differ from the journal's; biased: two thirds, one in seven of all by two marks. */
function journalOf(pupils: number, biased: boolean, chance: Random): JournalCounts {
  const differing = Math.floor(pupils * (biased ? 0.62 + 0.14 * chance.uniform() : 0.12 + 0.08 * chance.uniform()));
  const lowered = Math.round(differing * (biased ? 0.15 : 0.6 + 0.2 * chance.uniform()));
  const gap2 = Math.floor(pupils * (biased ? 0.14 : 0.01));
  return { lowered, confirmed: pupils - differing, raised: differing - lowered, gap2 };
}

/** A school's sittings of a year, each with the shift of its work. */
function sittingsOf(results: SchoolResults, works: readonly Work[], draw: RandomSource): ShiftedSitting[] {
  const { from, to } = results.grades;
  const taught = works.filter(({ grade }) => grade >= from && grade <= to);
  return taught.map((work) => ({ work, shift: shiftOf(work), pupils: classSize(results, work.grade, draw) }));
}

interface ShiftedSitting extends Sitting {
  shift: number;
}

const workKey = ({ grade, subject }: Work) => `${grade}/${subject}`;

/** All sittings of the year, schools in the order given. */
export function vprResults(
  schools: readonly SchoolResults[],
  unconfirmed: Unconfirmed,
  draw: RandomSource,
): VprResult[] {
  const works = worksOf(schools[0]?.autumn ?? 0);
  const prepared = schools.flatMap((results) => {
    const { school, autumn, figures, steadyQuality } = results;
    const sittings = sittingsOf(results, works, draw);
    const random = draw('files', 'bias', school.code, autumn);
    const isHeld = ({ work }: Sitting) => unconfirmed(results, work.grade).has(work.subject);
    const found: ReadonlyMap<Sitting, Bias> = biases(figures.signs, sittings, isHeld, random);
    return sittings.map((sitting) => {
      const bias = found.get(sitting) ?? null;
      return { results, sitting, bias, held: isHeld(sitting), own: REACH * steadyQuality };
    });
  });
  const means = new Map(
    works.map((work) => {
      const sat = prepared.filter(({ sitting }) => sitting.work === work);
      return [workKey(work), regionMean(sat.map(({ own, sitting, held }) => ({ own, pupils: sitting.pupils, held })))];
    }),
  );
  return prepared.map(({ results, sitting: { work, shift, pupils }, bias, held, own }): VprResult => {
    const { school, autumn } = results;
    const key = `${school.code}/${workKey(work)}`;
    const random = draw('files', 'vpr', key, autumn);
    const mean = means.get(workKey(work)) ?? 0;
    const steady = own + GRADE_SD * random.normal();
    const honest = held ? Math.min(steady, honestMost(mean, pupils)) : steady;
    const children = classAbilities(pupils, draw('files', 'children', school.code, autumn - work.grade));
    const written = writtenWork(work, children, shift + abilityOf(bias, honest, mean, pupils), bias, random);
    const journal = journalOf(pupils, bias === 'JOURNAL', draw('files', 'journal', key, autumn));
    return { ...written, results, work, participants: pupils, journal };
  });
}
