/** The analytical report of ГИА, ВПР and ВсОШ on a real database: whose figures, which year, what is hidden, who may. */
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactKind, Facts } from '@/lib/domain/evidence/facts';
import { usualTexts } from '@/lib/domain/reports/template';
import type { ReportBlock } from '@/lib/exchange/report-document';
import type { ReportSheet } from '@/lib/exchange/report-workbook';
import { numberIn } from '@/lib/exchange/sheet-formulas';
import { evidenceOfCard } from '@/lib/portal/evidence/queries';
import { resultsReport } from '@/lib/portal/reports/results/kind';
import { resultsView } from '@/lib/portal/reports/results/reading';
import { resultsSheets } from '@/lib/portal/reports/results/workbook';
import { ege, marks, oge, olympiad } from '../domain/evidence/fact-rows';
import { journal, vpr } from '../domain/reports/results-arbitrary';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW } from './card-world';
import { appliedImport, putFacts } from './evidence-units';
import { type EvidenceWorld, newEvidenceWorld } from './evidence-world';
import { code, value } from './support-world';

let database: TestDatabase;
let evidence: EvidenceWorld;
let municipalityId: string;
const THIS_YEAR = '2020-2021';

beforeAll(async () => {
  database = await testDatabase();
  evidence = await newEvidenceWorld(database.owner);
  ({ municipalityId } = evidence.world.city);
  // nine schools' worth of marks in five: 0, 1, 2, 3 of ten fail, and four of forty
  for (const [at, school] of evidence.schools.entries()) {
    const large = at === 4;
    await put(at, 'GIA_AGGREGATE', oge('Русский язык', large ? marks(4, 16, 20, 0) : marks(at, 10 - at, 0, 0)));
    await put(at, 'VPR_MARKS', vpr(5, 'Математика', [1, 4, 4, 1]));
    await put(at, 'VPR_JOURNAL', journal(5, 'Математика', 2, 7, 1));
    await put(at, 'OLYMPIAD', olympiad({ subject: 'Физика', participants: 2, prizeWinners: at === 0 ? 1 : 0 }));
    await evidence.put(school, 'VPR_SCORES', { grade: 5, subject: 'Математика', pupils: [5, 5] });
  }
  await put(0, 'GIA_AGGREGATE', ege('Русский язык', { participants: 3, meanScore: 41, belowMinimum: 1 }));
  await evidence.derive({ schools: evidence.schools, kinds: ['GIA_AGGREGATE'] });
});
afterAll(() => database.close());

function put<Kind extends FactKind>(at: number, kind: Kind, fact: Facts[Kind]): Promise<void> {
  const school = evidence.schools[at];
  if (!school) throw new Error(`no school ${at}`);
  return evidence.put(school, kind, fact);
}

const made = (viewer = evidence.world.city.head, schoolYear = THIS_YEAR, place = municipalityId) =>
  resultsReport.document(
    viewer,
    { municipalityId: place, schoolYear, schoolId: null },
    usualTexts(resultsReport.sections),
    NOW,
  );
const blocksOf = async (...asked: Parameters<typeof made>) => value(await made(...asked)).document.blocks;
const tableOf = (blocks: readonly ReportBlock[], caption: string) => {
  const table = blocks.find((block) => block.kind === 'table' && block.caption === caption);
  return table?.kind === 'table' ? table.rows.map((row) => row.map((cell) => cell.replaceAll('\u00a0', ' '))) : null;
};
const sheets = async () =>
  resultsSheets(
    evidence.world.city.head,
    value(await resultsView(evidence.world.city.head, { municipalityId, schoolYear: THIS_YEAR })),
    NOW,
  );
const sheetOf = (all: readonly ReportSheet[], name: string) => all.find((sheet) => sheet.name === name);

describe('the document', () => {
  it('weighs schools by participants: 10 of 80 failed, not the mean of five shares', async () => {
    const blocks = await blocksOf();
    expect(tableOf(blocks, 'ОГЭ по предметам')).toEqual([['Русский язык', '5', '80', '3,13', '12,5 %', '25,0 %']]);
    expect(tableOf(blocks, 'ВПР: отметки и их согласие с журналом')).toEqual([
      ['5', 'Математика', '50', '10,0 %', '40,0 %', '40,0 %', '10,0 %', '50,0 %', '70,0 %'],
    ]);
    expect(tableOf(blocks, 'ВсОШ: муниципальный этап')).toEqual([
      ['Этап в целом', '5', '10', '0', '1', '10,0 %'],
      ['Физика', '5', '10', '0', '1', '10,0 %'],
    ]);
  });

  it('shows the year that the campaign counts and says so', async () => {
    const { document } = value(await made());
    expect(document.subtitle).toContain('2019–2020');
    expect(JSON.stringify(document.blocks)).toMatch(/Показаны результаты 2019–2020.*мониторинг 2020–2021/);
    expect(tableOf(document.blocks, 'Муниципалитет по годам')?.map((row) => row.length)).toContain(5);
  });

  it('hides what fewer than five pupils did', async () => {
    const blocks = await blocksOf();
    expect(tableOf(blocks, 'ЕГЭ по предметам')).toEqual([['Русский язык', '1', 'меньше 5', '—', '—', '—', '—']]);
    expect(JSON.stringify(blocks)).not.toContain('41,0');
  });

  it('draws the line of the quarter where the card’s own criterion draws it', async () => {
    const card = evidence.schools[3]?.cardId ?? '';
    const { items } = value(await evidenceOfCard(evidence.world.city.head, card));
    const criterion = items.find((item) => item.measureCode === 'OGE_RUSSIAN_FAILED_SHARE');
    expect(criterion?.threshold).toBeCloseTo(0.2, 12);
    const rows = tableOf(await blocksOf(), 'Граница нижней четверти');
    expect(rows).toContainEqual(['Доля «2» на ОГЭ по русскому языку', '20,0 %', '5', '2']);
  });

  it('names signs as signs, and is for official use', async () => {
    const { document } = value(await made());
    const words = JSON.stringify(document);
    expect(document.note).toContain('Для служебного пользования');
    expect(words).toContain('ризнак, требующий дополнительного анализа');
    expect(words).not.toMatch(/необъективн/i);
  });

  it('says honestly that there is nothing, also where no campaign ever was', async () => {
    for (const year of ['2013-2014', '2020-2021']) {
      const words = JSON.stringify(await blocksOf(evidence.world.town.head, year, evidence.world.town.municipalityId));
      for (const what of ['ОГЭ', 'ЕГЭ', 'ВПР', 'ВсОШ']) expect(words).toContain(`${what}: за `);
      expect(words).toContain('данные не загружены');
    }
  });
});

