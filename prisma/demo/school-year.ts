/** All invented source data of one school in one school year. */
import { contextFigures } from './context-figures';
import { egeFigures, ogeFigures } from './exam-figures';
import type { SchoolYearFigures } from './figures';
import type { Latent } from './latent-quality';
import { calendarDay } from './moments';
import { signsFound } from './objectivity-signs';
import type { RandomSource } from './random';
import { attestationFigures, olympiadFigures, type Stage } from './school-life-figures';
import { type DemoSchool, identityOn } from './schools';

/** Half of the pupils go on after grade 9. */
const GO_ON = 0.5;
/** A school that expects a smaller grade 11 sometimes has none: its criteria on ЕГЭ are «не применимо» that year. */
const SMALL_GRADE_11 = 24;
const NO_GRADE_11 = 0.12;

export type Grades = { from: number; to: number };

/** Weights of grades: upper grades are half as large. */
export function weight(grades: Grades, low: number, high: number): number {
  let sum = 0;
  for (let grade = Math.max(low, grades.from); grade <= Math.min(high, grades.to); grade += 1) {
    sum += grade > 9 ? GO_ON : 1;
  }
  return sum;
}

function stageOf(pupils: number, grades: Grades): Stage {
  const all = weight(grades, 1, 11);
  const inGrades = (low: number, high: number) => Math.round((pupils * weight(grades, low, high)) / all);
  return {
    primary: inGrades(1, 4),
    basic: inGrades(5, 9),
    secondary: inGrades(10, 11),
    grades4to11: inGrades(4, 11),
    grades7to11: inGrades(7, 11),
  };
}

/** Figures of the school year that began in `autumn`. */
export function schoolYearFigures(
  school: DemoSchool,
  autumn: number,
  latent: Latent,
  draw: RandomSource,
): SchoolYearFigures {
  const random = draw('figures', school.code, autumn);
  const { grades } = identityOn(school, calendarDay(autumn, 9, 1));
  const pupils = Math.max(8, Math.round(school.pupils * Math.exp(0.012 * (autumn - 2019) + 0.02 * random.normal())));
  const stage = stageOf(pupils, grades);
  const cohort = pupils / weight(grades, 1, 11);
  const graduates = (grade: number) =>
    grade < grades.from || grade > grades.to
      ? 0
      : Math.max(0, Math.round(cohort * (grade > 9 ? GO_ON : 1) + 0.5 * Math.sqrt(cohort) * random.normal()));
  const graduates9 = graduates(9);
  const noGrade11 = cohort * GO_ON < SMALL_GRADE_11 && random.chance(NO_GRADE_11);
  const graduates11 = noGrade11 ? 0 : graduates(11);
  const { quality, conditions, leniency } = latent;
  return {
    oge: ogeFigures(graduates9, quality, random),
    ege: egeFigures(graduates11, quality, random),
    signs: signsFound(
      {
        teachesPrimary: grades.from <= 4,
        crossesFourToFive: grades.from <= 4 && grades.to >= 5,
        graduates9,
        graduates11,
        cohort,
      },
      leniency,
      random,
    ),
    olympiad: olympiadFigures(stage, quality, random),
    attestation: attestationFigures(pupils, stage, quality, random),
    context: contextFigures(pupils, school.urban, conditions, draw('context', school.code), random),
  };
}
