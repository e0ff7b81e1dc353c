import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInQueue, type QueuedSignUp, settledQueue } from '@/lib/domain/event-participation/queue';

const signUp = (schoolId: string, participants: number, at: number, state: 'CONFIRMED' | 'WAITING' = 'WAITING') => ({
  ...{ schoolId, participants, state, queuedAt: new Date(at) },
});
const states = (all: readonly QueuedSignUp[]) => all.map(({ schoolId, state }) => [schoolId, state]);

describe('places of an event', () => {
  it('go to those who came first; who does not fit waits, a smaller one behind gets what is left', () => {
    const asked = [signUp('c', 2, 3), signUp('a', 4, 1), signUp('b', 5, 2)];
    expect(states(settledQueue(6, asked))).toEqual([
      ['a', 'CONFIRMED'],
      ['b', 'WAITING'],
      ['c', 'CONFIRMED'],
    ]);
  });

  it('are kept by those who have them, even when there are fewer places now', () => {
    const asked = [signUp('a', 4, 2, 'CONFIRMED'), signUp('b', 1, 1)];
    expect(states(settledQueue(3, asked))).toEqual([
      ['b', 'WAITING'],
      ['a', 'CONFIRMED'],
    ]);
  });

  it('are for everybody without a limit', () => {
    expect(settledQueue(null, [signUp('a', 900, 1)])[0]?.state).toBe('CONFIRMED');
  });

  it('name the place of a school that waits', () => {
    const all = [signUp('a', 4, 1, 'CONFIRMED'), signUp('b', 5, 2), signUp('c', 5, 3)];
    expect(['a', 'b', 'c', 'd'].map((one) => placeInQueue(all, one))).toEqual([null, 1, 2, null]);
  });

  const anySignUps = fc.uniqueArray(
    fc.record({
      schoolId: fc.string({ minLength: 1, maxLength: 3 }),
      participants: fc.integer({ min: 1, max: 20 }),
      state: fc.constantFrom('CONFIRMED' as const, 'WAITING' as const),
      queuedAt: fc.integer({ min: 0, max: 1000 }).map((at) => new Date(at)),
    }),
    { selector: ({ schoolId }) => schoolId, maxLength: 30 },
  );

  it('are never given twice, nobody is lost, nobody loses a place, and asking again changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), anySignUps, (capacity, before) => {
        const after = settledQueue(capacity, before);
        const taken = (all: readonly QueuedSignUp[]) =>
          all.filter(({ state }) => state === 'CONFIRMED').reduce((sum, { participants }) => sum + participants, 0);
        expect(taken(after)).toBeLessThanOrEqual(Math.max(capacity, taken(before)));
        expect(after.map(({ schoolId }) => schoolId).sort()).toEqual(before.map(({ schoolId }) => schoolId).sort());
        for (const { schoolId, state } of before) {
          if (state === 'CONFIRMED') expect(after.find((one) => one.schoolId === schoolId)?.state).toBe('CONFIRMED');
        }
        expect(settledQueue(capacity, after)).toEqual(after);
        const free = capacity - taken(after);
        for (const { state, participants } of after) {
          if (state === 'WAITING') expect(participants).toBeGreaterThan(free);
        }
      }),
    );
  });
});
