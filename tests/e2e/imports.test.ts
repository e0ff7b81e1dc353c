/** МОЦ brings in a file with a fault and an unknown school, sets it right, applies it, sees whose answers changed, undoes it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { signInContext } from './card-page';
import { watched } from './watched-page';

const address = inject('portalAddress');
const SCHOOL = 'smolensk-17';
const OTHERS = ['smolensk-18', 'smolensk-20', 'smolensk-21', 'smolensk-22', 'smolensk-24'];
const CRITERION = 'T1.OGE.01';
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface EvidenceItem {
  criterion: string;
  computed: string | null;
}

/** The school's card of the open campaign and what data answer on it. */
async function cardOf(page: Page) {
  const read = async (path: string) => (await page.request.get(`${address}/api/v1${path}`)).json();
  const campaigns = await read('/campaigns?schoolYear=2020-2021');
  const { items } = await read(`/cards?campaignId=${campaigns.items[0].id}&pageSize=200`);
  const card: { id: string; schoolId: string } = items.find((one: { schoolCode: string }) => one.schoolCode === SCHOOL);
  const computed = async () => {
    const evidence: { items: EvidenceItem[] } = await read(`/cards/${card.id}/evidence`);
    return evidence.items.find(({ criterion }) => criterion === CRITERION)?.computed ?? null;
  };
  return { ...card, computed };
}

/** ОГЭ in Russian of six schools, one under a name that nobody knows, and a cell that is no number. */
function file(failed: number): Buffer {
  const line = (code: string, two: number | string) =>
    `${code};2019-2020;ОГЭ;Русский язык;20;${two};${20 - Number(failed)};0;0`;
  const lines = [
    'Код школы;Учебный год;Экзамен;Предмет;Участников;«2»;«3»;«4»;«5»',
    line('Школа за рекой', failed),
    ...OTHERS.map((code) => `${code};2019-2020;ОГЭ;Русский язык;20;4;16;0;0`),
    line('smolensk-25', 'много'),
  ];
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}

async function chooseFile(page: Page, failed: number): Promise<void> {
  await page.goto(`${address}/data/upload`);
  await page.getByLabel('Что в файле').selectOption('GIA_AGGREGATE');
  await page.getByLabel('Учебный год результатов').selectOption('2019-2020');
  await page
    .getByLabel(/Файл xlsx или csv/)
    .setInputFiles({ name: 'ОГЭ 2020.csv', mimeType: 'text/csv', buffer: file(failed) });
  await page.getByRole('button', { name: 'Загрузить и посмотреть' }).click();
  await page.getByText('Пока ничего не изменено').waitFor();
}

describe('a file of results', () => {
  it('is looked at, set right, applied with the answers it changes, and undone', async () => {
    const context = await browser.newContext({ locale: 'ru-RU' });
    await signInContext(context, address, 'moc@demo.local');
    const page = await context.newPage();
    const complaints = await watched(page);
    const card = await cardOf(page);
    const before = await card.computed();
    const after = before === 'yes' ? 'no' : 'yes';
    await chooseFile(page, after === 'yes' ? 20 : 0);

    const faults = page.getByRole('table', { name: 'Ошибки по ячейкам' });
    await faults.getByRole('row', { name: /F8.*много/ }).waitFor();
    const marked = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Файл с отмеченными ячейками' }).click();
    expect((await marked).suggestedFilename()).toMatch(/ОГЭ 2020.*\.csv/);

    await page.getByLabel('Школа для «Школа за рекой»').selectOption(card.schoolId);
    await page.getByRole('checkbox', { name: 'Запомнить для следующих файлов' }).first().uncheck();
    await page.getByRole('button', { name: 'Сохранить выбор' }).click();
    await page.getByText('Файл прочитан заново: годится 6').waitFor();

    await page.getByRole('button', { name: 'Применить', exact: true }).click();
    await page.getByText('Загрузка применена').waitFor();
    const changes = page.getByRole('table', { name: 'У кого изменились ответы по данным' });
    await changes
      .getByText(new RegExp(`${CRITERION}: .*→ ${after === 'yes' ? 'да' : 'нет'}`))
      .first()
      .waitFor();
    expect(await card.computed()).toBe(after);

    await page.getByRole('button', { name: 'Отменить загрузку' }).click();
    await page.getByText('Загрузка отменена').waitFor();
    expect(await card.computed()).toBe(before);
    await page.goto(`${address}/data/imports?status=UNDONE`);
    await page.getByRole('link', { name: 'ОГЭ 2020.csv' }).first().waitFor();
    expect(complaints.take()).toEqual([]);
    await context.close();
  });

  it('is sent without JavaScript as well, and a refusal comes back to the form', async () => {
    const context = await browser.newContext({ locale: 'ru-RU', javaScriptEnabled: false });
    await signInContext(context, address, 'metodist@demo.local');
    const page = await context.newPage();
    await page.goto(`${address}/data/upload`);
    await page
      .getByLabel(/Файл xlsx или csv/)
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
    await page.getByRole('button', { name: 'Загрузить и посмотреть' }).click();
    await page
      .getByText(/Это не таблица/)
      .first()
      .waitFor();
    await chooseFile(page, 3);
    expect(new URL(page.url()).pathname).toMatch(/^\/data\/imports\//);
    await page.getByRole('button', { name: 'Отказаться от файла' }).click();
    await page.getByRole('heading', { name: 'Загрузки', level: 1 }).waitFor();
    await context.close();
  });
});
