import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { answerByApi, answerOf, openCard, question, untilServerHas } from './card-page';

const address = inject('portalAddress');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('without JavaScript', () => {
  it('saves a group by its button and goes on by plain links', async () => {
    const { context, page, card } = await openCard(browser, address, 'director23@demo.local', {
      javaScript: false,
      start: { 'T1.OGE.01': null, 'T1.OGE.02': null, 'T1.OBJ.01': null },
    });
    await answerOf(page, 'T1.OGE.01', 'na').check();
    await answerOf(page, 'T1.OGE.02', 'yes').check();
    await page.getByRole('button', { name: 'Сохранить раздел' }).click();
    await page.getByText('Раздел сохранён').waitFor();
    expect((await card()).answers).toMatchObject({ 'T1.OGE.01': 'na', 'T1.OGE.02': 'yes' });
    await page.getByRole('link', { name: /Дальше: Результаты ЕГЭ/ }).click();
    await question(page, 'T1.EGE.01').waitFor();
    await page.goto(page.url().replace('EGE', 'OBJ'));
    await page.getByLabel('Признаков не найдено').check();
    await page.getByRole('button', { name: 'Сохранить раздел' }).click();
    await page.getByText('Раздел сохранён').waitFor();
    expect((await card()).answers['T1.OBJ.01']).toEqual([]);
    await context.close();
  });

  it('overwrites nothing that was changed meanwhile and says which answers', async () => {
    const { context, page, card } = await openCard(browser, address, 'director23@demo.local', {
      javaScript: false,
      group: 'EGE',
      start: { 'T1.EGE.01': null, 'T1.EGE.02': null },
    });
    await answerByApi(address, 'director23@demo.local', await card(), { 'T1.EGE.01': 'yes' });
    await answerOf(page, 'T1.EGE.01', 'na').check();
    await answerOf(page, 'T1.EGE.02', 'na').check();
    await page.getByRole('button', { name: 'Сохранить раздел' }).click();
    await page.getByText('T1.EGE.01: ответ изменён в другом окне').waitFor();
    expect((await card()).answers).toMatchObject({ 'T1.EGE.01': 'yes', 'T1.EGE.02': 'na' });
    await context.close();
  });
});

describe('a page that is still loading its program', () => {
  it('takes what was ticked meanwhile', async () => {
    const { context, page, card } = await openCard(browser, address, 'director06@demo.local', {
      start: { 'T1.OGE.01': 'yes' },
    });
    let arrive: () => void = () => {};
    const program = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/_next/static/**/*.js', async (route) => {
      await program;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    await answerOf(page, 'T1.OGE.01', 'na').check();
    expect((await card()).answers['T1.OGE.01']).not.toBe('na');
    arrive();
    await untilServerHas(card, { 'T1.OGE.01': 'na' });
    expect(await answerOf(page, 'T1.OGE.01', 'na').isChecked()).toBe(true);
    await context.close();
  });
});

describe('on a small screen', () => {
  it('never scrolls sideways, at 390 px and with text of double size', async () => {
    const { context, page } = await openCard(browser, address, 'director06@demo.local', { width: 390 });
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const group of ['OGE', 'OBJ', 'SOC']) {
      await page.goto(page.url().replace(/group=\w+/, `group=${group}`));
      expect(await sideways()).toBe(0);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => document.documentElement.setAttribute('data-font', '200'));
    expect(await sideways()).toBe(0);
    await context.close();
  });
});
