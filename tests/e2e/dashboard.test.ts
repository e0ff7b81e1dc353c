/** Figures of the overview against those that the API gives, in two municipalities; who may see it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { type Session, signIn } from '../harness/session';
import { signInContext } from './card-page';
import { COORDINATOR, HEAD } from './region';
import { watched } from './watched-page';

const address = inject('portalAddress');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Items<Item> {
  items: Item[];
  total: number;
}

async function all<Item>(session: Session, path: string): Promise<Item[]> {
  const response = await session.call('GET', `${path}${path.includes('?') ? '&' : '?'}pageSize=200`);
  expect([path, response.status]).toEqual([path, 200]);
  const { items, total } = (await response.json()) as Items<Item>;
  expect(items).toHaveLength(total);
  return items;
}

/** The text of the box of that figure: «Охват 100,0 % 43 из 43». */
const figure = async (page: Page, name: string) =>
  (await page.getByRole('main').getByRole('link', { name, exact: true }).locator('xpath=../..').innerText())
    .replace(/\s+/g, ' ')
    .trim();

/** The same figures from the API, counted here. */
async function counted(session: Session, municipalityId: string, schoolYear: string) {
  const [campaign] = await all<{ id: string }>(
    session,
    `/api/v1/campaigns?municipalityId=${municipalityId}&schoolYear=${schoolYear}`,
  );
  const cards = await all<{ status: string }>(session, `/api/v1/cards?campaignId=${campaign?.id}`);
  const ranking = await session.call('GET', `/api/v1/campaigns/${campaign?.id}/ranking`);
  const { items } = (await ranking.json()) as Items<{ confirmed: boolean }>;
  const count = (...statuses: string[]) => cards.filter(({ status }) => statuses.includes(status)).length;
  return {
    accepted: count('ACCEPTED'),
    cards: cards.length,
    notFiled: count('DRAFT', 'RETURNED'),
    toReview: count('SUBMITTED'),
    listed: items.filter(({ confirmed }) => confirmed).length,
  };
}

async function opened(email: string, query: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' });
  await signInContext(context, address, email);
  const page = await context.newPage();
  const complaints = await watched(page);
  await page.goto(`${address}/dashboard?${query}`);
  await page.getByRole('heading', { level: 1, name: 'Обзор года' }).waitFor();
  return { page, complaints };
}

describe.each([
  ['Смоленск', HEAD, 'Город Смоленск', '2019-2020'],
  ['Смоленск', HEAD, 'Город Смоленск', '2020-2021'],
  ['Вязьма for СОИРО', COORDINATOR, 'Вязем', '2019-2020'],
])('%s, %s', (_, email, place, schoolYear) => {
  test(`${schoolYear}: each figure is that of the API`, async () => {
    const session = await signIn(address, email);
    const places = await all<{ id: string; name: string }>(session, '/api/v1/municipalities');
    const municipality = places.find(({ name }) => name.toLowerCase().includes(place.toLowerCase()));
    if (!municipality) throw new Error(`no municipality ${place}`);
    const { page, complaints } = await opened(email, `municipality=${municipality.id}&year=${schoolYear}`);
    const { accepted, cards, notFiled, toReview, listed } = await counted(session, municipality.id, schoolYear);
    expect(await figure(page, 'Охват')).toContain(`${accepted} из ${cards}`);
    expect(await figure(page, 'Не сдали')).toBe(`Не сдали ${notFiled}`);
    expect(await figure(page, 'Ждут проверки')).toBe(`Ждут проверки ${toReview}`);
    expect(await figure(page, 'В списке')).toContain(`В списке ${listed === 0 ? '—' : listed}`);
    const needing = page.getByRole('main').locator('a[href^="/support/schools/"]');
    expect(await needing.count()).toBe(listed);
    expect(complaints.take()).toEqual([]);
  });
});
