/**
 * Every page with the demonstration data in it, in the fitting role: axe in light, dark and high contrast, no sideways
 * scrolling on a narrow page and with text of double size, no complaint of the browser. The list is held to the page files.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../harness/browser';
import { portalDatabase } from '../harness/portal-database';
import { type Session, signIn } from '../harness/session';
import { axeFaults } from './axe-faults';
import { signInContext } from './card-page';
import { pageAddresses } from './page-addresses';
import * as region from './region';
import { type Complaints, watched } from './watched-page';

const address = inject('portalAddress');

/** Pages by who looks at them; `{…}` stands for what the region has. */
const PAGES: Record<string, readonly string[]> = {
  nobody: [
    '/sign-in',
    '/centre',
    '/centre/{centre}',
    '/accessibility',
    '/invitation/{invitation}',
    '/invitation/no-such-invitation',
  ],
  [region.principalOf('06')]: [
    '/',
    '/monitoring',
    '/monitoring/cards/{draftCard}?group=OGE',
    '/monitoring/cards/{draftCard}?group=OBJ',
    '/monitoring/cards/{draftCard}/submit',
    '/monitoring/cards/{draftCard}/spreadsheet',
    '/monitoring/cards/{draftCard}/history',
    '/schools/{ownSchool}',
    '/schools/{ownSchool}?tab=points&year=2019-2020',
    '/schools/{ownSchool}?tab=history',
    '/schools/{ownSchool}?tab=passport',
    '/monitoring/causes/matrix/{ownMatrix}?grade=5',
    '/notices',
    '/analysis',
    '/no-such-page',
    '/support',
    '/support/schools/{ownSchool}',
    '/support/programmes/new',
  ],
  // a programme that МОЦ returned: the school writes it
  [region.principalOf('11')]: ['/support/programmes/{returnedProgramme}'],
  // a card returned for single criteria, with remarks
  [region.principalOf('03')]: ['/monitoring/cards/{returnedCard}?group=INT'],
  [region.METHODIST]: [
    '/',
    '/monitoring',
    '/monitoring/campaigns/{campaign}',
    '/monitoring/cards/{submittedCard}',
    '/monitoring/cards/{acceptedCard}?show=points',
    '/settings',
  ],
  [region.HEAD]: [
    '/',
    '/aims',
    '/aims?year=2019-2020',
    '/aims/indicators?year=2019-2020',
    '/aims/positions/{position}?year=2019-2020',
    '/monitoring/campaigns/new',
    '/monitoring/campaigns/{campaign}',
    '/monitoring/causes',
    '/monitoring/causes/new',
    '/monitoring/causes/dictionary',
    '/monitoring/causes/{failureCampaign}',
    '/monitoring/causes/{failureCampaign}/report',
    '/analysis/campaigns/{campaign}?rule=SUM&value=7',
    '/analysis/campaigns/{campaign}/confirm',
    '/analysis/campaigns/{campaign}/heat-map',
    '/analysis/campaigns/{campaign}/heat-map?table=T2',
    '/analysis/campaigns/{campaign}/rules?school=smolensk-06',
    '/analysis/campaigns/{campaign}/conditions?school=smolensk-06',
    '/analysis/campaigns/{campaign}/rescoring',
    '/analysis/lists/{list}',
    '/analysis/movements',
    '/analysis/effectiveness?from=2018-2019&to=2019-2020',
    '/analysis/effectiveness/method',
    '/analysis/early-warning',
    '/data',
    '/data/upload',
    '/data/imports',
    '/data/imports/{file}',
    '/schools',
    '/analysis/objectivity?grade=5',
    '/analysis/objectivity/plane?result=mark',
    '/analysis/objectivity/method',
    '/analysis/objectivity/schools/{acceptedSchool}',
    '/analysis/objectivity/schools/{acceptedSchool}/cell?year=2019-2020&grade=5&subject=Математика',
    '/schools/new',
    '/schools/{acceptedSchool}',
    '/schools/{acceptedSchool}?tab=points',
    '/schools/{acceptedSchool}?tab=history',
    '/schools/{acceptedSchool}/edit',
    '/settings/profile',
    '/settings/notices',
    '/settings/centre',
    '/settings/accounts',
    '/settings/outbox',
    '/settings/api',
    '/settings/api/{apiSection}',
    '/settings/instruments',
    '/settings/instruments/{version}',
    '/settings/instruments/{version}/preview',
    '/settings/instruments/{version}/report?year=2018-2019&year=2019-2020',
    '/settings/instruments/{version}/copy',
    '/settings/instruments/{draft}',
    '/settings/instruments/{draft}/publish',
    '/support',
    '/support/schools/{supported}',
    '/support/schools/{supported}/thread',
    '/support/gaps',
    '/support/curators',
    '/support/watch',
    '/support/studies',
    '/support/examinations',
    '/support/examinations/new',
    '/support/examinations/{openExamination}',
    '/support/examinations/{openExamination}/parts/{openPart}',
    '/support/workbooks',
    '/support/workbooks/{workbook}',
    '/support/risks',
    '/support/risks/dictionary',
    '/support/risks/{profile}',
    '/support/recommendations',
    '/support/recommendations/new?school={supported}',
    '/support/recommendations/{recommendation}',
    '/support/recommendations/templates',
    '/support/recommendations/templates/new',
    '/support/recommendations/templates/{template}',
    '/support/programmes',
    '/support/programmes/{programme}',
    '/support/programmes/{programme}/versions',
    '/support/programmes/templates',
    '/support/partners',
    '/support/partners/proposal?year=2018-2019',
    '/support/partners/new',
    '/support/partners/method',
    '/support/partners/{partnership}',
    '/support/networks/new',
    '/support/networks/{network}',
    '/support/decisions',
    '/support/decisions/new',
    '/support/decisions/{decision}',
    '/support/development',
    '/support/projects',
    '/support/projects/new',
    '/support/projects/{project}',
    '/support/experience',
    '/dashboard?year=2019-2020',
    '/dashboard/schools?year=2019-2020',
    '/reports?year=2019-2020',
    '/reports/templates/{reportKind}',
    '/calendar?month=2020-01',
    '/calendar?view=week&day=2020-10-14',
    '/calendar?view=agenda&month=2020-10',
    '/calendar?view=list&month=2020-01',
    '/calendar/new',
    '/calendar/{event}',
    '/calendar/{event}/edit',
    '/calendar/{event}/door',
    '/calendar/{event}/report',
    '/calendar/participation?year=2019-2020',
    '/library?q=приказ',
    '/library/new',
    '/library/links',
    '/library/{document}',
    '/library/{document}/edit',
  ],
  [region.COORDINATOR]: [
    '/aims?year=2019-2020',
    '/region',
    '/region/schools',
    '/analysis',
    '/analysis/rules',
    '/analysis/conditions',
    '/monitoring',
  ],
  [region.ADMINISTRATOR]: ['/', '/settings/territory', '/settings/accounts', '/schools/{acceptedSchool}'],
};

