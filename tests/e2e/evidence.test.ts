import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { type Session, signIn } from '../harness/session';
import { alive, openCard, question, signInContext } from './card-page';
import { givenToSchool, HEAD, METHODIST, principalOf } from './region';

const address = inject('portalAddress');
const CODE = 'T1.EGE.03';
const SCHOOL = '28';
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Brings in ЕГЭ of one school: two graduates below the minimum. */
async function bringInResults(session: Session): Promise<void> {
  const form = new FormData();
  const fields = { kind: 'GIA_AGGREGATE', schoolYear: '2019-2020', municipalityId: '' };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const lines = [
    'Код школы;Учебный год;Экзамен;Предмет;Уровень;Участников;Средний балл;Ниже минимума',
    `smolensk-${SCHOOL};2019-2020;ЕГЭ;Русский язык;;20;61,5;2`,
  ];
  form.set('file', new File([`${lines.join('\r\n')}\r\n`], 'ЕГЭ школы.csv'));
  const sent = await session.send('/api/v1/imports', form);
  if (sent.status !== 201) throw new Error(`${sent.status} ${await sent.text()}`);
  const { id } = (await sent.json()) as { id: string };
  const applied = await session.call('POST', `/api/v1/imports/${id}/apply`, {});
  if (!applied.ok) throw new Error(`${applied.status} ${await applied.text()}`);
}

test('a principal is told what data say otherwise; МОЦ finds it and takes the computed answer over', async () => {
  await givenToSchool(address, HEAD, `smolensk-${SCHOOL}`);
  await bringInResults(await signIn(address, HEAD));

  // beside the answer, with what it rests on; it keeps nobody from answering otherwise
  const principal = principalOf(SCHOOL);
  const { context, page, cardId, card } = await openCard(browser, address, principal, {
    start: { [CODE]: 'no' },
    group: 'EGE',
  });
  await alive(page);
  const asked = question(page, CODE);
  await asked.getByText('По данным ЕГЭ: да; вы ответили нет').waitFor();
  await asked.getByText('На чём основано').click();
  await asked.getByText('ЕГЭ школы.csv, строка 2').waitFor();
  const before = await card();
  expect(before).toMatchObject({ counts: 'DECLARED', answers: { [CODE]: 'no' }, computed: { [CODE]: 'yes' } });

  // the last step names what is contradicted first
  await page.goto(`${address}/monitoring/cards/${cardId}/submit`);
  await page.getByRole('heading', { name: /Расходится с данными/ }).waitFor();
  await page.getByText('По данным ЕГЭ: да; вы ответили нет').first().waitFor();
  await page.getByRole('button', { name: 'Отправить на проверку' }).click();
  await page.getByText('Карта отправлена. МОЦ проверит её').waitFor();

  // the methodist comes from the board to what differs, and verifies what data answer
  const centre = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' });
  await signInContext(centre, address, METHODIST);
  const review = await centre.newPage();
  await review.goto(`${address}/monitoring/campaigns/${before.campaignId}?show=differ`);
  await review.locator(`a[href="/monitoring/cards/${cardId}?show=differ"]`).click();
  const criterion = review.locator(`article[id="${CODE}"]`);
  await criterion.getByText('расходится с данными').waitFor();
  await criterion.getByRole('link', { name: 'Принять рассчитанное: да' }).click();
  await expect.poll(() => criterion.getByLabel('Источник').inputValue()).toContain('ЕГЭ школы.csv');
  expect(await criterion.getByLabel('Проверенный ответ').inputValue()).toBe('yes');
  await criterion.getByRole('button', { name: 'Записать проверенный ответ' }).click();
  await criterion.waitFor({ state: 'detached' });
  const after = await card();
  expect(after).toMatchObject({ declared: { [CODE]: 'no' }, verified: { [CODE]: { answer: 'yes' } } });
  expect(after.verified[CODE]?.reason).toContain('2');
  expect(after.score.negativeSum).toBe(before.score.negativeSum + 1);
  await context.close();
  await centre.close();
});
