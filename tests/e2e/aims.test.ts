/** МОЦ carries last year's cycle over, completes a position and a target, takes the pack; СОИРО reads; schools see nothing. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { signIn } from '../harness/session';
import { signInContext } from './card-page';
import { COORDINATOR, METHODIST, principalOf } from './region';
import { type Complaints, watched } from './watched-page';

const address = inject('portalAddress');
/** a year that nobody else writes: later than the demonstration's */
const YEAR = '2021-2022';
const TEXT = 'Довести каждую школу списка до программы перехода <b>в срок</b> и проверить результат.';
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

test('a year is begun with the texts of the year before, completed and taken along', async () => {
  const methodist = await personAt(METHODIST);
  await methodist.goto(`${address}/aims?year=${YEAR}`);
  await methodist.getByRole('button', { name: /^Перенести тексты/ }).click();
  await methodist.getByText(/^Заполнено \d+ из 10$/).waitFor();
  await methodist.goto(`${address}/aims/positions/aims?year=${YEAR}`);

  // two tabs: the slower one keeps its words and is told of the other
  const other = await methodist.context().newPage();
  await other.goto(`${address}/aims/positions/aims?year=${YEAR}`);
  await other.getByLabel('Текст позиции').fill('Первый текст, записан из другой вкладки раньше.');
  await other.getByRole('button', { name: 'Сохранить текст' }).click();
  await other.getByText('Текст сохранён.').waitFor();
  await other.close();
  await methodist.getByLabel('Текст позиции').fill(TEXT);
  await methodist.getByRole('button', { name: 'Сохранить текст' }).click();
  await methodist.getByText('Пока вы писали, текст позиции изменили.').waitFor();
  expect(await methodist.getByLabel('Текст позиции').inputValue()).toBe(TEXT);
  await methodist.getByRole('button', { name: 'Сохранить текст' }).click();
  await methodist.getByText('Текст сохранён.').waitFor();

  // documents were carried over, so the position is complete without another step
  await methodist.getByText('Заполнено', { exact: true }).waitFor();

  await methodist.goto(`${address}/aims/indicators?year=${YEAR}`);
  const target = methodist.getByLabel('План', { exact: true }).first();
  await target.fill('много');
  await methodist.getByRole('button', { name: /^Сохранить «Школы, карты которых приняты»/ }).click();
  await methodist.getByText('Введите число от 0 до 1 000 000').first().waitFor();
  expect(await target.inputValue()).toBe('много');
  await target.fill('97,5');
  await methodist.getByRole('button', { name: /^Сохранить «Школы, карты которых приняты»/ }).click();
  await methodist.getByRole('cell', { name: '97,5 %' }).waitFor();

  await methodist.goto(`${address}/aims?year=${YEAR}`);
  const [download] = await Promise.all([
    methodist.waitForEvent('download'),
    methodist.getByRole('link', { name: 'Скачать пакет материалов' }).click(),
  ]);
  const pack = unzipSync(await readFile(await download.path()));
  expect(Object.keys(pack)).toContain(`Управленческий цикл Город Смоленск ${YEAR}.docx`);
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});

test('СОИРО reads every municipality, a school finds no such page', async () => {
  const coordinator = await personAt(COORDINATOR);
  await coordinator.goto(`${address}/aims?year=2019-2020`);
  await coordinator.getByRole('link', { name: 'Вяземский муниципальный округ' }).click();
  await coordinator.getByText('Вяземский муниципальный округ, 2019–2020').waitFor();
  await coordinator.getByRole('link', { name: 'Муниципальная программа повышения качества' }).click();
  await coordinator.getByText('принята в 2018 году').waitFor();
  expect(await coordinator.getByRole('button', { name: 'Сохранить текст' }).count()).toBe(0);

  const school = await signIn(address, principalOf('05'));
  for (const path of ['/aims', '/aims/indicators?year=2019-2020', '/aims/positions/aims?year=2019-2020']) {
    expect([path, (await school.call('GET', path)).status]).toEqual([path, 404]);
  }
  expect((await school.call('GET', '/aims/pack?year=2019-2020')).status).toBe(403);
  expect((await school.call('GET', '/api/v1/aims')).status).toBe(403);
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});
