/** A handful of filled cards, from a school without a worry to one in trouble, from which the scale is made. */
import type { Answer } from '@/lib/domain/answers';
import {
  applicableCriteria,
  type CriterionDefinition,
  type InstrumentDefinition,
  type SchoolGrades,
} from '@/lib/domain/instrument';
import { type Score, type StoredAnswers, scoreOf } from '@/lib/domain/scoring';

/** How bad it can be: 0 is no worry at all, the last one nearly every criterion. */
export const DEGREES = 24;

/** What schools teach. */
export const GRADES: readonly SchoolGrades[] = [
  { from: 1, to: 11 },
  { from: 1, to: 9 },
  { from: 1, to: 4 },
];

/** How far the school has come with its card. */
export const PROGRESS = ['WHOLE', 'HALF', 'NOTHING'] as const;

export interface AnswerPattern {
  grades: SchoolGrades;
  answers: StoredAnswers;
  score: Score;
  answered: number;
  applicable: number;
}

/** All patterns; the place of one is `patternNumber`. */
export function answerPatterns(instrument: InstrumentDefinition): AnswerPattern[] {
  return PROGRESS.flatMap((progress) =>
    Array.from({ length: DEGREES }, (_, degree) =>
      GRADES.map((grades) => answerPattern(instrument, grades, degree, progress)),
    ).flat(),
  );
}

/** The SQL of a pattern's place in `answerPatterns`, from SQL of its progress, degree and grades. */
export function patternNumberSql(progress: string, degree: string, grades: string): string {
  return `((${progress}) * ${DEGREES * GRADES.length} + (${degree}) * ${GRADES.length} + (${grades}))`;
}

function answerPattern(
  instrument: InstrumentDefinition,
  grades: SchoolGrades,
  degree: number,
  progress: (typeof PROGRESS)[number],
): AnswerPattern {
  const criteria = applicableCriteria(instrument, grades).map(({ criterion }) => criterion);
  const filled = { WHOLE: criteria.length, HALF: Math.ceil(criteria.length / 2), NOTHING: 0 }[progress];
  const answers: StoredAnswers = Object.fromEntries(
    criteria
      .slice(0, filled)
      .map((criterion, place) => [criterion.code, { declared: answerOf(criterion, degree, place) }]),
  );
  return {
    grades,
    answers,
    score: scoreOf(instrument, grades, answers),
    answered: filled,
    applicable: criteria.length,
  };
}

/** The same answer at every run: a criterion fires from its own degree on, and a few do not concern the school. */
function answerOf(criterion: CriterionDefinition, degree: number, place: number): Answer {
  const share = degree / (DEGREES - 1);
  if (criterion.type === 'SIGN_COUNT') {
    return criterion.signs.slice(0, Math.round(criterion.signs.length * share * 0.6)).map((sign) => sign.code);
  }
  if ((place * 7 + degree) % 29 === 0) return 'na';
  return ((place * 5) % 23) / 23 < share * 0.85 ? 'yes' : 'no';
}
