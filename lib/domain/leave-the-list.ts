/**
 * «Что изменить, чтобы выйти»: how far a proposed school is above the threshold and which of its points stand in the way.
 * It says what would have to become true of the school, never which answer to give.
 */
import { type IdentificationRule, leastProposedSum, propose, ruleWords, type ScoredSchool } from './identification';
import { type InstrumentDefinition, placedCriteria } from './instrument';
import { countOf, formatNumber, formatPercent, NBSP } from './russian';
import type { Point, Score } from './scoring';

/** One of the school's points of the rule's table. */
export interface PointInTheWay {
  criterion: string;
  criterionText: string;
  sign?: string;
  signText?: string;
  groupCode: string;
  groupTitle: string;
  /** another answer alone would not help: the answer is the school's own word, or a sign that is found in data */
  checkedByData: boolean;
}

export interface WayOut {
  proposed: boolean;
  /** how many of the points would have to go while the maximum and other schools stay as they are; 0: not proposed */
  needed: number;
  /** TOP_N: the answer holds only as long as the other schools' sums do not change */
  dependsOnOthers: boolean;
  /** TOP_N: points above the first school that is not proposed; null otherwise or without such a school. For МОЦ only */
  aboveNext: number | null;
  /** all points of the rule's table in the order of the card; each counts the same, so that any `needed` of them are enough */
  points: PointInTheWay[];
}

/** The mark of a point for which another answer alone does not help, and what it means. */
export const CHECKED_BY_DATA = 'проверяется по данным';
export const CHECKED_BY_DATA_NOTE =
  'Балл снимают изменившиеся результаты, а не другой ответ: МОЦ сверяет такие ответы с данными.';

/**
 * The way out of the proposal for one school. `schools`: all schools that the rule judges, this one among them; `score`:
 * the score of this school's card.
 */
export function wayOut(
  rule: IdentificationRule,
  school: ScoredSchool,
  schools: readonly ScoredSchool[],
  instrument: InstrumentDefinition,
  score: Pick<Score, 'points'>,
): WayOut {
  const taken = propose(rule, schools);
  const proposed = taken.has(school.schoolCode);
  const least = proposed ? leastProposedSum(rule, school, schools) : null;
  const next = schools.filter((other) => !taken.has(other.schoolCode)).map((other) => other.negativeSum);
  return {
    proposed,
    needed: least === null ? 0 : school.negativeSum - least + 1,
    dependsOnOthers: rule.kind === 'TOP_N',
    aboveNext: rule.kind === 'TOP_N' && proposed && next.length > 0 ? school.negativeSum - Math.max(...next) : null,
    points: pointsOfTable(instrument, rule.tableCode, score.points),
  };
}

/** The way out in Russian: how much is missing and, where it is so, that it depends on others. */
export function wayOutWords(way: WayOut, rule: IdentificationRule, school: ScoredSchool): string {
  const sum = `Сумма${NBSP}${formatNumber(school.negativeSum)} из${NBSP}${formatNumber(school.maximum)}`;
  const share = school.maximum === 0 ? '' : ` (${formatPercent(school.negativeSum / school.maximum)})`;
  const place = `${sum}${share}, правило: ${ruleWords(rule)}.`;
  if (!way.proposed) return `${place} По${NBSP}этому правилу школа не${NBSP}предлагается в${NBSP}список.`;
  const needed =
    way.needed === 1
      ? `достаточно снять любой один балл из${NBSP}${formatNumber(way.points.length)}`
      : `нужно снять любые ${countOf(way.needed, 'балл', 'балла', 'баллов')} из${NBSP}${formatNumber(way.points.length)}`;
  const condition = way.dependsOnOthers
    ? `Результат зависит от${NBSP}других школ: если их суммы не${NBSP}изменятся, `
    : `Чтобы школа не${NBSP}предлагалась, `;
  return `${place} ${condition}${needed}.`;
}

function pointsOfTable(instrument: InstrumentDefinition, tableCode: string, points: readonly Point[]): PointInTheWay[] {
  const placed = new Map(placedCriteria(instrument).map((each) => [each.criterion.code, each]));
  return points.flatMap(({ criterion: code, sign, source }) => {
    const place = placed.get(code);
    if (!place || place.table.code !== tableCode) return [];
    const { criterion, group } = place;
    const signText = criterion.signs.find((known) => known.code === sign)?.text;
    return [
      {
        criterion: code,
        criterionText: criterion.text,
        ...(sign === undefined ? {} : { sign, signText: signText ?? sign }),
        groupCode: group.code,
        groupTitle: group.title,
        checkedByData: criterion.type === 'SIGN_COUNT' || source === 'DECLARED',
      },
    ];
  });
}
