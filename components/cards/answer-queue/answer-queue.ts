/** Runs the queue: every edit is first stored in the browser, then sent; one flight at a time, in order. */
import { adopted, arrived, departing, discarded, edited, heardOf, resolved, resumed } from './queue-rules';
import type { FieldKey, FieldValue, Flight, QueueState, Reply, ServerFields } from './queue-state';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

export interface QueueSurroundings {
  /** Keeps the state in the browser; a rejection means that the browser does not store. */
  store: (state: QueueState) => Promise<void>;
  send: (flight: Flight) => Promise<Reply>;
  /** ms since 1970 */
  now: () => number;
  /** 0..1, spreads the retries of many schools apart */
  random: () => number;
  /** calls back after so many ms; gives what cancels it */
  after: (ms: number, call: () => void) => () => void;
}

export interface AnswerQueue {
  state: () => QueueState;
  /** false when the browser refuses to store: the answers live only while the page is open */
  isStoring: () => boolean;
  subscribe: (listener: () => void) => () => void;
  edit: (key: FieldKey, value: FieldValue, options?: { confirms?: boolean }) => void;
  resolve: (key: FieldKey, choice: 'mine' | 'theirs') => void;
  /** Go on after a sign-in or «Повторить». */
  resume: () => void;
  /** The line may be back: try now, not after the pause. */
  wake: () => void;
  hear: (card: ServerFields) => void;
  /** Takes over what another page left; false while that has to wait. */
  adopt: (left: QueueState) => boolean;
  discard: () => void;
}

/** How long to wait after `failures` failures in a row, ms: 1, 2, 4 … 30 s, each spread by a half. */
export function pauseAfter(failures: number, random: number, retryAfterSeconds = 0): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1));
  return Math.max(retryAfterSeconds * 1_000, pause * (0.75 + random / 2));
}

export function runAnswerQueue(initial: QueueState, around: QueueSurroundings): AnswerQueue {
  let state = initial;
  let storing = true;
  let pumping = false;
  let wakeUp: (() => void) | null = null;
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const become = (next: QueueState) => {
    if (next === state) return;
    state = next;
    tell();
  };
  const keep = async () => {
    const stored = await around.store(state).then(
      () => true,
      () => false,
    );
    if (stored !== storing) {
      storing = stored;
      tell();
    }
  };
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const go = () => {
        cancel();
        wakeUp = null;
        resolve();
      };
      const cancel = around.after(ms, go);
      wakeUp = go;
    });

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    for (let leaving = departing(state); leaving; leaving = departing(state)) {
      become(leaving.state);
      await keep();
      const reply = await around.send(leaving.flight).catch((): Reply => ({ kind: 'unreachable' }));
      become(arrived(state, reply, around.now()));
      await keep();
      if (state.failures > 0) {
        const retryAfter = reply.kind === 'unreachable' ? reply.retryAfter : undefined;
        await pause(pauseAfter(state.failures, around.random(), retryAfter));
      }
    }
    pumping = false;
  }

  const change = (next: QueueState) => {
    if (next === state) return;
    become(next);
    void keep();
    void pump();
  };

  void keep();
  void pump();
  return {
    state: () => state,
    isStoring: () => storing,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit: (key, value, options) => change(edited(state, { key, value, at: around.now(), ...options })),
    resolve: (key, choice) => change(resolved(state, key, choice, around.now())),
    resume: () => {
      change(resumed(state));
      wakeUp?.();
    },
    wake: () => wakeUp?.(),
    hear: (card) => change(heardOf(state, card)),
    adopt: (left) => {
      const taken = adopted(state, left);
      if (taken) change(taken);
      return taken !== null;
    },
    discard: () => change(discarded(state)),
  };
}
