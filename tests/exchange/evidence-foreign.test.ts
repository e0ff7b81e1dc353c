/** Tables as others make them: reports of ФИС ОКО, long tables of regions, columns in any order, titles above. */
import { describe, expect, test } from 'vitest';
import { csvFile, fileOf, type Rows, told, xlsxFile } from './evidence-files';

const short = ({ facts }: Awaited<ReturnType<typeof told>>) =>
  facts.map(({ kind, school, schoolYear, fact, row }) => ({ kind, school, schoolYear, row, ...fact }));

const MARKS_REPORT: Rows = [
  ['ВПР 2021. 4 класс'],
  ['Предмет: Математика'],
  ['Дата: 15.03.2021'],
  [],
  ['Группы участников', 'Кол-во ОО', 'Кол-во участников', 2, 3, 4, 5],
  ['Вся выборка', 39000, 1500000, 2.5, 20.5, 43, 34],
  ['Смоленская обл.', 380, 8000, 3, 22, 43, 32],
  ['город Смоленск', 43, 3500, 2, 20, 44, 34],
  ['МБОУ «СШ № 1» г. Смоленска (sch670001)', 1, 27, 3.7, 25.93, 48.15, 22.22],
  ['sch670002', 1, 7, 14.29, 28.57, 28.57, 28.57],
];

describe('reports of ФИС ОКО', () => {
  test('«Статистика по отметкам»: per cent become pupils who add up', async () => {
    const found = await told(await xlsxFile(MARKS_REPORT), 'VPR_MARKS');
    expect(found.faults).toEqual([]);
    const test4 = { kind: 'VPR_MARKS', schoolYear: '2020-2021', grade: 4, subject: 'Математика' };
    expect(short(found)).toEqual([
      { ...test4, school: null, row: 7, participants: 8000, n2: 240, n3: 1760, n4: 3440, n5: 2560 },
      // 27 × 3.7, 25.93, 48.15, 22.22 %: 1, 7, 13, 6
      {
        ...test4,
        school: { login: 'sch670001', name: 'МБОУ «СШ № 1» г. Смоленска' },
        row: 9,
        participants: 27,
        n2: 1,
        n3: 7,
        n4: 13,
        n5: 6,
      },
      { ...test4, school: { login: 'sch670002' }, row: 10, participants: 7, n2: 1, n3: 2, n4: 2, n5: 2 },
    ]);
    expect(found.notes.join(' ')).toContain('Вся выборка пропущена');
    expect(found.notes.join(' ')).toContain('строка муниципалитета пропущена');
  });

  test('per cent that do not make up 100 ± 1 are a fault', async () => {
    const rows = [...MARKS_REPORT.slice(0, 5), ['sch670002', 1, 7, 14.29, 28.57, 28.57, 20]];
    const found = await told(await xlsxFile(rows), 'VPR_MARKS');
    expect(found.facts).toEqual([]);
    expect(found.faults).toEqual([
      { sheet: 'Лист1', cell: 'D6', message: 'Проценты в строке вместе дают 91,4, а должны 100 ± 1. Исправьте их.' },
    ]);
  });

  test('«Распределение первичных баллов»', async () => {
    const found = await told(
      await xlsxFile([
        ['Распределение первичных баллов'],
        ['5 класс, русский язык, 2020/2021'],
        ['Группы участников', 'Кол-во участников', 0, 1, 2, 3, 4],
        ['sch670001', 20, 0, 10, 45, 40, 5],
      ]),
      'VPR_SCORES',
    );
    expect(short(found)).toEqual([
      {
        kind: 'VPR_SCORES',
        school: { login: 'sch670001' },
        schoolYear: '2020-2021',
        row: 4,
        grade: 5,
        subject: 'Русский язык',
        pupils: [0, 2, 9, 8, 1],
      },
    ]);
  });

  test('«Сравнение отметок с отметками по журналу»: three lines under each group', async () => {
    const group = (name: string, [lowered, confirmed, raised, all]: number[]): Rows => [
      [name],
      ['  Понизили (Отметка < Отметка по журналу) %', lowered ?? 0, 1],
      ['  Подтвердили (Отметка = Отметке по журналу) %', confirmed ?? 0, 1],
      ['  Повысили (Отметка > Отметка по журналу) %', raised ?? 0, 1],
      ['  Всего', all ?? 0, 100],
    ];
    const found = await told(
      await xlsxFile([
        ['ВПР 2021 6 класс', null, null],
        ['Предмет:', 'История', null],
        ['Группы участников', 'Кол-во участников', '%'],
        ...group('Вся выборка', [1, 2, 3, 6]),
        ...group('Смоленская область', [1000, 3000, 200, 4200]),
        ...group('sch670001', [12, 10, 1, 23]),
        ...group('sch670002', [1, 1, 1, 4]),
      ]),
      'VPR_JOURNAL',
    );
    const common = { kind: 'VPR_JOURNAL', schoolYear: '2020-2021', grade: 6, subject: 'История', gap2: null };
    expect(short(found)).toEqual([
      { ...common, school: null, row: 9, lowered: 1000, confirmed: 3000, raised: 200 },
      { ...common, school: { login: 'sch670001' }, row: 14, lowered: 12, confirmed: 10, raised: 1 },
    ]);
    expect(found.faults).toMatchObject([
      { cell: 'A19', message: expect.stringContaining('вместе дают 3, а указано всего 4') },
    ]);
  });
});

