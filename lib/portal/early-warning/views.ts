import type { BackTest } from '@/lib/domain/early-warning/back-test';
import type { DrivingGroup } from '@/lib/domain/early-warning/driving-groups';
import type { ForecastLine } from '@/lib/domain/early-warning/forecast';

export interface Warning {
  schoolId: string;
  schoolCode: string;
  name: string;
  municipalityName: string;
  /** the oldest first */
  sums: readonly [number, number, number];
  /** points, and the sum from which the rule proposes */
  forecast: number;
  threshold: number;
  /** 0..1 */
  chance: number;
  groups: (DrivingGroup & { title: string })[];
}

/** What the page of early warning shows. */
export interface EarlyWarningView {
  municipality: { id: string; name: string } | null;
  /** the last year known; null: no closed campaign */
  schoolYear: string | null;
  /** null: too few years for a forecast */
  line: ForecastLine | null;
  /** schools that were judged and have no warning */
  quiet: number;
  /** schools off the list without three years in a row, or without a rule: not judged */
  short: number;
  warnings: Warning[];
  tested: {
    years: string[];
    forecast: BackTest;
    /** the same sum as last year */
    naive: BackTest;
    /** as many warnings by the highest last sums */
    highest: BackTest;
  };
}
