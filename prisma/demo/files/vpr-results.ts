/** Invented results of ВПР of the whole region in one year, around each school's quality and with its biases. */
import type { RandomSource } from '../random';
import { advancedSubjects } from '../school-changes';
import { weight } from '../school-year';
import type { ExamLine } from './exams';
import type { SchoolResults } from './school-results';
import { type Bias, biases, type Sitting } from './vpr-bias';
import { classAbilities, type WorkResult, writtenWork } from './vpr-pupils';
import { shiftOf, VPR_SUBJECTS, type VprSubject, type Work, worksOf } from './vpr-works';

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
const GRADE_SD = 0.03;
/** An unconfirmed school above the region stays within so many standard errors, or it would look biased (S1). */
const HONEST_ERRORS = 0.4;
/** S1: the mean is lifted above the region by so much, and by so many standard errors in small classes. */
const LIFT = 0.8;
const LIFT_ERRORS = 3.8;
/** S3: the class of grade 5 falls so far below what the school is. */
const DROP = 1.5;

/** Pupils of a class that began school in one autumn: the same children every year; seven in a hundred stay away. */
function classSize({ school, autumn, figures, grades }: SchoolResults, grade: number, draw: RandomSource): number {
  const began = autumn - grade;
  const cohort = figures.context.pupils / weight(grades, 1, 11);
  const children = cohort + 0.4 * Math.sqrt(cohort) * draw('files', 'class', school.code, began).normal();
  return Math.max(1, Math.round(0.93 * children));
}

/** Subjects in which neither advanced study nor ЕГЭ at the region's mean or above explains high results. */
function unconfirmedSubjects(results: SchoolResults, region: readonly ExamLine[]): Set<VprSubject> {
  const { ege } = results.figures;
  const mean = { 'Русский язык': ege?.russian.mean, Математика: ege?.advancedMathematics?.mean };
  const advanced = new Set<string>(advancedSubjects(results.school));
  return new Set(
    VPR_SUBJECTS.filter((subject) => {
      const line = region.find(
        (candidate) => candidate.exam === 'ЕГЭ' && candidate.subject === subject && candidate.level !== 'база',
      );
      const own = mean[subject];
      return !advanced.has(subject) && (own === undefined || !line || own < (line.meanScore ?? 0) + 0.01);
    }),
  );
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
      sum += pupils * (held ? Math.min(own, honestMost(mean, pupils / 5)) : own);
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
function journalOf(pupils: number, biased: boolean, random: RandomSource, key: string): JournalCounts {
  const chance = random('files', 'journal', key);
  const differing = Math.floor(pupils * (biased ? 0.62 + 0.14 * chance.uniform() : 0.12 + 0.08 * chance.uniform()));
  const lowered = Math.round(differing * (biased ? 0.15 : 0.6 + 0.2 * chance.uniform()));
  const gap2 = Math.floor(pupils * (biased ? 0.14 : 0.01));
  return { lowered, confirmed: pupils - differing, raised: differing - lowered, gap2 };
}

/** All sittings of the year, schools in the order given. `region`: the region's lines of exams of the same year. */
export function vprResults(
  schools: readonly SchoolResults[],
  region: readonly ExamLine[],
  draw: RandomSource,
): VprResult[] {
  const autumn = schools[0]?.autumn ?? 0;
  const works = worksOf(autumn).map((work) => ({ work, shift: shiftOf(work) }));
  const prepared = schools.map((results) => {
    const { school, grades, steadyQuality } = results;
    const unconfirmed = unconfirmedSubjects(results, region);
    const taught = works.filter(({ work }) => work.grade >= grades.from && work.grade <= grades.to);
    const sittings = taught.map(({ work, shift }) => ({ work, shift, pupils: classSize(results, work.grade, draw) }));
    const random = draw('files', 'bias', school.code, autumn);
    const bias: ReadonlyMap<Sitting, Bias> = biases(results.figures.signs, sittings, unconfirmed, random);
    return { results, unconfirmed, sittings, bias, own: REACH * steadyQuality };
  });
  const means = new Map(
    VPR_SUBJECTS.map((subject) => {
      const of = prepared.map(({ own, sittings, unconfirmed }) => ({
        ...{ own, held: unconfirmed.has(subject) },
        pupils: sittings.reduce((sum, { work, pupils }) => sum + (work.subject === subject ? pupils : 0), 0),
      }));
      return [subject as string, regionMean(of.filter(({ pupils }) => pupils > 0))];
    }),
  );
  return prepared.flatMap(({ results, unconfirmed, sittings, bias, own }) =>
    sittings.map((sitting): VprResult => {
      const { work, shift, pupils } = sitting;
      const { code } = results.school;
      const key = `${code}/${work.grade}/${work.subject}`;
      const random = draw('files', 'vpr', key, autumn);
      const mean = means.get(work.subject) ?? 0;
      const steady = own + GRADE_SD * random.normal();
      const honest = unconfirmed.has(work.subject as VprSubject) ? Math.min(steady, honestMost(mean, pupils)) : steady;
      const found = bias.get(sitting) ?? null;
      const children = classAbilities(pupils, draw('files', 'children', code, autumn - work.grade));
      const written = writtenWork(work, children, shift + abilityOf(found, honest, mean, pupils), found, random);
      const journal = journalOf(pupils, found === 'JOURNAL', draw, `${key}/${autumn}`);
      return { ...written, results, work, participants: pupils, journal };
    }),
  );
}