describe('long tables of regions', () => {
  test('marks: per cent are noticed, since no row adds up to its participants', async () => {
    const found = await told(
      csvFile([
        'Год,Класс,Предмет,Муниципалитет,Логин,ОО,Кол-во участников,2,3,4,5',
        '2022,4,МА,Вяземский,sch670101,СОШ № 1,40,"2,5",20,50,"27,5"',
        '2022,5,РУ,Вяземский,sch670101,СОШ № 1,30,10,40,40,10',
      ]),
      'VPR_MARKS',
    );
    const school = { login: 'sch670101', name: 'СОШ № 1', municipality: 'Вяземский' };
    expect(short(found)).toEqual([
      {
        kind: 'VPR_MARKS',
        school,
        schoolYear: '2021-2022',
        row: 2,
        grade: 4,
        subject: 'Математика',
        participants: 40,
        n2: 1,
        n3: 8,
        n4: 20,
        n5: 11,
      },
      {
        kind: 'VPR_MARKS',
        school,
        schoolYear: '2021-2022',
        row: 3,
        grade: 5,
        subject: 'Русский язык',
        participants: 30,
        n2: 3,
        n3: 12,
        n4: 12,
        n5: 3,
      },
    ]);
  });

  test('one row of counts that happens to add up to 99 stays counts, and is a fault', async () => {
    const found = await told(
      csvFile(['Логин;Класс;Предмет;Участников;2;3;4;5', 'sch670101;4;МА;98;9;30;40;20']),
      'VPR_MARKS',
    );
    expect(found.facts).toEqual([]);
    expect(found.faults).toMatchObject([
      { cell: 'D2', message: expect.stringContaining('вместе дают 99, а указано 98') },
    ]);
  });

  test('markers of ФИОКО, whose total must agree', async () => {
    const found = await told(
      csvFile([
        'Год;Муниципалитет;Логин;ОО;4 РУ;4 МА;5 РУ;5 МА;Количество маркеров',
        '2021;г. Смоленск;sch670001;СШ № 1;1;;;1;2',
        '2021;г. Смоленск;sch670002;СШ № 2;1;;;1;3',
      ]),
      'FIOKO_MARKERS',
    );
    expect(short(found)).toMatchObject([
      { schoolYear: '2020-2021', grade4Russian: 1, grade4Mathematics: 0, grade5Russian: 0, grade5Mathematics: 1 },
    ]);
    expect(found.faults).toMatchObject([{ cell: 'I3', message: expect.stringContaining('дают 2, а указано 3') }]);
  });
});

