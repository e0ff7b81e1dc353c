import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { answerOf, openCard, question, untilSaving, untilServerHas } from './card-page';

const address = inject('portalAddress');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('filling in the card', () => {
  it('saves each answer at once and shows the sum as the server counts it', async () => {
    const start = { 'T1.OGE.01': null };
    const { context, page, card } = await openCard(browser, address, 'director11@demo.local', { start });
    await answerOf(page, 'T1.OGE.01', 'yes').check();
    await untilServerHas(card, { 'T1.OGE.01': 'yes' });
    await untilSaving(page, 'saved');
    await expect.poll(() => page.locator('[data-save-state]').textContent()).toMatch(/^Сохранено в\s\d\d:\d\d$/);
    const { score } = await card();
    expect(await page.locator('[data-sum]').textContent()).toBe(String(score.negativeSum));
    await answerOf(page, 'T1.OGE.01', 'no').check();
    await untilServerHas(card, { 'T1.OGE.01': 'no' });
    expect(Number(await page.locator('[data-sum]').textContent())).toBe(score.negativeSum - 1);
    await context.close();
  });

  it('goes by the keyboard alone: 1, 2, 3 answer, Enter goes on to the next group as well', async () => {
    const { context, page, card } = await openCard(browser, address, 'director11@demo.local');
    const keys = page.keyboard;
    await answerOf(page, 'T1.OGE.01', 'yes').focus();
    await keys.press('3');
    for (const key of ['2', '1', '3', '2', '1']) {
      await keys.press('Enter');
      await keys.press(key);
    }
    await untilServerHas(card, {
      'T1.OGE.01': 'na',
      'T1.OGE.02': 'no',
      'T1.OGE.03': 'yes',
      'T1.OGE.04': 'na',
      'T1.OGE.05': 'no',
      'T1.OGE.06': 'yes',
    });
    await keys.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-question'))).toBe('T1.OGE.05');
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await expect.poll(() => page.locator('#group-title').textContent()).toBe('Результаты ЕГЭ');
    expect(new URL(page.url()).searchParams.get('group')).toBe('EGE');
    await context.close();
  });

  it('leaves figures typed into a note alone, and keeps the note', async () => {
    const { context, page, card } = await openCard(browser, address, 'director11@demo.local', { group: 'RES' });
    const before = (await card()).answers['T2.RES.01'];
    const vacancies = question(page, 'T2.RES.01');
    const note = vacancies.getByRole('textbox');
    if (!(await note.isVisible())) await vacancies.getByText('Комментарий').click();
    await note.clear();
    await note.pressSequentially('1 учитель, 2 ставки, 3 класс');
    await question(page, 'T2.RES.02').click({ position: { x: 5, y: 5 } });
    await expect.poll(async () => (await card()).comments['T2.RES.01']).toBe('1 учитель, 2 ставки, 3 класс');
    expect((await card()).answers['T2.RES.01']).toBe(before);
    await context.close();
  });

  it('takes signs one by one and «no signs» only when it is said', async () => {
    const { context, page, card } = await openCard(browser, address, 'director11@demo.local', {
      group: 'OBJ',
      start: { 'T1.OBJ.01': null },
    });
    const code = 'T1.OBJ.01';
    const risk = question(page, code);
    await risk.getByLabel('Школа включена в перечень ФИОКО').check();
    await page.keyboard.press('1');
    await untilServerHas(card, { [code]: ['S1', 'S6'] });
    await page.keyboard.press('1');
    await risk.getByLabel('Школа включена в перечень ФИОКО').uncheck();
    await untilServerHas(card, { [code]: null });
    await risk.getByLabel('Признаков не найдено').check();
    await untilServerHas(card, { [code]: [] });
    await context.close();
  });

  it('keeps last year’s answers marked until they are confirmed', async () => {
    const { context, page, card } = await openCard(browser, address, 'director11@demo.local', { group: 'SOC' });
    const [first = '', second = ''] = (await card()).carriedOver.filter((code) => code.startsWith('T2.SOC'));
    const carried = question(page, first);
    await carried.getByRole('button', { name: 'Да, верно' }).click();
    await expect.poll(async () => (await card()).carriedOver).not.toContain(first);
    await expect.poll(() => carried.textContent()).not.toContain('перенесён');
    expect((await card()).carriedOver).toContain(second);
    await context.close();
  });
});

describe('a line that is cut', () => {
  it('keeps answers of several groups over a closed page and sends them when it is back', async () => {
    const start = { 'T1.OGE.01': null, 'T1.EGE.01': null };
    const { context, page, card, another } = await openCard(browser, address, 'director02@demo.local', { start });
    await context.setOffline(true);
    await answerOf(page, 'T1.OGE.01', 'yes').check();
    await untilSaving(page, 'offline');
    await page
      .getByRole('link', { name: /Результаты ЕГЭ/ })
      .first()
      .click();
    await answerOf(page, 'T1.EGE.01', 'no').check();
    await expect
      .poll(() => page.locator('[data-save-state]').textContent())
      .toMatch(/ответы хранятся в\sбраузере, отправим сами \(2\sответа\)/);
    await page.close();

    await context.setOffline(false);
    await context.route('**/answers', (route) => route.abort());
    const later = await another();
    await expect.poll(() => answerOf(later, 'T1.OGE.01', 'yes').isChecked()).toBe(true);
    expect((await card()).answers).toMatchObject({ 'T1.OGE.01': null, 'T1.EGE.01': null });
    await context.unroute('**/answers');
    await untilServerHas(card, { 'T1.OGE.01': 'yes', 'T1.EGE.01': 'no' });
    await untilSaving(later, 'saved');
    await context.close();
  });

  it('finds an answer whose confirmation was lost, and asks nobody', async () => {
    const start = { 'T1.OGE.02': null };
    const { context, page, card } = await openCard(browser, address, 'director02@demo.local', { start });
    let lost = 0;
    await page.route('**/answers', async (route) => {
      await route.fetch();
      lost += 1;
      if (lost === 1) await route.abort();
      else await route.continue();
    });
    await answerOf(page, 'T1.OGE.02', 'na').check();
    await untilSaving(page, 'offline');
    await page.unroute('**/answers');
    await untilSaving(page, 'saved');
    await untilServerHas(card, { 'T1.OGE.02': 'na' });
    await context.close();
  });

  it('does not follow a link into the browser’s error page', async () => {
    const { context, page } = await openCard(browser, address, 'director02@demo.local');
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Проверка и отправка' }).first().click();
    await page.getByText('Отправить карту можно, когда связь вернётся').waitFor();
    expect(page.url()).not.toContain('/submit');
    await context.close();
  });
});
