/** The list of schools: the ranking, the line one can move, confirming by an order, the heat map; with and without scripts. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '@/tests/harness/browser';

const address = inject('portalAddress');
const WITHIN = { timeout: 20_000, interval: 100 };

let browser: Browser;
let opened: Page[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of opened) await page.context().close();
  opened = [];
});

/** A browser of its own in which that demonstration account is signed in. */
async function pageOf(account: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  opened.push(page);
  const { csrfToken } = await (await context.request.get(`${address}/api/auth/csrf`)).json();
  const form = { csrfToken, email: `${account}@demo.local`, password: 'smolensk-demo' };
  await context.request.post(`${address}/api/auth/callback/credentials`, { form, maxRedirects: 0 });
  return page;
}

const soon = <T>(look: () => Promise<T>) => expect.poll(look, WITHIN);
const line = (page: Page) => page.getByRole('slider', { name: 'Линия порога' });
const lineWords = (page: Page) => line(page).getAttribute('aria-valuetext');
const schoolsAbove = async (page: Page) => Number(await line(page).getAttribute('aria-valuenow'));
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

/** Waits until the page's scripts move the line. */
async function alive(page: Page): Promise<void> {
  const before = await lineWords(page);
  await expect
    .poll(async () => {
      await line(page).focus();
      await page.keyboard.press('ArrowDown');
      return lineWords(page);
    }, WITHIN)
    .not.toBe(before);
}

describe('the line of the threshold', () => {
  test('is moved by keys and by the pointer, stays in the address, and goes back', async () => {
    const page = await pageOf('metodist');
    await page.goto(`${address}/analysis`);
    expect(page.url()).toContain('/analysis/campaigns/');
    const stored = await lineWords(page);
    await alive(page);
    expect(await focused(page)).toBe('Линия порога');
    await soon(async () => page.url()).toMatch(/[?&]rule=(SUM|SHARE|TOP_N)&value=/);
    const tried = await lineWords(page);
    await page.reload();
    expect(await lineWords(page)).toBe(tried);

    await alive(page);
    const handle = await line(page).boundingBox();
    const second = await page.locator('tr[data-accepted="yes"]').nth(1).boundingBox();
    if (!handle || !second) throw new Error('no line or no rows');
    await page.mouse.move(handle.x + 8, handle.y + 8);
    await page.mouse.down();
    await page.mouse.move(handle.x + 8, second.y + second.height + 2, { steps: 6 });
    await page.mouse.up();
    expect(await schoolsAbove(page)).toBe(2);
    await page.mouse.move(handle.x + 8, handle.y + 200);
    expect(await schoolsAbove(page)).toBe(2);

    await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
    await soon(() => lineWords(page)).toBe(stored);
    await soon(async () => page.url()).not.toContain('rule=');
  });

  test('the panel tells who would enter, and «Сохранить правило» is the head’s alone', async () => {
    const page = await pageOf('metodist');
    await page.goto(`${address}/analysis`);
    const url = new URL(page.url());
    // no list of this table is ever confirmed here, so the rule may be changed
    url.search = '?table=T2&rule=TOP_N&value=10';
    await page.goto(url.href);
    const panel = page.locator('#what-if');
    await soon(() => panel.getByText(/^Войдут: \d+$/).isVisible()).toBe(true);
    expect(await panel.getByRole('button', { name: 'Сохранить правило' }).count()).toBe(0);
    const head = await pageOf('moc');
    await head.goto(url.href);
    expect(await head.locator('#what-if').getByRole('button', { name: 'Сохранить правило' }).count()).toBe(1);
  });
});

describe.each([true, false])('filters and files, JavaScript: %s', (javaScriptEnabled) => {
  test('the form and the heads of columns are addresses; the file is what the page shows', async () => {
    const page = await pageOf('moc', { javaScriptEnabled });
    await page.goto(`${address}/analysis`);
    await page.getByLabel('Школа', { exact: true }).fill('№ 1');
    await page.getByRole('button', { name: 'Найти' }).click();
    await page.waitForURL(/[?&]q=/);
    await page
      .getByRole('columnheader', { name: /^Школа/ })
      .getByRole('link')
      .click();
    await page.waitForURL(/sort=name/);
    const shown = await page.locator('tbody tr[data-accepted] th').allInnerTexts();
    expect(shown.length).toBeGreaterThan(2);
    const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
    const file = await (await page.context().request.get(`${address}${csv}`)).body();
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(file.toString('utf8').trim().split('\r\n')).toHaveLength(shown.length + 1);
  });
});

