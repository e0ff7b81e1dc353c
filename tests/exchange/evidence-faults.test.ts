/** What is wrong with values: all rows at once, each by sheet and cell, none of them a fact. */
import { describe, expect, test } from 'vitest';
import type { FactKind } from '@/lib/domain/evidence/facts';
import { templateCsv } from '@/lib/exchange/evidence';
import { bookFile, csvFile, rowXml, sheetXml, told } from './evidence-files';

const header = (kind: FactKind) => templateCsv(kind).slice(1).trimEnd();
const faultsOf = async (kind: FactKind, line: string) => {
  const { faults, facts } = await told(csvFile([header(kind), line]), kind);
  expect(facts).toEqual([]);
  return faults.map(({ cell, message }) => `${cell} ${message}`);
};

describe('a value that is wrong', () => {
  test.each<[FactKind, string, string]>([
    ['VPR_MARKS', '670101;;4;МА;-5;1;1;1;1', 'E2 Стоит «-5», отрицательное число, а нужно целое число от нуля.'],
    ['VPR_MARKS', '670101;;4;МА;4,5;1;1;1;1', 'E2 Стоит «4,5», дробное число, а нужно целое число от нуля.'],
    ['VPR_MARKS', '670101;;4;МА;десять;1;1;1;1', 'E2 Стоит «десять», а нужно целое число от нуля.'],
    ['VPR_MARKS', '670101;;4;МА;10 %;1;1;1;1', 'E2 Стоят проценты, а нужно целое число от нуля.'],
    ['VPR_MARKS', '670101;;4;МА;;1;1;1;1', 'E2 Ячейка пуста: впишите целое число, 0 если никого нет.'],
    [
      'VPR_MARKS',
      '670101;;4;МА;5;1;1;1;1',
      'E2 «2», «3», «4» и «5» вместе дают 4, а указано 5 учеников. Исправьте одно из чисел.',
    ],
    ['VPR_MARKS', '670101;;12;МА;4;1;1;1;1', 'C2 Стоит «12», а нужен класс от 4 до 11.'],
    [
      'VPR_MARKS',
      '670101;;4;Магия;4;1;1;1;1',
      'D2 Стоит «Магия», а нужен предмет полным названием, например «Математика».',
    ],
    ['VPR_MARKS', ';;4;МА;4;1;1;1;1', 'A2 Не названа школа: впишите её код, логин или название.'],
    ['VPR_MARKS', '670101;2019-2021;4;МА;4;1;1;1;1', 'B2 Стоит «2019-2021», а нужен учебный год вида 2019-2020.'],
    ['VPR_TASKS', '670101;;4;МА;1;Б;10;101', 'H2 Стоит «101», больше 100, а нужен процент от 0 до 100.'],
    ['VPR_TASKS', '670101;;4;МА;1;Г;10;50', 'F2 Стоит «Г», а нужно Б, П или В.'],
    [
      'VPR_SCALE',
      ';4;МА;6;6;15;20',
      'D2 Границы должны расти: «3» меньше «4», «4» меньше «5», «5» не больше максимума.',
    ],
    [
      'VPR_JOURNAL',
      '670101;;4;МА;1;5;1;3',
      'H2 Разница в 2 и более больше, чем всех расхождений. Исправьте одно из чисел.',
    ],
    [
      'GIA_AGGREGATE',
      '670101;;ЕГЭ;Математика;;10;50',
      'E2 Для математики ЕГЭ нужен уровень: впишите «база» или «профиль».',
    ],
    [
      'GIA_AGGREGATE',
      '670101;;ЕГЭ;Химия;;10;50;;;;;;11',
      'M2 Не преодолевших минимум больше, чем участников. Исправьте одно из чисел.',
    ],
    [
      'GIA_AGGREGATE',
      '670101;;ОГЭ;Химия;;10;;4;1;1;1;1',
      'F2 «2», «3», «4» и «5» вместе дают 4, а указано 10 учеников. Исправьте одно из чисел.',
    ],
    [
      'OLYMPIAD',
      '670101;;школьный;Физика;3;2;2',
      'F2 Победителей и призёров больше, чем участников. Исправьте одно из чисел.',
    ],
    [
      'OLYMPIAD',
      'регион;;школьный;Физика;3;2;1',
      'A2 Для таких данных строка региона не нужна: удалите её или впишите код школы.',
    ],
    ['OLYMPIAD', '670101;2020;школьный;Физика;3;2;1', 'B2 Стоит «2020», а нужен учебный год вида 2019-2020.'],
    ['CONTEST', '670101;;Конкурс;возможно;город;3;1', 'D2 Стоит «возможно», а нужно да или нет.'],
    [
      'INTERIM',
      '670101;;НОО;100;50;30;20;5',
      'D2 Отметки и неаттестованные вместе дают 105, а указано 100 учеников. Исправьте одно из чисел.',
    ],
    [
      'INTERIM',
      '670101;;НОО;100;50;30;10;5;5;101',
      'J2 С задолженностью больше, чем всего учеников. Исправьте одно из чисел.',
    ],
    [
      'CONTEXT',
      '670101;;100;101',
      'D2 В столбце «Обучающихся 4–11 классов» больше, чем всего обучающихся. Исправьте одно из чисел.',
    ],
    ['MEDALS', '670101;;3;4', 'D2 Подтвердивших больше, чем претендентов. Исправьте одно из чисел.'],
    [
      'OGE_JOURNAL',
      '670101;;Физика;3;4;1;4',
      'G2 Понизивших на 2 и более больше, чем всех понизивших. Исправьте одно из чисел.',
    ],
  ])('%s: %s', async (kind, line, expected) => {
    expect(await faultsOf(kind, line)).toContain(expected);
  });

  test('all faulty rows are told at once, the others are facts', async () => {
    const { faults, facts, rows } = await told(
      csvFile([header('MEDALS'), '1;;2;3', '2;;2;2', ';;x;-1', '', 'Итого;;4;4', '3;;—;1']),
      'MEDALS',
    );
    expect(rows).toBe(4);
    expect(facts.map(({ school }) => school)).toEqual([{ code: '2' }]);
    expect(faults.map(({ cell }) => cell)).toEqual(['D2', 'A4', 'C4', 'D4', 'C7']);
  });
});

