/** How a school took part in an event that was for it. */
export const PRESENCE = {
  CAME: 'была',
  ABSENT: 'не пришла',
  /** signed up, and nobody marked who came */
  NOT_MARKED: 'записана, не отмечена',
  DID_NOT_SIGN_UP: 'не записалась',
} as const;

export type PresenceState = keyof typeof PRESENCE;

/** The state of one school; null when the event was neither for it nor did it sign up. `meant`: invited or open to all. */
export function presenceOf(
  signUp: { state: string; attended: number | null } | undefined,
  meant: boolean,
): PresenceState | null {
  if ((signUp?.attended ?? 0) > 0) return 'CAME';
  if (signUp?.attended === 0) return 'ABSENT';
  if (signUp && signUp.state !== 'WITHDRAWN') return 'NOT_MARKED';
  return meant ? 'DID_NOT_SIGN_UP' : null;
}
