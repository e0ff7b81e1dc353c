/** Protocols: lines of pupils become counts of schools; a name goes nowhere. */
import { describe, expect, test } from 'vitest';
import { scaleKey } from '@/lib/exchange/evidence';
import { type Rows, type Told, told, xlsxFile } from './evidence-files';

const NAMES = ['Иванов', 'Пётр', 'Сергеевич', 'Смирнова', 'Анна', 'Викторовна', 'Кузнецов', 'Олег', 'Орлова', 'Дарья'];
const HEADER = ['Код МСУ', 'Код ОО', 'Класс', 'Код ППЭ', 'Аудитория', 'Фамилия', 'Имя', 'Отчество', 'Серия', 'Номер'];

const pupil = (
  code: number | string,
  grade: number | string,
  surname: number,
  ...results: (string | number | null)[]
) => [
  1,
  code,
  grade,
  101,
  '0005',
  NAMES[surname] ?? '',
  NAMES[surname + 1] ?? '',
  'Сергеевич',
  '6612',
  345678,
  ...results,
];

const EGE: Rows = [
  ['01', 'Русский язык', null, null, null, null, null, null, null, '28.05.2024'],
  [...HEADER, 'Задания с кратким ответом', 'Задания с развёрнутым ответом', 'Первичный балл', 'Балл'],
  pupil(670101, '11А', 0, '++-+1', '3210', 40, 72),
  pupil(670101, 11, 3, '+---0', '0000', 10, 22),
  pupil(670101, 11, 6, '+++++', '3333', 50, 100),
  pupil(670102, 11, 8, '+++++', '3333', 49, 81),
  pupil(670102, 11, 8, '', '', null, null),
  pupil(670102, 11, 8, '', '', null, 'неявка'),
];

function expectNoNames(found: Told): void {
  const said = JSON.stringify(found);
  for (const name of NAMES) expect(said).not.toContain(name);
  expect(said).not.toContain('345678');
}

