/**
 * Old cards under another version of the instrument. Criteria are the same when their codes and kinds are, signs when
 * their codes are. What the other version asks and the card was never asked stays without an answer, in the maximum: it
 * is counted and named, never guessed. The stored score of the old year does not change by this.
 */
import type { StoredAnswer } from './answers';
import {
  applicableCriteria,
  type CriterionDefinition,
  type InstrumentDefinition,
  type PlacedCriterion,
  placedCriteria,
  type SchoolGrades,
} from './instrument';
import { type PartScore, type Score, type StoredAnswers, scoreOf, scoreOfCriterion } from './scoring';

/** A filled card: by which version, for which grades, with which answers. */
export interface FilledCard {
  instrument: InstrumentDefinition;
  grades: SchoolGrades;
  answers: StoredAnswers;
}

/** A criterion, or some signs of one, that a school is asked by one version and not by the other. */
export interface UnmatchedCriterion {
  code: string;
  text: string;
  tableCode: string;
  /** only these signs have no counterpart; undefined: the whole criterion has none */
  signs?: string[];
  /** points that it could give at most */
  maximum: number;
}

export interface UnmatchedPoints extends UnmatchedCriterion {
  /** points that the card has on it */
  points: number;
}

/** A card's score under another version, with what could not be carried there. */
export interface RescoredCard {
  score: Score;
  /** asked by the other version and never of this card: no answer, and no point, whatever is true of the school */
  unanswerable: UnmatchedCriterion[];
  /** asked of this card and not by the other version: these points are gone */
  dropped: UnmatchedPoints[];
}

/** The card as if it had been filled in by `target`: the answers that both versions ask for, and no others. */
export function cardUnder(card: FilledCard, target: InstrumentDefinition): FilledCard {
  return { instrument: target, grades: card.grades, answers: answersUnder(card, target) };
}

/** The score of a card as if it had been filled in by `target`; `tableCode` narrows what is named to one table. */
export function rescored(card: FilledCard, target: InstrumentDefinition, tableCode?: string): RescoredCard {
  return {
    score: scoreOf(target, card.grades, answersUnder(card, target)),
    unanswerable: askedOnlyBy(target, card.instrument, card.grades, tableCode),
    dropped: pointsOnlyOn(card, target, tableCode),
  };
}

/**
 * The criteria and signs that `instrument` asks of a school with these grades and `other` does not. With a table code
 * only that table is read, and a criterion that stands in another table of `other` has no counterpart.
 */
export function askedOnlyBy(
  instrument: InstrumentDefinition,
  other: InstrumentDefinition,
  grades: SchoolGrades,
  tableCode?: string,
): UnmatchedCriterion[] {
  const counterparts = askedByCode(other, grades, tableCode);
  return applicableCriteria(instrument, grades)
    .filter(({ table }) => tableCode === undefined || table.code === tableCode)
    .flatMap((placed) => unmatched(placed, counterparts.get(placed.criterion.code)));
}

/** The criteria and signs of a card that `other` would not have asked, with the card's points on them. */
export function pointsOnlyOn(card: FilledCard, other: InstrumentDefinition, tableCode?: string): UnmatchedPoints[] {
  const criteria = askedByCode(card.instrument, card.grades, tableCode);
  return askedOnlyBy(card.instrument, other, card.grades, tableCode).map((only) => {
    const criterion = criteria.get(only.code);
    const points = criterion ? scoreOfCriterion(criterion, card.answers[only.code]).points : [];
    return { ...only, points: points.filter(({ sign }) => !only.signs || (sign && only.signs.includes(sign))).length };
  });
}

/** Points of one table, or of the whole card without a table code; 0 of 0 for a table that the score has not. */
export function partOf(score: Score, tableCode?: string): Pick<PartScore, 'negativeSum' | 'maximum'> {
  const part = tableCode === undefined ? score : score.tables.find((table) => table.code === tableCode);
  return { negativeSum: part?.negativeSum ?? 0, maximum: part?.maximum ?? 0 };
}

/** A card's answers as far as the target asks the same; signs that the target does not know score nothing there. */
function answersUnder(card: FilledCard, target: InstrumentDefinition): StoredAnswers {
  const asked = askedByCode(card.instrument, card.grades);
  const carried = placedCriteria(target).flatMap(({ criterion }): [string, StoredAnswer][] => {
    const stored = card.answers[criterion.code];
    return stored && asked.get(criterion.code)?.type === criterion.type ? [[criterion.code, stored]] : [];
  });
  return Object.fromEntries(carried);
}

/** The criteria that a school with these grades is asked, by code. */
function askedByCode(
  instrument: InstrumentDefinition,
  grades: SchoolGrades,
  tableCode?: string,
): Map<string, CriterionDefinition> {
  const asked = applicableCriteria(instrument, grades);
  const inTable = asked.filter(({ table }) => tableCode === undefined || table.code === tableCode);
  return new Map(inTable.map(({ criterion }) => [criterion.code, criterion]));
}

function hasSign(criterion: CriterionDefinition, code: string): boolean {
  return criterion.signs.some((sign) => sign.code === code);
}

function unmatched(placed: PlacedCriterion, counterpart: CriterionDefinition | undefined): UnmatchedCriterion[] {
  const { table, criterion } = placed;
  const named = { code: criterion.code, text: criterion.text, tableCode: table.code };
  if (!counterpart || counterpart.type !== criterion.type) {
    return [{ ...named, maximum: criterion.type === 'SIGN_COUNT' ? criterion.signs.length : 1 }];
  }
  const signs = criterion.signs.map((sign) => sign.code).filter((code) => !hasSign(counterpart, code));
  return signs.length === 0 ? [] : [{ ...named, signs, maximum: signs.length }];
}
