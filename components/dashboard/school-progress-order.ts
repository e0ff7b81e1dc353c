/** Which schools the page of progress shows, and in what order: by name unless asked. */
import type { SortDirection } from '@/components/ui/table';
import type { SchoolProgress } from '@/lib/portal/overview/views';

export const PROGRESS_VIEWS: Readonly<Record<string, { label: string; fits: (school: SchoolProgress) => boolean }>> = {
  all: { label: 'Все', fits: () => true },
  listed: { label: 'В списке', fits: ({ listed }) => listed },
  notFiled: { label: 'Карта у школы', fits: ({ card }) => card === null || card === 'DRAFT' || card === 'RETURNED' },
  behind: {
    label: 'Отстают',
    fits: ({ late, recommendationsLate, listed, programme }) =>
      late ||
      recommendationsLate > 0 ||
      (listed && (programme === null || programme === 'DRAFT' || programme === 'RETURNED')),
  },
};

const KEYS = {
  sum: ({ negativeSum }) => negativeSum,
  recommendations: ({ recommendationsIssued, recommendationsDone }) =>
    recommendationsIssued === 0 ? null : recommendationsIssued - recommendationsDone,
  events: ({ eventsAttended }) => eventsAttended,
} satisfies Record<string, (school: SchoolProgress) => number | null>;
export type ProgressSort = 'name' | keyof typeof KEYS;

export interface ProgressOrder {
  show: string;
  sort: ProgressSort;
  direction: SortDirection;
}

/** What the address asks for; what it does not know counts as not asked. */
export function progressOrder(asked: { show?: string; sort?: string; direction?: string }): ProgressOrder {
  const { show = '', sort = '', direction } = asked;
  return {
    show: Object.hasOwn(PROGRESS_VIEWS, show) ? show : 'all',
    sort: Object.hasOwn(KEYS, sort) ? (sort as keyof typeof KEYS) : 'name',
    direction: direction === 'descending' ? 'descending' : 'ascending',
  };
}

/** The schools of a view in its order; what has no value stands last either way. */
export function orderedProgress(schools: readonly SchoolProgress[], order: ProgressOrder): SchoolProgress[] {
  const shown = schools.filter((school) => PROGRESS_VIEWS[order.show]?.fits(school));
  const sign = order.direction === 'ascending' ? 1 : -1;
  if (order.sort === 'name') return sign === 1 ? shown : shown.reverse();
  const key = KEYS[order.sort];
  return shown.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
