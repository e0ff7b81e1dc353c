/** A principal's browser on the page of the school's open card, and the card as the server has it. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CardJson } from '@/lib/portal/cards/schema';
import { signIn } from '../harness/session';

export interface CardPage {
  context: BrowserContext;
  page: Page;
  cardId: string;
  /** the card as the server has it now */
  card: () => Promise<CardJson>;
  /** one more window of the same browser on the same card */
  another: () => Promise<Page>;
}

export interface CardPageOptions {
  /** what the card holds before the page is opened */
  start?: CardJson['answers'];
  group?: string;
  javaScript?: boolean;
  width?: number;
}

const WITHIN = { timeout: 20_000, interval: 100 };

/** Signs in as the school's principal and opens the card of the open campaign. */
export async function openCard(
  browser: Browser,
  address: string,
  email: string,
  { start, group = 'OGE', javaScript = true, width = 1280 }: CardPageOptions = {},
): Promise<CardPage> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
    locale: 'ru-RU',
  });
  await signInContext(context, address, email);
  const cards = await (await context.request.get(`${address}/api/v1/cards`)).json();
  const cardId: string = cards.items[0].id;
  const card = async (): Promise<CardJson> => (await context.request.get(`${address}/api/v1/cards/${cardId}`)).json();
  if (start) await answerByApi(address, email, await card(), start);
  const another = async () => {
    const page = await context.newPage();
    await page.goto(`${address}/monitoring/cards/${cardId}?group=${group}`);
    if (javaScript) await alive(page);
    return page;
  };
  return {
    context,
    page: await another(),
    cardId,
    card,
    another,
  };
}

/** Answers from outside the page, as another window or program does. */
export async function answerByApi(address: string, email: string, card: CardJson, answers: CardJson['answers']) {
  const session = await signIn(address, email);
  const { version } = card;
  const response = await session.call('PATCH', `/api/v1/cards/${card.id}/answers`, { version, answers });
  if (!response.ok) throw new Error(await response.text());
}

export async function signInContext(context: BrowserContext, address: string, email: string): Promise<void> {
  const { csrfToken } = await (await context.request.get(`${address}/api/auth/csrf`)).json();
  const form = { csrfToken, email, password: 'smolensk-demo', json: 'true' };
  const response = await context.request.post(`${address}/api/auth/callback/credentials`, { form });
  if (!response.ok()) throw new Error(`${email} was not let in: ${response.status()}`);
}

/** Waits until the page answers by itself: then the button of the form without JavaScript is gone. */
export async function alive(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Сохранить раздел' }).waitFor({ state: 'detached' });
}

export const question = (page: Page, code: string): Locator => page.locator(`[data-question="${code}"]`);

export const answerOf = (page: Page, code: string, answer: 'yes' | 'no' | 'na'): Locator =>
  question(page, code).locator(`input[value="${answer}"]`);

/** Waits until the whole card is in this state of saving. */
export async function untilSaving(
  page: Page,
  state: 'saved' | 'offline' | 'conflict' | 'signed-out' | 'closed',
): Promise<void> {
  await page.locator(`[data-save-state="${state}"]`).waitFor();
}

/** Waits until the server has these answers. */
export async function untilServerHas(card: CardPage['card'], answers: Partial<CardJson['answers']>): Promise<void> {
  await expect.poll(async () => (await card()).answers, WITHIN).toMatchObject(answers);
}
