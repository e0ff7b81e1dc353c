/**
 * The change of a sum between two years, split into «изменилась школа» and «изменилась методика».
 *
 * Only what both versions ask can show that the school changed, so that
 *   school = points of the new year on common criteria − points of the old year on common criteria,
 *   method = points of the new year on what is asked for the first time − points of the old year on what is asked no more,
 * and change = school + method exactly. Where nothing was dropped, the school's part is the difference of both years under
 * the old version. Limit: whether a new criterion would have fired a year before nobody knows, so that a real change
 * hidden in it is called methodical; the criteria on which the second part rests are named with their points.
 */
import { type FilledCard, partOf, pointsOnlyOn, type UnmatchedPoints } from './rescoring';
import { countOf, formatChange, NBSP } from './russian';
import { scoreOf } from './scoring';

/** Points; each change is later − earlier. */
export interface ChangeSplit {
  earlierSum: number;
  laterSum: number;
  change: number;
  /** «изменилась школа» */
  school: number;
  /** «изменилась методика» */
  method: number;
  /** asked in the later year only, with the points of the later card */
  newlyAsked: UnmatchedPoints[];
  /** asked in the earlier year only, with the points of the earlier card */
  notAskedAgain: UnmatchedPoints[];
}

/** Splits the change between two cards of one school; `tableCode`: of one table alone. */
export function splitChange(earlier: FilledCard, later: FilledCard, tableCode?: string): ChangeSplit {
  const earlierSum = sumOf(earlier, tableCode);
  const laterSum = sumOf(later, tableCode);
  const newlyAsked = pointsOnlyOn(later, earlier.instrument, tableCode);
  const notAskedAgain = pointsOnlyOn(earlier, later.instrument, tableCode);
  const change = laterSum - earlierSum;
  const method = pointsOf(newlyAsked) - pointsOf(notAskedAgain);
  return { earlierSum, laterSum, change, school: change - method, method, newlyAsked, notAskedAgain };
}

/** The split in Russian, with what cannot be compared. */
export function changeSplitWords({ change, school, method, newlyAsked, notAskedAgain }: ChangeSplit): string {
  const counted = (words: string, criteria: UnmatchedPoints[]) =>
    criteria.length > 0 ? [`${words}: ${countOf(criteria.length, 'критерий', 'критерия', 'критериев')}`] : [];
  const incomparable = [
    ...counted('впервые спрошено', newlyAsked),
    ...counted(`больше не${NBSP}спрашивается`, notAskedAgain),
  ];
  const parts = `школа ${formatChange(school)}, методика ${formatChange(method)}`;
  const limits = incomparable.length > 0 ? ` Сравнить нельзя: ${incomparable.join(', ')}.` : '';
  return `Сумма изменилась на${NBSP}${formatChange(change)}: ${parts}.${limits}`;
}

function sumOf(card: FilledCard, tableCode: string | undefined): number {
  return partOf(scoreOf(card.instrument, card.grades, card.answers), tableCode).negativeSum;
}

function pointsOf(parts: UnmatchedPoints[]): number {
  return parts.reduce((sum, part) => sum + part.points, 0);
}
