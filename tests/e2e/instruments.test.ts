/** A head of МОЦ makes an own version of the card: copies, edits, survives everything, previews, publishes, compares. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '@/tests/harness/browser';

const address = inject('portalAddress');
const LIST = '/settings/instruments';
const SCRIPT = '<script>document.title = "broken"</script>';

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

/** A page of a browser of its own, signed in as that demonstration account. */
async function pageOf(account: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  opened.push(page);
  await signIn(page, account);
  page.on('dialog', (dialog) => void dialog.accept());
  return page;
}

async function signIn(page: Page, account: string): Promise<void> {
  const { request } = page.context();
  const { csrfToken } = (await (await request.get(`${address}/api/auth/csrf`)).json()) as { csrfToken: string };
  const form = { csrfToken, email: `${account}@demo.local`, password: 'smolensk-demo', json: 'true' };
  await request.post(`${address}/api/auth/callback/credentials`, { form, headers: { origin: address } });
}

const wording = (page: Page, number: number) => page.getByLabel(`Формулировка критерия ${number}`, { exact: true });
const bar = (page: Page) => page.getByRole('region', { name: 'Сохранение' });
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

async function save(page: Page): Promise<void> {
  await bar(page).getByRole('button', { name: 'Сохранить' }).click();
}

async function saved(page: Page): Promise<void> {
  await soon(() => bar(page).textContent()).toContain('Сохранено в');
}

/** The editor takes what is typed as soon as its script runs, not earlier. */
async function alive(page: Page): Promise<void> {
  await page.locator('main [inert]').waitFor({ state: 'detached' });
}

/** A fresh draft of the account's own, open in the editor; gives its address. */
async function newDraft(page: Page, title: string): Promise<string> {
  await page.goto(address + LIST);
  await page.getByRole('link', { name: /^Скопировать: Диагностическая карта, версия по умолчанию/ }).click();
  await page.getByRole('textbox', { name: 'Название' }).fill(title);
  const anew = page.getByRole('radio', { name: /^Новая карта/ });
  if (await anew.count()) await anew.check();
  await page.getByRole('button', { name: 'Создать черновик' }).click();
  await wording(page, 34).waitFor();
  await alive(page);
  return new URL(page.url()).pathname;
}

