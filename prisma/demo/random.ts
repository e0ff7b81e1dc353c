/**
 * Repeatable randomness for the demonstration region. Every thing generated has its own stream, named by its key, so that
 * one more draw in one place never changes another place.
 */
export interface Random {
  /** 0 ≤ value < 1 */
  uniform(): number;
  /** mean 0, standard deviation 1 */
  normal(): number;
  /** a whole number, both ends included */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** how many of `trials` succeed */
  successes(trials: number, probability: number): number;
  shuffled<T>(items: readonly T[]): T[];
}

/** Gives the stream of a key; the same key gives the same stream. */
export type RandomSource = (...key: readonly (string | number)[]) => Random;

/** FNV-1a over the text, begun from `offset`. */
function hashed(text: string, offset: number): number {
  let hash = offset >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** sfc32 of PractRand (Chris Doty-Humphrey, public domain): 32-bit words from a 128-bit state. */
function words(key: string): () => number {
  let a = hashed(key, 0x811c9dc5);
  let b = hashed(key, 0x9e3779b9);
  let c = hashed(key, 0x85ebca6b);
  let counter = 1;
  const next = () => {
    const word = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + word;
    return word >>> 0;
  };
  for (let warming = 0; warming < 12; warming += 1) next();
  return next;
}

function randomOf(key: string): Random {
  const word = words(key);
  const uniform = () => word() / 0x1_0000_0000;
  const between = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1));
  const chance = (probability: number) => uniform() < probability;
  return {
    uniform,
    between,
    chance,
    /** Box–Muller */
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error(`nothing to pick from for ${key}`);
      return item;
    },
    successes: (trials, probability) => {
      let found = 0;
      for (let trial = 0; trial < trials; trial += 1) if (chance(probability)) found += 1;
      return found;
    },
    shuffled: (items) =>
      items
        .map((item) => ({ item, order: uniform() }))
        .sort((one, other) => one.order - other.order)
        .map(({ item }) => item),
  };
}

/** The streams of one seed number. */
export function randomSource(seed: number): RandomSource {
  return (...key) => randomOf([seed, ...key].join('/'));
}
