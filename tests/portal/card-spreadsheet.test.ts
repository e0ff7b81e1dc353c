import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CARD_SHEET, returnedCard } from '@/lib/exchange/card-spreadsheet';
import { acceptCard, returnCard, saveAnswers, submitCard, verifyAnswer } from '@/lib/portal/cards/commands';
import { cardOf } from '@/lib/portal/cards/queries';
import type { CardJson } from '@/lib/portal/cards/schema';
import { applySpreadsheet, cardSpreadsheet, previewSpreadsheet } from '@/lib/portal/cards/spreadsheet';
import { type TestDatabase, testDatabase } from '../harness/database';
import { COMPLETE, NOW, newWorld, type SchoolWithCard, type World } from './card-world';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
});
afterAll(() => database.close());

type Written = string | number | boolean | null;

async function form({ principal, cardId }: SchoolWithCard): Promise<Uint8Array> {
  const made = await cardSpreadsheet(principal, cardId, NOW);
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value.body;
}

async function rowsOf(bytes: Uint8Array) {
  const workbook = await readXlsx(bytes);
  return workbook.sheets[0]?.rows ?? [];
}

/** The address of the answer (or note) cell in the line of a code. */
async function cellOf(bytes: Uint8Array, code: string, column: 'D' | 'E' = 'D'): Promise<string> {
  const index = (await rowsOf(bytes)).findIndex((row) => row[0] === code);
  if (index < 0) throw new Error(`no line ${code}`);
  return `${column}${index + 1}`;
}

/** The form with some answers and notes written into it, as a spreadsheet program would save it. */
async function filled(bytes: Uint8Array, answers: Record<string, Written>, notes: Record<string, string> = {}) {
  const rows = (await rowsOf(bytes)).map((row) => {
    const code = String(row[0] ?? '');
    const copy = [...row, ...Array<null>(Math.max(0, 7 - row.length)).fill(null)];
    if (Object.hasOwn(answers, code)) copy[3] = answers[code] ?? null;
    if (Object.hasOwn(notes, code)) copy[4] = notes[code] ?? null;
    return copy;
  });
  return writeXlsx({ sheets: [{ name: CARD_SHEET, rows }] });
}

async function cardNow({ principal, cardId }: SchoolWithCard): Promise<CardJson> {
  const card = await cardOf(principal, cardId);
  if (!card.ok) throw new Error(card.failure.detail);
  return card.value;
}

const SIGNS = { 'S1/x': 'да', 'S1/y': 'нет', 'S1/z': 'да' };

describe('the form', () => {
  it('names the school and the version and holds the answers, last year beside them', async () => {
    const school = await world.school({ lastYear: { ...COMPLETE, A2: 'na' } });
    await saveAnswers(
      school.principal,
      school.cardId,
      { version: 1, answers: { A2: 'no', S1: ['y'] }, comments: { A2: '=1+1' } },
      NOW,
    );
    const rows = await rowsOf(await form(school));
    expect(rows.flat().join(' ')).toContain(school.code);
    expect(rows.flat().join(' ')).toContain('Версия карты: 2');
    const line = (code: string) => rows.find((row) => row[0] === code)?.slice(2, 5);
    expect(line('A2')).toEqual(['не применимо', 'нет', "'=1+1"]);
    expect(line('S1/y')?.slice(0, 2)).toEqual(['да', 'да']);
    expect(line('S1/z')?.slice(0, 2)).toEqual(['нет', 'нет']);
  });

  it('lets only answers and notes be written, answers by drop-down', async () => {
    const bytes = await form(await world.school());
    const sheet = (await readXlsx(bytes, { readStyles: true })).sheets[0];
    expect(sheet?.protection?.sheet).toBe(true);
    expect(sheet?.dataValidations?.map(({ values }) => values)).toEqual([
      ['да', 'нет', 'не применимо'],
      ['да', 'нет'],
    ]);
    const open = [...(sheet?.cells ?? new Map())].filter(([, cell]) => cell.style?.protection?.locked === false);
    const columns = new Set(open.map(([address]) => address.split(',')[1]));
    expect([...columns].sort()).toEqual(['3', '4']);
    // A1, A2, A3, B1 and three signs take an answer; the four and S1 a note
    expect(open).toHaveLength(7 + 5);
  });

  it('leaves out what does not apply to the school, and locks what was not returned', async () => {
    const primary = await rowsOf(await form(await world.school({ grades: { from: 1, to: 4 } })));
    expect(primary.some((row) => row[0] === 'A2')).toBe(false);
    const school = await world.school();
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
    await submitCard(school.principal, school.cardId, {}, NOW);
    await returnCard(world.city.staff, school.cardId, { comment: 'Исправьте', criteria: ['A1'] }, NOW);
    const bytes = await form(school);
    expect(
      await previewSpreadsheet(school.principal, school.cardId, await filled(bytes, { A1: 'нет', B1: 'да' })),
    ).toMatchObject({
      value: {
        changes: [{ criterion: 'A1', answer: { from: 'yes', to: 'no' } }],
        errors: [{ sheet: 'Карта', cell: await cellOf(bytes, 'B1'), message: expect.stringContaining('закрыт') }],
      },
    });
  });
});

