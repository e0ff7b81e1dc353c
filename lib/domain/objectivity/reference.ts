/**
 * What a school is held against: the region's own line of the file, or, where there is none, the schools of its
 * municipality together, which is then said beside the figures.
 */

export interface Reference<Value> {
  value: Value;
  /** the region gave no line of its own */
  isMunicipality: boolean;
}

/**
 * `own`: the region's line, null where it has none. `schools`: what the municipality's schools have, put together by
 * `together` when there are at least `least` of them.
 */
export function referenceOf<Value, School>(
  own: Value | null | undefined,
  schools: readonly School[],
  together: (schools: readonly School[]) => Value | null,
  least: number,
): Reference<Value> | null {
  if (own !== null && own !== undefined) return { value: own, isMunicipality: false };
  if (schools.length < least) return null;
  const value = together(schools);
  return value === null ? null : { value, isMunicipality: true };
}
