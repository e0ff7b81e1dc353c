/** МОЦ asks whether support did more than chance, and reads how often such a conclusion errs; a school sees none of it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { signInContext } from './card-page';
import { METHODIST, principalOf } from './region';
import { type Complaints, watched } from './watched-page';

const address = inject('portalAddress');
const PAGE = '/analysis/effectiveness?from=2018-2019&to=2019-2020';
let browser: Browser;
const complaints: Complaints[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function personAt(email: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' });
  await signInContext(context, address, email);
  const page = await context.newPage();
  complaints.push(await watched(page));
  return page;
}

/** Shows the numbers behind a chart. */
async function asTable(page: Page, figure: string): Promise<void> {
  await page.getByRole('figure', { name: figure }).getByText('Таблица', { exact: true }).click();
}

test('the effect of a list is read with its interval, and the method with its errors', async () => {
  const page = await personAt(METHODIST);
  await page.goto(`${address}${PAGE}`);
  const plotted = page.getByRole('list', { name: 'Изменение суммы и его интервал' }).getByRole('listitem');
  const effect = await plotted.filter({ hasText: /^Эффект/ }).textContent();
  await asTable(page, 'Изменение суммы, баллы');
  const table = page.getByRole('table', { name: 'Среднее изменение суммы, баллы' });
  const supported = table.getByRole('row', { name: /^Школы списка/ });
  expect(await supported.getByRole('cell').first().textContent()).toBe('5');
  const told = await table.getByRole('row', { name: /^Эффект/ }).textContent();
  const [interval = ''] = /−\d+,\d … \+\d+,\d/.exec(told ?? '') ?? [];
  expect(interval).not.toBe('');
  expect(effect).toContain(`(${interval})`);
  await page.getByText('Эффекта не видно', { exact: true }).waitFor();
  await page.getByLabel('Год списка').selectOption('2017-2018');
  await page.getByLabel('Год итога').selectOption('2018-2019');
  await page.getByRole('button', { name: 'Показать' }).click();
  await page.getByRole('heading', { name: 'Список 2017–2018, итог 2018–2019' }).waitFor();
  await page.getByRole('link', { name: 'Как считается' }).click();
  await page.getByRole('heading', { level: 1, name: 'Как считается эффективность' }).waitFor();
  await asTable(page, 'Как часто говорят «помогло», % розыгрышей');
  const city = page.getByRole('row', { name: /^Город: 43\sшколы, отобраны 8 нет/ });
  expect(await city.count()).toBe(1);
});

test('schools that the last years point to are warned of, with what drives them and a check on years before', async () => {
  const page = await personAt(METHODIST);
  await page.goto(`${address}/analysis/early-warning`);
  await asTable(page, 'Как прогноз сработал бы раньше');
  const tested = page.getByRole('table', { name: 'Проверка на прошлых годах' });
  const brier = async (name: RegExp) => {
    const cell = tested.getByRole('row', { name }).getByRole('cell').last();
    return Number((await cell.textContent())?.replace(',', '.'));
  };
  expect(await brier(/^Прогноз по трём годам/)).toBeGreaterThan(0);
  expect(await brier(/^Прогноз по трём годам/)).toBeLessThan(await brier(/^«Сумма как в прошлом году»/));
});

test('a principal has no such page', async () => {
  const page = await personAt(principalOf('05'));
  expect((await page.context().request.get(`${address}${PAGE}`)).status()).toBe(403);
  expect((await page.context().request.get(`${address}/api/v1/effectiveness`)).status()).toBe(403);
  expect((await page.context().request.get(`${address}/analysis/early-warning`)).status()).toBe(404);
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});
