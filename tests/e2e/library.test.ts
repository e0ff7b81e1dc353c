/** МОЦ adds an act with a file and links it to a decision; a school finds it misspelt by the words of the file and takes it. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { signInContext } from './card-page';
import { METHODIST, principalOf } from './region';
import { type Complaints, watched } from './watched-page';

const address = inject('portalAddress');
const TITLE = 'О наставнических маршрутах <b>города</b>';
const TEXT = 'Перечень взаимообучающихся коллективов утверждается директором.';
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

test('a document goes its way from МОЦ to a school', async () => {
  const methodist = await personAt(METHODIST);
  const field = (name: string) => methodist.getByLabel(name, { exact: true });
  await methodist.goto(`${address}/library/new`);
  await field('Название').fill(TITLE);
  await methodist.getByLabel(/^Номер/).fill('204-е2е');
  await methodist.getByRole('button', { name: 'Добавить' }).click();
  await methodist.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  const file = { name: '../приказ.txt', mimeType: 'text/html', buffer: Buffer.from(TEXT) };
  await methodist.getByLabel('Приложить файл').setInputFiles(file);
  await methodist.getByRole('button', { name: 'Загрузить' }).click();
  await methodist.getByText('поиск видит его текст').waitFor();
  const place = new URL(methodist.url()).pathname;

  // a file that is not what its name says is refused, the document stays as it was
  const page = { name: 'приказ.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>1</script>') };
  await methodist.getByLabel('Новая версия файла').setInputFiles(page);
  await methodist.getByRole('button', { name: 'Загрузить' }).click();
  await methodist
    .getByText(/Приложить можно PDF/)
    .first()
    .waitFor();
  expect(await methodist.getByText('версия 1').count()).toBe(1);

  await methodist.goto(`${address}/support/decisions`);
  await methodist.getByRole('table').first().getByRole('link').first().click();
  const panel = methodist
    .getByRole('region', { name: 'Документы библиотеки' })
    .or(methodist.locator('section', { has: methodist.getByRole('heading', { name: 'Документы библиотеки' }) }));
  await panel.getByLabel('Документ библиотеки').selectOption(place.split('/').at(-1) ?? '');
  await panel.getByRole('button', { name: 'Связать' }).click();
  await panel.getByRole('link', { name: TITLE }).last().waitFor();
  await methodist.goto(`${address}${place}`);
  await methodist.getByRole('heading', { name: 'Где используется' }).waitFor();

  const principal = await personAt(principalOf('05'), 390);
  await principal.goto(`${address}/library`);
  await principal.getByLabel('Что найти').fill('взаимообучающегося колектива');
  await principal.getByRole('button', { name: 'Найти' }).click();
  await principal.getByText('Показаны результаты для').waitFor();
  const marked = principal.locator('mark', { hasText: 'взаимообучающихся' });
  await marked.first().waitFor();
  await principal.locator(`a[href="${place}"]`).click();
  await principal.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  expect(await principal.getByRole('link', { name: 'Изменить' }).count()).toBe(0);
  const [download] = await Promise.all([
    principal.waitForEvent('download'),
    principal.getByRole('link', { name: 'приказ.txt' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('приказ.txt');
  expect(await readFile(await download.path(), 'utf8')).toBe(TEXT);

  // what is only for МОЦ leaves the school's sight
  await methodist.goto(`${address}${place}/edit`);
  await field('Кому виден').selectOption({ label: 'Только МОЦ и СОИРО' });
  await methodist.getByRole('button', { name: 'Сохранить' }).click();
  await methodist.getByText('Только МОЦ и СОИРО').first().waitFor();
  const answer = await principal.goto(`${address}${place}`);
  expect(answer?.status()).toBe(404);
  expect((await principal.request.get(`${address}/library/links`)).status()).toBe(403);
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});
