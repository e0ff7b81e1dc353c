/** A stranger without JavaScript reads the page of a centre: its acts with their texts, and nothing of any school. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { type Session, signIn } from '../harness/session';
import { signInContext } from './card-page';
import { HEAD, read } from './region';

const address = inject('portalAddress');
const TITLE = 'Положение о муниципальном образовательном центре';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n');
/** The page holds short words to the next one. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
let browser: Browser;
let head: Session;
let document: string;

beforeAll(async () => {
  browser = await launchBrowser();
  head = await signIn(address, HEAD);
  const input = { kind: 'ACT', type: 'Положение', title: TITLE, audience: 'PUBLIC' };
  const added = await head.call('POST', '/api/v1/documents', input);
  expect(added.status).toBe(201);
  document = ((await added.json()) as { id: string }).id;
});

afterAll(async () => {
  const { version } = await read<{ version: number }>(head, `/api/v1/documents/${document}`);
  await head.call('PATCH', `/api/v1/documents/${document}`, { version, archived: true });
  await browser.close();
});

test('what the head publishes is read and downloaded without sign-in', async () => {
  const writing = await browser.newContext({ locale: 'ru-RU' });
  await signInContext(writing, address, HEAD);
  const page = await writing.newPage();
  await page.goto(`${address}/library/${document}`);
  await page.setInputFiles('input[name=file]', { name: 'Положение.pdf', mimeType: 'application/pdf', buffer: PDF });
  await page.getByRole('button', { name: 'Загрузить' }).click();
  await page.getByText('Файл «Положение.pdf» загружен').first().waitFor();

  const stranger = await (await browser.newContext({ locale: 'ru-RU', javaScriptEnabled: false })).newPage();
  await stranger.goto(`${address}/sign-in`);
  await stranger.getByRole('link', { name: 'О центре' }).click();
  await stranger.waitForURL(/\/centre\/smolensk$/);
  const acts = stranger.locator('section', { hasText: 'Нормативные акты' });
  expect(plain(await acts.locator('h3').first().innerText())).toBe(TITLE);
  const text = plain(await stranger.locator('main').innerText());
  expect(text).toContain('Контакты');
  // what schools and the centre read in the library stays there, and no school is named
  expect(text).not.toMatch(/СШ № \d|матриц/);
  const [download] = await Promise.all([
    stranger.waitForEvent('download'),
    stranger.getByRole('link', { name: `Скачать «${TITLE}»` }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Положение.pdf');
  expect((await readFile(await download.path())).equals(PDF)).toBe(true);
});