describe('headers by what they mean', () => {
  test('in another order, in other words, under a title, with columns that nobody knows', async () => {
    const found = await told(
      csvFile([
        'Результаты ЕГЭ, 2020 год;;;;;;',
        ';;;;;;',
        'Наименование ОО;Примечание;Учебный предмет;Форма ГИА;Количество участников;Не преодолели минимальный порог;Средний тестовый балл',
        'Гимназия № 4;;история;ЕГЭ;12;1;61,5',
      ]),
      'GIA_AGGREGATE',
    );
    expect(short(found)).toMatchObject([
      {
        school: { name: 'Гимназия № 4' },
        schoolYear: '2019-2020',
        exam: 'EGE',
        subject: 'История',
        participants: 12,
        belowMinimum: 1,
        meanScore: 61.5,
      },
    ]);
    expect(found.mapping[0]?.columns).toContainEqual({ header: 'Примечание', column: 'B', field: null });
  });

  test('a title that is merged over columns heads each of them', async () => {
    const xlsx = await told(
      await xlsxFile([
        ['Код школы', 'Класс', 'Предмет', 'Участников', 'Получили отметку', null, null, null],
        [null, null, null, null, 2, 3, 4, 5],
        ['670101', 4, 'МА', 10, 1, 2, 3, 4],
      ]),
      'VPR_MARKS',
    );
    // without merging the two lines are two headers, and neither is whole
    expect(xlsx.faults).toMatchObject([{ message: expect.stringContaining('Нет столбцов') }]);
  });

  test('what people explained stands above what we guess', async () => {
    const file = csvFile(['Код школы;Кандидаты;Подтвердили;Претендентов', '670101;5;4;9']);
    expect((await told(file, 'MEDALS')).facts).toMatchObject([{ fact: { candidates: 9 } }]);
    const remembered = new Map([
      ['кандидаты', 'candidates'],
      ['претендентов', null],
    ]);
    expect((await told(file, 'MEDALS', { remembered })).facts).toMatchObject([
      { fact: { candidates: 5, confirmed: 4 } },
    ]);
  });

  test('missing columns are one fault that names them all', async () => {
    const { faults, mapping } = await told(csvFile(['Код школы;Этап;Участников', '670101;школьный;5']), 'OLYMPIAD');
    expect(faults).toEqual([
      {
        sheet: '',
        cell: 'A1',
        message:
          'Нет столбцов: «Предмет», «Победителей», «Призёров». Добавьте их или укажите, какие столбцы это значат.',
      },
    ]);
    expect(mapping).toHaveLength(1);
  });

  test('a file of another kind is refused with its name; within a family the headers decide', async () => {
    const interim = csvFile(['Код школы;Уровень;Всего;5;4;3;2', '670101;НОО;4;1;1;1;1']);
    expect((await told(interim, 'MEDALS')).outcome).toMatchObject({
      failure: {
        code: 'INVALID',
        detail: expect.stringContaining('похоже на «Промежуточная аттестация», а выбрано «Медалисты»'),
        extra: { suggestedKind: 'INTERIM' },
      },
    });
    const scores = await told(csvFile(['Код школы;Класс;Предмет;0;1;2;3', '670101;4;МА;0;1;2;3']), 'VPR_MARKS');
    expect(scores.facts).toMatchObject([{ kind: 'VPR_SCORES' }]);
    expect(scores.notes).toContain('Прочитано как «ВПР: первичные баллы».');
  });

  test('a table without headers is refused with what to do', async () => {
    expect((await told(csvFile(['1;2;3', '4;5;6']), 'MEDALS')).outcome).toMatchObject({
      failure: { code: 'INVALID', detail: expect.stringContaining('Скачайте шаблон') },
    });
    expect((await told(csvFile(['', '']), 'MEDALS')).outcome).toMatchObject({
      failure: { detail: expect.stringContaining('нет заполненных строк') },
    });
  });
});

describe('csv as programs write it', () => {
  // windows-1251 worked by hand: А–я stand at 0xC0…0xFF in the order of Unicode
  const in1251 = (text: string) =>
    Buffer.from(
      [...text].map((letter) => {
        const code = letter.charCodeAt(0);
        if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
        return ({ '№': 0xb9, '«': 0xab, '»': 0xbb, ё: 0xb8 } as Record<string, number>)[letter] ?? code;
      }),
    );

  const lines = 'Школа;Претендентов;Подтвердили\r\nШкола № 1 «Берёзка»;4;3\r\n';
  const expected = [{ school: { name: 'Школа № 1 «Берёзка»' }, fact: { candidates: 4, confirmed: 3 } }];

  test.each([
    ['cp1251', in1251(lines)],
    ['UTF-8 without BOM', Buffer.from(lines)],
    ['UTF-16 little endian', Buffer.from(`\ufeff${lines}`, 'utf16le')],
    ['UTF-16 big endian', Buffer.from(`\ufeff${lines}`, 'utf16le').swap16()],
    ['tabs', Buffer.from(lines.replaceAll(';', '\t'))],
    ['commas and quotes', Buffer.from('Школа,Претендентов,Подтвердили\n"Школа № 1 «Берёзка»","4",3\n')],
    ['sep=', Buffer.from(`sep=;\r\n${lines}`)],
    ['line ends of old Macs', Buffer.from(lines.replaceAll('\r\n', '\r'))],
  ])('%s', async (_, bytes) => {
    expect((await told(fileOf(bytes, 'медали.csv'), 'MEDALS')).facts).toMatchObject(expected);
  });

  test('quotes, line breaks within them and armour against formulas', async () => {
    const file = fileOf('Школа;Претендентов;Подтвердили\n"Школа\n""№ 1""; корпус 2";="4";\'3\n', 'м.csv');
    const { facts, faults } = await told(file, 'MEDALS');
    expect(facts).toEqual([]);
    expect(faults).toMatchObject([{ cell: 'C2', message: "Стоит «'3», а нужно целое число от нуля." }]);
  });

  test('a formula is text', async () => {
    const { faults } = await told(csvFile(['Код школы;Претендентов;Подтвердили', '1;=1+1;0']), 'MEDALS');
    expect(faults).toMatchObject([{ cell: 'B2', message: expect.stringContaining('«=1+1»') }]);
  });
});