describe('the workbook', () => {
  it('has the figures of the document as formulas over its own rows', async () => {
    const all = await sheets();
    const [russian] = sheetOf(all, 'ОГЭ')?.rows ?? [];
    expect(russian?.map((cell) => (typeof cell === 'string' ? cell : numberIn(cell)))).toEqual([
      ...['ОГЭ', 'Русский язык', 5, 80],
      ...[(2 * 10 + 3 * 50 + 4 * 20) / 80, 0.125, 0.25],
    ]);
    for (const sheet of ['ОГЭ', 'ВПР', 'ВсОШ'].map((name) => sheetOf(all, name))) {
      for (const cell of sheet?.rows.flat() ?? []) {
        if (cell !== null && typeof cell === 'object') expect(cell.formula).toMatch(/'Данные [^']+'!\$[A-M]\$\d+:/);
      }
    }
  });

  it('tells no school of fewer than five, and its rows still make the sums', async () => {
    const all = await sheets();
    const olympiads = sheetOf(all, 'Данные ВсОШ')?.rows ?? [];
    expect(olympiads).toEqual([
      ['Школы с малыми группами: 5\u00a0школ', 'Муниципальный', 'Все предметы', 5, 10, 0, 1],
      ['Школы с малыми группами: 5\u00a0школ', 'Муниципальный', 'Физика', 5, 10, 0, 1],
    ]);
    expect(sheetOf(all, 'Данные ГИА')?.rows.every((row) => row[1] === 'ОГЭ')).toBe(true);
    expect(sheetOf(all, 'ЕГЭ')?.rows).toEqual([['ЕГЭ', 'Русский язык', 1, 'меньше 5']]);
  });

  it('is a file whose formulas and values both are there, the same bytes all day', async () => {
    const asked = { municipalityId, schoolYear: THIS_YEAR, schoolId: null };
    const file = () => resultsReport.workbook?.(evidence.world.city.head, asked, NOW);
    const [one, other] = [await file(), await file()].map((outcome) => outcome && value(outcome).bytes);
    if (!one || !other) throw new Error('no workbook');
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    const { sheets: read } = await readXlsx(one);
    expect(read.map(({ name }) => name)).toEqual([
      ...['ОГЭ', 'ЕГЭ', 'ВПР', 'ВсОШ', 'Данные ГИА', 'Данные ВПР', 'Данные журнала', 'Данные ВсОШ', 'Как считается'],
    ]);
    expect(read[0]?.rows[4]?.slice(1, 4)).toEqual(['Русский язык', 5, 80]);
  });
});

describe('who may', () => {
  it('МОЦ of the own municipality and СОИРО of the region, nobody else', async () => {
    const { world, schools } = evidence;
    const codes = async (viewer: Parameters<typeof made>[0]) => {
      const asked = { municipalityId, schoolYear: THIS_YEAR, schoolId: null };
      const book = await resultsReport.workbook?.(viewer ?? world.city.head, asked, NOW);
      return [code(await made(viewer)), book && code(book)];
    };
    expect(await codes(world.city.staff)).toEqual(['OK', 'OK']);
    expect(await codes(world.coordinator)).toEqual(['OK', 'OK']);
    expect(await codes(world.town.head)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(await codes(schools[0]?.principal)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await codes(world.admin)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  });

  it('СОИРО reads the same figures as МОЦ, also those brought in for the whole region', async () => {
    const { world, schools } = evidence;
    const [first] = schools;
    if (!first) throw new Error('no school');
    const file = { regionId: world.regionId, municipalityId: null, schoolYear: '2018-2019' };
    const importId = await appliedImport(database.owner, file);
    const facts = [oge('Математика', marks(5, 5, 5, 5))];
    const place = { ...file, municipalityId, schoolId: first.schoolId };
    await putFacts(database.owner, importId, place, 'GIA_AGGREGATE', facts);
    const rows = async (viewer: typeof world.coordinator) =>
      tableOf(await blocksOf(viewer), 'Муниципалитет по годам')?.filter(([title]) => title?.includes('математика'));
    expect(await rows(world.city.head)).toEqual([
      ['Средняя отметка ОГЭ, математика', '—', '—', '3,50', '—'],
      ['Доля «2» на ОГЭ, математика', '—', '—', '25,0 %', '—'],
    ]);
    expect(await rows(world.coordinator)).toEqual(await rows(world.city.head));
  });
});
