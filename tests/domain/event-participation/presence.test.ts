import { expect, it } from 'vitest';
import { doorIsOpen, doorOpensAt } from '@/lib/domain/event-participation/door';
import { presenceOf } from '@/lib/domain/event-participation/presence';

it.each([
  [undefined, false, null],
  [undefined, true, 'DID_NOT_SIGN_UP'],
  [{ state: 'CONFIRMED', attended: null }, true, 'NOT_MARKED'],
  [{ state: 'WAITING', attended: null }, false, 'NOT_MARKED'],
  [{ state: 'WITHDRAWN', attended: null }, true, 'DID_NOT_SIGN_UP'],
  [{ state: 'WITHDRAWN', attended: null }, false, null],
  [{ state: 'CONFIRMED', attended: 0 }, true, 'ABSENT'],
  [{ state: 'WITHDRAWN', attended: 2 }, false, 'CAME'],
])('%j, the event was for it: %s → %s', (signUp, meant, state) => {
  expect(presenceOf(signUp, meant)).toBe(state);
});

it('the door opens an hour before the beginning and stays open', () => {
  const startsAt = new Date('2026-03-10T07:00:00Z');
  expect(doorOpensAt(startsAt)).toEqual(new Date('2026-03-10T06:00:00Z'));
  expect([-3_600_001, -3_600_000, 0, 1e9].map((ms) => doorIsOpen(startsAt, new Date(startsAt.getTime() + ms)))).toEqual(
    [false, true, true, true],
  );
});
