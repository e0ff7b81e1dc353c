/** The heat map sorted both ways. */
import type { HeatColumn, HeatRow } from '@/lib/portal/lists/views';

export type RowOrder = 'sum' | 'name';
export type ColumnOrder = 'sum' | 'card';

const byName = new Intl.Collator('ru', { numeric: true });

/** The order that the address asks for; by sum both ways unless told. */
export function heatOrder({ rows, columns }: { rows?: string; columns?: string }): {
  rows: RowOrder;
  columns: ColumnOrder;
} {
  return { rows: rows === 'name' ? 'name' : 'sum', columns: columns === 'card' ? 'card' : 'sum' };
}

/** Rows by sum (as in the ranking) or by name; columns by sum or as in the card, with their places in `cells`. */
export function orderedHeat(
  rows: readonly HeatRow[],
  columns: readonly HeatColumn[],
  order: { rows: RowOrder; columns: ColumnOrder },
): { rows: HeatRow[]; columns: (HeatColumn & { at: number })[] } {
  const placed = columns.map((column, at) => ({ ...column, at }));
  return {
    rows: order.rows === 'name' ? [...rows].sort((a, b) => byName.compare(a.name, b.name)) : [...rows],
    columns: order.columns === 'card' ? placed : placed.sort((a, b) => b.sum - a.sum || a.at - b.at),
  };
}
