import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { type Session, signIn } from '../harness/session';
import { signInContext } from './card-page';
import { cardOf, HEAD, METHODIST, principalOf, read } from './region';

const address = inject('portalAddress');
/** The results that the open campaign counts. */
const YEAR = '2019-2020';
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function person(email: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' });
  await signInContext(context, address, email);
  return context.newPage();
}

interface Item {
  schoolCode: string;
  schoolId: string;
  grade: number;
  subject: string;
  signs: { code: string; result: string; withdrawn: boolean }[];
}

async function allSigns(session: Session): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page += 1) {
    const path = `/api/v1/objectivity?schoolYear=${YEAR}&pageSize=200&page=${page}`;
    const part = await read<{ items: Item[]; total: number }>(session, path);
    items.push(...part.items);
    if (items.length >= part.total || part.items.length === 0) return items;
  }
}

/** A sign that its school has in one work alone, so that the point hangs on it. */
function onlySign(items: readonly Item[]): { item: Item; sign: string } {
  const found = items.flatMap((item) =>
    item.signs
      .filter(({ result, withdrawn }) => result === 'SIGN' && !withdrawn)
      .map(({ code }) => ({ item, sign: code })),
  );
  const same = (one: (typeof found)[number]) =>
    found.filter(({ item, sign }) => item.schoolId === one.item.schoolId && sign === one.sign);
  const only = found.find((one) => same(one).length === 1);
  if (!only) throw new Error(`no school of the demonstration city has a sign in one work alone in ${YEAR}`);
  return only;
}

/** Signs that data answer on the school's card of the open campaign. */
async function computedSigns(session: Session, schoolCode: string): Promise<string[]> {
  const { id } = await cardOf(session, schoolCode);
  const card = await read<{ computed: Record<string, unknown> }>(session, `/api/v1/cards/${id}`);
  return Object.values(card.computed).flatMap((answer) => (Array.isArray(answer) ? answer.map(String) : []));
}

test('a sign of the map is re-checked, explained by the school and withdrawn, and its point is gone', async () => {
  const session = await signIn(address, HEAD);
  const { item, sign } = onlySign(await allSigns(session));
  expect(await computedSigns(session, item.schoolCode)).toContain(sign);

  // the methodist comes from the map and asks for a re-check
  const centre = await person(METHODIST);
  const map = new URLSearchParams({ year: YEAR, sign, grade: String(item.grade), subject: item.subject });
  await centre.goto(`${address}/analysis/objectivity?${map}`);
  const cell = centre.locator(`a[data-point][href*="${item.schoolId}"][href*="year=${YEAR}"]`);
  await cell.click();
  await centre.waitForURL(/\/cell\?/);
  const panel = (page: Page) => page.locator(`section[id="${sign}"]`);
  await panel(centre).getByText('признак, требующий дополнительного анализа').waitFor();
  await panel(centre).getByText('Назначить перепроверку').first().click();
  await panel(centre).getByLabel('Что и как перепроверить').fill('Перепроверит предметная комиссия');
  await panel(centre).getByRole('button', { name: 'Назначить перепроверку' }).click();
  await panel(centre).getByLabel('Что показала перепроверка').fill('Комиссия подтвердила баллы');
  await panel(centre).getByRole('button', { name: 'Сохранить второй результат' }).click();
  await panel(centre).getByText('есть второй результат', { exact: true }).waitFor();
  const work = centre.url();

  // the principal finds it on the own school's page and explains
  const school = await person(principalOf(item.schoolCode.slice(-2)));
  await school.goto(`${address}/analysis/objectivity`);
  await school.waitForURL(/\/objectivity\/schools\//);
  await school.getByRole('link', { name: `${item.subject}, ${item.grade} класс` }).click();
  await panel(school).getByText('Комиссия подтвердила баллы').waitFor();
  await panel(school).getByLabel('Пояснение школы').fill('Проверяли две независимые группы');
  await panel(school).getByRole('button', { name: 'Отправить пояснение' }).click();
  await panel(school).getByText('есть пояснение школы', { exact: true }).waitFor();

  // the head withdraws it
  const head = await person(HEAD);
  await head.goto(work);
  await panel(head).getByText('Проверяли две независимые группы').waitFor();
  await panel(head).getByLabel('Обоснование решения').fill('Пояснение принято');
  await panel(head).getByRole('button', { name: 'Снять признак' }).click();
  await panel(head).getByText('признак снят', { exact: true }).waitFor();

  expect(await computedSigns(session, item.schoolCode)).not.toContain(sign);
  await centre.goto(`${address}/analysis/objectivity?${map}`);
  await expect.poll(() => cell.getAttribute('data-step')).toBe('withdrawn');
});
