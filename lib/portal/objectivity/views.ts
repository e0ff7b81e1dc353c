/** What the pages of objectivity show. */
import type { FactKind, VprJournalFact, VprMarksFact, VprScaleFact } from '@/lib/domain/evidence/facts';
import type { HistogramView } from '@/lib/domain/objectivity/histogram-view';
import type { SignCode, SignOutcome, SignResult } from '@/lib/domain/objectivity/signs';
import type { Trust } from '@/lib/domain/objectivity/trust';
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

/** Pupils by mark in one year. */
export interface MarksOfYear {
  schoolYear: string;
  marks: VprMarksFact | null;
}

/** A file behind the figures of a cell: «приложение.xlsx», rows 12 and 14 of a sheet. */
export interface CellSource {
  kind: FactKind;
  fileName: string;
  appliedAt: Date | null;
  sheet: string;
  rows: number[];
  /** of the region's own line or the official scale, not of the school */
  ofReference: boolean;
}

/** Everything about one cell of the map. */
export interface ObjectivityCellView {
  school: { id: string; code: string; name: string };
  municipalityId: string;
  municipalityName: string;
  schoolYear: string;
  grade: number;
  subject: string;
  signs: SignView[];
  /** null: no primary scores */
  histogram: HistogramView | null;
  /** what the reference curve is: the region's own line, the municipality's schools together, or none */
  curveOf: 'REGION' | 'MUNICIPALITY' | null;
  /** the official scale of the year; null: not loaded */
  scale: VprScaleFact | null;
  journal: { school: VprJournalFact; region: VprJournalFact | null } | null;
  /** the three years, the oldest first */
  marks: MarksOfYear[];
  /** signs in the three years, the oldest first; a year without results is left out */
  years: { schoolYear: string; signs: SignView[] }[];
  sources: CellSource[];
  may: { recheck: boolean; secondResult: boolean; explain: boolean; decide: boolean; map: boolean };
}

/** A school's own page: its cells of three years and what is asked of it. */
export interface SchoolObjectivityView {
  school: { id: string; code: string; name: string };
  municipalityId: string;
  years: string[];
  schoolYear: string;
  columns: MapColumn[];
  row: MapRow | null;
  reviews: ReviewJson[];
  mayMap: boolean;
}

/** A school on the plane «результат × доверие». */
export interface PlanePoint {
  schoolId: string;
  schoolCode: string;
  name: string;
  /** points of the first table, null without an accepted card */
  negativeSum: number | null;
  maximum: number | null;
  /** mean mark of ВПР over all works, weighted by pupils; null: nothing loaded */
  meanMark: number | null;
  trust: Trust;
}

export interface ObjectivityPlaneView {
  municipalityId: string;
  municipalityName: string;
  schoolYear: string;
  years: string[];
  points: PlanePoint[];
}