describe('the heat map', () => {
  test('is walked by the arrow keys; a point opens beside and gives the focus back', async () => {
    const page = await pageOf('moc');
    await page.goto(`${address}/analysis`);
    await page.getByRole('link', { name: 'Тепловая карта' }).click();
    await page.waitForURL(/heat-map/);
    const cells = page.locator('a[data-point]');
    await soon(async () => page.locator('a[data-point][tabindex="0"]').count()).toBe(1);
    await page.locator('a[data-point][tabindex="0"]').focus();
    const first = await focused(page);
    await page.keyboard.press('ArrowRight');
    const second = await focused(page);
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(second);
    await page.keyboard.press('Enter');
    await page.waitForURL(/point=/);
    const panel = page.getByRole('complementary');
    await soon(() => panel.getByText('Ответ школы', { exact: true }).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('point-title');
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('point'));
    await soon(() => focused(page)).toBe(second);
    expect(await cells.count()).toBeGreaterThan(100);
  });

  test('opens a point without JavaScript, and keeps the page from scrolling sideways at 390 px', async () => {
    const page = await pageOf('moc', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.goto(`${address}/analysis`);
    await page.getByRole('link', { name: 'Тепловая карта' }).click();
    await page.locator('a[data-point]').first().click();
    await page.waitForURL(/point=/);
    expect(await page.getByRole('complementary').getByText('Ответ школы', { exact: true }).isVisible()).toBe(true);
    const narrow = await pageOf('moc', { viewport: { width: 390, height: 844 } });
    await narrow.goto(page.url());
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

test('principals never see a ranking, in any form', async () => {
  const staff = await pageOf('metodist');
  await staff.goto(`${address}/analysis`);
  const campaign = staff.url();
  const page = await pageOf('director05');
  for (const path of [
    campaign,
    `${campaign}/heat-map`,
    `${campaign}/confirm`,
    `${address}/analysis`,
    `${address}/region`,
  ]) {
    const answer = await page.goto(path);
    expect([path, answer?.status()]).toEqual([path, 403]);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Этот раздел вам недоступен');
  }
  expect((await page.context().request.get(`${address}/analysis/movements`)).status()).toBe(403);
  const stranger = await pageOf('director01.vyazma');
  expect((await stranger.goto(campaign))?.status()).toBe(404);
});

describe('confirming by an order', () => {
  test('staff see the draft and cannot confirm', async () => {
    const page = await pageOf('metodist');
    await page.goto(`${address}/analysis`);
    await page.getByRole('link', { name: 'Проект списка' }).click();
    await page.waitForURL(/confirm/);
    await soon(() => page.getByText('Утверждает руководитель МОЦ').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Утвердить список' }).count()).toBe(0);
  });

  test('a departure needs its reason; a double click confirms once; a new order replaces the list', async () => {
    const page = await pageOf('moc.vyazma');
    await page.goto(`${address}/analysis`);
    await page.getByRole('link', { name: 'Утвердить список' }).click();
    await page.waitForURL(/confirm/);
    const boxes = page.locator('table').first().getByRole('checkbox');
    const proposed = await boxes.count();
    expect(proposed).toBeGreaterThan(0);
    await soon(async () => {
      await boxes.first().setChecked(false);
      return page.getByText(/Отступлений от предложения: 1, без причины: 1/).isVisible();
    }).toBe(true);
    await page.getByLabel('Номер').fill('57-д');
    await page.getByLabel('Дата').fill('2020-11-25');
    await page.getByRole('button', { name: 'Утвердить список' }).click();
    await soon(() =>
      page
        .getByRole('alert')
        .getByText(/укажите, почему школа не включена/)
        .isVisible(),
    ).toBe(true);
    expect(await page.getByLabel('Номер').inputValue()).toBe('57-д');
    await page
      .getByLabel(/^Почему не включена/)
      .first()
      .fill('Школа реорганизуется');
    await page.getByRole('button', { name: 'Утвердить список' }).dblclick();
    await page.waitForURL(/\/analysis\/lists\//);
    await soon(() => page.getByText('Школа реорганизуется').isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'В списке:' }).textContent()).toBe(`В списке: ${proposed - 1}`);

    const first = page.url();
    const lists = await page.context().request.get(`${address}/api/v1/lists/${first.split('/').at(-1)}`);
    const { campaignId } = await lists.json();
    const all = await (await page.context().request.get(`${address}/api/v1/campaigns/${campaignId}/lists`)).json();
    expect(all.total).toBe(1);

    await page.goto(`${address}/analysis`);
    await page.getByRole('link', { name: 'Новый приказ' }).click();
    await page.waitForURL(/confirm/);
    await soon(() => page.getByText(/Действует приказ №\s57-д/).isVisible()).toBe(true);
    await page.getByLabel('Номер').fill('60-д');
    await page.getByRole('button', { name: 'Утвердить список' }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/analysis/lists/') && url.href !== first);
    await page.goto(first);
    expect(await page.getByText('Этот список больше не действует').isVisible()).toBe(true);
    await page.getByRole('link', { name: /приказ №\s60-д/ }).click();
    await soon(() => page.getByText('Действует', { exact: true }).isVisible()).toBe(true);
  });
});

test('the coordinator goes from the region to a municipality’s ranking and back through the years', async () => {
  const page = await pageOf('soiro');
  await page.goto(`${address}/region`);
  const rows = page.getByRole('table', { name: /^Муниципалитеты региона/ }).locator('tbody tr');
  expect(await rows.count()).toBe(27);
  expect(await rows.first().locator('th').textContent()).toContain('Велижский');
  await page.getByRole('link', { name: 'Открыть 2019–2020 учебный год' }).click();
  await page.waitForURL(/schoolYear=2019-2020/);
  await rows.filter({ hasText: 'Город Смоленск' }).getByRole('link', { name: 'Закрыта' }).click();
  await page.waitForURL(/\/analysis\/campaigns\//);
  await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Школы с низкими результатами');
  await soon(() => page.getByText(/Список утверждён приказом/).isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Движение по годам' }).click();
  await page.waitForURL(/movements/);
  await soon(() =>
    page
      .getByText(/^18,6\s%$/)
      .first()
      .isVisible(),
  ).toBe(true);
});
