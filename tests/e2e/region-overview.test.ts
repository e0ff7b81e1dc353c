/** СОИРО looks at the region, goes down to a municipality, a list and a school, and comes back; others have no such page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { signInContext } from './card-page';
import { COORDINATOR, HEAD, principalOf } from './region';
import { type Complaints, watched } from './watched-page';

const address = inject('portalAddress');
const YEAR = '2019-2020';
let browser: Browser;
const complaints: Complaints[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function personAt(email: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'ru-RU' });
  await signInContext(context, address, email);
  const page = await context.newPage();
  complaints.push(await watched(page));
  return page;
}

test('from the scheme to a municipality, from its progress to the list, from the list to a school', async () => {
  const page = await personAt(COORDINATOR);
  await page.goto(`${address}/region?schoolYear=${YEAR}`);
  await page.getByRole('link', { name: 'Рекомендации', exact: true }).click();
  const tiles = page.getByRole('list', { name: /^Муниципалитеты: рекомендации/ });
  await tiles.waitFor();
  expect(await tiles.getByRole('listitem').count()).toBe(27);
  const tile = tiles.getByRole('link', { name: /^г\. Смоленск/ });
  const [, done, issued] = /(\d+) из (\d+)/.exec((await tile.textContent()) ?? '') ?? [];
  const progress = page.getByRole('table', { name: /^Ход поддержки/ }).getByRole('row', { name: /^Город Смоленск/ });
  await progress.getByRole('link', { name: `${done} из ${issued}` }).click();
  await page.getByRole('heading', { level: 1, name: 'Адресные рекомендации' }).waitFor();
  expect(await page.getByLabel('Муниципалитет').inputValue()).toBe(
    new URL(page.url()).searchParams.get('municipality'),
  );
  await page.getByText(new RegExp(`выполнено ${done}(?!\\d)`)).waitFor();
  await page.goBack();
  await tile.click();
  await page.getByRole('heading', { level: 1, name: 'Обзор года' }).waitFor();
  expect(new URL(page.url()).searchParams.get('year')).toBe(YEAR);
  await page.goBack();
  await page.getByRole('link', { name: 'Все школы региона' }).click();
  await page.getByRole('heading', { level: 1, name: 'Школы региона' }).waitFor();
  await page.getByRole('table').getByRole('rowheader').getByRole('link').first().click();
  await page.waitForURL(/\/schools\//);
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});

test('on a phone the tiles stand one under another, and nothing is wider than the screen', async () => {
  const page = await personAt(COORDINATOR, 390);
  await page.goto(`${address}/region?schoolYear=${YEAR}&show=programmes`);
  await page.getByRole('list', { name: /^Муниципалитеты: программы/ }).waitFor();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBe(0);
});

test('a municipality out of sight is not found, and the region is for СОИРО alone', async () => {
  const coordinator = await personAt(COORDINATOR);
  const nobodys = '019b0000-0000-7000-8000-000000000000';
  for (const path of [
    '/support',
    '/support/programmes',
    '/support/recommendations',
    '/support/file',
    '/support/gaps',
  ]) {
    const answer = await coordinator.context().request.get(`${address}${path}?year=${YEAR}&municipality=${nobodys}`);
    expect([path, answer.status()]).toEqual([path, 404]);
  }
  for (const email of [HEAD, principalOf('05')]) {
    const page = await personAt(email);
    expect([email, (await page.context().request.get(`${address}/region`)).status()]).toEqual([email, 403]);
  }
});
