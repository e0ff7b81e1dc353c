import { type IdentificationRule, ranks } from '@/lib/domain/identification';
import { proposedCodes, scoredSchools } from './proposal';
import type { RankingRecord } from './ranking-rows';
import type { RankingItem } from './schema';

/** What the place and the proposal of one school depend on: all the others. */
export interface Standing {
  places: ReadonlyMap<string, number>;
  proposed: ReadonlySet<string>;
}

export function standingOf(rule: IdentificationRule | null, rows: readonly RankingRecord[]): Standing {
  return { places: ranks(scoredSchools(rows)), proposed: proposedCodes(rule, rows) };
}

/** A school of the ranking as the API gives it. */
export function rankingItem(row: RankingRecord, { places, proposed }: Standing): RankingItem {
  const { schoolId, schoolCode, schoolName, negativeSum, maximum, previousNegativeSum, confirmed, status } = row;
  return {
    schoolId,
    schoolCode,
    schoolName,
    negativeSum,
    maximum,
    share: negativeSum === null || !maximum ? null : negativeSum / maximum,
    previousNegativeSum,
    rank: places.get(schoolCode) ?? null,
    proposed: proposed.has(schoolCode),
    confirmed,
    status,
  };
}
