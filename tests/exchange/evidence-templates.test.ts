/** Every kind as its own template writes it: what a row says, worked out by hand. */
import { describe, expect, test } from 'vitest';
import type { FactKind } from '@/lib/domain/evidence/facts';
import { IMPORT_KINDS, isFactKind, PRINCIPAL_IMPORT_KINDS } from '@/lib/domain/evidence/import-kinds';
import { templateColumns, templateCsv } from '@/lib/exchange/evidence';
import { csvFile, type Told, told, xlsxFile } from './evidence-files';

const header = (kind: FactKind) => templateCsv(kind).slice(1).trimEnd();

async function read(kind: FactKind, ...lines: string[]): Promise<Told> {
  const found = await told(csvFile([header(kind), ...lines]), kind);
  expect(found.outcome).toEqual({ ok: true, value: undefined });
  expect(found.faults).toEqual([]);
  return found;
}

const factsOf = async (kind: FactKind, ...lines: string[]) =>
  (await read(kind, ...lines)).facts.map(({ school, schoolYear, fact }) => ({ school, schoolYear, ...fact }));

const of = (code: string, schoolYear = '2019-2020') => ({ school: { code }, schoolYear });

describe('templates', () => {
  test('are the columns of the contract', () => {
    const columns = Object.fromEntries(IMPORT_KINDS.filter(isFactKind).map((kind) => [kind, header(kind)]));
    expect(columns).toMatchObject({
      GIA_AGGREGATE:
        'Код школы;Учебный год;Экзамен;Предмет;Уровень;Участников;Средний балл;Средняя отметка;«2»;«3»;«4»;«5»;Ниже минимума;81–99;100',
      VPR_MARKS: 'Код школы;Учебный год;Класс;Предмет;Участников;«2»;«3»;«4»;«5»',
      VPR_SCALE: 'Учебный год;Класс;Предмет;Минимум «3»;Минимум «4»;Минимум «5»;Максимум',
      VPR_JOURNAL: 'Код школы;Учебный год;Класс;Предмет;Понизили;Подтвердили;Повысили;Разница 2 и более',
      VPR_TASKS: 'Код школы;Учебный год;Класс;Предмет;Задание;Уровень;Участников;Выполнение, %',
      OLYMPIAD: 'Код школы;Учебный год;Этап;Предмет;Участников;Победителей;Призёров',
      CONTEST: 'Код школы;Учебный год;Конкурс;Организатор — орган власти;Уровень;Участников;Призовых мест',
      INTERIM:
        'Код школы;Учебный год;Уровень;Всего;«5»;«4»;«3»;«2»;Не аттестовано;Академическая задолженность;Переведены условно;Повторное обучение',
      FIOKO_MARKERS: 'Код школы;Учебный год;4 РУ;4 МА;5 РУ;5 МА',
      MEDALS: 'Код школы;Учебный год;Претендентов;Подтвердили',
      OGE_JOURNAL: 'Код школы;Учебный год;Предмет;Понизили;Подтвердили;Повысили;Понизили на 2 и более',
    });
    expect(columns.VPR_SCORES).toMatch(/^Код школы;Учебный год;Класс;Предмет;0;1;2;3;/);
    expect(columns.CONTEXT).toContain('Обучающихся 4–11 классов');
    expect(columns.CONTEXT?.split(';')).toHaveLength(27);
  });

  test.each(IMPORT_KINDS.filter(isFactKind))(
    '%s is recognised by its own header, every column by itself',
    async (kind) => {
      const { mapping, outcome, faults } = await told(csvFile([header(kind)]), kind);
      expect(outcome.ok).toBe(true);
      expect(faults).toEqual([]);
      expect(mapping[0]?.columns.map(({ field }) => field)).toEqual(templateColumns(kind).map(({ field }) => field));
    },
  );

  test('principals bring in what their school knows itself', () => {
    expect([...PRINCIPAL_IMPORT_KINDS].sort()).toEqual(['CONTEST', 'CONTEXT', 'INTERIM', 'OLYMPIAD']);
  });
});

