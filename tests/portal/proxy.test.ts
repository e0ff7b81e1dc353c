import { NextRequest } from 'next/server';
import { expect, it } from 'vitest';
import { proxy } from '@/proxy';

const answer = (path: string) => proxy(new NextRequest(`http://127.0.0.1:3000${path}`));

it('an address with NUL in its query is told to be wrong', async () => {
  const response = answer('/schools?q=%25%00x');
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('Наберите адрес без него')]);
  expect(answer('/schools?q=%25x').status).toBe(200);
});

it('each page has a nonce of its own in its policy', () => {
  const policies = [answer('/'), answer('/')].map(({ headers }) => headers.get('content-security-policy') ?? '');
  const nonces = policies.map((policy) => /'nonce-([0-9a-f]{32})'/.exec(policy)?.[1]);
  expect(nonces[0]).toBeDefined();
  expect(nonces[0]).not.toBe(nonces[1]);
  for (const policy of policies) expect(policy).toContain("frame-ancestors 'none'");
});
