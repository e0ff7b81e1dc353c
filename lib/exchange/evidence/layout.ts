/** A layout: one way in which files tell one kind of thing, with its columns and how its lines become facts. */
import type { FactKind, Facts, VprScaleFact } from '@/lib/domain/evidence/facts';
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import type { ColumnSpec } from './columns';
import type { RowReader } from './row-reader';
import type { SchoolText } from './school-text';
import type { TableRow } from './table';
import type { Titles } from './titles';

export type FoundFact = {
  [Kind in FactKind]: {
    type: 'fact';
    kind: Kind;
    schoolYear: string;
    /** null: the region's own line, or an official scale */
    school: SchoolText | null;
    fact: Facts[Kind];
    row: number;
  };
}[FactKind];

export interface FoundFault {
  type: 'fault';
  cell: string;
  message: string;
}

export type Found = FoundFact | FoundFault;

export interface SheetContext {
  sheet: string;
  /** of rows that name none */
  schoolYear: string;
  titles: Titles;
  /** whose the rows are that name no school; null: they must name it */
  school: SchoolText | null;
  /** official scales by scaleKey */
  scales: ReadonlyMap<string, VprScaleFact>;
  /** the columns found */
  at: ReadonlyMap<string, number>;
  headers: readonly string[];
  headerRow: number;
  /** the first rows under the header, to judge the sheet by */
  sample: readonly TableRow[];
  /** something that is worth telling and is no fault; said once */
  note(message: string): void;
}

export interface LineReader {
  /** what the row says at once */
  line(reader: RowReader): Found[];
  /** what all rows together say */
  end(): Found[];
}

export interface Layout {
  kind: ImportKind;
  columns: readonly ColumnSpec[];
  /** fields of columns that are not known before: scores, tasks */
  further?: (header: string) => string | null;
  /** whether columns that are all there mean this layout and no other */
  fits?: (at: ReadonlyMap<string, number>, sample: readonly TableRow[]) => boolean;
  /** obligatory fields that the title of the table may tell in place of a column */
  inTitle?: readonly ('grade' | 'subject')[];
  /** a line must name its school by one of the columns of a school */
  schools: boolean;
  reader(context: SheetContext): LineReader;
}

/** Under which scales are given to the reader of protocols. */
export function scaleKey(schoolYear: string, grade: number, subject: string): string {
  return `${schoolYear}|${grade}|${subject}`;
}