describe('the form that comes back', () => {
  it('changes nothing when nothing was written', async () => {
    const school = await world.school({ lastYear: COMPLETE });
    const preview = await previewSpreadsheet(school.principal, school.cardId, await form(school));
    expect(preview).toEqual({ ok: true, value: { version: 1, changes: [], errors: [] } });
  });

  it('shows what would change and stores it all at once', async () => {
    const school = await world.school();
    const bytes = await filled(
      await form(school),
      { A1: 'Да ', A2: 0, A3: '—', B1: true, ...SIGNS },
      { B1: '  Две смены с 2018 года ' },
    );
    const preview = await previewSpreadsheet(school.principal, school.cardId, bytes);
    expect(preview).toMatchObject({ value: { version: 1, errors: [] } });
    expect(
      preview.ok && preview.value.changes.map(({ criterion, answer, note }) => [criterion, answer?.to, note?.to]),
    ).toEqual([
      ['A1', 'yes', undefined],
      ['A2', 'no', undefined],
      ['A3', 'na', undefined],
      ['S1', ['x', 'z'], undefined],
      ['B1', 'yes', 'Две смены с 2018 года'],
    ]);
    expect((await cardNow(school)).answered).toBe(0);
    expect(await applySpreadsheet(school.principal, school.cardId, bytes, NOW)).toMatchObject({
      value: {
        version: 2,
        answered: 5,
        score: { negativeSum: 4, maximum: 6 },
        comments: { B1: 'Две смены с 2018 года' },
      },
    });
  });

  it('names each bad cell by its address and stores nothing', async () => {
    const school = await world.school();
    const blank = await form(school);
    const bytes = await filled(blank, { A1: 'наверное', A2: 'да', 'S1/x': 'н/п', 'S1/y': 'да' });
    const [a1, x, z] = await Promise.all(['A1', 'S1/x', 'S1/z'].map((code) => cellOf(blank, code)));
    const applied = await applySpreadsheet(school.principal, school.cardId, bytes, NOW);
    expect(applied).toMatchObject({ failure: { code: 'INVALID' } });
    expect(applied.ok || applied.failure.errors?.map(({ message }) => message)).toEqual([
      `Лист «Карта», ячейка ${a1}: ожидается «да», «нет» или «не применимо»`,
      `Лист «Карта», ячейка ${x}: ожидается «да» или «нет»`,
      `Лист «Карта», ячейка ${z}: ответьте и по этому признаку: «да» или «нет»`,
    ]);
    expect(await cardNow(school)).toMatchObject({ version: 1, answered: 0 });
  });

  it('takes an answer back when its cell was emptied, and finds lines wherever they were moved', async () => {
    const school = await world.school();
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
    const rows = await rowsOf(await filled(await form(school), { A1: '  ' }));
    const [head, body] = [rows.slice(0, 6), rows.slice(6).reverse()];
    const bytes = await writeXlsx({ sheets: [{ name: CARD_SHEET, rows: [...head, ...body] }] });
    expect(await previewSpreadsheet(school.principal, school.cardId, bytes)).toMatchObject({
      value: { changes: [{ criterion: 'A1', answer: { from: 'yes', to: null } }], errors: [] },
    });
  });

  it('leaves alone what was changed on the portal meanwhile, and warns where both were changed', async () => {
    const school = await world.school();
    const bytes = await filled(await form(school), { A1: 'да', A2: 'да' });
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: { A1: 'na', B1: 'yes' } }, NOW);
    const preview = await previewSpreadsheet(school.principal, school.cardId, bytes);
    expect(preview).toMatchObject({
      value: {
        version: 2,
        changes: [
          { criterion: 'A1', answer: { from: 'na', to: 'yes' }, changedSince: true },
          { criterion: 'A2', answer: { from: null, to: 'yes' }, changedSince: false },
        ],
      },
    });
  });

  it('says which lines are missing, doubled or unknown', async () => {
    const school = await world.school();
    const rows = await rowsOf(await form(school));
    const a1 = rows.find((row) => row[0] === 'A1') ?? [];
    const changed = [...rows.filter((row) => row[0] !== 'B1'), a1, ['ZZ.99', 'Чужой вопрос', null, 'да']];
    const preview = await previewSpreadsheet(
      school.principal,
      school.cardId,
      await writeXlsx({ sheets: [{ name: CARD_SHEET, rows: changed }] }),
    );
    expect(preview.ok && preview.value.errors.map(({ message }) => message)).toEqual([
      'код A1 повторяется, оставьте одну строку',
      'неизвестный код «ZZ.99»',
      'нет строки B1: скачайте бланк заново',
    ]);
  });

  it('refuses the form of another card, other workbooks, and files that are none', async () => {
    const [school, other] = [await world.school(), await world.school()];
    const look = (bytes: Uint8Array) => previewSpreadsheet(school.principal, school.cardId, bytes);
    expect(await look(await form(other))).toMatchObject({
      failure: { code: 'INVALID', detail: expect.stringContaining('другой карты') },
    });
    const strange = await writeXlsx({ sheets: [{ name: 'Лист1', rows: [['Код', '', '', 'Ответ']] }] });
    expect(await look(strange)).toMatchObject({ failure: { code: 'INVALID' } });
    expect(await look(Buffer.from('GIF89a'))).toMatchObject({ failure: { code: 'UNSUPPORTED_TYPE' } });
    expect(await look(new Uint8Array(3 * 1024 * 1024))).toMatchObject({ failure: { code: 'TOO_LARGE' } });
  });

  it('reads a cell in the farthest corner without making room for all between', async () => {
    const school = await world.school();
    const rows = await rowsOf(await form(school));
    const bytes = await writeXlsx({
      sheets: [{ name: CARD_SHEET, rows, cells: new Map([['1048575,16383', { value: 'x', type: 'string' }]]) }],
    });
    const before = Date.now();
    expect(await returnedCard(bytes)).toMatchObject({ ok: true });
    expect(Date.now() - before).toBeLessThan(2_000);
  });
});

