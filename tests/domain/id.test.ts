import { describe, expect, it } from 'vitest';
import { isId } from '@/lib/domain/id';

describe('an id', () => {
  it('is a UUID as the portal makes them', () => {
    expect(isId('0199d1c0-0000-7000-8000-000000000001')).toBe(true);
    expect(isId('0199D1C0-0000-7000-8000-00000000000A')).toBe(true);
  });

  it.each(['', 'нет', '-'.repeat(36), `${'0'.repeat(36)}`, '0199d1c0-0000-7000-8000-000000000001 ', "';--"])(
    'is not «%s», which PostgreSQL would stumble over',
    (text) => expect(isId(text)).toBe(false),
  );
});