describe('a row of each kind', () => {
  test('GIA_AGGREGATE', async () => {
    const marks = { n2: null, n3: null, n4: null, n5: null };
    expect(
      await factsOf(
        'GIA_AGGREGATE',
        '670101;2019-2020;ОГЭ;Русский язык;;50;;3,9;5;10;20;15;5;;',
        '670101;2019/20;ЕГЭ;Математика;профиль;20;54,35;;;;;;2;1;0',
        'регион;2019-2020;егэ;математика;база;1 234;;4,1;;;;;12;;',
      ),
    ).toEqual([
      {
        ...of('670101'),
        exam: 'OGE',
        subject: 'Русский язык',
        level: null,
        participants: 50,
        meanScore: null,
        meanMark: 3.9,
        n2: 5,
        n3: 10,
        n4: 20,
        n5: 15,
        belowMinimum: 5,
        n81to99: null,
        n100: null,
      },
      {
        ...of('670101'),
        exam: 'EGE',
        subject: 'Математика',
        level: 'PROFILE',
        participants: 20,
        meanScore: 54.35,
        meanMark: null,
        ...marks,
        belowMinimum: 2,
        n81to99: 1,
        n100: 0,
      },
      {
        school: null,
        schoolYear: '2019-2020',
        exam: 'EGE',
        subject: 'Математика',
        level: 'BASIC',
        participants: 1234,
        meanScore: null,
        meanMark: 4.1,
        ...marks,
        belowMinimum: 12,
        n81to99: null,
        n100: null,
      },
    ]);
  });

  test('VPR_MARKS, whose bare year is the spring of it', async () => {
    const found = await read('VPR_MARKS', '670101;2020;4 класс;МА;25;2;8;10;5');
    expect(found.facts).toEqual([
      {
        kind: 'VPR_MARKS',
        ...of('670101'),
        sheet: '',
        row: 2,
        fact: { grade: 4, subject: 'Математика', participants: 25, n2: 2, n3: 8, n4: 10, n5: 5 },
      },
    ]);
    expect(found.notes).toEqual(['Год 2020 прочитан как 2019-2020 учебный год (весна 2020).']);
  });

  test('VPR_SCORES: empty columns at the end are scores that the test does not have', async () => {
    const facts = await factsOf(
      'VPR_SCORES',
      '670101;;5;Русский язык;0;1;;3;2',
      'Регион;2019-2020;5;Русский язык;1;2;3',
    );
    expect(facts).toEqual([
      { ...of('670101', '2020-2021'), grade: 5, subject: 'Русский язык', pupils: [0, 1, 0, 3, 2] },
      { school: null, schoolYear: '2019-2020', grade: 5, subject: 'Русский язык', pupils: [1, 2, 3] },
    ]);
  });

  test('VPR_SCALE, of nobody', async () => {
    expect(await factsOf('VPR_SCALE', '2021-2022;4;Математика;6;10;15;20')).toEqual([
      {
        school: null,
        schoolYear: '2021-2022',
        grade: 4,
        subject: 'Математика',
        from3: 6,
        from4: 10,
        from5: 15,
        maximum: 20,
      },
    ]);
  });

  test('VPR_JOURNAL', async () => {
    expect(
      await factsOf('VPR_JOURNAL', '670101;2019-2020;6;История;5;14;1;2', '670102;2019-2020;6;История;5;14;1;'),
    ).toEqual([
      { ...of('670101'), grade: 6, subject: 'История', lowered: 5, confirmed: 14, raised: 1, gap2: 2 },
      { ...of('670102'), grade: 6, subject: 'История', lowered: 5, confirmed: 14, raised: 1, gap2: null },
    ]);
  });

  test('VPR_TASKS', async () => {
    expect(
      await factsOf(
        'VPR_TASKS',
        '670101;2019-2020;6;Математика;2.1;Б;20;67,5',
        'регион;2019-2020;6;Математика;9;повышенный;—;30',
      ),
    ).toEqual([
      { ...of('670101'), grade: 6, subject: 'Математика', task: '2.1', level: 'Б', participants: 20, percent: 67.5 },
      {
        school: null,
        schoolYear: '2019-2020',
        grade: 6,
        subject: 'Математика',
        task: '9',
        level: 'П',
        participants: null,
        percent: 30,
      },
    ]);
  });

  test('OLYMPIAD', async () => {
    expect(
      await factsOf(
        'OLYMPIAD',
        '670101;2019-2020;муниципальный;Физика;12;1;3',
        '670101;2019-2020;Школьный этап;Все предметы;300;20;40',
      ),
    ).toEqual([
      { ...of('670101'), stage: 'MUNICIPAL', subject: 'Физика', participants: 12, winners: 1, prizeWinners: 3 },
      { ...of('670101'), stage: 'SCHOOL', subject: 'Все предметы', participants: 300, winners: 20, prizeWinners: 40 },
    ]);
  });

  test('CONTEST', async () => {
    expect(await factsOf('CONTEST', '670101;2019-2020;Живая классика;Да;муниципальный;5;1')).toEqual([
      {
        ...of('670101'),
        name: 'Живая классика',
        byAuthority: true,
        level: 'муниципальный',
        participants: 5,
        prizes: 1,
      },
    ]);
  });

  test('INTERIM', async () => {
    expect(await factsOf('INTERIM', '670101;2019-2020;ООО;100;10;40;45;3;2;5;4;1')).toEqual([
      {
        ...of('670101'),
        level: 'OOO',
        total: 100,
        n5: 10,
        n4: 40,
        n3: 45,
        n2: 3,
        notAttested: 2,
        academicDebt: 5,
        conditionallyPromoted: 4,
        repeatYear: 1,
      },
    ]);
  });

  test('CONTEXT: what is not known is null, what is none is 0', async () => {
    const [fact] = await factsOf('CONTEXT', '670101;2019-2020;620;480;25;2;100;;;0');
    expect(fact).toMatchObject({
      ...of('670101'),
      pupils: 620,
      pupils4to11: 480,
      classes: 25,
      shifts: 2,
      singleParent: 100,
      lowIncome: null,
      largeFamilies: null,
      socialRisk: 0,
      speechTherapist: null,
    });
  });

  test('FIOKO_MARKERS: an empty cell is no marker', async () => {
    expect(await factsOf('FIOKO_MARKERS', 'sch670001;2020;1;;2;0')).toEqual([
      {
        school: { login: 'sch670001' },
        schoolYear: '2019-2020',
        grade4Russian: 1,
        grade4Mathematics: 0,
        grade5Russian: 2,
        grade5Mathematics: 0,
      },
    ]);
  });

  test('MEDALS and OGE_JOURNAL', async () => {
    expect(await factsOf('MEDALS', '670101;2019-2020;4;3')).toEqual([{ ...of('670101'), candidates: 4, confirmed: 3 }]);
    expect(await factsOf('OGE_JOURNAL', '670101;2019-2020;Математика;20;25;5;4')).toEqual([
      { ...of('670101'), subject: 'Математика', lowered: 20, confirmed: 25, raised: 5, lowered2: 4 },
    ]);
  });

  test('the same from a workbook, with numbers as numbers', async () => {
    const file = await xlsxFile([
      header('VPR_MARKS').split(';'),
      [670101, '2019-2020', 4, 'Математика', 25, 2, 8, 10, 5],
    ]);
    const { facts } = await told(file, 'VPR_MARKS');
    expect(facts).toEqual([
      {
        kind: 'VPR_MARKS',
        ...of('670101'),
        sheet: 'Лист1',
        row: 2,
        fact: { grade: 4, subject: 'Математика', participants: 25, n2: 2, n3: 8, n4: 10, n5: 5 },
      },
    ]);
  });
});
