/** Two events cannot be in one place, nor at one host school, at the same time. */

export interface Occupied {
  startsAt: Date;
  endsAt: Date;
  /** '' when it is online only */
  place: string;
  hostSchoolId: string | null;
}

/** A place as people write it: case, quotes, spaces and punctuation tell nothing apart. */
const plain = (place: string): string =>
  place
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether both last at some moment; one that begins when the other ends does not overlap it. */
export const overlap = (one: Occupied, other: Occupied): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** Those of `others` that take the same place or host at the same time. */
export function clashesOf<Other extends Occupied>(wanted: Occupied, others: readonly Other[]): Other[] {
  const place = plain(wanted.place);
  return others.filter(
    (other) =>
      overlap(wanted, other) &&
      ((wanted.hostSchoolId !== null && wanted.hostSchoolId === other.hostSchoolId) ||
        (place !== '' && place === plain(other.place))),
  );
}
