import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { signIn } from '../harness/session';
import { answerOf, openCard, question, untilServerHas } from './card-page';

const address = inject('portalAddress');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('sending the card', () => {
  it('shows what is unanswered and leads there', async () => {
    const { context, page, card } = await openCard(browser, address, 'director14@demo.local');
    const unanswered = Object.entries((await card()).answers).flatMap(([code, answer]) =>
      answer === null ? [code] : [],
    );
    expect(unanswered.length).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Проверка и отправка' }).first().click();
    await page.getByRole('heading', { name: /Без ответа/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Отправить на проверку' }).count()).toBe(0);
    const code = unanswered[0] ?? '';
    await page.locator(`#check-${code.replaceAll('.', '\\.')} a`).click();
    await question(page, code).waitFor();
    expect(page.url()).toContain(`#${code}`);
    await context.close();
  });

  it('sends a whole card once, however often the button is clicked, and closes it', async () => {
    const { context, page, card } = await openCard(browser, address, 'director18@demo.local');
    await page.getByRole('link', { name: 'Проверка и отправка' }).first().click();
    const send = page.getByRole('button', { name: 'Отправить на проверку' });
    await send.dblclick();
    await page.getByText('Карта отправлена. МОЦ проверит её').waitFor();
    expect((await card()).status).toBe('SUBMITTED');
    const history = await (await context.request.get(`${address}/api/v1/cards/${(await card()).id}/history`)).json();
    expect(history.revisions).toHaveLength(1);
    expect(await page.getByRole('radio').count()).toBe(0);
    await context.close();
  });

  it('lets what is under way arrive before, and tells a form that is still open that the card was sent', async () => {
    const { context, page: late, cardId } = await openCard(browser, address, 'director21@demo.local');
    await late.route('**/answers', (route) => route.abort());
    await answerOf(late, 'T1.OGE.01', 'na').check();
    const elsewhere = await signIn(address, 'director21@demo.local');
    expect((await elsewhere.call('POST', `/api/v1/cards/${cardId}/submit`, {})).status).toBe(200);
    await late.unroute('**/answers');
    await late.getByText('Ответы не отправлены').waitFor();
    expect(await late.getByLabel('Неотправленные ответы').inputValue()).toMatch(/^T1\.OGE\.01 .* — не применимо$/);
    await late.reload();
    await late.getByText('Ответы не отправлены').waitFor();
    await late.getByRole('button', { name: 'Удалить из браузера' }).click();
    await late.getByRole('button', { name: 'Да, удалить безвозвратно' }).click();
    await late.getByText('Ответы не отправлены').waitFor({ state: 'detached' });
    await context.close();
  });
});

describe('a card returned in part', () => {
  it('opens the named criteria alone and says why the others are closed', async () => {
    const { context, page, card } = await openCard(browser, address, 'director40@demo.local', { group: 'INT' });
    const { unlocked, answers } = await card();
    const [open = ''] = unlocked ?? [];
    expect(open).toBe('T1.INT.03');
    await page.getByText('Исправить можно только эти критерии').waitFor();
    expect(await question(page, 'T1.INT.01').getByRole('radio').count()).toBe(0);
    expect(await question(page, 'T1.INT.01').textContent()).toContain('ответ закрыт');
    const other = answers[open] === 'yes' ? 'no' : 'yes';
    await answerOf(page, open, other).check();
    await untilServerHas(card, { [open]: other });
    await context.close();
  });
});
