/** Addresses of the pages of objectivity. */
export const OBJECTIVITY = '/analysis/objectivity';

/** A school's own page. */
export function schoolHref(schoolId: string): string {
  return `${OBJECTIVITY}/schools/${schoolId}`;
}

/** The page of a grade and subject of a school in a year. */
export function cellHref(cell: { schoolId: string; schoolYear: string; grade: number; subject: string }): string {
  const { schoolId, schoolYear, grade, subject } = cell;
  // Cyrillic letters stay as they are: a map has thousands of these addresses
  const written = subject.replace(/[^а-яёa-z0-9]/gi, encodeURIComponent);
  return `${OBJECTIVITY}/schools/${schoolId}/cell?year=${schoolYear}&grade=${grade}&subject=${written}`;
}

/** A page of a municipality with what narrows it; empty values are left out. */
export function placeHref(page: '' | '/plane' | '/method', query: Record<string, string | number | null>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, String(value)]],
  );
  return `${OBJECTIVITY}${page}?${new URLSearchParams(given)}`;
}
