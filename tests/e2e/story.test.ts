/**
 * One year of one school, in a browser from end to end: filled in over a broken line, sent, checked, returned, corrected,
 * accepted, listed, confirmed by an order, disputed and decided. The tests are the chapters; each goes on from the last.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { CardJson } from '@/lib/portal/cards/schema';
import { launchBrowser } from '../harness/browser';
import { portalDatabase } from '../harness/portal-database';
import { signIn } from '../harness/session';
import { alive, answerByApi, answerOf, question, signInContext, untilSaving } from './card-page';
import * as region from './region';
import { type Complaints, watched } from './watched-page';

const address = inject('portalAddress');
const SCHOOL = 'smolensk-01';
const SHORT_NAME = 'МБОУ «СШ № 1»';
const PRINCIPAL = region.principalOf('01');
const GROUPS = ['OGE', 'EGE', 'OBJ', 'OLY', 'INT', 'SOC', 'RES'];
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000, interval: 100 });

let browser: Browser;
let principal: Page;
let methodist: Page;
let head: Page;
const complaints: Complaints[] = [];
let cardId: string;
/** what the principal has answered so far */
let expected: CardJson['answers'];

beforeAll(async () => {
  browser = await launchBrowser();
  const given = await region.givenToSchool(address, region.HEAD, SCHOOL);
  cardId = given.id;
  const session = await signIn(address, PRINCIPAL);
  const card = await region.read<CardJson>(session, `/api/v1/cards/${cardId}`);
  // whatever stood there: three groups are empty, the rest says «нет»
  const start = Object.entries(card.answers).map(([code, answer]) => {
    if (/\.(OGE|EGE|OBJ)\./.test(code)) return [code, null];
    return [code, Array.isArray(answer) ? [] : 'no'];
  });
  await answerByApi(address, PRINCIPAL, card, Object.fromEntries(start));
  expected = Object.fromEntries(start);
  principal = await (await newContext()).newPage();
  methodist = await pageOf(region.METHODIST);
  head = await pageOf(region.HEAD);
  for (const page of [principal, methodist, head]) complaints.push(await watched(page));
});
afterAll(() => browser.close());

// what comes after a chapter that failed would fail for its sake, and slowly
let brokenOffAt: string | null = null;
beforeEach(() => {
  if (brokenOffAt) throw new Error(`The story broke off at «${brokenOffAt}».`);
});
afterEach(({ task }) => {
  if (task.result?.state === 'fail') brokenOffAt ??= task.name;
});

const newContext = (): Promise<BrowserContext> =>
  browser.newContext({ reducedMotion: 'reduce', locale: 'ru-RU', viewport: { width: 1440, height: 900 } });

async function pageOf(email: string): Promise<Page> {
  const context = await newContext();
  await signInContext(context, address, email);
  return context.newPage();
}

/** The card as the server has it, asked by the person of that page. */
const cardOf = async (page: Page): Promise<CardJson> =>
  (await page.context().request.get(`${address}/api/v1/cards/${cardId}`)).json();

/** A row of the ranking, by the school. */
const rowOf = (page: Page) => page.locator(`#school-${SCHOOL}`);

async function openReview(page: Page, show = ''): Promise<void> {
  await page.goto(`${address}/monitoring/cards/${cardId}${show}`);
}

