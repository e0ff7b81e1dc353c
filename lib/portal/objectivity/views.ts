/** What the pages of objectivity show. */
import type { SignCode, SignOutcome, SignResult } from '@/lib/domain/objectivity/signs';
import type { ReviewJson } from '@/lib/portal/objectivity-reviews/schema';

/** A column of the map: a grade and subject of a school year. */
export interface MapColumn {
  schoolYear: string;
  grade: number;
  subject: string;
  /** schools with a sign here */
  schools: number;
}

/** A cell of the map; null where the school has no results at all. */
export interface MapCell {
  result: SignResult;
  /** signs that count */
  signs: SignCode[];
  /** signs that a re-check took away */
  withdrawn: SignCode[];
  /** signs that a re-check found again */
  confirmed: SignCode[];
  /** a review that is not decided yet */
  inReview: boolean;
}

export interface MapRow {
  schoolId: string;
  schoolCode: string;
  name: string;
  /** signs of the row that count */
  signs: number;
  /** one for each column */
  cells: (MapCell | null)[];
}

export interface MapFilter {
  grade: number | null;
  subject: string | null;
  sign: SignCode | null;
}

export interface ObjectivityMapView {
  municipalityId: string;
  municipalityName: string;
  /** the last of the three years */
  schoolYear: string;
  /** school years that have results, the newest first */
  years: string[];
  /** the three years, the oldest first */
  shown: string[];
  /** what can be chosen in these years */
  grades: number[];
  subjects: string[];
  filter: MapFilter;
  columns: MapColumn[];
  rows: MapRow[];
}

/** A sign of a cell with the review that looks into it. */
export interface SignView extends SignOutcome {
  review: ReviewJson | null;
}
