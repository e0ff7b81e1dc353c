import type { RescoredSchool } from '@/lib/portal/rescoring/schema';
import type { RescoringSort } from './rescoring-table';

const russian = new Intl.Collator('ru', { numeric: true });

function figureOf(school: RescoredSchool, sort: Exclude<RescoringSort, 'name'>): number | null {
  switch (sort) {
    case 'before':
      return school.before?.negativeSum ?? null;
    case 'after':
      return school.after?.negativeSum ?? null;
    default:
      return school.split?.[sort] ?? null;
  }
}

/** The schools by a column, the largest first and those without a figure at the end; by name in Russian order. */
export function sortedSchools(schools: readonly RescoredSchool[], sort: RescoringSort): RescoredSchool[] {
  return [...schools].sort((a, b) => {
    if (sort === 'name') return russian.compare(a.name, b.name);
    const first = figureOf(a, sort) ?? Number.NEGATIVE_INFINITY;
    const second = figureOf(b, sort) ?? Number.NEGATIVE_INFINITY;
    return first === second ? russian.compare(a.name, b.name) : second - first;
  });
}
