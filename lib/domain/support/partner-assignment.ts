/** The best assignment of all schools to hosts at once: the Hungarian method, exact, O(n²·m). */

/** Worse than any real pair, so that it is taken only when nothing else is left. */
const FORBIDDEN = 1e6;

export interface Assignment {
  /** for each school the index of its host; null: none is left or allowed */
  hostOf: (number | null)[];
  /** the sum of the fits of the pairs */
  total: number;
}

/**
 * Assigns each school to at most one host and each host to at most its capacity so that the sum of fits is greatest.
 * `fits[school][host]` is null where a pair is not allowed. A school without a host costs nothing but its fit.
 */
export function assignPartners(
  fits: readonly (readonly (number | null)[])[],
  capacities: readonly number[],
): Assignment {
  const slots = capacities.flatMap((capacity, host) => Array.from({ length: Math.max(0, capacity) }, () => host));
  const schools = fits.length;
  // beside the places of hosts, each school may stay alone
  const columns = slots.length + schools;
  const costOf = (school: number, column: number): number => {
    const host = slots[column];
    if (host === undefined) return column - slots.length === school ? 0 : FORBIDDEN;
    const fit = fits[school]?.[host];
    return fit === null || fit === undefined ? FORBIDDEN : -fit;
  };
  const taken = hungarian(schools, columns, costOf);
  const hostOf = taken.map((column, school) => {
    const host = slots[column];
    return host === undefined || (fits[school]?.[host] ?? null) === null ? null : host;
  });
  const total = hostOf.reduce<number>(
    (sum, host, school) => sum + (host === null ? 0 : (fits[school]?.[host] ?? 0)),
    0,
  );
  return { hostOf, total };
}

/**
 * The column of each row in an assignment of least cost; rows ≤ columns. Shortest augmenting paths with potentials (Kuhn,
 * Munkres; the form of e-maxx.ru/algo/assignment_hungary).
 */
function hungarian(rows: number, columns: number, costOf: (row: number, column: number) => number): number[] {
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const current = rowOf[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let candidate = 1; candidate <= columns; candidate += 1) {
        if (used[candidate]) continue;
        const reduced = costOf(current - 1, candidate - 1) - (u[current] ?? 0) - (v[candidate] ?? 0);
        if (reduced < (least[candidate] ?? 0)) {
          least[candidate] = reduced;
          way[candidate] = column;
        }
        if ((least[candidate] ?? 0) < delta) {
          delta = least[candidate] ?? 0;
          next = candidate;
        }
      }
      for (let each = 0; each <= columns; each += 1) {
        if (used[each]) {
          const owner = rowOf[each] ?? 0;
          u[owner] = (u[owner] ?? 0) + delta;
          v[each] = (v[each] ?? 0) - delta;
        } else {
          least[each] = (least[each] ?? 0) - delta;
        }
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const before = way[column] ?? 0;
      rowOf[column] = rowOf[before] ?? 0;
      column = before;
    } while (column !== 0);
  }
  const columnOf = new Array<number>(rows).fill(0);
  for (let column = 1; column <= columns; column += 1) {
    const row = rowOf[column] ?? 0;
    if (row > 0) columnOf[row - 1] = column - 1;
  }
  return columnOf;
}
