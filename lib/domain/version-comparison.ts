/** One year's cards under the version they were filled in by and under another one, side by side. */
import { ranks, type ScoredSchool } from './identification';
import type { InstrumentDefinition } from './instrument';
import { type FilledCard, partOf, rescored, type UnmatchedCriterion } from './rescoring';
import { type Score, scoreOf } from './scoring';

/** A school's card of the year. */
export interface SchoolCard extends FilledCard {
  schoolId: string;
  schoolCode: string;
  name: string;
}

/** A school under one version: points and its place among the compared schools (1, 2, 2, 4). */
export interface PlaceUnderVersion {
  negativeSum: number;
  maximum: number;
  rank: number;
}

export interface ComparedSchool {
  schoolId: string;
  schoolCode: string;
  name: string;
  own: PlaceUnderVersion;
  other: PlaceUnderVersion;
  /** points, other − own */
  change: number;
}

/** A criterion without counterpart and how many schools and points it concerns. */
export interface IncomparableCriterion {
  code: string;
  text: string;
  signs?: string[];
  /** schools to which it applies */
  schools: number;
  /** points on the stored cards; always 0 for what was never asked */
  points: number;
}

export interface VersionComparison {
  /** in the order given */
  schools: ComparedSchool[];
  /** asked by the other version only: no school has an answer there, so that its sums are rather too low than too high */
  unanswerable: IncomparableCriterion[];
  /** asked by the cards' own versions only */
  dropped: IncomparableCriterion[];
}

/** All cards of a year under `other`; `tableCode`: one table alone. Nothing that is stored changes. */
export function compareVersions(
  cards: readonly SchoolCard[],
  other: InstrumentDefinition,
  tableCode?: string,
): VersionComparison {
  const compared = cards.map((card) => {
    const again = rescored(card, other, tableCode);
    const own = scoreOf(card.instrument, card.grades, card.answers);
    return { again, own: scored(card, own, tableCode), other: scored(card, again.score, tableCode) };
  });
  const ownRanks = ranks(compared.map(({ own }) => own));
  const otherRanks = ranks(compared.map((school) => school.other));
  return {
    schools: compared.map((school) => ({
      schoolId: school.own.schoolId,
      schoolCode: school.own.schoolCode,
      name: school.own.name,
      own: placeOf(school.own, ownRanks),
      other: placeOf(school.other, otherRanks),
      change: school.other.negativeSum - school.own.negativeSum,
    })),
    unanswerable: byCriterion(compared.flatMap(({ again }) => again.unanswerable)),
    dropped: byCriterion(compared.flatMap(({ again }) => again.dropped)),
  };
}

function scored({ schoolId, schoolCode, name }: SchoolCard, score: Score, tableCode?: string): ScoredSchool {
  return { schoolId, schoolCode, name, ...partOf(score, tableCode) };
}

function placeOf({ schoolCode, negativeSum, maximum }: ScoredSchool, places: Map<string, number>): PlaceUnderVersion {
  return { negativeSum, maximum, rank: places.get(schoolCode) ?? 1 };
}

/** Schools and points of each criterion, in the order in which they first appear. */
export function byCriterion(parts: readonly (UnmatchedCriterion & { points?: number })[]): IncomparableCriterion[] {
  const found = new Map<string, IncomparableCriterion>();
  for (const { code, text, signs, points } of parts) {
    const key = JSON.stringify([code, signs ?? null]);
    const known = found.get(key) ?? { code, text, ...(signs ? { signs } : {}), schools: 0, points: 0 };
    found.set(key, { ...known, schools: known.schools + 1, points: known.points + (points ?? 0) });
  }
  return [...found.values()];
}
