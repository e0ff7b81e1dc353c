/** The overview of a year: its figures open to lists of as many rows, its charts draw and print, a school stays outside. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { signInContext } from './card-page';
import { HEAD, principalOf } from './region';
import { type Complaints, watched } from './watched-page';

const address = inject('portalAddress');
const YEAR = '/dashboard?year=2019-2020';
let browser: Browser;
const complaints: Complaints[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function personAt(email: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'ru-RU' });
  await signInContext(context, address, email);
  const page = await context.newPage();
  complaints.push(await watched(page));
  return page;
}

test('figures open to their lists, charts draw, and the page prints', async () => {
  const page = await personAt(HEAD);
  await page.goto(`${address}${YEAR}`);
  await page.getByRole('heading', { level: 1, name: 'Обзор года' }).waitFor();
  const coverage = await page.locator('div:has(> p > a[href$="show=accepted"])').innerText();
  const accepted = Number(/(\d+) из \d+/.exec(coverage)?.[1]);
  expect(accepted).toBeGreaterThan(0);
  const listed = page.locator('section', { hasText: 'Каким школам нужна помощь' }).getByRole('listitem');
  expect(await listed.count()).toBeGreaterThan(0);

  const share = page.getByRole('figure', { name: 'Доля школ в списке' });
  await share.scrollIntoViewIfNeeded();
  await share.locator('svg.recharts-surface').first().waitFor();
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByRole('link', { name: 'Охват', exact: true }).click();
  await page.waitForURL(/show=accepted$/);
  await page.getByRole('table').first().waitFor();
  expect(await page.getByRole('table').first().locator('tbody tr').count()).toBe(accepted);
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});

test('on a phone nothing scrolls sideways', async () => {
  const page = await personAt(HEAD, 390);
  await page.goto(`${address}${YEAR}`);
  await page.getByRole('heading', { level: 1, name: 'Обзор года' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a principal does not see it', async () => {
  const page = await personAt(principalOf('06'));
  await page.goto(address);
  expect(await page.getByRole('link', { name: 'Обзор', exact: true }).count()).toBe(0);
  expect((await page.request.get(`${address}${YEAR}`)).status()).toBe(403);
});
