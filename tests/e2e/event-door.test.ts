/** At the door of an event: a school signs up on a phone, МОЦ marks on a phone who came, the report tells it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { signIn } from '../harness/session';
import { signInContext } from './card-page';
import { METHODIST, principalOf } from './region';
import { watched } from './watched-page';

const address = inject('portalAddress');
const HALF_AN_HOUR = 1_800_000;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function phoneOf(email: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'ru-RU',
    javaScriptEnabled,
  });
  await signInContext(context, address, email);
  return context.newPage();
}

/** An event that begins in half an hour: its door is open. */
async function eventNow(): Promise<string> {
  const session = await signIn(address, METHODIST);
  const at = (later: number) => new Date(Date.now() + later).toISOString();
  const planned = await session.call('POST', '/api/v1/events', {
    ...{ kind: 'SEMINAR', direction: 'COMPETENCE', title: 'Семинар у двери' },
    ...{ startsAt: at(HALF_AN_HOUR), endsAt: at(3 * HALF_AN_HOUR) },
  });
  const { id, version } = (await planned.json()) as { id: string; version: number };
  expect((await session.call('POST', `/api/v1/events/${id}/publish`, { version })).status).toBe(200);
  return id;
}

test('who came is marked with a tap, also without JavaScript', async () => {
  const id = await eventNow();
  const school = await phoneOf(principalOf('15'));
  await school.goto(`${address}/calendar/${id}`);
  await school.getByLabel('Сколько человек придёт').fill('3');
  await school.getByRole('button', { name: 'Записаться' }).click();
  await school.getByText('Записана').waitFor();

  const door = await phoneOf(METHODIST);
  const complaints = await watched(door);
  await door.goto(`${address}/calendar/${id}`);
  await door.getByRole('link', { name: 'Отметка у двери' }).click();
  await door.getByRole('button', { name: /^Пришли 3/ }).click();
  await door.getByText('Пришли 3', { exact: true }).waitFor();

  const plain = await phoneOf(METHODIST, false);
  await plain.goto(`${address}/calendar/${id}/door`);
  await plain.locator('summary', { hasText: 'Другое число' }).click();
  await plain.getByLabel(/^Сколько пришло, .*15/).fill('2');
  await plain.getByRole('button', { name: /^Отметить школу/ }).click();
  await plain.getByText('Пришли 2', { exact: true }).waitFor();

  await door.goto(`${address}/calendar/${id}/report`);
  await door.getByText('2 человека').waitFor();
  const file = await door.request.get(`${address}/calendar/${id}/report/file?format=docx`);
  expect([file.status(), (await file.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
  expect((await school.request.get(`${address}/calendar/${id}/door`)).status()).toBe(403);
  expect((await school.request.get(`${address}/calendar/${id}/report/file?format=docx`)).status()).toBe(403);
  expect(complaints.take()).toEqual([]);
});
