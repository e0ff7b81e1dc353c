/** Signs of biased results S1…S8 (domain.md 2.4): «признак, требующий дополнительного анализа», never a verdict. */

export const SIGN_CODES = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8'] as const;
export type SignCode = (typeof SIGN_CODES)[number];

/** NO_DATA: nothing loaded, below the least number of pupils, or no official scale; the portal abstains. */
export type SignResult = 'SIGN' | 'NO_SIGN' | 'NO_DATA';

export interface SignOutcome {
  code: SignCode;
  result: SignResult;
  /** what it was decided by, by name: counts, means, shares 0…1; null where a figure could not be had */
  figures: Record<string, number | null>;
  /** of the tests that have one (S2, S4): the chance of such data without bias, 0…1 */
  pValue: number | null;
  /** after Benjamini–Hochberg over the tests of the municipality and year */
  qValue: number | null;
}

/** The signs of one school in one grade and subject of a school year. */
export interface ObjectivityOutcome {
  schoolId: string;
  grade: number;
  subject: string;
  signs: SignOutcome[];
}
