/** A person chooses what to hear; news arrives, is found by its kind and read. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { signIn } from '../harness/session';
import { signInContext } from './card-page';
import { METHODIST, principalOf } from './region';
import { watched } from './watched-page';

const address = inject('portalAddress');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function principalAt(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'ru-RU' });
  await signInContext(context, address, principalOf('13'));
  return context.newPage();
}

/** МОЦ puts an event into the calendar that all schools may come to, and school № 13 is asked for by name. */
async function invite(title: string): Promise<void> {
  const session = await signIn(address, METHODIST);
  const schools = await session.call('GET', '/api/v1/schools?q=smolensk-13');
  const { items } = (await schools.json()) as { items: { id: string; code: string }[] };
  const school = items.find(({ code }) => code === 'smolensk-13');
  const planned = await session.call('POST', '/api/v1/events', {
    ...{ kind: 'SEMINAR', direction: 'COMPETENCE', title, openToAll: false, schoolIds: [school?.id] },
    ...{ startsAt: '2095-03-10T10:00:00+03:00', endsAt: '2095-03-10T12:00:00+03:00' },
  });
  const { id, version } = (await planned.json()) as { id: string; version: number };
  expect((await session.call('POST', `/api/v1/events/${id}/publish`, { version })).status).toBe(200);
}

test('news comes as it was chosen', async () => {
  const page = await principalAt(390);
  const complaints = await watched(page);
  await page.goto(`${address}/settings/notices`);
  const events = page.getByLabel('Мероприятия', { exact: true });
  await events.selectOption({ label: 'никак' });
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Сохранено.').waitFor();
  await page.reload();
  expect(await events.inputValue()).toBe('NONE');
  await invite('Семинар, о котором не сообщают');

  await events.selectOption({ label: 'только на портале' });
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('Сохранено.').waitFor();
  await invite('Семинар, о котором сообщают');

  await page.goto(`${address}/notices?kind=EVENT&show=new`);
  await page.getByText('Семинар, о котором сообщают').waitFor();
  expect(await page.getByText('Семинар, о котором не сообщают').count()).toBe(0);
  const unread = page.getByRole('listitem').filter({ hasText: 'Семинар, о котором сообщают' });
  await unread.getByRole('button', { name: /^Прочитано/ }).click();
  await unread.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Все', exact: true }).click();
  await unread.waitFor();
  expect(await unread.getByText('Новое').count()).toBe(0);
  expect(complaints.take()).toEqual([]);
});
