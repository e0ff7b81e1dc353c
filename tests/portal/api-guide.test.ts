/** docs/api.md calls addresses that there are, with parameters that they take. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openApiText } from '@/lib/portal/api-description/queries';

interface Described {
  paths: Record<string, { get?: { parameters?: { name?: string; in?: string; $ref?: string }[] } }>;
  components: { parameters?: Record<string, { name: string }> };
}

const described = JSON.parse(openApiText()) as Described;
const calls = [...readFileSync('docs/api.md', 'utf8').matchAll(/curl "\$PORTAL([^"]+)"/g)].map(([, call = '']) => call);

it('shows six calls', () => {
  expect(calls).toHaveLength(6);
});

it.each(calls)('%s', (call) => {
  const { pathname, searchParams } = new URL(call, 'https://portal.example');
  const operation = (described.paths[pathname] ?? described.paths[pathname.replace('/api/v1', '')])?.get;
  expect(operation, pathname).toBeDefined();
  const known = (operation?.parameters ?? []).map(
    ({ name, $ref }) => name ?? described.components.parameters?.[$ref?.split('/').at(-1) ?? '']?.name,
  );
  expect([...searchParams.keys()].filter((name) => !known.includes(name))).toEqual([]);
});
