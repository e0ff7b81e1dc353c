/** The sum of negative criteria. contract.md «Scoring rule»; domain.md 1.1 [SEED-1, slides 10–13]. */
import { type Answer, type AnswerSource, countedAnswer, type StoredAnswer } from './answers';
import {
  applicableCriteria,
  type CriterionDefinition,
  type InstrumentDefinition,
  type SchoolGrades,
} from './instrument';

/** One negative point: a criterion answered «да», or one sign found. */
export interface Point {
  criterion: string;
  sign?: string;
  points: 1;
  source: AnswerSource;
}

/** Points of a table or group: negativeSum of maximum. */
export interface PartScore {
  code: string;
  negativeSum: number;
  maximum: number;
}

/** Points (negativeSum, maximum) and the share 0..1 of the maximum; share is null when nothing is applicable. */
export interface Score {
  negativeSum: number;
  maximum: number;
  share: number | null;
  tables: PartScore[];
  groups: PartScore[];
  points: Point[];
}

/** Answers by criterion code. */
export type StoredAnswers = Record<string, StoredAnswer>;

/** One criterion of a card: the answer that counts and what it gives. */
export interface CriterionScore {
  answer: Answer;
  points: Point[];
  /** points that this answer could have given; 0 for «не применимо» */
  maximum: number;
}

/** What one criterion gives: 1 point for «да», 1 for each distinct sign of the criterion that was found. */
export function scoreOfCriterion(criterion: CriterionDefinition, stored: StoredAnswer | undefined): CriterionScore {
  const { answer, source } = countedAnswer(stored ?? { declared: null });
  const points: Point[] = [];
  if (Array.isArray(answer)) {
    for (const sign of criterion.signs) {
      if (answer.includes(sign.code)) points.push({ criterion: criterion.code, sign: sign.code, points: 1, source });
    }
  } else if (answer === 'yes' && criterion.type === 'YES_NO') {
    points.push({ criterion: criterion.code, points: 1, source });
  }
  const whole = criterion.type === 'SIGN_COUNT' ? criterion.signs.length : 1;
  return { answer, points, maximum: answer === 'na' ? 0 : whole };
}

/**
 * The score of a card: «да» 1 point, «нет» 0, one point for each distinct sign; «не применимо» and criteria that do not
 * apply to the school give 0 points and no part of the maximum. An unanswered criterion gives 0 points and stays in the
 * maximum. The maximum of a SIGN_COUNT criterion is the number of its signs.
 */
export function scoreOf(instrument: InstrumentDefinition, grades: SchoolGrades, answers: StoredAnswers): Score {
  const tables = new Map<string, PartScore>();
  const groups = new Map<string, PartScore>();
  const points: Point[] = [];
  const part = (parts: Map<string, PartScore>, code: string): PartScore => {
    const known = parts.get(code) ?? { code, negativeSum: 0, maximum: 0 };
    parts.set(code, known);
    return known;
  };

  for (const table of instrument.tables) {
    part(tables, table.code);
  }
  for (const { table, group, criterion } of applicableCriteria(instrument, grades)) {
    const { points: found, maximum } = scoreOfCriterion(criterion, answers[criterion.code]);
    for (const place of [part(tables, table.code), part(groups, group.code)]) {
      place.negativeSum += found.length;
      place.maximum += maximum;
    }
    points.push(...found);
  }

  const all = [...tables.values()];
  const negativeSum = all.reduce((sum, table) => sum + table.negativeSum, 0);
  const maximum = all.reduce((sum, table) => sum + table.maximum, 0);
  return {
    negativeSum,
    maximum,
    share: maximum === 0 ? null : negativeSum / maximum,
    tables: all,
    groups: [...groups.values()],
    points,
  };
}
