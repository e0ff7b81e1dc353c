import { z } from 'zod';

const MOST_ROWS = 200;

const whole = (fallback: number) => z.coerce.number().int().min(1).catch(fallback);

/** `?page=1&pageSize=50`; a page holds at most 200 rows, what is no number counts as not given. */
export const pagingSchema = z.object({
  page: whole(1).default(1),
  pageSize: whole(50)
    .default(50)
    .transform((size) => Math.min(size, MOST_ROWS)),
});
export type Paging = z.output<typeof pagingSchema>;

/** A page of a list as the API gives it. */
export interface Page<Item> extends Paging {
  items: Item[];
  total: number;
}

/** skip and take of a page for Prisma. */
export function pageOfRows({ page, pageSize }: Paging): { skip: number; take: number } {
  return { skip: (page - 1) * pageSize, take: pageSize };
}

/** One page of a list that is in memory as a whole. */
export function pageOf<Item>(all: Item[], paging: Paging): Page<Item> {
  const { skip, take } = pageOfRows(paging);
  return { items: all.slice(skip, skip + take), ...paging, total: all.length };
}
