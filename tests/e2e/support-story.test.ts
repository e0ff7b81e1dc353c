/**
 * Support of one school, in browsers from end to end: МОЦ opens the case and examines, the school writes its programme in
 * two windows and over a broken line, МОЦ returns and approves it, a partner is agreed, a stage is reported and assessed,
 * СОИРО reads one page and takes the dossier. The tests are the chapters; each goes on from the last.
 */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { portalDatabase } from '../harness/portal-database';
import { signInContext } from './card-page';
import * as region from './region';
import { type Complaints, watched } from './watched-page';

const address = inject('portalAddress');
const SCHOOL = { code: 'smolensk-34', number: '34', name: 'МБОУ «СШ № 34»' };
const HOST = 'МБОУ «СШ № 40»';
const FINDING = 'Пробелы 5–6 классов по математике не восполняются';
const RECOMMENDATION = 'Составить план работы с группами обучающихся, у которых есть пробелы';
const MEASURE = 'Занятия по восполнению пробелов в 5–6 классах';

let browser: Browser;
let head: Page;
let methodist: Page;
let principal: Page;
let coordinator: Page;
const complaints: Complaints[] = [];
let schoolId: string;
let programme: string;

async function personAt(email: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' });
  await signInContext(context, address, email);
  const page = await context.newPage();
  complaints.push(await watched(page));
  return page;
}

beforeAll(async () => {
  browser = await launchBrowser();
  const database = await portalDatabase();
  const { rows } = await database.query<{ id: string }>('SELECT id FROM school WHERE code = $1', [SCHOOL.code]);
  await database.end();
  schoolId = rows[0]?.id ?? '';
  head = await personAt(region.HEAD);
  methodist = await personAt(region.METHODIST);
  principal = await personAt(region.principalOf(SCHOOL.number));
  coordinator = await personAt(region.COORDINATOR);
});
afterAll(() => browser.close());

// what comes after a chapter that failed would fail for its sake, and slowly
let brokenOffAt: string | null = null;
beforeEach(() => {
  if (brokenOffAt) throw new Error(`The story broke off at «${brokenOffAt}».`);
});
afterEach(({ task }) => {
  if (task.result?.state === 'fail') brokenOffAt ??= task.name;
});

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const saidBy = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const pageOfSchool = () => `${address}/support/schools/${schoolId}?year=2019-2020`;
/** Opens what is folded under these words, if it is. */
async function unfold(page: Page, words: string): Promise<void> {
  const folded = page.locator('details').filter({ hasText: words }).first();
  if ((await folded.getAttribute('open')) === null) await folded.locator('summary').first().click();
}
const untilSaved = (page: Page) =>
  page.getByRole('navigation', { name: 'Разделы программы' }).getByText('Сохранено').waitFor();
/** What was typed is on its way: until then the page still says «Сохранено» of what came before. */
const untilSaving = (page: Page) =>
  page.getByRole('navigation', { name: 'Разделы программы' }).getByText('Сохранено').waitFor({ state: 'hidden' });

test('the list of 2019-2020 has its eight schools; МОЦ opens the case of one more with its grounds', async () => {
  await head.goto(`${address}/support?year=2019-2020`);
  expect(await head.getByRole('main').getByRole('row').filter({ hasText: 'МБОУ' }).count()).toBeGreaterThanOrEqual(8);
  await head.goto(pageOfSchool());
  await field(head, 'Основание, если школы нет в списке (необязательно)').fill('Решение МОЦ: рост суммы за два года');
  await press(head, 'Открыть сопровождение');
  await saidBy(head, 'Изменить шаг');
});

test('the examination is planned, an interview and a visit are written down, findings are made', async () => {
  await head.goto(`${address}/support/examinations/new?year=2019-2020`);
  for (const box of await head.getByRole('group', { name: 'Школы' }).getByRole('checkbox').all()) await box.uncheck();
  await head.getByRole('checkbox', { name: SCHOOL.name }).check();
  await press(head, 'Запланировать');
  await head.waitForURL(/\/support\/examinations(\/|\?|$)(?!new)/);
  await methodist.goto(`${address}/support/examinations?year=2019-2020`);
  await methodist.getByRole('link', { name: SCHOOL.name }).click();
  await methodist.getByRole('heading', { name: 'Части обследования' }).waitFor();
  const examination = methodist.url();
  const part = async (name: string) => {
    await methodist.goto(examination);
    await methodist.getByRole('link', { name, exact: true }).click();
    await methodist.getByRole('heading', { level: 1, name }).waitFor();
    await field(methodist, 'Состояние').selectOption({ label: 'Проведено' });
  };
  await part('Собеседование с руководителем');
  await field(methodist, 'Проведено').fill('2019-12-16');
  await field(methodist, 'Тема').fill('Проблемы низких и необъективных результатов ВПР. Пути их ликвидации');
  await field(methodist, 'Кто от МОЦ').fill('Методист МОЦ');
  await field(methodist, 'Протокол').fill('Обсуждены причины. Договорились о плане.');
  await press(methodist, 'Сохранить');
  await saidBy(methodist, /Сохранено|Записано/);
  await part('Выездная проверка');
  await field(methodist, 'Проведено').fill('2020-01-20');
  await field(methodist, 'Итог выезда').fill('Посещены уроки математики.');
  await press(methodist, 'Сохранить');
  await saidBy(methodist, /Сохранено|Записано/);
  await methodist.goto(examination);
  await unfold(methodist, 'Новый вывод');
  await field(methodist, 'Вывод').last().fill(FINDING);
  await press(methodist, 'Добавить вывод');
  await saidBy(methodist, FINDING);
  // findings are МОЦ’s own until the examination is finished
  await principal.goto(examination);
  await principal.getByRole('heading', { name: 'Части обследования' }).waitFor();
  expect(await principal.getByText(FINDING).count()).toBe(0);
});