// of the looks only colours differ, so all rules are asked once and those of colour in each look
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

const LOOKS = {
  light: { theme: 'light', contrast: 'normal' },
  dark: { theme: 'dark', contrast: 'normal' },
  'white on black': { theme: 'dark', contrast: 'white-on-black' },
} as const;

/** Windows that look at pages at the same time: as many as a small machine has cores, and no more than Vitest lets run. */
const WINDOWS = 2;

interface OpenWindow {
  page: Page;
  complaints: Complaints;
}

let browser: Browser;
let things: Record<string, string>;

beforeAll(async () => {
  browser = await launchBrowser();
  const head = await signIn(address, region.HEAD);
  things = await thingsOf(head);
});
afterAll(() => browser.close());

async function thingsOf(head: Session): Promise<Record<string, string>> {
  const campaign = await region.openCampaign(head);
  const cards = await region.cardsOf(head, campaign.id);
  const own = await region.cardOf(head, 'smolensk-06');
  const first = (status: region.CardItem['status']) => {
    const found = [...cards.values()].find((card) => card.status === status);
    if (!found) throw new Error(`no card is ${status}`);
    return found;
  };
  return {
    campaign: campaign.id,
    version: campaign.instrumentVersionId,
    draft: await region.draftVersion(head, 'Черновик для осмотра'),
    invitation: (await region.invitationPath(head, `guest-${Date.now()}@example.org`)).replace('/invitation/', ''),
    centre: 'smolensk',
    apiSection: 'campaigns',
    position: 'analysis',
    reportKind: 'list',
    list: await region.newestList(head),
    failureCampaign: await region.newestMatrix(head),
    ownMatrix: await region.newestMatrix(await signIn(address, region.principalOf('06'))),
    file: await region.lookedAtFile(head, 'smolensk-06'),
    draftCard: own.id,
    ownSchool: own.schoolId,
    returnedCard: (await region.cardOf(head, 'smolensk-03')).id,
    submittedCard: first('SUBMITTED').id,
    acceptedCard: first('ACCEPTED').id,
    acceptedSchool: first('ACCEPTED').schoolId,
    ...(await supportedThings()),
  };
}

