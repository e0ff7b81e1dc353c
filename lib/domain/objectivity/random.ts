/**
 * Repeatable randomness for the bootstrap: the same data give the same p-value, on every machine and in every order of
 * schools. sfc32 of PractRand (Chris Doty-Humphrey, public domain), begun from FNV-1a hashes of the data.
 */

/** A stream of 0 ≤ value < 1 that belongs to these whole numbers. */
export function uniformOf(numbers: readonly number[]): () => number {
  let [a, b, c] = [hashed(numbers, 0x811c9dc5), hashed(numbers, 0x9e3779b9), hashed(numbers, 0x85ebca6b)];
  let counter = 1;
  const next = () => {
    const word = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    return (word >>> 0) / 0x1_0000_0000;
  };
  for (let warming = 0; warming < 12; warming += 1) next();
  return next;
}

function hashed(numbers: readonly number[], offset: number): number {
  let hash = offset;
  for (const number of numbers) hash = Math.imul(hash ^ number, 0x01000193);
  return hash | 0;
}