test('a recommendation follows from the finding; the school gets it when the head has issued it, and answers', async () => {
  await methodist.goto(`${address}/support/recommendations/new?year=2019-2020&school=${schoolId}`);
  const own = methodist.locator('form').filter({ has: methodist.getByLabel('Что рекомендуется', { exact: true }) });
  await own.getByLabel('Что рекомендуется', { exact: true }).fill(RECOMMENDATION);
  await own.getByLabel('Срок', { exact: true }).fill('2020-03-31');
  await own.getByLabel('Из какого вывода следует').selectOption({ label: FINDING });
  await own.getByRole('button').last().click();
  await saidBy(methodist, RECOMMENDATION);
  await principal.goto(`${address}/support/recommendations?year=2019-2020`);
  await principal.getByRole('heading', { level: 1 }).waitFor();
  expect(await principal.getByText(RECOMMENDATION).count()).toBe(0);

  await head.goto(`${address}/support/recommendations?year=2019-2020&school=${schoolId}`);
  await head.getByRole('link', { name: RECOMMENDATION }).click();
  await press(head, 'Направить адресату');
  await saidBy(head, 'Направлена');

  await principal.goto(`${address}/support/recommendations?year=2019-2020`);
  await principal.getByRole('link', { name: RECOMMENDATION }).click();
  await field(principal, 'Ответ').fill('План составим до 1 марта.');
  await press(principal, 'Отправить ответ');
  await saidBy(principal, 'План составим до 1 марта.');
});

test('the school writes its programme in two windows and over a broken line', async () => {
  await principal.goto(`${address}/support/programmes/new?year=2019-2020`);
  expect(await principal.getByLabel('Первый учебный год').inputValue()).toBe('2019-2020');
  await field(principal, 'С чего начать').selectOption({ label: 'с чистого листа' });
  await press(principal, 'Начать');
  await principal.getByRole('navigation', { name: 'Разделы программы' }).waitFor();
  programme = principal.url();
  const other = await principal.context().newPage();
  complaints.push(await watched(other));
  await other.goto(programme);
  await untilSaved(other);

  await field(principal, 'Ответственный (должность)').fill('Директор школы');
  await field(other, 'Основание').fill('Решение МОЦ, акт обследования');
  await untilSaved(principal);
  await untilSaved(other);
  await principal.context().setOffline(true);
  await field(principal, 'Состояние школы').fill('Пробелы прошлых лет по математике.');
  await saidBy(principal, 'Нет связи: текст хранится на этом компьютере и отправится сам');
  await principal.reload().catch(() => {});
  await principal.context().setOffline(false);
  // the other window sends first: what waits in this one stays
  await field(other, 'Дата приказа').fill('2020-01-20');
  await untilSaving(other);
  await untilSaved(other);
  await principal.goto(programme);
  await expect
    .poll(() => field(principal, 'Состояние школы').inputValue(), { timeout: 15_000 })
    .toBe('Пробелы прошлых лет по математике.');
  await untilSaved(principal);
  expect(await field(principal, 'Основание').inputValue()).toBe('Решение МОЦ, акт обследования');
  expect(await field(principal, 'Ответственный (должность)').inputValue()).toBe('Директор школы');
  await other.close();
});

