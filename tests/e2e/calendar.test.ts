/** МОЦ plans an event over a clash and puts it into the calendar; a school finds it in the month and sees it cancelled. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { signIn } from '../harness/session';
import { signInContext } from './card-page';
import { METHODIST, principalOf } from './region';
import { type Complaints, watched } from './watched-page';

const address = inject('portalAddress');
const TITLE = 'Разбор уроков школ-партнёров';
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

test('an event is planned, seen, and cancelled', async () => {
  const methodist = await personAt(METHODIST);
  await methodist.goto(`${address}/calendar/new`);
  const field = (name: string) => methodist.getByLabel(name, { exact: true });
  await field('Название').fill(TITLE);
  await field('День').fill('2020-01-17');
  await field('Начало').fill('11:00');
  await field('Конец').fill('12:30');
  await field('Школа-площадка').selectOption({ label: 'МБОУ «СШ № 40»' });
  await methodist.getByRole('button', { name: 'Сохранить черновик' }).click();
  await methodist.getByText('В это время там же «Современный урок»').first().waitFor();
  expect(await field('Название').inputValue()).toBe(TITLE);
  await methodist.getByRole('checkbox', { name: /^Сохранить всё равно/ }).check();
  await methodist.getByRole('button', { name: 'Сохранить черновик' }).click();
  await methodist.getByRole('button', { name: 'Поставить в календарь' }).click();
  await methodist.getByRole('link', { name: 'В свой календарь' }).waitFor();

  const principal = await personAt(principalOf('05'));
  await principal.goto(`${address}/calendar?month=2020-01`);
  const month = principal.getByRole('table', { name: 'Месяц' });
  await month.getByRole('link', { name: `11:00 ${TITLE}` }).click();
  await principal.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  expect(await principal.getByRole('link', { name: 'Изменить или перенести' }).count()).toBe(0);
  const [download] = await Promise.all([
    principal.waitForEvent('download'),
    principal.getByRole('link', { name: 'В свой календарь' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('event.ics');

  // the school came without a sign-up, and says what it was worth
  await methodist.getByText('Отметить школу, которая пришла без записи').click();
  await methodist.locator('#came').selectOption({ label: 'МБОУ «СШ № 5»' });
  await field('Сколько пришло').fill('2');
  await methodist.getByRole('button', { name: 'Отметить', exact: true }).click();
  await methodist.getByText('пришли 2').waitFor();
  await principal.reload();
  await principal.getByLabel('Полезно, от 1 до 5').selectOption('5');
  await principal.getByLabel('Применимо в школе, от 1 до 5').selectOption('4');
  await principal.getByLabel(/^Что взяли в работу/).fill('Задания трёх уровней');
  await principal.getByRole('button', { name: 'Сохранить отзыв' }).click();
  await principal.getByText('Спасибо, отзыв сохранён.').waitFor();
  await methodist.reload();
  await methodist.getByText('Задания трёх уровней').waitFor();

  await methodist.getByText('Отменить мероприятие').first().click();
  await field('Почему').fill('Карантин');
  await methodist.getByRole('button', { name: 'Отменить мероприятие' }).click();
  await methodist
    .getByRole('heading', { name: 'Мероприятие отменено' })
    .or(methodist.getByText('Карантин'))
    .first()
    .waitFor();
  await principal.reload();
  await principal.getByText('Карантин').waitFor();
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});

test('a series is planned and published, and a calendar subscribes to it', async () => {
  const methodist = await personAt(METHODIST);
  await methodist.goto(`${address}/calendar/new`);
  const field = (name: string) => methodist.getByLabel(name, { exact: true });
  await field('Название').fill('Встречи наставников');
  await field('День').fill('2096-03-06');
  await field('Как часто').selectOption({ label: 'Каждую неделю' });
  await methodist.locator('[name=until]').fill('2096-03-20');
  await methodist.getByRole('button', { name: 'Сохранить черновик' }).click();
  await methodist.getByRole('button', { name: 'Поставить в календарь 3 черновика' }).click();
  await methodist.getByText('Серия в календаре.').waitFor();

  await methodist.goto(`${address}/calendar?view=week&day=2096-03-13`);
  await methodist
    .getByRole('list', { name: 'Неделя' })
    .getByRole('link', { name: /Встречи наставников/ })
    .waitFor();
  await methodist.getByRole('button', { name: 'Создать адрес подписки' }).click();
  await methodist.getByText('Адрес готов.').waitFor();
  const feed = new URL(await methodist.locator('code', { hasText: 'calendar.ics' }).innerText());
  const read = () => fetch(address + feed.pathname + feed.search);
  const text = await (await read()).text();
  expect(text.match(/SUMMARY:Встречи наставников/g)).toHaveLength(3);
  await methodist.getByRole('button', { name: /^Отозвать/ }).click();
  await methodist.getByRole('list', { name: 'Действующие адреса' }).waitFor({ state: 'detached' });
  expect((await read()).status).toBe(401);
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});

test('the last place: one school has it, another waits and moves up', async () => {
  const session = await signIn(address, METHODIST);
  const planned = await session.call('POST', '/api/v1/events', {
    ...{ kind: 'TRAINING', direction: 'COMPETENCE', title: 'Тренинг на двоих', capacity: 2 },
    ...{ startsAt: '2097-03-10T10:00:00+03:00', endsAt: '2097-03-10T12:00:00+03:00' },
  });
  const { id } = (await planned.json()) as { id: string };
  expect((await session.call('POST', `/api/v1/events/${id}/publish`, { version: 1 })).status).toBe(200);
  const first = await personAt(principalOf('05'));
  const second = await personAt(principalOf('09'), 390);
  for (const page of [first, second]) {
    await page.goto(`${address}/calendar/${id}`);
    await page.getByLabel('Сколько человек придёт').fill('2');
    await page.getByRole('button', { name: 'Записаться' }).click();
    await page.getByRole('button', { name: 'Изменить запись' }).waitFor();
  }
  await first.getByText('Записана').waitFor();
  await second.getByText('Лист ожидания').waitFor();
  expect(await second.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  await first.getByRole('button', { name: 'Отказаться от участия' }).click();
  await first.getByText('Отказалась').waitFor();
  await second.reload();
  await second.getByText('Записана').waitFor();
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});