/** Things of the schools that the demonstration supports: № 17 in the middle of it, № 23 still examined. */
async function supportedThings(): Promise<Record<string, string>> {
  const database = await portalDatabase();
  try {
    const first = async (sql: string) => {
      const { rows } = await database.query<{ id: string }>(`${sql} LIMIT 1`);
      const [row] = rows;
      if (!row) throw new Error(`nothing: ${sql}`);
      return row.id;
    };
    const of = (table: string, code: string) =>
      first(`SELECT t.id FROM "${table}" t JOIN school s ON s.id = t.school_id WHERE s.code = '${code}' ORDER BY t.id`);
    const openExamination = await of('examination', 'smolensk-23');
    return {
      supported: await first(`SELECT id FROM school WHERE code = 'smolensk-17'`),
      openExamination,
      openPart: await first(
        `SELECT id FROM examination_part WHERE examination_id = '${openExamination}' AND kind = 'VISIT'`,
      ),
      workbook: await first('SELECT id FROM workbook_version'),
      profile: await of('risk_profile', 'smolensk-23'),
      recommendation: await of('recommendation', 'smolensk-23'),
      template: await first('SELECT id FROM recommendation_template ORDER BY id'),
      programme: await of('programme', 'smolensk-17'),
      returnedProgramme: await of('programme', 'smolensk-11'),
      partnership: await first(`SELECT id FROM partnership WHERE status = 'RUNNING' ORDER BY id`),
      network: await first('SELECT id FROM network ORDER BY id'),
      event: await first(`SELECT id FROM event WHERE status = 'PUBLISHED' AND municipality_id IS NOT NULL ORDER BY id`),
      decision: await first('SELECT id FROM decision ORDER BY id'),
      project: await first('SELECT id FROM project ORDER BY id'),
      document: await first(`SELECT id FROM document WHERE number = '117'`),
    };
  } finally {
    await database.end();
  }
}

test('the list knows every page', () => {
  const shape = (path: string) => path.replace(/[[{]\w+[\]}]/g, '*').replace(/\?.*/, '');
  const known = new Set(Object.values(PAGES).flat().map(shape));
  // opened by their redirect: «/settings» → profile, «/analysis» → the ranking
  expect(pageAddresses().filter((one) => !known.has(shape(one)))).toEqual([]);
});

describe.each(Object.entries(PAGES))('%s', (who, paths) => {
  const free: OpenWindow[] = [];
  beforeAll(async () => {
    for (let opened = 0; opened < WINDOWS; opened += 1) free.push(await openWindow(who));
  });
  afterAll(() => Promise.all(free.map(({ page }) => page.context().close())));

  test.concurrent.for(paths)('%s', async (path, { expect }) => {
    const window = free.pop();
    if (!window) throw new Error(`more than ${WINDOWS} pages at once`);
    try {
      expect(await faultsOf(window, path)).toEqual([]);
    } finally {
      free.push(window);
    }
  });
});

async function openWindow(who: string): Promise<OpenWindow> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'ru-RU' });
  if (who !== 'nobody') await signInContext(context, address, who);
  const page = await context.newPage();
  return { page, complaints: await watched(page) };
}

