import { type CriterionPoints, criterionPoints } from '@/lib/domain/criterion-points';
import type { JudgedSchool } from '@/lib/domain/firmness';
import type { StoredAnswers } from '@/lib/domain/scoring';
import { scoredSchools } from './proposal';
import type { RankedCampaign } from './ranked-campaign';
import type { RankingRecord } from './ranking-rows';

/** By school code: the points of the table's criteria that apply to the school; schools with an accepted card alone. */
export function pointsOfSchools(
  { instrument, tableCode }: RankedCampaign,
  rows: readonly RankingRecord[],
  answers: ReadonlyMap<string, StoredAnswers>,
): Map<string, CriterionPoints[]> {
  return new Map(
    rows
      .filter((row) => row.status === 'ACCEPTED')
      .map((row) => {
        const grades = { from: row.gradeFrom, to: row.gradeTo };
        return [
          row.schoolCode,
          criterionPoints(instrument.definition, tableCode, grades, answers.get(row.cardId) ?? {}),
        ];
      }),
  );
}

/** The schools with an accepted card as firmness and what-if judge them. */
export function judgedSchools(
  rows: readonly RankingRecord[],
  points: ReadonlyMap<string, CriterionPoints[]>,
): JudgedSchool[] {
  return scoredSchools(rows).map((school) => ({ ...school, criteria: points.get(school.schoolCode) ?? [] }));
}