test('what is missing is named; МОЦ returns the programme with words and approves it afterwards', async () => {
  await press(principal, 'Отправить в МОЦ');
  await saidBy(principal, /Не хватает|не хватает/);
  await field(principal, 'Номер приказа школы').fill('15-од');
  await field(principal, 'Дата приказа').fill('2020-01-27');
  await principal.locator('[name=passport-periodFrom]').fill('2020-02-01');
  await principal.locator('[name=passport-periodTo]').fill('2022-08-31');
  await press(principal, 'Добавить цель');
  await principal.locator('#aims').getByLabel(/^Цель/).fill('Поднять результаты по математике');
  await principal.getByLabel(/^Задачи, каждая с новой строки/).fill('Восполнить пробелы');
  await press(principal, 'Добавить показатель');
  const indicator = principal.locator('#indicators');
  await indicator.getByLabel(/^Показатель/).fill('Качество ВПР по математике, 6 класс');
  await indicator.getByLabel(/^Единица/).fill('%');
  await indicator.getByLabel(/^База/).fill('31');
  for (const plan of await indicator.getByLabel(/^План \d/).all()) await plan.fill('40');
  await press(principal, 'Добавить меру');
  const measure = principal.locator('#measures');
  await measure.getByLabel(/^Мера/).fill(MEASURE);
  await measure.getByLabel(/^Ответственный/).fill('Заместитель директора');
  await measure.getByLabel(/^Начало/).fill('2020-02-03');
  await measure.getByLabel(/^Срок/).fill('2020-05-29');
  await untilSaved(principal);
  await press(principal, 'Отправить в МОЦ');
  await saidBy(principal, /основани/);
  await unfold(principal, 'Из чего следует');
  await measure.getByRole('checkbox', { name: RECOMMENDATION }).check();
  await untilSaved(principal);
  await press(principal, 'Отправить в МОЦ');
  await saidBy(principal, 'На согласовании');

  await head.goto(programme);
  await field(head, 'Замечания по разделам').fill('Показатели: обоснуйте план на 2021–2022.');
  await press(head, 'Вернуть школе');
  await head.getByText('МОЦ вернул программу').waitFor();
  await principal.goto(programme);
  await saidBy(principal, 'Показатели: обоснуйте план на 2021–2022.');
  await field(principal, 'Сильные стороны').fill('Стабильный коллектив.');
  await untilSaved(principal);
  await press(principal, 'Отправить в МОЦ');
  await saidBy(principal, 'На согласовании');

  await methodist.goto(programme);
  await methodist.getByRole('heading', { level: 1 }).waitFor();
  expect(await methodist.getByRole('button', { name: 'Утвердить программу' }).count()).toBe(0);
  await head.goto(programme);
  await press(head, 'Утвердить программу');
  await saidBy(head, 'Утверждена');
  await principal.goto(programme);
  await press(principal, 'Начать выполнение');
  await saidBy(principal, 'Выполняется');
});

test('a partner is agreed with a joint event; its reasons stay with МОЦ', async () => {
  await head.goto(`${address}/support/partners/new?year=2019-2020`);
  await head.getByLabel('Школа-лидер').selectOption({ label: HOST });
  await field(head, 'Название').fill(`${HOST} → ${SCHOOL.name}`);
  await head.getByRole('checkbox', { name: SCHOOL.name, exact: true }).check();
  await head.getByLabel(/^Почему эти/).fill('Сильна в математике\nПохожа по размеру\nРядом');
  await press(head, 'Предложить');
  await head.getByRole('heading', { name: 'Решение' }).waitFor();
  await head.getByLabel('Событие, строка 1').fill('Диалоговая площадка');
  await head.getByLabel('Дата, строка 1').fill('2020-01-22');
  await press(head, 'Сохранить');
  await saidBy(head, /Сохранено/);
  await head.getByLabel('Новое состояние').selectOption({ label: 'Согласовано' });
  await press(head, 'Записать решение');
  await saidBy(head, 'Согласовано');
  await principal.goto(head.url());
  await saidBy(principal, 'Диалоговая площадка');
  expect(await principal.getByText('Похожа по размеру').count()).toBe(0);
});

test('in February the school reports on the first stage and МОЦ assesses it', async () => {
  await principal.goto(programme);
  await unfold(principal, 'Отчитаться');
  await field(principal, 'Отчёт').first().fill('Приказ издан, группы собраны.');
  await principal.getByRole('button', { name: 'Отправить отчёт' }).first().click();
  await saidBy(principal, 'Приказ издан, группы собраны.');
  await methodist.goto(programme);
  await unfold(methodist, 'Оценить или перенести');
  await field(methodist, 'Почему').first().fill('Документы есть.');
  await methodist.getByRole('button', { name: 'Записать оценку' }).first().click();
  await saidBy(methodist, 'Документы есть.');
});

test('СОИРО reads one page and takes the dossier; another principal finds nothing', async () => {
  await coordinator.goto(pageOfSchool());
  for (const words of ['Выводы обследования: 1', RECOMMENDATION, MEASURE, 'Диалоговая площадка'])
    await saidBy(coordinator, words);
  expect(await coordinator.getByRole('button', { name: /Записать|Сохранить/ }).count()).toBe(0);
  for (const [name, signature] of [
    ['Досье, docx', 'PK'],
    ['Досье, pdf', '%PDF'],
  ] as const) {
    const [download] = await Promise.all([
      coordinator.waitForEvent('download'),
      coordinator.getByRole('link', { name }).click(),
    ]);
    const bytes = await readFile(await download.path());
    expect([bytes.subarray(0, signature.length).toString('latin1'), bytes.length > 5000]).toEqual([signature, true]);
  }
  const stranger = await personAt(region.principalOf('41'));
  for (const path of [programme, pageOfSchool()]) expect((await stranger.goto(path))?.status()).toBe(404);
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});
