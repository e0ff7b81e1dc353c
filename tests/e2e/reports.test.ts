/** МОЦ writes the words of a report, asks for it, waits while it is made and downloads it; also without a script. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { signInContext } from './card-page';
import { HEAD, METHODIST, principalOf } from './region';
import { type Complaints, watched } from './watched-page';

const address = inject('portalAddress');
const YEAR = '2018-2019';
const PAGE = `/reports?year=${YEAR}`;
let browser: Browser;
const complaints: Complaints[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function contextOf(email: string, javaScriptEnabled = true): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 900 }, locale: 'ru-RU', acceptDownloads: true, javaScriptEnabled },
  });
  await signInContext(context, address, email);
  return context;
}

async function pageOf(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  complaints.push(await watched(page));
  return page;
}

const kind = (page: Page, title: string) => page.locator('section').filter({ hasText: title }).first();

/** The words of the newest report's file, downloaded by its link. */
async function downloaded(page: Page): Promise<{ name: string; words: string }> {
  const link = page.getByRole('link', { name: /^Скачать.*Годовой отчёт центра/ }).first();
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const words = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ' ');
  return { name: download.suggestedFilename(), words };
}

test('the head writes the words, and the report that is made in the background has them', async () => {
  const page = await pageOf(await contextOf(HEAD));
  await page.goto(`${address}${PAGE}`);
  await kind(page, 'Годовой отчёт центра').getByRole('link', { name: 'Тексты отчёта' }).click();
  const conclusions = page.getByLabel('Выводы и задачи');
  await conclusions.fill('В {год} поддержано школ: {школы}.');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Таких полей нет: {школы}.').first().waitFor();
  await conclusions.fill('В {год} году в списке школ: {в списке}. <b>Вывод</b>');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Сохранено: следующий отчёт будет с этими текстами.').waitFor();
  await page.goto(`${address}${PAGE}`);
  await kind(page, 'Годовой отчёт центра').getByRole('button', { name: 'Собрать Word' }).click();
  await page.getByText('Отчёт в очереди.').waitFor();
  const { name, words } = await downloaded(page);
  expect(name).toBe(`Отчёт МОЦ ${YEAR}.docx`);
  expect(words).toContain('В 2018–2019 году в списке школ: 5. &lt;b&gt;Вывод&lt;/b&gt;');
  await page.goto(`${address}/reports/templates/year`);
  await page.getByRole('button', { name: 'Вернуть исходные тексты' }).click();
  await expect.poll(async () => page.getByLabel('Выводы и задачи').inputValue()).toBe('Выводы пишет МОЦ.');
});

test('a report can be asked for and fetched without a script, and what cannot be made says why', async () => {
  const page = await (await contextOf(METHODIST, false)).newPage();
  await page.goto(`${address}/reports?year=2010-2011`);
  await kind(page, 'Список школ с приказом').getByRole('button', { name: 'Собрать PDF' }).click();
  await page.getByText('Отчёт в очереди.').waitFor();
  await expect
    .poll(
      async () => {
        await page.goto(`${address}/reports?year=2010-2011`);
        return page.getByText('За этот год список не утверждён.').count();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(1);
});

test('others have neither the page nor the files', async () => {
  const principal = await contextOf(principalOf('05'));
  expect((await principal.request.get(`${address}${PAGE}`)).status()).toBe(403);
  expect((await principal.request.get(`${address}/api/v1/reports`)).status()).toBe(403);
  const head = await contextOf(HEAD);
  const list = (await (await head.request.get(`${address}/api/v1/reports`)).json()) as { items: { id: string }[] };
  const id = list.items[0]?.id ?? '';
  expect(id).not.toBe('');
  const foreign = await contextOf('moc.vyazma@demo.local');
  expect((await foreign.request.get(`${address}/reports/files/${id}`)).status()).toBe(404);
  expect((await principal.request.get(`${address}/reports/files/${id}`)).status()).toBe(404);
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});
