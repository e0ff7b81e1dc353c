import { describe, expect, it } from 'vitest';
import { pauseAfter, runAnswerQueue } from '@/components/cards/answer-queue/answer-queue';
import { emptyQueue } from '@/components/cards/answer-queue/queue-rules';
import { answerField, type Flight, type QueueState, type Reply } from '@/components/cards/answer-queue/queue-state';

const A = answerField('A');
const B = answerField('B');

/** Lets every promise that can go on do so. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

function surroundings(replies: Reply[]) {
  const events: string[] = [];
  const timers: { ms: number; call: () => void }[] = [];
  const sent: Flight[] = [];
  return {
    events,
    timers,
    sent,
    store: async (state: QueueState) => {
      events.push(`stored ${[...(state.flight?.edits ?? []), ...state.waiting].map(({ key }) => key).join(' ')}`);
    },
    send: async (flight: Flight) => {
      events.push(`sent ${flight.edits.map(({ key, value }) => `${key}=${value}`).join(' ')}`);
      sent.push(flight);
      return replies.shift() ?? { kind: 'unreachable' as const };
    },
    now: () => 1,
    random: () => 0.5,
    after: (ms: number, call: () => void) => {
      const timer = { ms, call };
      timers.push(timer);
      return () => {
        const at = timers.indexOf(timer);
        if (at >= 0) timers.splice(at, 1);
      };
    },
  };
}

const saved = (version: number, values: Record<string, string>): Reply => ({
  kind: 'saved',
  card: { version, values },
});

describe('runAnswerQueue', () => {
  it('stores an answer in the browser before it sends it', async () => {
    const around = surroundings([saved(2, { [A]: 'yes' })]);
    const queue = runAnswerQueue(emptyQueue({ version: 1, values: {} }), around);
    await settle();
    around.events.length = 0;
    queue.edit(A, 'yes');
    await settle();
    expect(around.events.indexOf(`stored ${A}`)).toBeLessThan(around.events.indexOf(`sent ${A}=yes`));
    expect(queue.state().waiting).toEqual([]);
  });

  it('sends one flight at a time; what is answered meanwhile goes together in the next', async () => {
    const around = surroundings([saved(2, { [A]: 'yes' }), saved(3, { [A]: 'no', [B]: 'no' })]);
    const queue = runAnswerQueue(emptyQueue({ version: 1, values: {} }), around);
    await settle();
    queue.edit(A, 'yes');
    queue.edit(B, 'no');
    queue.edit(A, 'no');
    await settle();
    expect(around.sent.map(({ version, edits }) => [version, edits.length])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('waits longer after each failure and goes at once when the line is back', async () => {
    const around = surroundings([{ kind: 'unreachable' }, { kind: 'unreachable' }, saved(2, { [A]: 'yes' })]);
    const queue = runAnswerQueue(emptyQueue({ version: 1, values: {} }), around);
    queue.edit(A, 'yes');
    await settle();
    expect(around.timers.map(({ ms }) => ms)).toEqual([1_000]);
    around.timers[0]?.call();
    await settle();
    expect(around.timers.map(({ ms }) => ms)).toEqual([2_000]);
    queue.wake();
    await settle();
    expect(around.timers).toEqual([]);
    expect(queue.state()).toMatchObject({ flight: null, failures: 0 });
  });

  it('goes on sending although the browser refuses to store, and says so', async () => {
    const around = { ...surroundings([saved(2, { [A]: 'yes' })]), store: () => Promise.reject(new Error('full')) };
    const queue = runAnswerQueue(emptyQueue({ version: 1, values: {} }), around);
    queue.edit(A, 'yes');
    await settle();
    expect(queue.isStoring()).toBe(false);
    expect(queue.state().server.version).toBe(2);
  });

  it('takes an exception on the way for a cut line', async () => {
    const around = { ...surroundings([]), send: () => Promise.reject(new Error('network')) };
    const queue = runAnswerQueue(emptyQueue({ version: 1, values: {} }), around);
    queue.edit(A, 'yes');
    await settle();
    expect(queue.state()).toMatchObject({ failures: 1, flight: { version: 1 } });
  });

  it('sends nothing between the end of the session and the next sign-in', async () => {
    const around = surroundings([{ kind: 'signed-out' }, saved(2, { [A]: 'yes', [B]: 'no' })]);
    const queue = runAnswerQueue(emptyQueue({ version: 1, values: {} }), around);
    queue.edit(A, 'yes');
    await settle();
    queue.edit(B, 'no');
    await settle();
    expect(around.sent).toHaveLength(1);
    queue.resume();
    await settle();
    expect(around.sent).toHaveLength(2);
    expect(queue.state().waiting).toEqual([]);
  });
});

describe('pauseAfter', () => {
  it('grows from a second to half a minute, spread by a half, and obeys Retry-After', () => {
    expect([1, 2, 3, 6, 60].map((failures) => pauseAfter(failures, 0.5))).toEqual([
      1_000, 2_000, 4_000, 30_000, 30_000,
    ]);
    expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([750, 1_250]);
    expect(pauseAfter(1, 0.5, 20)).toBe(20_000);
  });
});
