const EARLIEST_MS = 60 * 60 * 1000;

/** The moment from which on the people who come are marked. */
export const doorOpensAt = (startsAt: Date): Date => new Date(startsAt.getTime() - EARLIEST_MS);

/** Who came is marked from an hour before the beginning on, and afterwards. */
export const doorIsOpen = (startsAt: Date, now: Date): boolean => doorOpensAt(startsAt) <= now;

/** A school took part when it came; as long as nobody marked it, when it had its places. */
export const tookPart = (signUp: { state: string; attended: number | null } | null | undefined): boolean =>
  !!signUp && (signUp.attended === null ? signUp.state === 'CONFIRMED' : signUp.attended > 0);
