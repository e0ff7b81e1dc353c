/** The cycle of a municipality: its facts counted by hand, who writes and reads it, what two people at once keep. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { forSystem } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { POSITION_CODES, type PositionCode } from '@/lib/domain/aims/positions';
import {
  addLinks,
  addOwnIndicator,
  beginYear,
  removeLink,
  removeOwnIndicator,
  setTarget,
  writePosition,
} from '@/lib/portal/aims/commands';
import { aimsItems, completenessOf, cycleView, evidencePack, linkChoices } from '@/lib/portal/aims/queries';
import { addDocument, attachDocumentFile } from '@/lib/portal/documents/commands';
import { documentSchema } from '@/lib/portal/documents/schema';
import { attachSupportFile } from '@/lib/portal/support-files/commands';
import { type TestDatabase, testDatabase } from '../harness/database';
import { type AimsWorld, LAST_YEAR, newAimsWorld, YEAR } from './aims-world';
import { NOW } from './card-world';
import { code, expectAll, journalOf, value } from './support-world';

const LATER = new Date(NOW.getTime() + 60_000);
const PAGE = { page: 1, pageSize: 50 };
const LONG = 'Поддержать школы города адресно и показать, что изменилось за год.';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n');
const folder = mkdtempSync(join(tmpdir(), 'moc-aims-'));
let database: TestDatabase;
let world: AimsWorld;
let head: Viewer;
let staff: Viewer;

beforeAll(async () => {
  vi.stubEnv('MOC_DATA_DIR', folder);
  database = await testDatabase();
  world = await newAimsWorld();
  ({ head, staff } = world.city);
});
afterAll(async () => {
  await database.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const cycle = async (viewer: Viewer, schoolYear = YEAR, municipalityId?: string) =>
  value(await cycleView(viewer, { schoolYear, municipalityId }));
const position = async (viewer: Viewer, wanted: PositionCode, schoolYear = YEAR) => {
  const found = (await cycle(viewer, schoolYear)).positions.find((one) => one.code === wanted);
  if (!found) throw new Error(`${wanted} is not there`);
  return found;
};
const indicator = async (viewer: Viewer, wanted: string, schoolYear = YEAR) => {
  const found = (await cycle(viewer, schoolYear)).indicators.find((one) => one.code === wanted);
  if (!found) throw new Error(`${wanted} is not there`);
  return found;
};

describe('facts', () => {
  const COUNTED = {
    coverage: { part: 1, whole: 4 },
    flagged: { part: 1, whole: 4 },
    'mean-sum': { part: 3, whole: 1 },
    grounded: { part: 0, whole: 3 },
    'oge-fails': { part: 1, whole: 2 },
    programmes: { part: 1, whole: 1 },
    recommendations: { part: 1, whole: 2 },
    events: null,
    left: { part: 2, whole: 3 },
  };

  it('are those counted by hand, each with its date and its list', async () => {
    const { indicators } = await cycle(head);
    expect(Object.fromEntries(indicators.map((one) => [one.code, one.parts]))).toEqual(COUNTED);
    expect(Object.fromEntries(indicators.map(({ code, fact }) => [code, fact]))).toEqual({
      ...{ coverage: 25, flagged: 25, 'mean-sum': 3, grounded: 0, 'oge-fails': 50, programmes: 100 },
      ...{ recommendations: 50, events: 1, left: (100 * 2) / 3 },
    });
    expect(indicators.filter(({ at, href }) => at === null || href === null)).toEqual([]);
  });

  it('are the same for staff who see only some of the schools: the city is counted, no school is told', async () => {
    await forSystem('maintenance', (db) =>
      db.curatorship.create({
        data: {
          ...{ schoolId: world.first.schoolId, municipalityId: world.city.municipalityId, accountId: head.accountId },
          ...{ accountName: head.name, startedOn: NOW, assignedBy: head.name },
        },
      }),
    );
    const facts = async (viewer: Viewer) => (await cycle(viewer)).indicators.map(({ code, parts }) => [code, parts]);
    expect(Object.fromEntries(await facts(staff))).toEqual(COUNTED);
  });

  it('are none where there are no data, which is not zero', async () => {
    const town = await cycle(world.coordinator, YEAR, world.town.municipalityId);
    expect(town.indicators.filter(({ fact }) => fact !== null)).toEqual([]);
  });

  it('are those of the API and of the comparison of municipalities', async () => {
    const { items } = value(await aimsItems(world.coordinator, { ...PAGE, schoolYear: YEAR }));
    const own = items.find(({ municipalityId }) => municipalityId === world.city.municipalityId);
    const shown = await cycle(world.coordinator, YEAR, world.city.municipalityId);
    expect(own?.indicators).toEqual(
      shown.indicators.map((one) => ({
        ...{ code: one.code, title: one.title, unit: one.unit, moreIsBetter: one.moreIsBetter, target: one.target },
        ...{ fact: one.fact, computed: one.computed, state: one.state, source: one.source },
      })),
    );
    expect(items).toHaveLength(2);
  });
});

describe('a year of the cycle', () => {
  it('is begun once, by the centre alone', async () => {
    const begin = (viewer: Viewer) => beginYear(viewer, LAST_YEAR, null, NOW);
    await expectAll([world.coordinator, world.first.principal, world.admin], begin, 'FORBIDDEN');
    const both = await Promise.all([begin(head), begin(staff)]);
    expect(both.map((one) => value(one).begun).sort()).toEqual([false, true]);
    expect((await cycle(head, LAST_YEAR)).positions.map(({ code }) => code)).toEqual(POSITION_CODES);
    expect((await cycle(head, LAST_YEAR)).complete).toBe(0);
  });

  it('is read by СОИРО, not by another city, a school or the administrator', async () => {
    const asked = { schoolYear: LAST_YEAR, municipalityId: world.city.municipalityId };
    await expectAll([head, staff, world.coordinator], (viewer) => cycleView(viewer, asked), 'OK');
    await expectAll([world.town.head], (viewer) => cycleView(viewer, asked), 'NOT_FOUND');
    await expectAll([world.admin], (viewer) => cycleView(viewer, asked), 'FORBIDDEN');
    expect(code(await cycleView(world.first.principal, asked))).not.toBe('OK');
    expect(code(await completenessOf(world.first.principal, YEAR))).toBe('FORBIDDEN');
    expect(code(await aimsItems(world.first.principal, PAGE))).toBe('FORBIDDEN');
    const foreign = value(await aimsItems(world.town.head, { ...PAGE, municipalityId: world.city.municipalityId }));
    expect(foreign.items).toEqual([]);
  });

  it('keeps what both of two writers wrote: the second is told what is stored', async () => {
    const { id, version } = await position(head, 'aims', LAST_YEAR);
    value(await writePosition(head, id, { version, text: LONG }, NOW));
    const second = await writePosition(staff, id, { version, text: 'Иное' }, NOW);
    expect(second).toMatchObject({ ok: false, failure: { code: 'STALE_VERSION' } });
    expect(second.ok ? null : second.failure.extra?.current).toMatchObject({ text: LONG, version: version + 1 });
    expect(await journalOf(head, id)).toEqual([{ action: 'aims.change', from: '', to: LONG }]);
    await expectAll([world.town.head], (viewer) => writePosition(viewer, id, { version, text: '' }, NOW), 'NOT_FOUND');
    await expectAll([world.coordinator], (one) => writePosition(one, id, { version, text: '' }, NOW), 'FORBIDDEN');
  });

  it('points to things of its own year, each once, and lets them go', async () => {
    value(await beginYear(head, YEAR, null, NOW));
    const { id } = await position(head, 'decisions');
    const choices = value(await linkChoices(head, id));
    expect(choices.filter(({ type }) => type === 'event').map(({ id: event }) => event)).toContain(world.eventId);
    // the day platform of August belongs to the year before
    expect(choices.filter(({ type }) => type === 'event')).toHaveLength(2);
    const decision = { type: 'decision', id: world.decisionId } as const;
    const added = await Promise.all([addLinks(head, id, [decision], NOW), addLinks(staff, id, [decision], NOW)]);
    expect(added.map((one) => value(one).added).sort()).toEqual([0, 1]);
    expect((await position(head, 'decisions')).links).toMatchObject([
      { type: 'decision', title: 'О поддержке', href: `/support/decisions/${world.decisionId}` },
    ]);
    const foreign = { type: 'decision', id: world.eventId } as const;
    expect(code(await addLinks(head, id, [foreign], NOW))).toBe('INVALID');
    await expectAll([world.coordinator], (viewer) => addLinks(viewer, id, [decision], NOW), 'FORBIDDEN');
    await expectAll([world.town.head], (viewer) => removeLink(viewer, id, decision, NOW), 'NOT_FOUND');
    value(await removeLink(head, id, decision, NOW));
    expect((await position(head, 'decisions')).links).toEqual([]);
    value(await addLinks(head, id, [decision], NOW));
    expect((await journalOf(head, id)).map(({ from, to }) => [from, to])).toEqual([
      [null, [`decision ${world.decisionId}`]],
      [`decision ${world.decisionId}`, null],
      [null, [`decision ${world.decisionId}`]],
    ]);
  });

  it('is complete where text and proof stand, on the page of the city and of the region alike', async () => {
    const { id, version } = await position(head, 'decisions');
    value(await writePosition(head, id, { version, text: LONG }, LATER));
    expect(await position(head, 'decisions')).toMatchObject({ state: 'COMPLETE', missing: [] });
    const { rows } = value(await completenessOf(world.coordinator, YEAR));
    const own = rows.find(({ municipalityId }) => municipalityId === world.city.municipalityId);
    expect(own).toMatchObject({ complete: 1, states: { decisions: 'COMPLETE', aims: 'EMPTY' }, changedAt: LATER });
    expect(rows.find(({ municipalityId }) => municipalityId === world.town.municipalityId)?.complete).toBe(0);
  });
});

describe('targets and own indicators', () => {
  const target = { version: 0, target: 20, fact: undefined, source: undefined };

  it('are set by the centre; a computed fact is never entered', async () => {
    const entered = { ...target, fact: 99, source: 'выдумано' };
    const both = await Promise.all([
      setTarget(head, YEAR, 'flagged', entered, NOW),
      setTarget(staff, YEAR, 'flagged', target, NOW),
    ]);
    expect(both.map(code).sort()).toEqual(['OK', 'STALE_VERSION']);
    expect(await indicator(head, 'flagged')).toMatchObject({ target: 20, fact: 25, state: 'NOT_REACHED', version: 1 });
    value(await setTarget(head, YEAR, 'flagged', { ...target, version: 1, target: 25 }, NOW));
    expect(await indicator(head, 'flagged')).toMatchObject({ state: 'REACHED', version: 2 });
    await expectAll(
      [world.coordinator, world.first.principal],
      (one) => setTarget(one, YEAR, 'left', target, NOW),
      'FORBIDDEN',
    );
    expect(code(await setTarget(head, YEAR, 'flagged', { ...target, version: 2, target: 101 }, NOW))).toBe('INVALID');
    expect(code(await setTarget(head, YEAR, 'no-such', target, NOW))).toBe('NOT_FOUND');
  });

  it('are kept where the portal has no data, once by name; another city has its own', async () => {
    const own = { title: 'Педагоги на <b>курсах</b>', unit: 'COUNT', better: 'more', target: 40 } as const;
    const both = await Promise.all([addOwnIndicator(head, YEAR, own, NOW), addOwnIndicator(staff, YEAR, own, NOW)]);
    expect(both.map(code).sort()).toEqual(['CONFLICT', 'OK']);
    const named = `own:${own.title.toLowerCase()}`;
    value(await setTarget(head, YEAR, named, { version: 1, target: 40, fact: 41, source: 'Справка' }, NOW));
    expect(await indicator(head, named)).toMatchObject({
      fact: 41,
      computed: false,
      source: 'Справка',
      state: 'REACHED',
    });
    expect(code(await setTarget(world.town.head, YEAR, named, { ...target, version: 2 }, NOW))).toBe('NOT_FOUND');
    value(await removeOwnIndicator(world.town.head, YEAR, named, NOW));
    expect(await indicator(head, named)).toMatchObject({ fact: 41 });
    expect(code(await removeOwnIndicator(head, YEAR, 'coverage', NOW))).toBe('FORBIDDEN');
  });
});

describe('the next year', () => {
  it('begins with texts, documents, targets and own indicators; facts and happenings stay', async () => {
    const document = value(
      await addDocument(head, documentSchema.parse({ kind: 'ACT', type: 'Приказ', title: 'О программе' }), NOW),
    );
    const { id } = await position(head, 'decisions');
    value(await addLinks(head, id, [{ type: 'document', id: document.id }], NOW));
    expect(code(await beginYear(head, '2021-2022', '2012-2013', NOW))).toBe('NOT_FOUND');
    expect(await cycle(head, '2021-2022')).toMatchObject({ begun: false, copyFrom: YEAR });
    expect(code(await beginYear(head, '2022-2023', YEAR, NOW))).toBe('INVALID');
    expect((await cycle(head)).place.schoolYears).toEqual(['2021-2022', YEAR, LAST_YEAR]);
    expect((await cycle(world.coordinator)).place.schoolYears).not.toContain('2021-2022');
    value(await beginYear(head, '2021-2022', YEAR, NOW));
    const carried = await position(head, 'decisions', '2021-2022');
    expect(carried).toMatchObject({ text: LONG, version: 1, links: [{ type: 'document', title: 'О программе' }] });
    const { indicators } = await cycle(head, '2021-2022');
    expect(indicators.find((one) => one.code === 'flagged')).toMatchObject({ target: 25, fact: null });
    expect(indicators.find((one) => !one.computed)).toMatchObject({ target: 40, fact: null, source: '' });
    expect(value(await beginYear(head, '2021-2022', null, NOW)).begun).toBe(false);
    expect((await position(head, 'decisions', '2021-2022')).text).toBe(LONG);
  });
});

const textOfDocx = (bytes = new Uint8Array()): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

describe('the evidence pack', () => {
  it('holds a docx and the files, the same bytes each time, for nobody outside', async () => {
    const { id } = await position(head, 'decisions');
    const pieces = async function* () {
      yield PDF;
    };
    const upload = () => ({ announced: PDF.length, contents: pieces() });
    value(await attachSupportFile(head, { type: 'aim-position', id }, 'Акт.pdf', upload(), NOW));
    expect(code(await attachSupportFile(world.coordinator, { type: 'aim-position', id }, 'a.pdf', upload(), NOW))).toBe(
      'FORBIDDEN',
    );
    const link = (await position(head, 'decisions')).links.find(({ type }) => type === 'document');
    value(await attachDocumentFile(head, link?.id ?? '', 'Приказ.pdf', upload(), NOW));
    const examination = await forSystem('maintenance', (db) =>
      db.examination.create({
        data: {
          ...{ schoolId: world.first.schoolId, municipalityId: world.city.municipalityId, schoolYear: YEAR },
          ...{ title: 'Осень: «/../»', startsOn: NOW, endsOn: NOW, status: 'FINISHED', conclusion: 'Нужна программа.' },
          ...{ createdBy: 'МОЦ', createdAt: NOW, finishedBy: 'МОЦ', finishedAt: NOW },
        },
      }),
    );
    const analysis = await position(head, 'analysis');
    value(await addLinks(head, analysis.id, [{ type: 'examination', id: examination.id }], NOW));
    const asked = { schoolYear: YEAR, municipalityId: world.city.municipalityId };
    const one = value(await evidencePack(head, asked));
    const again = value(await evidencePack(head, asked));
    expect(Buffer.from(again.bytes).equals(Buffer.from(one.bytes))).toBe(true);
    const files = unzipSync(one.bytes);
    const docx = `Управленческий цикл Город ${YEAR}.docx`;
    const paths = Object.keys(files).sort();
    const act = paths.find((path) => path.startsWith('Приложения/03 Акт.')) ?? '';
    expect(act).toMatch(/^Приложения\/03 Акт\. [^/]+Осень[^/]+\.docx$/);
    expect(textOfDocx(files[act])).toContain('Нужна программа.');
    expect(paths).toEqual(['Опись.csv', 'Приложения/01 Акт.pdf', 'Приложения/02 Приказ.pdf', act, docx].sort());
    const inventory = strFromU8(files['Опись.csv'] ?? new Uint8Array());
    for (const path of paths.filter((one) => one !== 'Опись.csv')) {
      const bytes = files[path] ?? new Uint8Array();
      expect(inventory).toContain(`${path};${bytes.length};${createHash('sha256').update(bytes).digest('hex')}`);
    }
    expect(Buffer.from(files['Приложения/01 Акт.pdf'] ?? []).equals(PDF)).toBe(true);
    const text = textOfDocx(files[docx]);
    for (const words of [LONG, 'О поддержке', 'Таблица 1. Полнота', 'Позиция 9.', '25,0\u00a0%', 'План выполнен']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('Педагоги на &lt;b&gt;курсах&lt;/b&gt;');
    await expectAll([world.town.head], (viewer) => evidencePack(viewer, asked), 'NOT_FOUND');
    expect(code(await evidencePack(world.first.principal, asked))).not.toBe('OK');
    expect(code(await evidencePack(world.coordinator, asked))).toBe('OK');
  });
});
