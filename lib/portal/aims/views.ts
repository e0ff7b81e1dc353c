import type { PositionState } from '@/lib/domain/aims/completeness';
import type { IndicatorUnit, TargetState } from '@/lib/domain/aims/indicators';
import type { LinkKind, PositionCode } from '@/lib/domain/aims/positions';
import type { SupportFileView } from '@/lib/portal/support-files/views';

/** Whose cycle, of which year, and what else could be looked at. */
export interface AimsPlace {
  municipalityId: string;
  municipality: string;
  schoolYear: string;
  schoolYears: string[];
  municipalities: { id: string; name: string }[];
  mayChange: boolean;
}

export interface LinkedThing {
  type: LinkKind;
  id: string;
  title: string;
  note: string;
  /** null: it lies outside the viewer's sight, or is no longer there */
  href: string | null;
}

export interface PositionView {
  id: string;
  code: PositionCode;
  text: string;
  version: number;
  changedBy: string;
  changedAt: Date;
  state: PositionState;
  missing: string[];
  links: LinkedThing[];
  files: SupportFileView[];
}

export interface IndicatorView {
  code: string;
  title: string;
  unit: IndicatorUnit;
  moreIsBetter: boolean;
  source: string;
  /** the portal computes the fact */
  computed: boolean;
  target: number | null;
  fact: number | null;
  /** of what the fact is made: 8 of 43; null where it was entered */
  parts: { part: number; whole: number } | null;
  /** the data that the fact rests on changed last */
  at: Date | null;
  /** the list that the fact counts */
  href: string | null;
  state: TargetState;
  forecast: number | null;
  /** facts of five years, the oldest first */
  history: { schoolYear: string; value: number | null }[];
  /** 0: nothing was set yet */
  version: number;
}

export interface CycleView {
  place: AimsPlace;
  /** false: the year was not begun yet */
  begun: boolean;
  /** the latest earlier year whose texts could be carried over */
  copyFrom: string | null;
  positions: PositionView[];
  complete: number;
  indicators: IndicatorView[];
}

/** Municipalities beside each other: what of the description is there, not how good the schools are. */
export interface CompletenessRow {
  municipalityId: string;
  municipality: string;
  complete: number;
  states: Record<PositionCode, PositionState>;
  withTarget: number;
  changedAt: Date | null;
}

export interface CompletenessView {
  schoolYear: string;
  schoolYears: string[];
  rows: CompletenessRow[];
}

/** A file of the evidence pack: where it stands in the archive. */
export interface PackAttachment {
  path: string;
  title: string;
}
