/** What the signs of all works say of a school in a year. */
import { type ObjectivityOutcome, SIGN_CODES, type SignCode } from './signs';

/** A sign that was looked into and taken back. */
export interface WithdrawnSign {
  schoolId: string;
  grade: number;
  subject: string;
  sign: SignCode;
}

/**
 * The signs found for one school, each counted once a year however many works show it (domain.md 2.4); one that was
 * withdrawn for a work no longer counts there. Null when the portal abstains on every sign.
 */
export function signsOfSchool(
  outcomes: readonly ObjectivityOutcome[],
  withdrawn: readonly WithdrawnSign[],
): SignCode[] | null {
  const keyOf = (...parts: readonly (string | number)[]) => parts.join('|');
  const taken = new Set(withdrawn.map(({ schoolId, grade, subject, sign }) => keyOf(schoolId, grade, subject, sign)));
  const signs = outcomes.flatMap((item) =>
    item.signs.map(({ code, result }) => ({
      ...{ code, known: result !== 'NO_DATA' },
      found: result === 'SIGN' && !taken.has(keyOf(item.schoolId, item.grade, item.subject, code)),
    })),
  );
  if (!signs.some(({ known }) => known)) return null;
  return SIGN_CODES.filter((code) => signs.some((sign) => sign.code === code && sign.found));
}
