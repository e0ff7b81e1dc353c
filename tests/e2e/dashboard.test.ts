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
  expect(await page.locator('#flagged tbody tr').count()).toBeGreaterThan(0);

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

/** Each question of the centre: its link on the home, and where the answer stands in full. */
const QUESTIONS: [question: string, address: RegExp, answer: string][] = [
  ['Кто не сдал карту', /show=notFiled$/, 'main table'],
  ['Кто опаздывает', /show=late$/, 'main table'],
  ['Кто в списке и почему', /dashboard.*#flagged$/, '#flagged'],
  ['Что изменилось', /dashboard.*#changes$/, '#changes'],
  ['Чья программа стоит', /dashboard.*#stuck$/, '#stuck'],
  ['Что на этой неделе', /dashboard.*#week$/, '#week'],
  ['Кто кому помогает', /dashboard.*#partners$/, '#partners'],
  ['Помогло ли', /dashboard.*#effect$/, '#effect'],
];

test('eight questions are answered one click from the home', async () => {
  const page = await personAt(HEAD);
  for (const [question, expected, answer] of QUESTIONS) {
    await page.goto(address);
    const questions = page.locator('section', { has: page.getByRole('heading', { name: 'Вопросы года' }) });
    await questions.getByRole('link', { name: question, exact: true }).click();
    await page.waitForURL(expected);
    await page.locator(answer).first().waitFor();
    expect((await page.locator(answer).first().innerText()).length, question).toBeGreaterThan(20);
  }
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});

test('the home and the overview show the same figures', async () => {
  const page = await personAt(HEAD);
  const figure = (label: RegExp) => page.locator('div:has(> p > a)', { has: page.getByRole('link', { name: label }) });
  const told = async () => {
    const figures = [/^Охват$/, /^Ждут проверки$/, /^В списке/, /^Рекомендации выполнены$/];
    return Promise.all(figures.map((label) => figure(label).last().innerText()));
  };
  await page.goto(address);
  await page.getByRole('heading', { name: 'Вопросы года' }).waitFor();
  const atHome = await told();
  await page.getByRole('link', { name: 'Обзор года', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Обзор года' }).waitFor();
  expect(await told()).toEqual(atHome);
});

test('why a school is flagged leads to the grounds of its points, and support to its programme', async () => {
  const page = await personAt(HEAD);
  await page.goto(`${address}${YEAR}`);
  const first = page.locator('#flagged tbody tr').first();
  const reason = first.getByRole('listitem').first();
  const [, points] = /: (\d+)\s+из/.exec(await reason.innerText()) ?? [];
  expect(Number(points)).toBeGreaterThan(0);
  await reason.getByRole('link').click();
  await page.waitForURL(/tab=points&year=2019-2020#group-/);
  await page.locator(new URL(page.url()).hash).waitFor();

  await page.goto(`${address}${YEAR}`);
  await page.locator('#stuck').getByRole('listitem').first().getByRole('link').click();
  await page.waitForURL(/\/support\/programmes\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1 }).waitFor();
});

test('on paper the numbers stand without colour: tables behind charts, numbers in cells, no controls', async () => {
  const page = await personAt(HEAD);
  await page.goto(`${address}${YEAR}`);
  await page.getByRole('heading', { level: 1, name: 'Обзор года' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  const figures = page.getByRole('figure');
  expect(await figures.count()).toBe(4);
  for (const figure of await figures.all()) await figure.getByRole('table').waitFor();
  const heat = page.getByRole('table', { name: /школы и группы критериев$/ });
  for (const cell of await heat.locator('tbody tr').first().locator('td').allInnerTexts()) expect(cell).toMatch(/\d/);
  expect(await page.getByRole('button', { name: 'Показать' }).isVisible()).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('without JavaScript the tables stand in place of the charts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'ru-RU' });
  await signInContext(context, address, HEAD);
  const page = await context.newPage();
  await page.goto(`${address}${YEAR}`);
  for (const figure of await page.getByRole('figure').all()) {
    await figure.getByRole('table').waitFor();
    expect(await figure.getByRole('radio').count()).toBe(0);
  }
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
