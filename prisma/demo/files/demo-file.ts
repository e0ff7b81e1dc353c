/** One file of the demonstration region: what is brought in, by whom, and its bytes. */
import type { FactKind } from '@/lib/domain/evidence/facts';
import { schoolYearFrom } from '@/lib/domain/school-year';
import type { Person } from '../people';
import type { DemoMunicipality } from '../territory';

export interface DemoFile {
  kind: FactKind;
  schoolYear: string;
  /** null: for the whole region */
  municipality: DemoMunicipality | null;
  by: Person;
  fileName: string;
  contents: Uint8Array;
}

/** What a cell holds; null: nothing is known, which is not 0. */
export type Cell = string | number | null;

/** A table as the kind's template has it: the values of each row in the order of the header. */
export interface DemoTable {
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** How the region's own line is named in place of a school's code. */
export const REGION_LINE = 'регион';

export const yearOf = schoolYearFrom;

/** As statisticians write it: so many digits after the comma. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
