/**
 * Slows guessing of passwords without ever locking anybody out. While a lane has seen hardly any failure its attempts run
 * side by side (a city behind one proxy signs in at once); then they run one after another, each failure answers later
 * than the one before, and a right password is answered at once when its turn comes. A browser that has
 * signed in before carries a device cookie and has a lane of its own, so a stranger who guesses cannot slow it down.
 * docs/decisions/0005-guessing.md
 */
const FREE_FAILURES = 3;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 4_000;
const LONGEST_QUEUE = 20;
const LARGEST_BURST = 200;
const FORGET_AFTER_MS = 60 * 60 * 1000;
const MOST_LANES = 20_000;

interface Lane {
  failures: number;
  waiting: number;
  lastAt: number;
  tail: Promise<unknown>;
}

export class GuessThrottle {
  readonly #lanes = new Map<string, Lane>();
  readonly #now: () => number;
  readonly #sleep: (ms: number) => Promise<void>;

  constructor(
    now: () => number = Date.now,
    sleep: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  ) {
    this.#now = now;
    this.#sleep = sleep;
  }

  /** Runs an attempt in its lane: its result (null = wrong password), or 'too-many' when too many already wait there. */
  async attempt<T>(laneName: string, check: () => Promise<T | null>): Promise<T | null | 'too-many'> {
    const lane = this.#lane(laneName);
    const calm = lane.failures <= FREE_FAILURES;
    if (lane.waiting >= (calm ? LARGEST_BURST : LONGEST_QUEUE)) return 'too-many';
    lane.waiting += 1;
    const run = async () => {
      const result = await check();
      lane.lastAt = this.#now();
      if (result === null) {
        lane.failures += 1;
        await this.#sleep(delayAfter(lane.failures));
      } else {
        lane.failures = 0;
      }
      return result;
    };
    const turn = calm ? run() : lane.tail.then(run);
    lane.tail = Promise.allSettled([lane.tail, turn]);
    try {
      return await turn;
    } finally {
      lane.waiting -= 1;
    }
  }

  #lane(name: string): Lane {
    const now = this.#now();
    const known = this.#lanes.get(name);
    if (known) {
      if (known.waiting === 0 && now - known.lastAt > FORGET_AFTER_MS) known.failures = 0;
      return known;
    }
    if (this.#lanes.size >= MOST_LANES) {
      for (const [other, lane] of this.#lanes) if (lane.waiting === 0) this.#lanes.delete(other);
    }
    const lane: Lane = { failures: 0, waiting: 0, lastAt: now, tail: Promise.resolve() };
    this.#lanes.set(name, lane);
    return lane;
  }
}

/** Milliseconds that the answer to the n-th failure in a row waits: 0, 0, 0, 250, 500, 1000, 2000, 4000, 4000 … */
export function delayAfter(failures: number): number {
  return failures <= FREE_FAILURES
    ? 0
    : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - FREE_FAILURES - 1));
}
