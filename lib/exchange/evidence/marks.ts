/** Numbers of pupils by mark or score, given as counts or as per cent of the participants. */
import { apportioned } from '@/lib/domain/evidence/largest-remainder';
import { formatNumber } from '@/lib/domain/russian';
import { parseNumber, type RowReader } from './row-reader';
import type { Cell, TableRow } from './table';

/**
 * Whether these columns hold per cent. One row alone could be a slip of a person, so either some value is no whole
 * number, or at least three rows agree that their sum is 100 and not the number of participants.
 */
export function holdsPercent(
  rows: readonly TableRow[],
  at: ReadonlyMap<string, number>,
  fields: readonly string[],
): boolean {
  let inPercent = 0;
  let fractional = false;
  for (const { cells } of rows) {
    const values = fields.map((field) => numberIn(cells[at.get(field) ?? -1]));
    const participants = numberIn(cells[at.get('participants') ?? -1]);
    if (participants === null || values.every((value) => value === null)) continue;
    const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
    if (sum === participants && sum !== 100) return false;
    if (Math.abs(sum - 100) > tolerance(fields.length)) continue;
    if (values.some((value) => value !== null && !Number.isInteger(value))) fractional = true;
    if (Math.abs(participants - 100) > 2) inPercent += 1;
  }
  return (fractional && inPercent > 0) || inPercent >= 3;
}

function numberIn(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? parseNumber(cell.replace(/%$/, '')) : null;
}

/** ± 1; with many columns the rounding of each to a tenth adds up. */
function tolerance(columns: number): number {
  return Math.max(1, columns * 0.05);
}

/** Whole pupils from per cent of `participants`, by largest remainder; null where they do not make up 100, noted. */
export function countsOfPercent(
  reader: RowReader,
  fields: readonly string[],
  participants: number | null,
): number[] | null {
  const faults = reader.faults.length;
  const shares = fields.map((field) => (reader.isEmpty(field) ? 0 : (reader.percent(field) ?? 0)));
  if (reader.faults.length > faults || participants === null) return null;
  if (participants === 0) return shares.map(() => 0);
  const sum = shares.reduce((all, share) => all + share, 0);
  if (Math.abs(sum - 100) <= tolerance(fields.length)) return apportioned(shares, participants);
  const written = formatNumber(sum, Number.isInteger(sum) ? 0 : 1);
  return reader.fault(fields[0] ?? '', `Проценты в строке вместе дают ${written}, а должны 100 ± 1. Исправьте их.`);
}
