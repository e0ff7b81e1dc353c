/** Reports on a real database: their texts, figures and bytes, and who may. */
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { usualTexts } from '@/lib/domain/reports/template';
import { builtReport } from '@/lib/portal/reports/building';
import { changeReportTemplate, resetReportTemplate } from '@/lib/portal/reports/commands';
import type { AskedDocument, ReportFormat, ReportKindCode } from '@/lib/portal/reports/kind';
import { knownKind, REPORT_KINDS } from '@/lib/portal/reports/kinds';
import { reportPlace, reportPreview, reportTemplate } from '@/lib/portal/reports/queries';
import { reportTemplateSchema } from '@/lib/portal/reports/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, journalOf, value } from './support-world';

const YEAR = '2020-2021';
let database: TestDatabase;
let world: World;
let school: SchoolWithCard;
let here: AskedDocument;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  school = await world.school();
  await world.school();
  const { municipalityId, campaign } = world.city;
  await database.owner.confirmedList.create({
    data: {
      ...{ campaignId: campaign.id, municipalityId, track: 'LOW_RESULTS', orderNumber: '17', confirmedBy: 'МОЦ' },
      ...{ orderDate: NOW, rule: { kind: 'TOP_N', table: 'T1', value: 1 } },
      schools: { create: [{ schoolId: school.schoolId, included: true, proposed: true, reason: '<script>' }] },
    },
  });
  here = { municipalityId, schoolYear: YEAR, schoolId: school.schoolId };
});
afterAll(() => database.close());

const built = (viewer: Viewer, kind: ReportKindCode, format: ReportFormat = 'docx', now = NOW, asked = here) =>
  builtReport(viewer, knownKind(kind), asked, format, now);
const wordsOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const shortName = async () =>
  (await database.owner.school.findUniqueOrThrow({ where: { id: school.schoolId } })).shortName;

describe('a report', () => {
  it.each(REPORT_KINDS.flatMap((kind) => kind.formats.map((format) => [kind.code, format] as const)))(
    '%s as %s has the same bytes all day',
    async (kind, format) => {
      const first = value(await built(world.city.head, kind, format));
      await new Promise((later) => setTimeout(later, 1100));
      const again = value(await built(world.city.head, kind, format, new Date(NOW.getTime() + 60_000)));
      expect(Buffer.from(first.bytes).equals(Buffer.from(again.bytes))).toBe(true);
      expect(first.name).toMatch(new RegExp(`\\.${format}$`));
    },
  );

  it('of the year holds the figures of its pages', async () => {
    const words = wordsOf(value(await built(world.city.head, 'year')).bytes);
    expect(words).toContain(await shortName());
    expect(words).toMatch(/карты приняты у 0 из 2 школ/);
    expect(words).toMatch(/включены 1, это 50,0\s%/);
    expect(words).not.toMatch(/[{}]/);
  });

  it('of the list holds the order, its schools and reasons', async () => {
    const { bytes } = value(await built(world.city.staff, 'list'));
    const words = wordsOf(bytes);
    expect(words).toMatch(/Приказ № 17 от/);
    expect(words).toContain('&lt;script&gt;');
    expect(words).not.toMatch(/[{}]/);
    expect(code(await built(world.city.head, 'list', 'docx', NOW, { ...here, schoolYear: '2011-2012' }))).toBe(
      'NOT_FOUND',
    );
  });

  it('of a school is its dossier between the centre’s words', async () => {
    const words = wordsOf(value(await built(world.city.head, 'dossier')).bytes);
    expect(words).toMatch(/О документе .* От балла до эффекта .* Вывод МОЦ/);
    expect(code(await built(world.city.head, 'dossier', 'docx', NOW, { ...here, schoolId: null }))).toBe('INVALID');
  });

  it('is of the own municipality; СОИРО makes those of the region', async () => {
    for (const { code: kind } of REPORT_KINDS) {
      expect([kind, code(await built(world.admin, kind))]).toEqual([kind, 'FORBIDDEN']);
      expect([kind, code(await built(world.town.head, kind))]).toEqual([kind, 'NOT_FOUND']);
    }
    expect(code(await built(school.principal, 'year'))).toBe('FORBIDDEN');
    expect(code(await built(world.coordinator, 'list'))).toBe('OK');
  });

  it('has no other format than its kind offers', async () => {
    expect(code(await built(world.city.head, 'year', 'xlsx'))).toBe('INVALID');
  });
});

describe('the texts of a kind', () => {
  const kind = knownKind('year');
  const input = (version: number, more: object = {}) =>
    reportTemplateSchema(kind).parse({ version, texts: { ...usualTexts(kind.sections), ...more } });

  it('are the head’s, with a version and the journal, and stand in the next report', async () => {
    const { head, staff, municipalityId } = world.city;
    expect(value(await reportTemplate(head, kind))).toEqual({ version: 0, texts: usualTexts(kind.sections) });
    value(await changeReportTemplate(head, kind, input(0, { conclusions: 'В списке {в списке} школа.' }), NOW));
    const stale = await changeReportTemplate(head, kind, input(0, { conclusions: 'Иначе' }), NOW);
    expect(code(stale)).toBe('STALE_VERSION');
    expect(wordsOf(value(await built(head, 'year')).bytes)).toContain('В списке 1 школа.');
    const preview = value(await reportPreview(head, kind, here, NOW));
    expect(preview.at(-1)).toEqual({ title: 'Выводы и задачи', text: 'В списке 1 школа.' });
    expect(value(await reportTemplate(head, knownKind('list'))).version).toBe(0);
    for (const viewer of [staff, world.coordinator, school.principal]) {
      expect([viewer.role, code(await changeReportTemplate(viewer, kind, input(1), NOW))]).toEqual([
        viewer.role,
        'FORBIDDEN',
      ]);
      expect([viewer.role, code(await resetReportTemplate(viewer, kind, NOW))]).toEqual([viewer.role, 'FORBIDDEN']);
    }
    expect(value(await reportTemplate(world.town.head, kind)).version).toBe(0);
    expect(value(await resetReportTemplate(head, kind, NOW))).toEqual({ version: 0, texts: usualTexts(kind.sections) });
    expect(await journalOf(head, municipalityId)).toHaveLength(2);
  });

  it('may not name what is no field', () => {
    const texts = { ...usualTexts(kind.sections), events: '{школы}' };
    const wrong = reportTemplateSchema(kind).safeParse({ version: 0, texts });
    expect(wrong.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['texts', 'events'], 'Таких полей нет: {школы}. Поля перечислены рядом с формой.'],
    ]);
  });
});

it('reports are made of the years and schools of a municipality in sight', async () => {
  const place = value(await reportPlace(world.city.head, { schoolYear: '1999-2000' }));
  expect(place).toMatchObject({ municipalityId: world.city.municipalityId, schoolYear: YEAR });
  expect(place.schools.map(({ id }) => id)).toContain(school.schoolId);
  const elsewhere = { municipalityId: world.city.municipalityId };
  expect(code(await reportPlace(world.town.head, elsewhere))).toBe('NOT_FOUND');
  expect(code(await reportPlace(world.coordinator, elsewhere))).toBe('OK');
  expect(code(await reportPlace(school.principal, {}))).toBe('FORBIDDEN');
});
