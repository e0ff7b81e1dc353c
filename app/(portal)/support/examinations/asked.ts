import { isSchoolYear } from '@/lib/domain/school-year';

interface PlanQuery {
  year?: string;
  mine?: string;
  late?: string;
}

/** The year and the switches of the schedule, as its page and its file read the address. */
export function askedPlan({ year = '', mine, late }: PlanQuery) {
  return { schoolYear: isSchoolYear(year) ? year : undefined, mine: mine === 'yes', late: late === 'yes' };
}