describe('workbooks', () => {
  const head = rowXml(1, ['Код школы', 'Претендентов', 'Подтвердили']);

  test('formulas: the value beside is read, without one it is a fault, an error too', async () => {
    const sheet = sheetXml(
      [
        head,
        rowXml(2, ['1', '<c r="B2"><f>1+1</f><v>2</v></c>', 1]),
        rowXml(3, ['2', '<c r="B3"><f>SUM(1,1)</f></c>', 1]),
        rowXml(4, ['3', '<c r="B4" t="e"><v>#REF!</v></c>', 1]),
      ].join(''),
    );
    const { facts, faults } = await told(bookFile([{ xml: sheet }]), 'MEDALS');
    expect(facts).toMatchObject([{ school: { code: '1' }, fact: { candidates: 2, confirmed: 1 } }]);
    expect(faults.map(({ cell, message }) => `${cell} ${message.split('.')[0]}`)).toEqual([
      'B3 В ячейке формула без значения',
      'B4 В ячейке ошибка вычисления',
    ]);
  });

  test('merged cells: in the header they head each column, in the data they are a fault of every row', async () => {
    const sheet = sheetXml(
      [
        rowXml(1, ['Код школы', 'Класс', 'Предмет', 'Участников', 'Получили отметку']),
        rowXml(2, [null, null, null, null, 2, 3, 4, 5]),
        rowXml(3, ['1', 4, 'МА', 10, 1, 2, 3, 4]),
        rowXml(4, ['2', 4, 'МА', 10, 1, 2, 3, 4]),
        rowXml(5, [null, 5, 'МА', 10, 1, 2, 3, 4]),
        rowXml(6, ['3', 4, 'МА', 10, 1, 2, 3, 4]),
        rowXml(7, ['Примечание: заполнил завуч']),
      ].join(''),
      '<mergeCells count="7"><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:C2"/><mergeCell ref="D1:D2"/><mergeCell ref="E1:H1"/><mergeCell ref="A4:A5"/><mergeCell ref="A7:H7"/></mergeCells>',
    );
    const { facts, faults, rows } = await told(bookFile([{ xml: sheet }]), 'VPR_MARKS');
    expect(rows).toBe(4);
    expect(facts.map(({ row }) => row)).toEqual([3, 6]);
    const message = 'Ячейки A4:A5 объединены. Разъедините их и впишите значение в каждую.';
    expect(faults).toContainEqual({ sheet: 'Лист1', cell: 'A4', message });
    expect(faults).toContainEqual({ sheet: 'Лист1', cell: 'A5', message });
  });

  test('dates in place of numbers are a fault, a percent is read as it is shown', async () => {
    const styles = '<styleSheet><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>';
    const tasks = ['Код школы', 'Класс', 'Предмет', 'Задание', 'Уровень', 'Выполнение, %'];
    const sheet = sheetXml(
      [
        rowXml(1, tasks),
        rowXml(2, ['1', 4, 'МА', '1', 'Б', '<c r="F2" s="2"><v>0.675</v></c>']),
        rowXml(3, ['1', 4, 'МА', '2', 'Б', '<c r="F3" s="1"><v>43952</v></c>']),
      ].join(''),
    );
    const { facts, faults } = await told(bookFile([{ xml: sheet }], { 'xl/styles.xml': styles }), 'VPR_TASKS');
    expect(facts).toMatchObject([{ fact: { percent: 67.5 } }]);
    expect(faults).toMatchObject([{ cell: 'F3', message: expect.stringContaining('Здесь дата') }]);
  });

  test('hidden sheets are passed over and told; several sheets are read, each by its headers', async () => {
    const data = (code: string) => sheetXml(head + rowXml(2, [code, 2, 1]));
    const found = await told(
      bookFile([
        { name: 'Март', xml: data('1') },
        { name: 'Скрытый', xml: data('2'), state: 'hidden' },
        { name: 'Апрель', xml: data('3') },
        { name: 'Пояснения', xml: sheetXml(rowXml(1, ['Как заполнять'])) },
      ]),
      'MEDALS',
    );
    expect(found.facts.map(({ sheet, school }) => [sheet, school?.code])).toEqual([
      ['Март', '1'],
      ['Апрель', '3'],
    ]);
    expect(found.notes).toEqual(['Лист скрыт и не прочитан.', 'На листе не найдена строка заголовков, лист пропущен.']);
  });

  test('shared and rich texts, entities, escapes, prefixes', async () => {
    const strings =
      '<sst><si><t>Школа &#171;1&amp;2&#187;_x000D_</t></si><si><r><t>Код </t></r><r><t>школы</t></r><rPh><t>x</t></rPh></si></sst>';
    const sheet = `<x:worksheet xmlns:x="m"><!-- a > b --><x:sheetData><x:row><x:c t="s"><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[Претендентов]]></x:t></x:is></x:c><x:c t="str"><x:v>Подтвердили</x:v></x:c></x:row><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c><x:v>2</x:v></x:c><x:c t="n"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const { facts } = await told(bookFile([{ xml: sheet }], { 'xl/sharedStrings.xml': strings }), 'MEDALS');
    expect(facts).toMatchObject([{ school: { code: 'Школа «1&2»' }, row: 2, fact: { candidates: 2, confirmed: 1 } }]);
  });

  test('a row of column numbers under the header and a header that comes again are no data', async () => {
    const columns = ['Код школы', 'Учебный год', 'Претендентов', 'Подтвердили'];
    const sheet = sheetXml(
      [
        rowXml(1, columns),
        rowXml(2, [1, 2, 3, 4]),
        rowXml(3, ['1', '', 2, 1]),
        rowXml(4, columns),
        rowXml(5, ['2', '', 2, 1]),
      ].join(''),
    );
    const { facts, faults, rows } = await told(bookFile([{ xml: sheet }]), 'MEDALS');
    expect(faults).toEqual([]);
    expect([facts.length, rows]).toEqual([2, 2]);
  });
});
