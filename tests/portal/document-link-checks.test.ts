/** Links looked at in the background, against a server that stands in for the internet. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDocument, changeDocument } from '@/lib/portal/documents/commands';
import { checkDueLinks } from '@/lib/portal/documents/link-checks';
import { checkedLinks, documentView } from '@/lib/portal/documents/queries';
import { documentSchema, linkQuerySchema } from '@/lib/portal/documents/schema';
import { checkLink, type Network } from '@/lib/work/link-check';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { expectAll, value } from './support-world';

const PUBLIC = '93.184.216.34';
/** example hosts stand at a public address, which is this machine; others where their names say. */
const NAMES: Record<string, string[]> = {
  'site.example': [PUBLIC],
  'inside.example': ['10.0.0.5'],
  'both.example': [PUBLIC, '127.0.0.1'],
};
let routed: string[] = [];
const network: Network = {
  resolve: async (host) => {
    const found = NAMES[host];
    if (!found) throw new Error('ENOTFOUND');
    return found;
  },
  route: (address) => {
    routed.push(address);
    return '127.0.0.1';
  },
};

let server: Server;
let asked: string[] = [];
let port: number;
let database: TestDatabase;
let world: World;
let school: SchoolWithCard;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    const to = new URL(request.url ?? '/', 'http://x').searchParams.get('to');
    if (request.url === '/slow') return;
    if (request.url === '/gone') response.writeHead(404);
    else if (to) response.writeHead(302, { location: to });
    response.end('page');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  database = await testDatabase();
  world = await newWorld();
  school = await world.school();
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.close();
});

const at = (path: string, host = 'site.example') => `http://${host}:${port}${path}`;
const check = (url: string, ms?: number) => checkLink(url, network, ms);

describe('a link', () => {
  it('is asked at the address that was looked at, under its own name', async () => {
    routed = [];
    asked = [];
    expect(await check(at('/page'))).toBe('OK');
    expect(routed).toEqual([PUBLIC]);
    expect(asked).toEqual([`site.example:${port} /page`]);
  });

  it('never leads into the inner network, nor by a redirect or one address of many', async () => {
    asked = [];
    for (const url of [at('/', '127.0.0.1'), at('/', '[::1]'), at('/', 'inside.example'), at('/', 'both.example')])
      expect([url, await check(url)]).toEqual([url, 'PRIVATE']);
    expect(asked).toEqual([]);
    for (const to of ['http://169.254.169.254/latest', at('/', 'inside.example'), 'http://[::ffff:127.0.0.1]/'])
      expect([to, await check(at(`/go?to=${encodeURIComponent(to)}`))]).toEqual([to, 'PRIVATE']);
    expect(await check(at(`/go?to=${encodeURIComponent('file:///etc/passwd')}`))).toBe('WRONG');
    expect(asked).toHaveLength(4);
  });

  it('is followed to where it was moved, but not in circles', async () => {
    expect(await check(at('/go?to=/page'))).toBe('OK');
    expect(await check(at('/go?to=/gone'))).toBe('GONE');
    expect(await check(at(`/circle?to=${encodeURIComponent('/circle?to=%2Fcircle%3Fto%3D%2F')}`))).toBe('OK');
    const circle = createServer((_request, response) => {
      response.writeHead(302, { location: '/again' }).end();
    });
    await new Promise<void>((resolve) => circle.listen(0, '127.0.0.1', resolve));
    expect(await check(`http://site.example:${(circle.address() as AddressInfo).port}/`)).toBe('REDIRECTS');
    circle.close();
  });

  it('that does not answer in time, or whose site is unknown, says so', async () => {
    const began = performance.now();
    expect(await check(at('/slow'), 300)).toBe('UNREACHABLE');
    expect(performance.now() - began).toBeLessThan(3000);
    expect(await check('http://nobody.example/')).toBe('UNKNOWN_HOST');
  });
});

describe('the links of the library', () => {
  const add = async (title: string, url: string) =>
    value(await addDocument(world.city.staff, documentSchema.parse({ kind: 'ACT', type: 'Приказ', title, url }), NOW))
      .id;
  const links = async (state: string) =>
    value(await checkedLinks(world.city.head, linkQuerySchema.parse({ state }))).items.map(({ title }) => title);

  it('are looked at once a week, a changed one at once, without a new version of the document', async () => {
    const good = await add('Живой', at('/page'));
    const bad = await add('Ушедший', at('/gone'));
    expect(await links('waiting')).toHaveLength(2);
    expect(await checkDueLinks(NOW, network)).toBe(2);
    expect(await links('broken')).toEqual(['Ушедший']);
    expect(await links('ok')).toEqual(['Живой']);
    expect(value(await documentView(world.city.head, good))).toMatchObject({ version: 1, changedAt: NOW });
    expect(await checkDueLinks(new Date(NOW.getTime() + 6 * 86_400_000), network)).toBe(0);
    value(await changeDocument(world.city.staff, bad, { version: 1, url: at('/new') }, NOW));
    expect(await checkDueLinks(NOW, network)).toBe(1);
    expect(await links('broken')).toEqual([]);
    expect(await checkDueLinks(new Date(NOW.getTime() + 8 * 86_400_000), network)).toBe(2);
  });

  it('are shown to those who write the library, each scope its own', async () => {
    const ask = (viewer: typeof school.principal) => checkedLinks(viewer, linkQuerySchema.parse({ state: 'ok' }));
    await expectAll([school.principal, world.admin], ask, 'FORBIDDEN');
    expect(value(await ask(world.town.head)).items).toEqual([]);
    expect(value(await ask(world.coordinator)).counts.ok).toBe(2);
    expect(value(await ask(world.coordinator)).items.every(({ mayChange }) => !mayChange)).toBe(true);
  });
});
