/** The yearly report of a centre on a real database: its texts, its figures, its bytes, who may. */
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { USUAL_TEXTS } from '@/lib/domain/reports/year-report';
import { changeReportTemplate } from '@/lib/portal/reports/commands';
import { reportTemplate, yearReportBytes } from '@/lib/portal/reports/queries';
import { reportTemplateSchema } from '@/lib/portal/reports/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, journalOf, value } from './support-world';

let database: TestDatabase;
let world: World;
let school: SchoolWithCard;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  school = await world.school();
  await world.school();
  const { municipalityId, campaign } = world.city;
  await database.owner.confirmedList.create({
    data: {
      ...{ campaignId: campaign.id, municipalityId, track: 'LOW_RESULTS', orderNumber: '1', confirmedBy: 'МОЦ' },
      ...{ orderDate: NOW, rule: { kind: 'TOP_N', table: 'T1', value: 1 } },
      schools: { create: [{ schoolId: school.schoolId, included: true, proposed: true }] },
    },
  });
});
afterAll(() => database.close());

const asked = { municipalityId: undefined, schoolYear: '2020-2021', format: 'docx' } as const;
const texts = (more: object = {}) => reportTemplateSchema.parse({ version: 0, ...USUAL_TEXTS, ...more });
const wordsOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the report', () => {
  it('holds the figures of the year, and the same day gives the same bytes', async () => {
    const first = value(await yearReportBytes(world.city.head, asked, NOW));
    const again = value(await yearReportBytes(world.city.head, asked, new Date(NOW.getTime() + 60_000)));
    expect(Buffer.from(first.bytes).equals(Buffer.from(again.bytes))).toBe(true);
    const words = wordsOf(first.bytes);
    const { shortName } = await database.owner.school.findUniqueOrThrow({ where: { id: school.schoolId } });
    expect(words).toContain(shortName);
    expect(words).toMatch(/карты приняты у 0 из 2 школ/);
    expect(words).toMatch(/включены 1, это 50,0\s%/);
    expect(words).not.toMatch(/[{}]/);
  });

  it('is a pdf as well', async () => {
    const { bytes, name } = value(await yearReportBytes(world.city.staff, { ...asked, format: 'pdf' }, NOW));
    expect([name, Buffer.from(bytes).subarray(0, 5).toString()]).toEqual(['Отчёт МОЦ 2020-2021', '%PDF-']);
  });

  it('is of the own municipality; СОИРО makes those of the region', async () => {
    const { municipalityId } = world.city;
    expect(code(await yearReportBytes(school.principal, asked, NOW))).toBe('FORBIDDEN');
    expect(code(await yearReportBytes(world.admin, asked, NOW))).toBe('FORBIDDEN');
    expect(code(await yearReportBytes(world.town.head, { ...asked, municipalityId }, NOW))).toBe('NOT_FOUND');
    expect(code(await yearReportBytes(world.coordinator, { ...asked, municipalityId }, NOW))).toBe('OK');
  });
});

describe('its texts', () => {
  it('are the head’s, with a version and the journal, and stand in the next report', async () => {
    expect(value(await reportTemplate(world.city.head))).toEqual({ version: 0, texts: USUAL_TEXTS });
    value(await changeReportTemplate(world.city.head, texts({ conclusions: 'В списке {в списке} школа.' }), NOW));
    const stale = await changeReportTemplate(world.city.head, texts({ conclusions: 'Иначе' }), NOW);
    expect(code(stale)).toBe('STALE_VERSION');
    expect(wordsOf(value(await yearReportBytes(world.city.head, asked, NOW)).bytes)).toContain('В списке 1 школа.');
    expect(await journalOf(world.city.head, world.city.municipalityId)).toHaveLength(1);
    for (const viewer of [world.city.staff, world.coordinator, school.principal])
      expect([viewer.role, code(await changeReportTemplate(viewer, texts(), NOW))]).toEqual([viewer.role, 'FORBIDDEN']);
    expect(value(await reportTemplate(world.town.head)).version).toBe(0);
  });

  it('may not name what is no field', () => {
    const wrong = reportTemplateSchema.safeParse({ version: 0, ...USUAL_TEXTS, events: '{школы}' });
    expect(wrong.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['events'], 'Таких полей нет: {школы}. Поля перечислены под формой.'],
    ]);
  });
});
