/** How the signs say what they found. */
import type { SignCode, SignOutcome } from './signs';

type Figures = SignOutcome['figures'];

/** The portal abstains; the figures say what there was, if anything. */
export function abstained(code: SignCode, figures: Figures = {}): SignOutcome {
  return { code, result: 'NO_DATA', figures, pValue: null, qValue: null };
}

/** A sign decided by a fixed rule. */
export function decided(code: SignCode, found: boolean, figures: Figures): SignOutcome {
  return { code, result: found ? 'SIGN' : 'NO_SIGN', figures, pValue: null, qValue: null };
}

/** A sign to be decided among all tests of the municipality and year: no sign until its q-value is known. */
export function tested(code: SignCode, pValue: number, figures: Figures): SignOutcome {
  return { code, result: 'NO_SIGN', figures, pValue, qValue: null };
}

/** Figures hold numbers only: 1 for yes, 0 for no. */
export const flag = (value: boolean): number => (value ? 1 : 0);
