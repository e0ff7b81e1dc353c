import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { openCard, question } from './card-page';

const address = inject('portalAddress');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

const PAGE = Buffer.from('<html><script>alert(1)</script></html>');

describe('files beside an answer', () => {
  it('are sent, listed, downloaded and removed; wrong ones are refused in words', async () => {
    const { context, page } = await openCard(browser, address, 'director14@demo.local');
    const first = question(page, 'T1.OGE.01');
    await first.getByText(/^Файлы/).click();
    const input = first.locator('input[type=file]');
    await input.setInputFiles({ name: 'список.exe', mimeType: 'application/octet-stream', buffer: PDF });
    await first.getByText('принимаются pdf, docx, xlsx, jpg, png').waitFor();
    await input.setInputFiles({ name: 'страница.pdf', mimeType: 'application/pdf', buffer: PAGE });
    await first.getByText(/^«страница\.pdf»: /).waitFor();
    await input.setInputFiles({ name: 'Протокол № 5.pdf', mimeType: 'application/pdf', buffer: PDF });
    const link = first.getByRole('link', { name: 'Протокол № 5.pdf' });
    await link.waitFor();
    const answer = await context.request.get(`${address}${await link.getAttribute('href')}`);
    expect(await answer.body()).toEqual(PDF);
    // another group and back: the file is still there
    await page
      .getByRole('link', { name: /Результаты ЕГЭ/ })
      .first()
      .click();
    await page
      .getByRole('link', { name: /Результаты ОГЭ/ })
      .first()
      .click();
    await first.getByRole('button', { name: 'Удалить файл «Протокол № 5.pdf»' }).click();
    await link.waitFor({ state: 'detached' });
    await context.close();
  });

  it('can be stopped on the way', async () => {
    const { context, page } = await openCard(browser, address, 'director14@demo.local');
    const first = question(page, 'T1.OGE.01');
    await page.route(/\/attachments\?/, () => new Promise<void>(() => {}));
    await first.getByText(/^Файлы/).click();
    await first
      .locator('input[type=file]')
      .setInputFiles({ name: 'Большой.pdf', mimeType: 'application/pdf', buffer: PDF });
    await first.getByRole('button', { name: 'Отменить отправку «Большой.pdf»' }).click();
    await first.getByRole('progressbar').waitFor({ state: 'detached' });
    expect(await first.getByRole('link', { name: 'Большой.pdf' }).count()).toBe(0);
    await context.close();
  });
});

describe('the card as a spreadsheet', () => {
  it('is downloaded, filled in, looked over with its bad cells, and applied whole', async () => {
    const { context, page, card } = await openCard(browser, address, 'director35@demo.local', {
      start: { 'T1.OGE.01': null, 'T1.OGE.02': null },
    });
    await page.getByRole('link', { name: 'Заполнить таблицей' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Скачать бланк xlsx' }).click(),
    ]);
    expect(download.suggestedFilename()).toContain('smolensk-35');
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
    const rows = (await readXlsx(Buffer.concat(chunks))).sheets[0]?.rows ?? [];
    const at = (code: string) => rows.findIndex((row) => row[0] === code);
    const workbook = async (answers: Record<string, string>) => {
      const changed = rows.map((row) => [...row]);
      for (const [code, answer] of Object.entries(answers)) (changed[at(code)] ?? [])[3] = answer;
      return Buffer.from(await writeXlsx({ sheets: [{ name: 'Карта', rows: changed }] }));
    };
    const send = async (answers: Record<string, string>) => {
      const buffer = await workbook(answers);
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      await page.getByLabel(/Файл xlsx/).setInputFiles({ name: 'карта.xlsx', mimeType, buffer });
      await page.getByRole('button', { name: 'Показать изменения' }).click();
    };
    const { version } = await card();
    await send({ 'T1.OGE.01': 'Да ', 'T1.OGE.02': 'возможно' });
    await page.getByText(`Лист «Карта», ячейка D${at('T1.OGE.02') + 1}`).waitFor();
    await page.getByText('ожидается «да», «нет» или «не применимо»').waitFor();
    expect((await card()).version).toBe(version);
    await send({ 'T1.OGE.01': 'Да ', 'T1.OGE.02': 'н/п' });
    await page.getByRole('heading', { name: /2 изменения/ }).waitFor();
    await page.getByRole('button', { name: 'Сохранить все изменения' }).click();
    await page.getByText('Ответы из таблицы сохранены').waitFor();
    expect(await card()).toMatchObject({ version: version + 1, answers: { 'T1.OGE.01': 'yes', 'T1.OGE.02': 'na' } });
    await context.close();
  });
});
