/** Sums and shares over the rows of another sheet, as a formula and as the value that it has now. */
import { type Formula, ownCell, type ReportSheet, rangeOf, type SheetCell } from './report-workbook';

/** Rows of the data whose column holds what stands in a cell of the sheet with the formula. */
export interface Condition {
  /** of the data, counted from 0 */
  column: number;
  /** «$A7» */
  cell: string;
  /** what stands in that cell */
  value: string | number;
}

/** Conditions «the data's column equals the own column», for the own row with this index. */
export function conditionsOf(
  own: Pick<ReportSheet, 'notes'>,
  row: number,
  columns: readonly { data: number; own: number; value: string | number }[],
): Condition[] {
  return columns.map(({ data, own: column, value }) => ({ column: data, cell: ownCell(own, row, column), value }));
}

/** The sum of a column over the rows that meet all conditions. */
export function sumOver(data: ReportSheet, column: number, where: readonly Condition[]): Formula {
  const tests = where.map((condition) => `${rangeOf(data, condition.column)},${condition.cell}`);
  return {
    formula: `SUMIFS(${[rangeOf(data, column), ...tests].join(',')})`,
    value: met(data, where).reduce((sum, row) => sum + (numberIn(row[column]) ?? 0), 0),
  };
}

/**
 * The columns `parts` together by the column `weight`, over rows that meet the conditions and tell all parts: a share
 * 0..1; with `weighted` the parts are means, which count as often as their weight. Empty where nothing is told.
 */
export function shareOver(
  data: ReportSheet,
  { parts, weight, weighted = false }: { parts: readonly number[]; weight: number; weighted?: boolean },
  where: readonly Condition[],
): Formula {
  const tests = [
    ...where.map(({ column, cell }) => `(${rangeOf(data, column)}=${cell})`),
    ...parts.map((part) => `(${rangeOf(data, part)}<>"")`),
  ].join('*');
  const told = `SUMPRODUCT(${tests}*${rangeOf(data, weight)})`;
  const together = `(${parts.map((part) => rangeOf(data, part)).join('+')})`;
  const sum = `SUMPRODUCT(${tests}*${together}${weighted ? `*${rangeOf(data, weight)}` : ''})`;
  const rows = met(data, where).filter((row) => parts.every((part) => numberIn(row[part]) !== null));
  const added = (figure: (row: readonly SheetCell[]) => number) => rows.reduce((all, row) => all + figure(row), 0);
  const weightOf = (row: readonly SheetCell[]) => numberIn(row[weight]) ?? 0;
  const partsOf = (row: readonly SheetCell[]) => parts.reduce((all, part) => all + (numberIn(row[part]) ?? 0), 0);
  const whole = added(weightOf);
  return {
    formula: `IF(${told}=0,"",${sum}/${told})`,
    value: whole === 0 ? null : added((row) => partsOf(row) * (weighted ? weightOf(row) : 1)) / whole,
  };
}

function met({ rows }: ReportSheet, where: readonly Condition[]): (readonly SheetCell[])[] {
  return rows.filter((row) => where.every(({ column, value }) => row[column] === value));
}

/** The number that a cell shows; null: none. */
export function numberIn(cell: SheetCell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'object' && cell !== null ? cell.value : null;
}