test('the principal comes in, goes on from the home page, and answers by mouse and by keys', async () => {
  await principal.goto(`${address}/`);
  await principal.getByLabel('Электронная почта').fill(PRINCIPAL);
  await principal.getByLabel('Пароль').fill('smolensk-demo');
  await principal.getByRole('button', { name: 'Войти' }).click();
  await principal.getByRole('link', { name: 'Продолжить' }).click();
  await principal.waitForURL(/\/monitoring\/cards\//);
  await alive(principal);
  await principal
    .getByRole('link', { name: /Результаты ОГЭ/ })
    .first()
    .click();
  const before = (await cardOf(principal)).score.negativeSum;
  for (const code of ['T1.OGE.01', 'T1.OGE.02', 'T1.OGE.03']) {
    await question(principal, code).locator('label').filter({ hasText: 'Да' }).click();
    expected[code] = 'yes';
  }
  await answerOf(principal, 'T1.OGE.03', 'yes').focus();
  for (const [code, key, answer] of [
    ['T1.OGE.04', '2', 'no'],
    ['T1.OGE.05', '3', 'na'],
    ['T1.OGE.06', '1', 'yes'],
  ] as const) {
    await principal.keyboard.press('Enter');
    await principal.keyboard.press(key);
    expected[code] = answer;
  }
  await soon(async () => (await cardOf(principal)).answers).toEqual(expected);
  await untilSaving(principal, 'saved');
  expect(await principal.locator('[data-sum]').textContent()).toBe(String(before + 4));
  expect(await principal.locator('[data-save-state]').textContent()).toMatch(/^Сохранено в\s\d\d:\d\d$/);
});

test('the line is lost: answers are kept over a reload, and sent in their order when it is back', async () => {
  const context = principal.context();
  await context.setOffline(true);
  await principal
    .getByRole('link', { name: /Результаты ЕГЭ/ })
    .first()
    .click();
  await answerOf(principal, 'T1.EGE.01', 'yes').focus();
  const given: [string, string, 'yes' | 'no' | 'na'][] = [
    ['T1.EGE.01', '1', 'yes'],
    ['T1.EGE.02', '1', 'yes'],
    ['T1.EGE.03', '2', 'no'],
    ['T1.EGE.04', '1', 'yes'],
    ['T1.EGE.05', '1', 'yes'],
    ['T1.EGE.06', '3', 'na'],
  ];
  for (const [at, [, key]] of given.entries()) {
    if (at > 0) await principal.keyboard.press('Enter');
    await principal.keyboard.press(key);
  }
  await untilSaving(principal, 'offline');
  await soon(() => principal.locator('[data-save-state]').textContent()).toMatch(/6\sответов/);
  // offline the browser has no page to show; what was answered must not go with the old one
  await principal.reload().catch(() => {});
  await context.setOffline(false);
  await principal.goto(`${address}/monitoring/cards/${cardId}?group=EGE`);
  for (const [code, , answer] of given) expected[code] = answer;
  await soon(async () => (await cardOf(principal)).answers).toEqual(expected);
  await untilSaving(principal, 'saved');
  for (const [code, , answer] of given) expect(await answerOf(principal, code, answer).isChecked()).toBe(true);
  // asked of the database: a browser does not report what a page that is being left still sends
  const arrived = await arrivals(given.map(([code]) => code));
  expect(arrived.every(Number.isFinite)).toBe(true);
  expect(arrived).toEqual(arrived.toSorted((a, b) => a - b));
});

/** When the server took these answers of the card, in milliseconds. */
async function arrivals(codes: readonly string[]): Promise<number[]> {
  const database = await portalDatabase();
  try {
    const { rows } = await database.query<{ code: string; at: Date }>(
      `SELECT c.code, a.declared_at AS at FROM answer a JOIN criterion c ON c.id = a.criterion_id WHERE a.card_id = $1 AND a.declared_at IS NOT NULL`,
      [cardId],
    );
    const times = new Map(rows.map(({ code, at }) => [code, at.getTime()]));
    return codes.map((code) => times.get(code) ?? Number.NaN);
  } finally {
    await database.end();
  }
}

test('a card with open questions cannot be sent, and says which', async () => {
  await principal.getByRole('link', { name: 'Проверка и отправка' }).first().click();
  await principal.getByRole('heading', { name: 'Без ответа: 1 вопрос' }).waitFor();
  expect(await principal.getByRole('button', { name: 'Отправить на проверку' }).count()).toBe(0);
  await principal.getByRole('link', { name: 'К первому вопросу без ответа' }).click();
  await alive(principal);
  await question(principal, 'T1.OBJ.01').getByLabel('Признаков не найдено').check();
  expected['T1.OBJ.01'] = [];
  await untilSaving(principal, 'saved');
  await principal.getByRole('link', { name: 'Проверка и отправка' }).first().click();
  await principal.getByRole('button', { name: 'Отправить на проверку' }).click();
  await principal.getByText('Карта отправлена. МОЦ проверит её').waitFor();
  const card = await cardOf(principal);
  expect([card.status, card.score.negativeSum, card.answers]).toEqual(['SUBMITTED', 8, expected]);
});

test('the methodist verifies an answer with its source, and returns two criteria with a message', async () => {
  await methodist.goto(`${address}/`);
  await methodist.getByRole('link', { name: /Проверить отправленные карты/ }).click();
  await methodist
    .getByRole('rowheader', { name: new RegExp(`${SHORT_NAME}`) })
    .getByRole('link')
    .click();
  await methodist.waitForURL(`${address}/monitoring/cards/${cardId}`);
  const criterion = methodist.locator('[id="T1.INT.01"]');
  await criterion.getByText('Основание, проверка и замечание').click();
  await criterion.getByLabel('Проверенный ответ').selectOption('yes');
  const record = criterion.getByRole('button', { name: 'Записать проверенный ответ' });
  await criterion.getByLabel('Причина').fill('В отчёте две неуспевающие параллели');
  await record.click();
  // without a source the browser does not even send it
  expect(
    await criterion.getByLabel('Источник').evaluate((field: HTMLInputElement) => field.validity.valueMissing),
  ).toBe(true);
  expect((await cardOf(methodist)).score.negativeSum).toBe(8);
  await criterion.getByLabel('Источник').fill('Отчёт ОО-2 за 2019/2020, лист 4');
  await record.click();
  await soon(async () => (await cardOf(methodist)).score.negativeSum).toBe(9);
  expect((await cardOf(methodist)).score.points).toContainEqual({
    criterion: 'T1.INT.01',
    points: 1,
    source: 'VERIFIED',
  });

  await methodist.getByLabel('Сообщение школе').fill('Проверьте участие в олимпиадах: протоколы говорят иное.');
  await methodist.getByText('Открыть только отдельные критерии').last().click();
  await methodist.getByRole('checkbox', { name: /^T1\.OLY\.01\./ }).check();
  await methodist.getByRole('checkbox', { name: /^T1\.OLY\.02\./ }).check();
  await methodist.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await soon(async () => (await cardOf(methodist)).status).toBe('RETURNED');
});

test('the principal reads why, can change these two alone, corrects and sends again', async () => {
  await principal.goto(`${address}/notices`);
  await principal
    .getByRole('link', { name: /возвращена на доработку/ })
    .first()
    .click();
  await principal.waitForURL((url) => url.pathname === `/monitoring/cards/${cardId}`);
  await principal.getByText('Проверьте участие в олимпиадах: протоколы говорят иное.').waitFor();
  await alive(principal);
  const open: string[] = [];
  for (const group of GROUPS) {
    await principal.goto(`${address}/monitoring/cards/${cardId}?group=${group}`);
    await alive(principal);
    const codes = await principal
      .locator('[data-question]:has(input[type=radio], input[type=checkbox])')
      .evaluateAll((questions) => questions.map((one) => one.getAttribute('data-question') ?? ''));
    open.push(...codes);
  }
  expect(open).toEqual(['T1.OLY.01', 'T1.OLY.02']);
  await principal.goto(`${address}/monitoring/cards/${cardId}?group=OLY`);
  await alive(principal);
  await answerOf(principal, 'T1.OLY.01', 'yes').check();
  expected['T1.OLY.01'] = 'yes';
  await untilSaving(principal, 'saved');
  // a locked answer is locked on the server too
  const { version } = await cardOf(principal);
  const tried = await principal.context().request.patch(`${address}/api/v1/cards/${cardId}/answers`, {
    data: { version, answers: { 'T1.OGE.01': 'no' } },
    headers: { origin: address },
  });
  expect(tried.status()).toBe(409);
  await principal.getByRole('link', { name: 'Проверка и отправка' }).first().click();
  await principal.getByRole('button', { name: 'Отправить на проверку' }).click();
  await principal.getByText('Карта отправлена. МОЦ проверит её').waitFor();
});

test('the methodist sees what changed since the last submission, and accepts', async () => {
  await openReview(methodist, '?show=changed');
  const shown = await methodist.locator('article[id^="T"]').evaluateAll((all) => all.map(({ id }) => id));
  expect(shown).toEqual(['T1.OLY.01']);
  expect(await methodist.locator('[id="T1.OLY.01"]').textContent()).toContain('изменено, было: нет');
  await methodist.getByRole('button', { name: 'Принять', exact: true }).click();
  await soon(async () => (await cardOf(methodist)).status).toBe('ACCEPTED');
  expect((await cardOf(methodist)).score.negativeSum).toBe(10);
  await methodist.goto(`${address}/monitoring/cards/${cardId}/history`);
  const submissions = methodist.getByRole('table', { name: 'Отправки карты' }).getByRole('row');
  expect(await submissions.count()).toBeGreaterThanOrEqual(3);
});

test('the head finds the school in the list with the new sum, and the line moves over it', async () => {
  await head.goto(`${address}/analysis`);
  const sum = rowOf(head).getByRole('link', { name: 'Сумма 10 из 27: открыть карту' });
  await sum.waitFor();
  await head.getByText('Что, если изменить правило').click();
  const panel = head.locator('#what-if');
  const value = panel.getByLabel('Порог', { exact: true });
  const mark = () => rowOf(head).getByRole('cell').last().innerText();
  await value.fill('11');
  await soon(mark).not.toMatch(/предложена|войдёт/);
  await value.fill('10');
  await soon(mark).toMatch(/предложена|войдёт/);
  // nothing of this is stored
  const stored = await (
    await head.context().request.get(`${address}/api/v1/campaigns/${await campaign()}/ranking?table=T1&pageSize=200`)
  ).json();
  expect(stored.items.find((one: { schoolCode: string }) => one.schoolCode === SCHOOL)).toMatchObject({
    negativeSum: 10,
    confirmed: false,
  });
});

const campaign = async () => (await cardOf(head)).campaignId;

test('a departure without a reason is refused; with it the list is confirmed by an order', async () => {
  await head.goto(`${address}/analysis/campaigns/${await campaign()}/confirm?table=T1&rule=SUM&value=10`);
  const box = head.getByRole('checkbox', { name: `${SHORT_NAME}: в списке` });
  await soon(() => box.isChecked()).toBe(true);
  await soon(async () => {
    await box.setChecked(false);
    return head.getByText(/без причины: 1/).isVisible();
  }).toBe(true);
  await head.getByLabel('Номер').fill('112-д');
  await head.getByLabel('Дата').fill('2020-11-27');
  await head.getByRole('button', { name: 'Утвердить список' }).click();
  await head
    .getByRole('alert')
    .getByText(/почему школа не включена/)
    .waitFor();
  expect(head.url()).toContain('/confirm');
  await head
    .getByRole('row', { name: new RegExp(SHORT_NAME) })
    .getByRole('textbox')
    .fill('Идёт спор о балле');
  await head.getByRole('button', { name: 'Утвердить список' }).click();
  await head.waitForURL(/\/analysis\/lists\//);
  await head.getByText('Действует', { exact: true }).waitFor();
  const page = (await head.locator('main').innerText()).replaceAll('\u00a0', ' ');
  expect(page).toContain('№ 112-д от 27 ноября 2020');
  const leftOut = head.getByRole('table', { name: /не включённые/ });
  expect((await leftOut.innerText()).replaceAll('\u00a0', ' ')).toMatch(/школа № 1»[\s\S]*Идёт спор о балле/i);
  await head.goto(`${address}/analysis`);
  await head.getByRole('link', { name: 'Движение по годам' }).click();
  const years = head.getByRole('table', { name: /^Школы с низкими результатами/ }).getByRole('rowheader');
  await soon(async () => (await years.allInnerTexts()).slice(0, 3)).toEqual(['2020–2021', '2019–2020', '2018–2019']);
  const eight = head.getByRole('row', { name: /^2019–2020/ }).first();
  expect(await eight.getByRole('cell').first().innerText()).toMatch(/^8\sиз\s43$/);
});

test('from a sum of the school’s page a point opens with its source in two clicks', async () => {
  await head.goto(`${address}/schools`);
  await head.getByLabel('Название или код').fill(SCHOOL);
  await head.getByRole('button', { name: 'Найти' }).click();
  await head.waitForURL(/q=/);
  await head.getByRole('rowheader').getByRole('link').click();
  await head.waitForURL(/\/schools\/[0-9a-f-]{36}/);
  // the first click: the sum
  await head
    .getByRole('link', { name: /^Таблица 1/ })
    .first()
    .click();
  const point = head.locator('[id="point-T1.INT.01"]');
  await point.waitFor();
  // the second: the point
  await point.locator('summary').click();
  const words = (await point.innerText()).replaceAll('\u00a0', ' ');
  expect(words).toContain('Отчёт ОО-2 за 2019/2020, лист 4');
  expect(words).toContain('В отчёте две неуспевающие параллели');
  expect(words).toMatch(/Школа заявила\s*нет/);
});

test('the principal disputes the point; until МОЦ decides, the sum says so', async () => {
  await openReview(principal, '?show=points');
  const mine = principal.locator('[id="T1.INT.01"]');
  expect(await mine.innerText()).toContain('проверено МОЦ');
  await mine.getByText('Основание балла').click();
  await mine.getByLabel('Почему балл начислен неверно').fill('В отчёте учтены выбывшие ученики, протокол приложим.');
  await mine.getByRole('button', { name: 'Оспорить балл' }).click();
  await soon(async () => (await cardOf(principal)).disputed).toEqual([{ criterion: 'T1.INT.01' }]);
  await soon(() => mine.getByText('оспаривается', { exact: true }).isVisible()).toBe(true);
  await openReview(head);
  await head.getByText('Сумма отрицательных критериев, оспаривается').waitFor();
  const theirs = head.locator('[id="T1.INT.01"]');
  await theirs.getByLabel('Решение по возражению').fill('Выбывшие исключены, балл снят.');
  await theirs.getByRole('button', { name: 'Снять балл' }).click();
  await soon(async () => (await cardOf(head)).score.negativeSum).toBe(9);
  expect((await cardOf(head)).disputed).toEqual([]);
  await openReview(principal, '?show=disputed');
  const decided = (await mine.innerText()).replaceAll('\u00a0', ' ');
  expect(decided).toContain('балл снят');
  expect(decided).toContain('Выбывшие исключены, балл снят.');
  await principal.goto(`${address}/notices`);
  await principal
    .getByText(/Выбывшие исключены|решен/i)
    .first()
    .waitFor();
});

test('the confirmed list stays as it was confirmed, and no browser complained all the year', async () => {
  await head.goto(`${address}/analysis`);
  await head.getByRole('link', { name: /Список утверждён приказом/ }).click();
  const leftOut = head.getByRole('table', { name: /не включённые/ });
  expect((await leftOut.innerText()).replaceAll('\u00a0', ' ')).toMatch(/№ 1»[\s\S]*10 из 27/);
  expect(complaints.flatMap((one) => one.take())).toEqual([]);
});
