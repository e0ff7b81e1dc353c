/** Places of an event: first come, first served; who has a place keeps it, whoever comes or goes. */

export type SignUpState = 'CONFIRMED' | 'WAITING';

export interface QueuedSignUp {
  schoolId: string;
  /** people who come from the school */
  participants: number;
  state: SignUpState;
  /** when the place in the queue was taken */
  queuedAt: Date;
}

/**
 * The sign-ups with the states that they have now: in the order of the queue, each that fits gets its places. `capacity`
 * null: everybody fits. Nobody loses a place, not even when the capacity was made smaller.
 */
export function settledQueue<SignUp extends QueuedSignUp>(
  capacity: number | null,
  signUps: readonly SignUp[],
): SignUp[] {
  let free = capacity === null ? Number.POSITIVE_INFINITY : capacity;
  for (const { state, participants } of signUps) if (state === 'CONFIRMED') free -= participants;
  const inOrder = [...signUps].sort(
    (a, b) => a.queuedAt.getTime() - b.queuedAt.getTime() || a.schoolId.localeCompare(b.schoolId),
  );
  return inOrder.map((signUp) => {
    if (signUp.state === 'CONFIRMED' || signUp.participants > free) return signUp;
    free -= signUp.participants;
    return { ...signUp, state: 'CONFIRMED' };
  });
}

/** The place of a school in the waiting list, from 1; null when it does not wait. */
export function placeInQueue(signUps: readonly QueuedSignUp[], schoolId: string): number | null {
  const waiting = signUps
    .filter(({ state }) => state === 'WAITING')
    .sort((a, b) => a.queuedAt.getTime() - b.queuedAt.getTime() || a.schoolId.localeCompare(b.schoolId));
  const at = waiting.findIndex((one) => one.schoolId === schoolId);
  return at < 0 ? null : at + 1;
}