async function faultsOf({ page, complaints }: OpenWindow, path: string): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address + path.replace(/\{(\w+)\}/g, (_, name: string) => things[name] ?? ''));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await takenOver(page);
  await everythingShown(page);
  const faults = await repeatedIds(page);
  await page.setViewportSize({ width: 390, height: 844 });
  faults.push(...(await sideways(page, '390 px')));
  await page.setViewportSize({ width: 720, height: 900 });
  await page.evaluate(() => document.documentElement.setAttribute('data-font', '200'));
  faults.push(...(await sideways(page, '720 px, 200 %')));
  await page.evaluate(() => document.documentElement.setAttribute('data-font', '100'));
  await page.setViewportSize({ width: 1280, height: 900 });
  await repetitionsRemoved(page);
  for (const [look, attributes] of Object.entries(LOOKS)) {
    await wear(page, attributes);
    const rules = look === 'light' ? null : RULES_OF_COLOUR;
    let found = await axeFaults(page, rules);
    if (found.length > 0) {
      // on a busy machine the page may have changed while it was looked at: what is wrong stays wrong
      await page.waitForTimeout(1000);
      await wear(page, attributes);
      found = await axeFaults(page, rules);
    }
    faults.push(...found.map((fault) => `${look}: ${fault}`));
  }
  return [...faults, ...complaints.take()];
}

/**
 * React has taken the page over: what is changed by hand before that, it takes for another page than the server sent. Its
 * elements carry a key of its own then. A page that it leaves alone is looked at after two seconds all the same.
 */
async function takenOver(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const taken = () =>
      [...document.querySelectorAll('main, main :is(button, input, select, textarea, summary)')].every((element) =>
        Object.keys(element).some((key) => key.startsWith('__react')),
      );
    for (let waited = 0; waited < 2000 && !taken(); waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

/** Opens what can be opened and lets the charts come. */
async function everythingShown(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const details of document.querySelectorAll('main details')) (details as HTMLDetailsElement).open = true;
    for (const chart of document.querySelectorAll('figure [role="img"]')) {
      chart.scrollIntoView();
      for (let waited = 0; waited < 5000 && !chart.querySelector('svg'); waited += 50) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    window.scrollTo(0, 0);
  });
}

/** The look as the server gives it to those who chose it (lib/domain/view-preferences.ts). */
async function wear(page: Page, look: { theme: string; contrast: string }): Promise<void> {
  await page.evaluate(({ theme, contrast }) => {
    const root = document.documentElement;
    root.setAttribute('data-theme', theme);
    root.setAttribute('data-contrast', contrast);
    return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 150)));
  }, look);
}

/** Labels and descriptions find their fields by ids. */
function repeatedIds(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id «${id}» stands twice`);
  });
}

/**
 * Of rows and blocks that differ in words alone two stay: axe would find the same in each of a hundred, a hundred times
 * as slowly. A row with another class, icon, role or colour is another row.
 */
async function repetitionsRemoved(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = new Map<string, number>();
    const look = (element: Element) =>
      [element, ...element.querySelectorAll('*')]
        .map((one) =>
          [
            one.tagName,
            ...['class', 'role', 'type', 'style', 'aria-current'].map((name) => one.getAttribute(name)),
          ].join(),
        )
        .join('|');
    for (const element of document.querySelectorAll('main :is(tr, li, article, section, fieldset)')) {
      if (!element.isConnected) continue;
      // a row is as new as its cells
      const looks = element.tagName === 'TR' ? [...element.children].map(look) : [look(element)];
      if (looks.every((one) => (kept.get(one) ?? 0) >= 2)) element.remove();
      for (const one of looks) kept.set(one, (kept.get(one) ?? 0) + 1);
    }
  });
}

/** Layout may take a moment to follow the window (charts do). */
async function sideways(page: Page, what: string): Promise<string[]> {
  const tooWide = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return null;
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      );
      const culprits = wide
        .slice(0, 3)
        .map((one) => `<${one.tagName.toLowerCase()} class="${one.getAttribute('class')}">`);
      return `${scrollWidth - clientWidth} px too wide at ${culprits.join(' ')}`;
    });
  let wide = await tooWide();
  for (let tried = 0; wide !== null && tried < 20; tried += 1) {
    await page.waitForTimeout(100);
    wide = await tooWide();
  }
  return wide === null ? [] : [`${what}: ${wide}`];
}