describe('a protocol of ГИА', () => {
  test('becomes results of schools; who did not come does not count', async () => {
    const found = await told(await xlsxFile(EGE), 'GIA_PROTOCOL');
    const common = {
      exam: 'EGE',
      subject: 'Русский язык',
      level: null,
      meanMark: null,
      n2: null,
      n3: null,
      n4: null,
      n5: null,
    };
    expect(found.faults).toEqual([]);
    expect(found.rows).toBe(6);
    expect(found.facts).toEqual([
      {
        kind: 'GIA_AGGREGATE',
        schoolYear: '2023-2024',
        school: { code: '670101' },
        sheet: 'Лист1',
        row: 3,
        // (72 + 22 + 100) / 3; 22 < 24
        fact: { ...common, participants: 3, meanScore: 64.67, belowMinimum: 1, n81to99: 0, n100: 1 },
      },
      {
        kind: 'GIA_AGGREGATE',
        schoolYear: '2023-2024',
        school: { code: '670102' },
        sheet: 'Лист1',
        row: 6,
        fact: { ...common, participants: 1, meanScore: 81, belowMinimum: 0, n81to99: 1, n100: 0 },
      },
    ]);
    expect(found.notes.join()).toContain('2025-2026');
    expectNoNames(found);
  });

  test('of ОГЭ counts marks', async () => {
    const rows: Rows = [
      ['02 Математика 06.06.2023'],
      [...HEADER, 'Первичный балл', 'Балл'],
      ...[5, 4, 4, 3, 2, 2].map((mark, index) => pupil('670101', '9Б', index, mark * 4, mark)),
    ];
    const { facts, faults } = await told(await xlsxFile(rows), 'GIA_PROTOCOL');
    expect(faults).toEqual([]);
    expect(facts).toMatchObject([
      {
        schoolYear: '2022-2023',
        fact: {
          exam: 'OGE',
          subject: 'Математика',
          level: null,
          participants: 6,
          meanMark: 3.33,
          n2: 2,
          n3: 1,
          n4: 2,
          n5: 1,
          belowMinimum: 2,
        },
      },
    ]);
  });

  test.each([
    ['22', 'Математика базовая', { level: 'BASIC', meanMark: 4, n3: 1, n5: 1, meanScore: null }, [3, 5]],
    ['02', 'Математика профильная', { level: 'PROFILE', meanScore: 50, belowMinimum: 1, meanMark: null }, [26, 74]],
  ])('%s %s', async (code, title, expected, results) => {
    const rows: Rows = [
      [`${code} ${title} 2023.06.01`],
      [...HEADER, 'Первичный балл', 'Балл'],
      ...results.map((result, index) => pupil('670101', 11, index, 1, result)),
    ];
    const { facts } = await told(await xlsxFile(rows), 'GIA_PROTOCOL');
    expect(facts).toMatchObject([{ fact: { exam: 'EGE', subject: 'Математика', participants: 2, ...expected } }]);
  });

  test('its faults name the cell and never what stands there', async () => {
    const found = await told(
      await xlsxFile([
        ...EGE.slice(0, 2),
        // a column slipped: the name stands where the result should
        pupil(670101, 11, 0, '+', '0', 10, 'Иванов'),
        pupil(670101, 'Смирнова', 3, '+', '0', 10, 50),
        pupil('', 11, 3, '+', '0', 10, 50),
        pupil(670102, 11, 3, '+', '0', 10, 150),
        pupil(670103, 11, 3, '+', '0', 10, 50),
      ]),
      'GIA_PROTOCOL',
    );
    expect(found.faults.map(({ cell, message }) => `${cell} ${message}`)).toEqual([
      'N3 Значение не подходит, а нужно целое число от нуля.',
      'C4 Здесь нужен класс: 9 для ОГЭ, 11 для ЕГЭ.',
      'B5 Нет кода школы: впишите код ОО.',
      'N6 Значение не подходит, больше 100, а нужно целое число от нуля.',
      'A3 Итоги этой школы не посчитаны: в её строках есть ошибки. Исправьте их и загрузите файл снова.',
      'A6 Итоги этой школы не посчитаны: в её строках есть ошибки. Исправьте их и загрузите файл снова.',
    ]);
    expect(found.facts.map(({ school }) => school)).toEqual([{ code: '670103' }]);
    expectNoNames(found);
  });

  test('is refused as anything else, since its file would be kept', async () => {
    const found = await told(await xlsxFile(EGE), 'GIA_AGGREGATE');
    expect(found.outcome).toMatchObject({
      failure: {
        code: 'INVALID',
        detail: expect.stringContaining('похоже на «Протокол ГИА из РЦОИ»'),
        extra: { suggestedKind: 'GIA_PROTOCOL' },
      },
    });
    expect(found.facts).toEqual([]);
    expectNoNames(found);
  });

  test('without a subject in the title, or of ГВЭ, gives one fault', async () => {
    const untitled = await told(await xlsxFile([['Протокол'], ...EGE.slice(1)]), 'GIA_PROTOCOL');
    expect(untitled.faults).toMatchObject([{ cell: 'A1', message: expect.stringContaining('не назван предмет') }]);
    const gve = await told(await xlsxFile([['51 ГВЭ 28.05.2024'], ...EGE.slice(1)]), 'GIA_PROTOCOL');
    expect(gve.faults).toMatchObject([{ cell: 'A1', message: expect.stringContaining('ГВЭ') }]);
  });

  test('a table with a column of names is refused whatever it was taken for', async () => {
    const rows: Rows = [
      ['Код школы', 'Претендентов', 'Подтвердили', 'ФИО выпускника'],
      ['670101', 1, 1, 'Иванов Пётр'],
    ];
    const found = await told(await xlsxFile(rows), 'MEDALS');
    expect(found.outcome).toMatchObject({
      failure: { code: 'INVALID', detail: expect.stringContaining('с именами людей') },
    });
    expectNoNames(found);
  });
});

