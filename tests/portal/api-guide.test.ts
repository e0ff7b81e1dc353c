/** docs/api.md calls addresses that there are, with parameters that they take, and leaves no table of the API out. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openApiText } from '@/lib/portal/api-description/queries';

interface Parameter {
  name?: string;
  in?: string;
  $ref?: string;
}
interface Described {
  paths: Record<string, { get?: { parameters?: Parameter[] } }>;
  components: { parameters?: Record<string, { name: string }> };
}

const described = JSON.parse(openApiText()) as Described;
const guide = readFileSync('docs/api.md', 'utf8');
const calls = [...guide.matchAll(/curl "\$PORTAL([^"]+)"/g)].map(([, call = '']) => call);
const tabled = [...guide.matchAll(/^\| .+ \| (.+) \|$/gm)].flatMap(([, row = '']) =>
  [...row.matchAll(/`(\/[^`]+)`/g)].map(([, path = '']) => path),
);
const operationOf = (path: string) => described.paths[path.replace('/api/v1', '')]?.get;
const namesOf = (parameters: readonly Parameter[] = []) =>
  parameters.map(
    ({ name, $ref }) => name ?? described.components.parameters?.[$ref?.split('/').at(-1) ?? '']?.name ?? '',
  );

it('shows six calls', () => {
  expect(calls).toHaveLength(6);
});

it.each(calls)('%s', (call) => {
  const { pathname, searchParams } = new URL(call, 'https://portal.example');
  const operation = operationOf(pathname);
  expect(operation, pathname).toBeDefined();
  const known = namesOf(operation?.parameters);
  expect([...searchParams.keys()].filter((name) => !known.includes(name))).toEqual([]);
});

it('names calls that there are', () => {
  expect(tabled.length).toBeGreaterThan(20);
  expect(tabled.filter((path) => !operationOf(path))).toEqual([]);
});

it('names every list of the API; tokens are no table', () => {
  const lists = Object.entries(described.paths)
    .filter(([, { get }]) => namesOf(get?.parameters).includes('pageSize'))
    .map(([path]) => path);
  expect(lists.filter((path) => path !== '/tokens' && !tabled.includes(path))).toEqual([]);
});

it('asks in Python, R and Power Query for what there is', () => {
  const blocks = [...guide.matchAll(/```(?:python|r|text)\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  expect(blocks).toHaveLength(3);
  const given = ['page', 'pageSize', 'schoolYear', 'campaignId', 'table', 'status'];
  for (const path of ['/campaigns', '/cards', '/campaigns/{id}/ranking', '/municipalities']) {
    expect(operationOf(path), path).toBeDefined();
  }
  const known = new Set(
    ['/campaigns', '/cards', '/campaigns/{id}/ranking'].flatMap((path) => namesOf(operationOf(path)?.parameters)),
  );
  expect(given.filter((name) => !known.has(name))).toEqual([]);
});

it('names a file of a page that there is', () => {
  const [, page = ''] = /"\$PORTAL(\/[^"?]+)\/file\?/.exec(guide) ?? [];
  expect(existsSync(`app/(portal)${page}/file/route.ts`)).toBe(true);
});
