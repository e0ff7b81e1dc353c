import type { SortDirection } from './table';

/** How a table is sorted by a column now, and where a click on its head leads: another click turns the order. */
export function sortLink<Column>(
  order: { sort: Column; direction: SortDirection },
  column: Column,
  first: SortDirection,
  hrefOf: (column: Column, direction: SortDirection) => string,
): { href: string; direction: SortDirection | undefined } {
  const direction = order.sort === column ? order.direction : undefined;
  const next = direction ? (direction === 'ascending' ? 'descending' : 'ascending') : first;
  return { href: hrefOf(column, next), direction };
}
