import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { axeFaults } from './axe-faults';
import { answerOf, openCard, question, signInContext, untilSaving, untilServerHas } from './card-page';

const address = inject('portalAddress');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('two windows on one card', () => {
  it('asks about what both changed, sends the rest, and overwrites nothing by itself', async () => {
    const start = { 'T1.OGE.01': null, 'T1.OGE.02': null };
    const { context, page, card, another } = await openCard(browser, address, 'director25@demo.local', { start });
    const other = await another();
    await other.route('**/answers', (route) => route.abort());
    await answerOf(other, 'T1.OGE.01', 'yes').check();
    await answerOf(other, 'T1.OGE.02', 'na').check();
    await untilSaving(other, 'offline');
    await answerOf(page, 'T1.OGE.01', 'no').check();
    await untilServerHas(card, { 'T1.OGE.01': 'no' });
    await other.unroute('**/answers');

    await untilSaving(other, 'conflict');
    await untilServerHas(card, { 'T1.OGE.01': 'no', 'T1.OGE.02': 'na' });
    const merge = question(other, 'T1.OGE.01').getByRole('alert');
    expect(await merge.textContent()).toMatch(/Ответ изменён в другом окне[\s\S]*Их ответ\s*нет[\s\S]*Ваш ответ\s*да/);
    expect(await axeFaults(other)).toEqual([]);

    await other
      .getByRole('link', { name: /Ресурсы школы/ })
      .first()
      .click();
    await other.getByRole('button', { name: 'Показать' }).click();
    await merge.getByRole('button', { name: 'Записать ваш' }).click();
    await untilServerHas(card, { 'T1.OGE.01': 'yes' });
    await untilSaving(other, 'saved');
    await page.bringToFront();
    await expect.poll(() => answerOf(page, 'T1.OGE.01', 'yes').isChecked()).toBe(true);
    await context.close();
  });

  it('keeps the other answer when the person chooses it', async () => {
    const start = { 'T1.OGE.03': null };
    const { context, page, card, another } = await openCard(browser, address, 'director25@demo.local', { start });
    const other = await another();
    await other.route('**/answers', (route) => route.abort());
    await answerOf(other, 'T1.OGE.03', 'yes').check();
    await answerOf(page, 'T1.OGE.03', 'na').check();
    await untilServerHas(card, { 'T1.OGE.03': 'na' });
    await other.unroute('**/answers');
    await question(other, 'T1.OGE.03').getByRole('button', { name: 'Оставить их' }).click();
    await untilSaving(other, 'saved');
    expect(await answerOf(other, 'T1.OGE.03', 'na').isChecked()).toBe(true);
    expect((await card()).answers['T1.OGE.03']).toBe('na');
    await context.close();
  });
});

describe('a session that ended', () => {
  it('asks to sign in over the form and goes on with nothing lost', async () => {
    const { context, page, card } = await openCard(browser, address, 'director25@demo.local', {
      start: { 'T1.OGE.04': null },
    });
    await context.clearCookies({ name: /session-token/ });
    await answerOf(page, 'T1.OGE.04', 'yes').check();
    const dialog = page.getByRole('dialog', { name: 'Сеанс завершён. Войдите снова' });
    await dialog.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByLabel('Пароль').fill('не тот пароль');
    await page.keyboard.press('Enter');
    await dialog.getByText('Пароль не подошёл').waitFor();
    await dialog.getByLabel('Пароль').fill('smolensk-demo');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await untilServerHas(card, { 'T1.OGE.04': 'yes' });
    await untilSaving(page, 'saved');
    await context.close();
  });

  it('never sends one person’s answers in another’s name', async () => {
    const { context, page, cardId } = await openCard(browser, address, 'director25@demo.local', {
      start: { 'T1.OGE.05': null },
    });
    await context.route('**/answers', (route) => route.abort());
    await answerOf(page, 'T1.OGE.05', 'yes').check();
    await untilSaving(page, 'offline');
    await signInContext(context, address, 'director02@demo.local');
    await context.unroute('**/answers');
    await untilSaving(page, 'signed-out');
    // and a page of the other person on the same browser knows nothing of them
    const own = await (await context.request.get(`${address}/api/v1/cards`)).json();
    await page.goto(`${address}/monitoring/cards/${own.items[0].id}?group=OGE`);
    expect(await answerOf(page, 'T1.OGE.05', 'yes').isChecked()).toBe(false);
    const owner = await browser.newContext();
    await signInContext(owner, address, 'director25@demo.local');
    const card = await (await owner.request.get(`${address}/api/v1/cards/${cardId}`)).json();
    expect(card.answers['T1.OGE.05']).toBeNull();
    await owner.close();
    await context.close();
  });
});
