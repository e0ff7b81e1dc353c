/** What each criterion of one table gives a school: what the list, its firmness and the way out of it are made of. */
import { isDefinite } from './answers';
import { applicableCriteria, type InstrumentDefinition, type SchoolGrades } from './instrument';
import { type StoredAnswers, scoreOfCriterion } from './scoring';

/** Points of a criterion that applies to the school; `maximum` is 0 when it was answered «не применимо». */
export interface CriterionPoints {
  code: string;
  negativeSum: number;
  maximum: number;
  /** answered «да», «нет» or by a list of signs, so that it says something about the school */
  definite: boolean;
}

/** The criteria of a table that apply to the school, in the order of the card; their sums are the table's of `scoreOf`. */
export function criterionPoints(
  instrument: InstrumentDefinition,
  tableCode: string,
  grades: SchoolGrades,
  answers: StoredAnswers,
): CriterionPoints[] {
  return applicableCriteria(instrument, grades)
    .filter(({ table }) => table.code === tableCode)
    .map(({ criterion }) => {
      const { answer, points, maximum } = scoreOfCriterion(criterion, answers[criterion.code]);
      return { code: criterion.code, negativeSum: points.length, maximum, definite: isDefinite(answer) };
    });
}
