import type { EffectReview } from '@/lib/domain/effectiveness/review';
import type { MeasureKind } from './measures';

/** What the page of effectiveness shows. */
export interface EffectivenessView {
  /** null: the whole region */
  municipality: { id: string; name: string } | null;
  /** null: no two closed campaigns in sight */
  period: Period | null;
  /** school years with closed campaigns, the newest first */
  schoolYears: string[];
  review: EffectReview;
  measures: { kind: MeasureKind; review: EffectReview }[];
  /** of a region: each municipality with a list; empty for one municipality */
  municipalities: { id: string; name: string; review: EffectReview }[];
  /** unsupported schools that a later list took before the end of the period */
  supportedLater: number;
  /** supported schools without an accepted card at the end */
  lost: number;
  /** schools whose two cards are of different versions: their sums are not comparable as they stand */
  otherCard: number;
}

export interface Period {
  from: string;
  to: string;
  /** school years between the list and the outcome */
  years: number;
}
