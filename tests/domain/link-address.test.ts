import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkableUrl, isPublicAddress, stateOfStatus } from '@/lib/domain/library/link-address';

describe('a public address', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '0.0.0.0'],
    ...['100.64.0.1', '198.18.0.1', '203.0.113.5', '224.0.0.1', '255.255.255.255', '999.1.1.1', ''],
    ...['::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1'],
    ...['2001:db8::1', '2001::1', '2002:7f00:1::', '64:ff9b::7f00:1', '3fff::1', 'localhost'],
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '172.15.255.255',
    '100.128.0.1',
    '223.255.255.255',
    '2a02:6b8::2:242',
    '2001:4860:4860::8888',
  ])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('is never one of a private network, whatever stands behind its first parts', () => {
    const part = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.constantFrom('10', '127', '192.168', '169.254'), part, part, part, (head, a, b, c) => {
        const rest = [a, b, c].slice(0, 4 - head.split('.').length);
        expect(isPublicAddress([head, ...rest].join('.'))).toBe(false);
      }),
    );
  });
});

it('only the web is asked, and never with a password', () => {
  expect(checkableUrl('https://example.ru/a?b=1')?.hostname).toBe('example.ru');
  // the parser of addresses knows the other ways to write 127.0.0.1
  expect(checkableUrl('http://2130706433/')?.hostname).toBe('127.0.0.1');
  for (const wrong of [
    'ftp://example.ru',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://u:p@example.ru',
    'нет',
  ])
    expect(checkableUrl(wrong)).toBeNull();
});

it('a status says whether a page is there, not whether robots are welcome', () => {
  expect([200, 403, 401, 429, 404, 410, 500, 503].map(stateOfStatus)).toEqual([
    ...['OK', 'OK', 'OK', 'OK', 'GONE', 'GONE', 'FAILED', 'FAILED'],
  ]);
});
