/**
 * What pages weigh and when their largest part is painted: `node --import tsx tests/bench/page-weight.ts ADDRESS`, over a
 * running production build with the demonstration region. docs/performance.md
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { signInContext } from '../e2e/card-page';
import { launchBrowser } from '../harness/browser';

/** A phone on slow 4G, as Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms, a processor four times slower. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWER_BY = 4;
const REPEATS = 3;
const PHONE = { width: 390, height: 844 };

interface Visited {
  name: string;
  email: string | null;
  /** finds the address, signed in */
  path(context: BrowserContext, address: string): Promise<string>;
}

const at = (path: string) => async () => path;
const first = (api: string, page: (id: string) => string) => async (context: BrowserContext, address: string) => {
  const { items } = (await (await context.request.get(`${address}/api/v1/${api}`)).json()) as {
    items: { id: string }[];
  };
  return page(items[0]?.id ?? '');
};
const campaign = (page: (id: string) => string, year: string) => first(`campaigns?schoolYear=${year}`, page);

const PAGES: Visited[] = [
  { name: 'вход', email: null, path: at('/sign-in') },
  { name: 'главная директора', email: 'director01@demo.local', path: at('/') },
  {
    name: 'карта',
    email: 'director01@demo.local',
    path: first('cards', (id) => `/monitoring/cards/${id}`),
  },
  { name: 'главная МОЦ', email: 'moc@demo.local', path: at('/') },
  {
    name: 'доска кампании',
    email: 'moc@demo.local',
    path: campaign((id) => `/monitoring/campaigns/${id}`, '2020-2021'),
  },
  {
    name: 'карта на проверке',
    email: 'moc@demo.local',
    path: first('cards?status=SUBMITTED', (id) => `/monitoring/cards/${id}`),
  },
  { name: 'рейтинг', email: 'moc@demo.local', path: campaign((id) => `/analysis/campaigns/${id}`, '2019-2020') },
  {
    name: 'тепловая карта',
    email: 'moc@demo.local',
    path: campaign((id) => `/analysis/campaigns/${id}/heat-map`, '2019-2020'),
  },
  { name: 'школы', email: 'moc@demo.local', path: at('/schools') },
  { name: 'школа', email: 'moc@demo.local', path: first('schools', (id) => `/schools/${id}`) },
  { name: 'обзор года', email: 'moc@demo.local', path: at('/dashboard?year=2019-2020') },
  { name: 'ход работы по школам', email: 'moc@demo.local', path: at('/dashboard/schools?year=2019-2020') },
  { name: 'эффективность', email: 'moc@demo.local', path: at('/analysis/effectiveness') },
  { name: 'цели', email: 'moc@demo.local', path: at('/aims?year=2019-2020') },
  { name: 'отчёты', email: 'moc@demo.local', path: at('/reports') },
  { name: 'регион', email: 'soiro@demo.local', path: at('/region') },
  { name: 'школы региона', email: 'soiro@demo.local', path: at('/region/schools') },
];

interface Weight {
  scripts: number;
  /** those that the document itself names: what the page needs to work */
  ownScripts: number;
  styles: number;
  fonts: number;
  document: number;
}

/** Bytes over the wire, headers included, of a visit without a cache, until nothing more is asked for. */
async function weightOf(context: BrowserContext, url: string): Promise<Weight> {
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: true });
  const asked = new Map<string, { type: string; url: string }>();
  const sizes = new Map<string, number>();
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    asked.set(requestId, { type, url: response.url });
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, encodedDataLength);
  });
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  if (answer?.status() !== 200) throw new Error(`${url}: ${answer?.status()}`);
  const html = await answer.text();
  const sum = (wanted: (request: { type: string; url: string }) => boolean) =>
    [...asked].reduce((all, [id, request]) => all + (wanted(request) ? (sizes.get(id) ?? 0) : 0), 0);
  const weight = {
    scripts: sum(({ type }) => type === 'Script'),
    ownScripts: sum((request) => request.type === 'Script' && html.includes(`src="${new URL(request.url).pathname}"`)),
    styles: sum(({ type }) => type === 'Stylesheet'),
    fonts: sum(({ type }) => type === 'Font'),
    document: sum(({ type }) => type === 'Document'),
  };
  await page.close();
  return weight;
}

/** The time of the largest contentful paint on a slow phone, in ms from the click on the address. */
async function paintOf(
  context: BrowserContext,
  url: string,
  cache: boolean,
): Promise<{ first: number; largest: number }> {
  const page = await context.newPage();
  if (cache) await page.goto(url, { waitUntil: 'networkidle' });
  const device = await context.newCDPSession(page);
  await device.send('Network.enable');
  await device.send('Network.setCacheDisabled', { cacheDisabled: !cache });
  await device.send('Network.emulateNetworkConditions', SLOW_4G);
  await device.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_BY });
  await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
  const paint = await paintsOn(page);
  await page.close();
  return paint;
}

function paintsOn(page: Page): Promise<{ first: number; largest: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
        new PerformanceObserver((list) => {
          resolve({ first: paint, largest: list.getEntries().at(-1)?.startTime ?? 0 });
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function visit(browser: Browser, address: string, { name, email, path }: Visited): Promise<string[]> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'ru-RU', deviceScaleFactor: 2 });
  try {
    if (email) await signInContext(context, address, email);
    const url = address + (await path(context, address));
    // once without measuring: the server compiles its part of the page
    await weightOf(context, url);
    const weight = await weightOf(context, url);
    const cold = await repeated(() => paintOf(context, url, false));
    const warm = await repeated(() => paintOf(context, url, true));
    const kilobytes = (bytes: number) => (bytes / 1024).toFixed(0);
    return [
      name,
      kilobytes(weight.ownScripts),
      kilobytes(weight.scripts),
      kilobytes(weight.styles),
      kilobytes(weight.fonts),
      kilobytes(weight.document),
      median(cold.map((paint) => paint.first)).toFixed(0),
      median(cold.map((paint) => paint.largest)).toFixed(0),
      median(warm.map((paint) => paint.largest)).toFixed(0),
    ];
  } finally {
    await context.close();
  }
}

async function repeated<T>(work: () => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let time = 0; time < REPEATS; time += 1) found.push(await work());
  return found;
}

const [address, ...wanted] = process.argv.slice(2);
if (!address)
  throw new Error('Назовите адрес портала: node --import tsx tests/bench/page-weight.ts http://127.0.0.1:3000');
const browser = await launchBrowser();
try {
  console.log(
    '| страница | свои скрипты, КБ | все скрипты, КБ | стили, КБ | шрифты, КБ | документ, КБ | FCP, мс | LCP, мс | LCP с кэшем, мс |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const page of PAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    console.log(`| ${(await visit(browser, address, page)).join(' | ')} |`);
  }
} finally {
  await browser.close();
}
