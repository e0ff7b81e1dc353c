/** What differs between two sets of answers: the last revision and now, last year and this one. */
import { type Answer, sameAnswer } from './answers';
import { type CriterionDefinition, type InstrumentDefinition, placedCriteria } from './instrument';
import { scoreOfCriterion } from './scoring';

/** Counted answers by criterion code; a criterion that is not there was not answered. */
export type CountedAnswers = Record<string, Answer>;

export interface AnswerChange {
  criterion: string;
  /** the wording of the criterion */
  text: string;
  from: Answer;
  to: Answer;
  /** points that the change adds; negative when it takes points off */
  points: number;
}

export interface CardDifference {
  /** in the order of the card */
  changes: AnswerChange[];
  /** change of the sum by all changes together */
  points: number;
  /** codes answered on either side of which this instrument knows nothing, so that they are not compared */
  unknown: string[];
}

/** The difference of two sets of answers, both read by the wording and signs of `instrument`. */
export function cardDifference(
  instrument: InstrumentDefinition,
  from: CountedAnswers,
  to: CountedAnswers,
): CardDifference {
  const criteria = placedCriteria(instrument).map(({ criterion }) => criterion);
  const changes = criteria.flatMap((criterion) => changeOf(criterion, from, to));
  const known = new Set(criteria.map((criterion) => criterion.code));
  return {
    changes,
    points: changes.reduce((sum, change) => sum + change.points, 0),
    unknown: [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((code) => !known.has(code)).sort(),
  };
}

function changeOf(criterion: CriterionDefinition, from: CountedAnswers, to: CountedAnswers): AnswerChange[] {
  const before = from[criterion.code] ?? null;
  const after = to[criterion.code] ?? null;
  if (sameAnswer(before, after)) return [];
  const pointsOf = (answer: Answer) => scoreOfCriterion(criterion, { declared: answer }).points.length;
  const points = pointsOf(after) - pointsOf(before);
  return [{ criterion: criterion.code, text: criterion.text, from: before, to: after, points }];
}
