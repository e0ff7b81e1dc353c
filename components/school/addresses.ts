/** Addresses within the page of one school; the points of a sum are one click away, their grounds a second. */
export const SCHOOL_TABS = {
  results: 'Итоги',
  points: 'Баллы и основания',
  history: 'История',
  passport: 'Паспорт',
} as const;

export type SchoolTab = keyof typeof SCHOOL_TABS;

/** The tab of an address; the first one when it names none. */
export function schoolTab(asked: string | undefined): SchoolTab {
  return asked && Object.hasOwn(SCHOOL_TABS, asked) ? (asked as SchoolTab) : 'results';
}

export const tabHref = (schoolId: string, tab: SchoolTab) => `/schools/${schoolId}?tab=${tab}`;

/** The points of a year, at a table, a group or a single point. */
export function pointsHref(schoolId: string, schoolYear: string, place = ''): string {
  return `/schools/${schoolId}?tab=points&year=${schoolYear}${place && `#${place}`}`;
}

export const tablePlace = (code: string) => `table-${code}`;
export const groupPlace = (code: string) => `group-${code}`;
export const pointPlace = (criterion: string, sign?: string) => `point-${criterion}${sign ? `-${sign}` : ''}`;
