/** The false discovery rate of many tests at once. Benjamini & Hochberg 1995, J. R. Statist. Soc. B 57, 289–300. */

/**
 * q-values in the order of `pValues`: the lowest false discovery rate at which the test is among the findings, 0…1. A test
 * without a p-value (null) stays null and is not counted among the tests.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const tests = pValues
    .flatMap((p, place) => (p === null ? [] : [{ p, place }]))
    .sort((one, other) => one.p - other.p || one.place - other.place);
  const qValues: (number | null)[] = pValues.map(() => null);
  let least = 1;
  for (const [rank, { p, place }] of [...tests.entries()].reverse()) {
    least = Math.min(least, (p * tests.length) / (rank + 1));
    qValues[place] = least;
  }
  return qValues;
}