describe('a protocol of ВПР', () => {
  const NEW: Rows = [
    [
      'Код участника',
      'Вариант',
      '1 (1б, Б)',
      '2 (2б, П)',
      '3 (1б)',
      'Порядковый номер класса',
      'Пол',
      'Отметка за предыдущую четверть',
      'Итого баллов',
    ],
    [40001, 1, 1, 2, 1, 1, 'Ж', 5, 4],
    [40002, 2, 1, 0, 'х', 1, 'М', 4, 1],
    [40003, 1, 0, 1, 0, 2, 'М', 2, 1],
    [40004, 'не присутствовал', null, null, null, 2, 'М', 3, null],
  ];

  test('becomes scores, and completion of tasks whose level the file tells', async () => {
    const found = await told(await xlsxFile(NEW, 'sch670001_ВПР 2021_4 МА.xlsx'), 'VPR_PROTOCOL');
    const common = { schoolYear: '2020-2021', school: { login: 'sch670001' }, sheet: 'Лист1', row: 2 };
    const test4 = { grade: 4, subject: 'Математика' };
    expect(found.faults).toEqual([]);
    expect(found.facts).toEqual([
      // the greatest score is what the headers of the tasks make together
      { ...common, kind: 'VPR_SCORES', fact: { ...test4, pupils: [0, 2, 0, 0, 1] } },
      { ...common, kind: 'VPR_TASKS', fact: { ...test4, task: '1', level: 'Б', participants: 3, percent: 66.67 } },
      { ...common, kind: 'VPR_TASKS', fact: { ...test4, task: '2', level: 'П', participants: 3, percent: 50 } },
    ]);
  });

  test('with the official scale also marks and the comparison with the journal', async () => {
    const scale = { grade: 4, subject: 'Математика', from3: 1, from4: 3, from5: 4, maximum: 4 };
    const scales = new Map([[scaleKey('2020-2021', 4, 'Математика'), scale]]);
    const { facts } = await told(await xlsxFile(NEW, 'sch670001 4 МА.xlsx'), 'VPR_PROTOCOL', { scales });
    const test4 = { grade: 4, subject: 'Математика' };
    // 5 → 5, 4 → 3, 2 → 3
    expect(facts.slice(-2).map(({ kind, fact }) => ({ kind, ...fact }))).toEqual([
      { kind: 'VPR_MARKS', ...test4, participants: 3, n2: 0, n3: 2, n4: 0, n5: 1 },
      { kind: 'VPR_JOURNAL', ...test4, lowered: 1, confirmed: 1, raised: 1, gap2: 0 },
    ]);
  });

  test('of 2022 names the school in every line, as edu…', async () => {
    const rows: Rows = [
      ['Протокол ВПР 2022', 'Русский язык', '5 класс'],
      [
        'Пользователь',
        'Код',
        'Пол',
        'Отметка за предыдущий триместр/ четверть/полугодие',
        'Вариант',
        '1',
        '2',
        'Наименование класса',
        'Учебник',
      ],
      ['edu670001', 1, 'м', 4, 1, 2, 3, '5А', 'А'],
      ['edu670002', 1, 'ж', 4, 2, 1, 1, '5Б', 'А'],
      ['edu670002', 2, 'ж', 4, 'отсутствовал', null, null, '5Б', 'А'],
    ];
    const { facts, faults } = await told(await xlsxFile(rows, 'Протокол 2022.xlsx'), 'VPR_PROTOCOL');
    expect(faults).toEqual([]);
    expect(facts.map(({ kind, school, schoolYear, fact }) => ({ kind, school, schoolYear, ...fact }))).toEqual([
      {
        kind: 'VPR_SCORES',
        school: { login: 'sch670001' },
        schoolYear: '2021-2022',
        grade: 5,
        subject: 'Русский язык',
        pupils: [0, 0, 0, 0, 0, 1],
      },
      {
        kind: 'VPR_SCORES',
        school: { login: 'sch670002' },
        schoolYear: '2021-2022',
        grade: 5,
        subject: 'Русский язык',
        pupils: [0, 0, 1],
      },
    ]);
  });

  test('of 2020', async () => {
    const rows: Rows = [
      ['user', 'sum', 'klass', 'code', 'gender', 'otc', 'a-1-grade', 'a-2_1-grade', 'Учебник'],
      ['edu670001', 3, 6, 'x1', 'm', 4, 1, 2, ''],
      ['edu670001', 1, 6, 'x2', 'f', 3, 0, 1, ''],
    ];
    const { facts, faults } = await told(await xlsxFile(rows, '6 класс История 2020.xlsx'), 'VPR_PROTOCOL');
    expect(faults).toEqual([]);
    expect(facts).toMatchObject([
      // the year of the import stands above the name of the file
      { schoolYear: '2020-2021', fact: { grade: 6, subject: 'История', pupils: [0, 1, 0, 1] } },
    ]);
  });

  test('a total that its tasks do not make, and a school that nobody names', async () => {
    const wrong = await told(
      await xlsxFile([NEW[0] ?? [], [40001, 1, 1, 2, 1, 1, 'Ж', 5, 3]], 'sch670001 4 МА.xlsx'),
      'VPR_PROTOCOL',
    );
    expect(wrong.facts).toEqual([]);
    expect(wrong.faults[0]).toMatchObject({ cell: 'I2', message: expect.stringContaining('дают 4, а указано 3') });
    const nobody = await told(await xlsxFile(NEW, '4 класс математика.xlsx'), 'VPR_PROTOCOL');
    expect(nobody.facts).toEqual([]);
    expect(nobody.faults[0]).toMatchObject({ message: expect.stringContaining('Не названа школа') });
    const named = await told(await xlsxFile(NEW, '4 класс математика.xlsx'), 'VPR_PROTOCOL', {
      school: { code: '670101' },
    });
    expect(named.facts[0]).toMatchObject({ school: { code: '670101' } });
  });
});
