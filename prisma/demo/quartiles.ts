/** Quartile by linear interpolation between ordered values, R's type 7 (Hyndman & Fan 1996); `part` is 0.25 or 0.75. */
export function quartile(values: readonly number[], part: number): number | null {
  const ordered = [...values].sort((one, other) => one - other);
  const place = (ordered.length - 1) * part;
  const below = ordered[Math.floor(place)];
  const above = ordered[Math.ceil(place)];
  return below === undefined || above === undefined ? null : below + (above - below) * (place - Math.floor(place));
}
