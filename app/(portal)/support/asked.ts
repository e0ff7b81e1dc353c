import { isSchoolYear } from '@/lib/domain/school-year';

/** What the query of the board of support asks for. */
export function askedBoard({ year = '', mine, stuck, watched }: BoardQuery) {
  return {
    schoolYear: isSchoolYear(year) ? year : undefined,
    mine: mine === 'yes',
    stuck: stuck === 'yes',
    watched: watched === 'yes',
  };
}

export interface BoardQuery {
  year?: string;
  mine?: string;
  stuck?: string;
  watched?: string;
}
