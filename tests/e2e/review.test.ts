import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { CardJson } from '@/lib/portal/cards/schema';
import { launchBrowser } from '../harness/browser';
import { signInContext } from './card-page';

const address = inject('portalAddress');
const CODE = 'T1.OGE.01';
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Person {
  context: BrowserContext;
  page: Page;
  card: (id: string) => Promise<CardJson>;
}

async function person(email: string): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' });
  await signInContext(context, address, email);
  const card = async (id: string) => (await context.request.get(`${address}/api/v1/cards/${id}`)).json();
  return { context, page: await context.newPage(), card };
}

test('a card is verified, returned in part, corrected, sent again, compared, accepted and disputed', async () => {
  const school = await person('director10@demo.local');
  const centre = await person('metodist@demo.local');
  const cards = await (await school.context.request.get(`${address}/api/v1/cards?status=SUBMITTED`)).json();
  const id: string = cards.items[0].id;
  const before = await centre.card(id);
  const opposite = before.answers[CODE] === 'yes' ? 'no' : 'yes';

  // the methodist corrects an answer with a source and a reason; the declared one stays in sight
  await centre.page.goto(`${address}/monitoring/cards/${id}`);
  const criterion = centre.page.locator(`article[id="${CODE}"]`);
  await criterion.getByText('Основание, проверка и замечание').click();
  await criterion.getByLabel('Проверенный ответ').selectOption(opposite);
  await criterion.getByLabel('Источник').fill('Протокол № 4');
  await criterion.getByLabel('Причина').fill('Сверено с протоколом');
  await criterion.getByRole('button', { name: 'Записать проверенный ответ' }).click();
  await criterion.getByText('проверено МОЦ').waitFor();
  const verified = await centre.card(id);
  expect(verified.verified[CODE]).toMatchObject({ answer: opposite, source: 'Протокол № 4' });
  expect(verified.declared[CODE]).toBe(before.answers[CODE]);
  expect(Math.abs(verified.score.negativeSum - before.score.negativeSum)).toBe(1);

  // returned with a message, one criterion open
  await centre.page.locator('summary', { hasText: 'Открыть только отдельные критерии' }).click();
  await centre.page.getByRole('checkbox', { name: new RegExp(`^${CODE.replaceAll('.', '\\.')}`) }).check();
  await centre.page.getByLabel('Сообщение школе').fill('Проверьте русский язык');
  await centre.page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await centre.page.getByText('Возвращена', { exact: true }).first().waitFor();
  expect(await centre.card(id)).toMatchObject({ status: 'RETURNED', unlocked: [CODE] });

  // the school sees why, corrects what is open and sends again
  await school.page.goto(`${address}/monitoring/cards/${id}?group=OGE`);
  await school.page.getByText('Проверьте русский язык').first().waitFor();
  await school.page.getByRole('button', { name: 'Сохранить раздел' }).waitFor({ state: 'detached' });
  const question = school.page.locator(`[data-question="${CODE}"]`);
  await question.getByRole('radio', { name: 'Не применимо' }).check();
  await expect.poll(async () => (await school.card(id)).answers[CODE], { timeout: 20_000 }).toBe('na');
  await school.page.goto(`${address}/monitoring/cards/${id}/submit`);
  await school.page.getByRole('button', { name: 'Отправить на проверку' }).click();
  await school.page.getByText('Карта отправлена. МОЦ проверит её').waitFor();

  // the methodist sees the difference since the last submission, and accepts
  await centre.page.goto(`${address}/monitoring/cards/${id}?show=changed`);
  await criterion.getByText(/изменено, было:/).waitFor();
  await centre.page.getByRole('button', { name: 'Принять', exact: true }).click();
  await centre.page.getByText('Принята', { exact: true }).first().waitFor();
  expect((await centre.card(id)).status).toBe('ACCEPTED');

  // the school disputes a point, МОЦ takes it off; until then the sum says so
  const [point] = (await school.card(id)).score.points;
  if (!point) throw new Error('The demonstration card of smolensk-10 has no point to dispute');
  await school.page.goto(`${address}/monitoring/cards/${id}`);
  const disputed = school.page.locator(`article[id="${point.criterion}"]`);
  await disputed.getByText('Основание балла').click();
  await disputed.getByLabel('Почему балл начислен неверно').fill('В протоколе ошибка');
  await disputed.getByRole('button', { name: 'Оспорить балл' }).click();
  await disputed.getByText('оспаривается', { exact: true }).waitFor();
  await centre.page.goto(`${address}/monitoring/cards/${id}?show=disputed`);
  await centre.page.getByText('Сумма отрицательных критериев, оспаривается').waitFor();
  const decided = centre.page.locator(`article[id="${point.criterion}"]`);
  await decided.getByLabel('Решение по возражению').fill('Протокол исправлен');
  await decided.getByRole('button', { name: 'Снять балл' }).click();
  await decided.getByText('балл снят').waitFor();
  const after = await school.card(id);
  expect(after.disputed).toEqual([]);
  expect(after.score.points).not.toContainEqual(point);
  await school.context.close();
  await centre.context.close();
});
