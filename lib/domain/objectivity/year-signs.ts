/** What the signs of all works say of a school in a year. */
import { type ObjectivityOutcome, SIGN_CODES, type SignCode } from './signs';

/** A sign that was looked into and taken back. */
export interface WithdrawnSign {
  schoolId: string;
  grade: number;
  subject: string;
  sign: SignCode;
}

/** A sign looked for in one work. */
export interface Look {
  code: SignCode;
  /** there were data enough to look */
  known: boolean;
  /** found, and not withdrawn since */
  found: boolean;
}

/** All looks at some works. A sign that was withdrawn for a work was looked at and is not there. */
export function looksOf(outcomes: readonly ObjectivityOutcome[], withdrawn: readonly WithdrawnSign[]): Look[] {
  const keyOf = (...parts: readonly (string | number)[]) => parts.join('|');
  const taken = new Set(withdrawn.map(({ schoolId, grade, subject, sign }) => keyOf(schoolId, grade, subject, sign)));
  return outcomes.flatMap(({ schoolId, grade, subject, signs }) =>
    signs.map(({ code, result }) => ({
      ...{ code, known: result !== 'NO_DATA' },
      found: result === 'SIGN' && !taken.has(keyOf(schoolId, grade, subject, code)),
    })),
  );
}

/**
 * The signs found for one school, each counted once a year however many works show it (domain.md 2.4); one that was
 * withdrawn for a work no longer counts there. Null when the portal abstains on every sign.
 */
export function signsOfSchool(
  outcomes: readonly ObjectivityOutcome[],
  withdrawn: readonly WithdrawnSign[],
): SignCode[] | null {
  const looks = looksOf(outcomes, withdrawn);
  if (!looks.some(({ known }) => known)) return null;
  return SIGN_CODES.filter((code) => looks.some((look) => look.code === code && look.found));
}