describe('the editor', () => {
  test('orders, rewords, adds and removes by keyboard, and keeps it all over a reload', async () => {
    const page = await pageOf('moc.vyazma');
    await newDraft(page, 'Проверка редактора');
    const second = await wording(page, 2).inputValue();
    await wording(page, 1).fill(SCRIPT);
    await page.locator('#t0-g0-c1-up').focus();
    await page.keyboard.press('Enter');
    await soon(() => wording(page, 1).inputValue()).toBe(second);
    expect(await wording(page, 2).inputValue()).toBe(SCRIPT);
    await soon(() => focused(page)).toBe('t0-g0-c1-up');

    const removed = await wording(page, 34).inputValue();
    await page.getByRole('button', { name: `Удалить: ${removed}` }).press('Enter');
    await soon(() => wording(page, 34).count()).toBe(0);
    await bar(page).getByRole('button', { name: 'Вернуть' }).press('Enter');
    await soon(() => wording(page, 34).inputValue()).toBe(removed);

    await page.getByRole('button', { name: 'Добавить критерий' }).last().press('Enter');
    await soon(() => focused(page)).toMatch(/^new\d+-text$/);
    await page.keyboard.type('Нет спортивного зала');
    await soon(() => bar(page).textContent()).toContain('Есть несохранённые изменения');

    await page.reload();
    await page.getByText('Восстановлены несохранённые изменения').waitFor();
    expect(await wording(page, 2).inputValue()).toBe(SCRIPT);
    expect(await wording(page, 35).inputValue()).toBe('Нет спортивного зала');
    await save(page);
    await saved(page);
    await page.reload();
    await soon(() => wording(page, 35).inputValue()).toBe('Нет спортивного зала');
    expect(await page.getByText('Восстановлены несохранённые изменения').count()).toBe(0);
    expect(await page.title()).not.toContain('broken');
  });

  test('keeps what was entered when the line is cut and when the session ends', async () => {
    const page = await pageOf('moc.vyazma');
    const draft = await newDraft(page, 'Проверка связи');
    await wording(page, 1).fill('Введено без связи');
    await page.context().setOffline(true);
    await save(page);
    await page.getByText('Нет связи с порталом').waitFor();
    await page.context().setOffline(false);
    await save(page);
    await saved(page);

    await wording(page, 2).fill('Введено без сеанса');
    await page.context().clearCookies();
    await save(page);
    await page.getByRole('link', { name: 'Войти в новой вкладке' }).waitFor();
    await signIn(page, 'moc.vyazma');
    await save(page);
    await saved(page);
    await page.goto(address + draft);
    expect(await wording(page, 1).inputValue()).toBe('Введено без связи');
    expect(await wording(page, 2).inputValue()).toBe('Введено без сеанса');
  });

  test('shows the difference when another window saved first, and loses neither side', async () => {
    const page = await pageOf('moc.vyazma');
    const draft = await newDraft(page, 'Проверка двух окон');
    const other = await page.context().newPage();
    await other.goto(address + draft);
    await alive(other);
    await wording(other, 1).fill('Из второго окна');
    await save(other);
    await saved(other);
    await wording(page, 2).fill('Из первого окна');
    await save(page);
    await page.getByText('Изменено в другом окне', { exact: true }).waitFor();
    await page.getByText('Чем ваш вариант отличается').click();
    expect(await page.getByRole('alert').getByText('Сохранено: Из второго окна').count()).toBe(1);
    await page.getByRole('button', { name: 'Взять сохранённый' }).click();
    await soon(() => wording(page, 1).inputValue()).toBe('Из второго окна');
    await page.getByRole('button', { name: 'Вернуть мой' }).click();
    await soon(() => wording(page, 2).inputValue()).toBe('Из первого окна');
    await save(page);
    await saved(page);
  });

  test('names what is missing, previews as a principal sees it, publishes, and compares a year by the new version', async () => {
    const page = await pageOf('moc.vyazma');
    const draft = await newDraft(page, 'Карта после проверки');
    await page.getByRole('button', { name: 'Добавить критерий' }).last().click();
    await page.keyboard.type(`Нет библиотеки ${SCRIPT}`);
    await bar(page).getByRole('button', { name: 'Опубликовать…' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Критерий 35: Укажите правовое основание/ })
      .click();
    await soon(() => focused(page)).toMatch(/-purpose$/);
    await page.keyboard.type('Методика МОЦ');

    await bar(page).getByRole('button', { name: 'Предпросмотр' }).click();
    await page.getByRole('heading', { name: 'Предпросмотр карты' }).waitFor();
    await page
      .getByRole('group', { name: /^Нет библиотеки <script>/ })
      .getByText('Да', { exact: true })
      .click();
    await soon(() => page.getByText('Сумма отрицательных критериев: 1 из 42').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: '1–4 классы' }).click();
    await soon(() => page.getByText('Отвечено 0 из 19').count()).toBe(1);

    await page.goto(address + draft);
    await alive(page);
    await bar(page).getByRole('button', { name: 'Опубликовать…' }).click();
    await page.getByRole('heading', { name: 'Что изменено' }).waitFor();
    expect(await page.getByText('Добавлены: 1').count()).toBe(1);
    await page.getByRole('button', { name: 'Опубликовать' }).click();
    await page.getByText('Карта опубликована', { exact: true }).waitFor();
    expect(await wording(page, 1).count()).toBe(0);

    await page.goto(`${address}/analysis`);
    await page.getByRole('link', { name: 'Другая методика' }).click();
    await page.getByLabel(/^Стало/).selectOption({ label: '«Карта после проверки», версия 1' });
    await page.getByRole('button', { name: 'Сравнить' }).click();
    await page.getByText('Стало: 2020–2021, «Карта после проверки»').waitFor();
    await page.getByLabel('Таблица', { exact: true }).selectOption('T2');
    await page.getByRole('button', { name: 'Сравнить' }).click();
    await page.getByRole('heading', { name: 'Ответов нет: 1' }).waitFor();
    expect(await page.getByText('Нет библиотеки <script>').count()).toBe(1);
  });

  test('asks before a draft is gone', async () => {
    const page = await pageOf('moc.vyazma');
    const draft = await newDraft(page, 'Лишний черновик');
    await page.getByRole('button', { name: 'Удалить черновик' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить', exact: true }).click();
    await page.waitForURL(address + LIST);
    expect((await page.goto(address + draft))?.status()).toBe(404);
  });
});

test('others read at most: staff without buttons, another city 404, a principal 403', async () => {
  const head = await pageOf('moc');
  const draft = await newDraft(head, 'Черновик Смоленска');
  const staff = await pageOf('metodist');
  await staff.goto(address + draft);
  await staff.getByText('Черновик меняет тот, кому принадлежит карта').waitFor();
  expect(await staff.getByRole('button', { name: 'Сохранить' }).count()).toBe(0);
  const pages = ['', '/preview', '/publish', '/copy', '/report'];
  const vyazma = await pageOf('moc.vyazma');
  for (const page of pages) expect((await vyazma.goto(address + draft + page))?.status(), page).toBe(404);
  const principal = await pageOf('director01');
  for (const page of pages) expect((await principal.goto(address + draft + page))?.status(), page).toBe(404);
  expect((await principal.goto(address + LIST))?.status()).toBe(403);
  for (const page of ['/publish', '/copy'])
    expect((await staff.goto(address + draft + page))?.status(), page).toBe(403);
});
