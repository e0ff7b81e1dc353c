/** Lists are read by indexes: every statement that the portal's own functions send, explained under the application role. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rankingOfRegion } from '@/lib/portal/lists/queries';
import { dashboardMeasures } from '../bench/dashboard-measures';
import type { Measure } from '../bench/measure';
import { type WholeRead, wholeReads } from '../bench/plans';
import { portalMeasures } from '../bench/portal-measures';
import { CLOSED_YEAR, fillScale } from '../bench/scale';
import type { ScaleSize } from '../bench/scale-size';
import { statementsOf } from '../bench/statements';
import { type Viewers, viewersOf } from '../bench/viewers';
import { type TestDatabase, testDatabase } from '../harness/database';

/** Enough for a plan to show what it would be at 40,000 schools: a city has less than a hundredth of the rows. */
const SIZE: ScaleSize = { municipalities: 1000, schools: 12_000, large: 200, city: 43, answered: 30 };
/** Tables with rows for every school; reading a whole one for a city or region would be felt. */
const LARGE = [
  ...['school', 'school_passport', 'account', 'card', 'card_table_score', 'answer', 'card_revision'],
  ...['dispute', 'journal_entry', 'examination', 'examination_part', 'recommendation', 'programme', 'programme_stage'],
  ...['event', 'event_sign_up', 'partnership'],
];

let database: TestDatabase;
let viewers: Viewers;
let measures: Measure[];

beforeAll(async () => {
  database = await testDatabase();
  await fillScale(database.url, SIZE, undefined, true);
  viewers = await viewersOf(SIZE);
  measures = [...portalMeasures(SIZE, viewers), ...dashboardMeasures(viewers)];
});
afterAll(() => database.close());

async function readAsAWhole(name: string): Promise<WholeRead[]> {
  const measure = measures.find((each) => each.name === name);
  if (!measure) throw new Error(`no measure «${name}»`);
  // the first call reads the instrument, which is kept
  await measure.call(0);
  const statements = await statementsOf(async () => measure.call(1));
  expect(statements.length).toBeGreaterThan(3);
  return (await wholeReads(database.url, statements)).filter(({ table }) => LARGE.includes(table));
}

describe('no large table is read as a whole', () => {
  test.each([
    'сессия: кто это, директор',
    'рамка страницы, МОЦ',
    'главная директора',
    'главная МОЦ, 43 школы',
    'карта (API), директор',
    'карта на странице, директор',
    'карта на проверке, МОЦ',
    'сохранение ответа',
    'список карт, 1-я страница, МОЦ, 43 школы',
    'рейтинг (API), 43 школы',
    'страница рейтинга, 43 школы',
    'тепловая карта, 43 школы',
    'доска кампании, 43 школы',
    'страница школы: шапка, МОЦ, 43 школы',
    'страница школы: итоги, МОЦ, 43 школы',
    'страница школы: баллы, МОЦ, 43 школы',
    'движение по спискам, 43 школы',
    'приказы кампании, 43 школы',
    'отчёт о критериях, 43 школы',
    'пересчёт двух лет, 43 школы',
    'рейтинг (API), 1000 школ',
    'школы (API): поиск, МОЦ 1000',
    'список карт, 1-я страница, координатор, 27 муниципалитетов',
    'рейтинг региона, 27 муниципалитетов',
    'обзор региона, 27 муниципалитетов',
    'кампании, 27 муниципалитетов',
    'школы: поиск, 27 муниципалитетов',
    'обзор года: числа, 43 школы',
    'обзор года: числа и анализ, 43 школы',
    'ход работы по школам, 43 школы',
    'цели и показатели, 43 школы',
    'ход поддержки, 27 муниципалитетов',
    'эффективность, 27 муниципалитетов',
    'раннее предупреждение, 27 муниципалитетов',
  ])('%s', async (name) => {
    expect(await readAsAWhole(name)).toEqual([]);
  });

  test('and a search without an index would be seen', async () => {
    const statements = [
      { text: 'BEGIN', values: [] },
      { text: `SELECT set_config('app.role', 'SYSTEM', true)`, values: [] },
      { text: 'SELECT count(*) FROM answer WHERE comment = $1', values: ['нет'] },
      { text: 'COMMIT', values: [] },
    ];
    const found = await wholeReads(database.url, statements);
    expect(found.map(({ table }) => table)).toEqual(['answer', 'answer']);
  });
});

test('a page of the whole country has its rows, and what lies beyond the last one is empty', async () => {
  const asked = { schoolYear: CLOSED_YEAR, track: 'LOW_RESULTS', pageSize: 50 } as const;
  const third = await rankingOfRegion(viewers.coordinator, { ...asked, page: 3 });
  expect(third).toMatchObject({ ok: true, value: { page: 3, total: 12_000 } });
  expect(third.ok && third.value.items).toHaveLength(50);
  const beyond = await rankingOfRegion(viewers.coordinator, { ...asked, page: 241 });
  expect(beyond).toMatchObject({ ok: true, value: { items: [], total: 12_000 } });
});