describe('an answer that МОЦ verified', () => {
  it('stands in the form as it counts, and gives way to another answer of the school', async () => {
    const school = await world.school();
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
    const submitted = await submitCard(school.principal, school.cardId, {}, NOW);
    const version = submitted.ok ? submitted.value.version : 0;
    const ground = { reason: 'Протокол', source: 'РЦОИ' };
    await verifyAnswer(world.city.staff, school.cardId, 'A2', { version, answer: 'yes', ...ground }, NOW);
    await returnCard(world.city.staff, school.cardId, { comment: 'Проверьте' }, NOW);
    const bytes = await form(school);
    expect((await rowsOf(bytes)).find((row) => row[0] === 'A2')?.[3]).toBe('да');
    expect(await previewSpreadsheet(school.principal, school.cardId, bytes)).toMatchObject({ value: { changes: [] } });
    const applied = await applySpreadsheet(school.principal, school.cardId, await filled(bytes, { A2: 'нет' }), NOW);
    expect(applied).toMatchObject({ value: { answers: { A2: 'no' }, verified: {} } });
  });
});

describe('who may', () => {
  it('is the school alone, while it has the card', async () => {
    const school = await world.school();
    const bytes = await filled(await form(school), { A1: 'да' });
    const { staff } = world.city;
    expect(await applySpreadsheet(staff, school.cardId, bytes, NOW)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    const stranger = (await world.school()).principal;
    expect(await cardSpreadsheet(stranger, school.cardId, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await applySpreadsheet(stranger, school.cardId, bytes, NOW)).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    await saveAnswers(school.principal, school.cardId, { version: 1, answers: COMPLETE }, NOW);
    await submitCard(school.principal, school.cardId, {}, NOW);
    await acceptCard(staff, school.cardId, {}, NOW);
    expect(await applySpreadsheet(school.principal, school.cardId, bytes, NOW)).toMatchObject({
      failure: { code: 'NOT_EDITABLE' },
    });
  });
});
