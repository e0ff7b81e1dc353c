/** What stands around every page: the view for weak sight, the keyboard, narrow pages, what is not found, the way out. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { viewToCookie } from '@/lib/domain/view-preferences';
import { launchBrowser } from '@/tests/harness/browser';
import { axeFaults } from './axe-faults';

const address = inject('portalAddress');
const NOBODY = 'nobody';
const LOOKS = [
  { theme: 'light', contrast: 'normal' },
  { theme: 'dark', contrast: 'normal' },
  { theme: 'system', contrast: 'black-on-white' },
  { theme: 'system', contrast: 'white-on-black' },
  { theme: 'system', contrast: 'yellow-on-black' },
] as const;

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

/** A page of a browser of its own, signed in by the form as that demonstration account. */
async function pageOf(account: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage();
  opened.push(page);
  if (account === NOBODY) return page;
  await page.goto(`${address}/sign-in`);
  await page.getByLabel('Электронная почта').fill(`${account}@demo.local`);
  await page.getByLabel('Пароль').fill('smolensk-demo');
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.waitForURL(`${address}/`);
  return page;
}

const settings = (page: Page) =>
  page.locator('html').evaluate((root) => ({ ...(root as HTMLElement).dataset }) as Record<string, string>);

/** Waits until it becomes so. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });

async function choose(page: Page, name: string): Promise<void> {
  const panel = page.locator('details:has(.view-choice)');
  if (!(await panel.evaluate((details) => (details as HTMLDetailsElement).open)))
    await panel.locator('summary').click();
  await panel.getByRole('button', { name }).click();
}

describe.each([true, false])('«Версия для слабовидящих», JavaScript: %s', (javaScriptEnabled) => {
  test('changes the page at once, follows the person to another browser, and goes back', async () => {
    const account = javaScriptEnabled ? 'director40' : 'director41';
    const page = await pageOf(account, { javaScriptEnabled });
    await choose(page, 'Размер текста: крупный, 150 %');
    await soon(() => settings(page)).toMatchObject({ font: '150', contrast: 'normal' });
    await choose(page, 'Цвета: жёлтым по чёрному');
    await soon(() => settings(page)).toMatchObject({ font: '150', contrast: 'yellow-on-black' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px');

    const elsewhere = await pageOf(account, { javaScriptEnabled });
    expect(await settings(elsewhere)).toMatchObject({ font: '150', contrast: 'yellow-on-black' });

    await choose(page, 'Вернуть обычный вид');
    await soon(() => settings(page)).toMatchObject({ font: '100', contrast: 'normal', spacing: 'normal' });
  });
});

test('the theme of the system is followed until the person chooses one', async () => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const page = await pageOf(NOBODY, { colorScheme: 'dark' });
  await page.goto(`${address}/sign-in`);
  const dark = await background(page);
  await choose(page, 'Тема: светлая');
  await soon(() => background(page)).not.toBe(dark);
});

describe('keyboard', () => {
  test('the first stop leads past the masthead', async () => {
    const page = await pageOf('metodist');
    await page.keyboard.press('Tab');
    await soon(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Перейти к содержанию');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  test('the menu of a narrow page opens, leads on and closes by Esc', async () => {
    const page = await pageOf('metodist', { viewport: { width: 390, height: 844 } });
    const menu = page.locator('summary', { hasText: 'Меню' });
    await menu.focus();
    await page.keyboard.press('Enter');
    const schools = page.getByRole('navigation', { name: 'Разделы портала' }).getByRole('link', { name: 'Школы' });
    await soon(() => schools.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await soon(() => schools.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await page.keyboard.press('Enter');
    await schools.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${address}/schools`);
  });
});

test.each([
  ['metodist', ['/', '/monitoring', '/analysis', '/schools', '/settings/profile']],
  ['director42', ['/']],
  [NOBODY, ['/sign-in', '/accessibility']],
])('at 390 px and 200 %% no page of %s scrolls sideways', async (account, paths) => {
  const page = await pageOf(account, { viewport: { width: 390, height: 844 } });
  await page.context().addCookies([{ name: 'moc-view', value: 'fontSize=200&spacing=medium', url: address }]);
  for (const path of paths) {
    await page.goto(address + path);
    const { wide, font } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      font: getComputedStyle(document.documentElement).fontSize,
    }));
    expect(font, path).toBe('32px');
    expect(wide, path).toBe(0);
  }
});

test('what is not found is 404, keeps the navigation and says that the data are invented', async () => {
  const page = await pageOf('metodist');
  const answer = await page.goto(`${address}/nowhere`);
  expect(answer?.status()).toBe(404);
  await soon(() => page.getByRole('heading', { name: 'Страница не найдена' }).isVisible()).toBe(true);
  expect(await page.getByRole('navigation', { name: 'Разделы портала' }).count()).toBeGreaterThan(0);
  expect(await page.getByText('Демонстрационные данные: результаты школ вымышлены').count()).toBe(1);
});

test('signing out ends the session of this browser, without JavaScript too', async () => {
  const page = await pageOf('director43', { javaScriptEnabled: false });
  await page.locator('summary[aria-label^="Учётная запись"]').click();
  await page.getByRole('button', { name: 'Выйти' }).click();
  await page.waitForURL(`${address}/sign-in`);
  await page.goto(`${address}/settings/profile`);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test.each(LOOKS)('axe finds nothing serious around the pages: $theme, $contrast', async (look) => {
  const page = await pageOf('metodist');
  const view = viewToCookie({ fontSize: '100', spacing: 'normal', ...look });
  await page.context().addCookies([{ name: 'moc-view', value: encodeURIComponent(view), url: address }]);
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  for (const path of ['/', '/accessibility', '/nowhere']) {
    await page.goto(address + path);
    await page.locator('details:has(.view-choice) > summary').click();
    expect(await axeFaults(page), path).toEqual([]);
  }
  expect(refused).toEqual([]);
});
