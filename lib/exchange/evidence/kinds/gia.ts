/** Итоги ОГЭ и ЕГЭ by school, and year marks of grade 9 against ОГЭ. domain.md 8.2, 2.4 (S7, S8) */
import type { Exam, ExamLevel, GiaFact } from '@/lib/domain/evidence/facts';
import { byRow, YEAR_COLUMN } from '../by-row';
import { column } from '../columns';
import type { Layout } from '../layout';
import { SCHOOL_COLUMNS } from '../school-text';

const EXAMS: ReadonlyMap<string, Exam> = new Map([
  ['огэ', 'OGE'],
  ['oge', 'OGE'],
  ['гиа-9', 'OGE'],
  ['гиа 9', 'OGE'],
  ['егэ', 'EGE'],
  ['ege', 'EGE'],
  ['гиа-11', 'EGE'],
  ['гиа 11', 'EGE'],
]);

const LEVELS: ReadonlyMap<string, ExamLevel | null> = new Map([
  ['база', 'BASIC'],
  ['базовый', 'BASIC'],
  ['базовая', 'BASIC'],
  ['б', 'BASIC'],
  ['профиль', 'PROFILE'],
  ['профильный', 'PROFILE'],
  ['профильная', 'PROFILE'],
  ['п', 'PROFILE'],
  ['', null],
  ['-', null],
  ['—', null],
]);

export const SUBJECT_COLUMN = column('subject', 'Предмет', 'Название предмета.', {
  obligatory: true,
  same: ['Учебный предмет', 'Наименование предмета', 'Дисциплина', 'subject'],
});

export const PARTICIPANTS_COLUMN = column('participants', 'Участников', 'Сколько учеников участвовали.', {
  obligatory: true,
  same: [
    'Участники',
    'Кол-во участников',
    'Количество участников',
    'Число участников',
    'Всего участников',
    'Писали',
    'Сдавали',
  ],
  within: [
    'кол во участников',
    'количество участников',
    'число участников',
    'участников всего',
    'писали работу',
    'участник',
  ],
});

export function markColumn(mark: 2 | 3 | 4 | 5, obligatory: boolean) {
  return column(`n${mark}`, `«${mark}»`, `Сколько учеников получили «${mark}».`, {
    obligatory,
    same: [
      `Отметка ${mark}`,
      `Оценка ${mark}`,
      `Получили ${mark}`,
      `На ${mark}`,
      `Кол-во ${mark}`,
      `Отметок ${mark}`,
      `Количество ${mark}`,
      `n${mark}`,
    ],
  });
}

const GIA_COLUMNS = [
  ...SCHOOL_COLUMNS,
  YEAR_COLUMN,
  column('exam', 'Экзамен', 'ОГЭ или ЕГЭ.', {
    obligatory: true,
    same: ['Форма', 'Форма ГИА', 'Вид экзамена', 'Форма экзамена', 'ГИА', 'exam'],
  }),
  SUBJECT_COLUMN,
  column('level', 'Уровень', 'Для математики ЕГЭ: база или профиль.', {
    same: ['Уровень экзамена', 'Уровень (база, профиль)'],
  }),
  PARTICIPANTS_COLUMN,
  column('meanScore', 'Средний балл', 'ЕГЭ: средний тестовый балл, 0–100.', { same: ['Средний тестовый балл'] }),
  column('meanMark', 'Средняя отметка', 'ОГЭ и базовая математика: 2–5.', { same: ['Средняя оценка', 'Ср. отметка'] }),
  ...([2, 3, 4, 5] as const).map((mark) => markColumn(mark, false)),
  column('belowMinimum', 'Ниже минимума', 'Сколько учеников не преодолели минимальный порог.', {
    same: ['Не сдали', 'Не преодолели порог'],
    within: ['ниже минимальн', 'не преодолел', 'ниже порог', 'ниже минимум'],
  }),
  column('n81to99', '81–99', 'Сколько учеников набрали от 81 до 99 баллов.', {
    same: ['От 81 до 99', '81-99 баллов', 'От 81 до 99 баллов'],
  }),
  column('n100', '100', 'Сколько учеников набрали 100 баллов.', {
    same: ['100 баллов', 'Стобалльников', 'Стобалльники'],
  }),
];

export const GIA_AGGREGATE: Layout = {
  kind: 'GIA_AGGREGATE',
  schools: true,
  columns: GIA_COLUMNS,
  reader: byRow(
    'GIA_AGGREGATE',
    (reader): GiaFact | null => {
      const exam = reader.choice('exam', EXAMS, 'ОГЭ или ЕГЭ');
      const subject = reader.subject();
      const level = exam === 'EGE' && subject === 'Математика' ? mathematicsLevel(reader) : null;
      const participants = reader.count('participants');
      const marks = {
        n2: reader.optionalCount('n2'),
        n3: reader.optionalCount('n3'),
        n4: reader.optionalCount('n4'),
        n5: reader.optionalCount('n5'),
      };
      const high = { n81to99: reader.optionalCount('n81to99'), n100: reader.optionalCount('n100') };
      const belowMinimum = reader.optionalCount('belowMinimum');
      const meanScore = reader.number('meanScore', 100, 'нужен балл от 0 до 100');
      const meanMark = reader.number('meanMark', 5, 'нужна отметка от 2 до 5');
      if (meanMark !== null && meanMark < 2)
        reader.fault('meanMark', 'Средняя отметка меньше 2: впишите отметку от 2 до 5.');
      if (!exam || !subject || participants === null) return null;
      const given = Object.values(marks).filter((count) => count !== null);
      const sum = given.reduce((all, count) => all + count, 0);
      if (given.length === 4 ? sum !== participants : sum > participants) {
        return reader.sumFault('participants', sum, participants, '«2», «3», «4» и «5»');
      }
      reader.atMost(
        'belowMinimum',
        belowMinimum,
        participants,
        'Не преодолевших минимум больше, чем участников. Исправьте одно из чисел.',
      );
      reader.atMost(
        'n81to99',
        (high.n81to99 ?? 0) + (high.n100 ?? 0),
        participants,
        'Высоких баллов больше, чем участников. Исправьте одно из чисел.',
      );
      return { exam, subject, level, participants, meanScore, meanMark, ...marks, belowMinimum, ...high };
    },
    { region: true, bareYears: true },
  ),
};

function mathematicsLevel(reader: Parameters<Parameters<typeof byRow>[1]>[0]): ExamLevel | null {
  const level = reader.choice('level', LEVELS, 'база или профиль');
  const isTold = level !== null || reader.text('level') !== '';
  return isTold
    ? level
    : reader.fault(
        reader.has('level') ? 'level' : 'subject',
        'Для математики ЕГЭ нужен уровень: впишите «база» или «профиль».',
      );
}

export const JOURNAL_COUNTS = [
  column('lowered', 'Понизили', 'Сколько учеников получили отметку ниже, чем в журнале.', {
    obligatory: true,
    within: ['понизили'],
  }),
  column('confirmed', 'Подтвердили', 'Сколько учеников получили ту же отметку.', {
    obligatory: true,
    within: ['подтвердили'],
  }),
  column('raised', 'Повысили', 'Сколько учеников получили отметку выше, чем в журнале.', {
    obligatory: true,
    within: ['повысили'],
  }),
];

export const OGE_JOURNAL: Layout = {
  kind: 'OGE_JOURNAL',
  schools: true,
  columns: [
    ...SCHOOL_COLUMNS,
    YEAR_COLUMN,
    SUBJECT_COLUMN,
    ...JOURNAL_COUNTS,
    column('lowered2', 'Понизили на 2 и более', 'Из понизивших: на две отметки и больше; можно не заполнять.', {
      within: ['понизили на 2', 'понизили на две'],
    }),
  ],
  // the same counts of ВПР have a grade
  fits: (at) => !at.has('grade'),
  reader: byRow(
    'OGE_JOURNAL',
    (reader) => {
      const subject = reader.subject();
      const [lowered, confirmed, raised] = [reader.count('lowered'), reader.count('confirmed'), reader.count('raised')];
      const lowered2 = reader.optionalCount('lowered2');
      reader.atMost(
        'lowered2',
        lowered2,
        lowered,
        'Понизивших на 2 и более больше, чем всех понизивших. Исправьте одно из чисел.',
      );
      if (!subject || lowered === null || confirmed === null || raised === null) return null;
      return { subject, lowered, confirmed, raised, lowered2 };
    },
    { region: true, bareYears: true },
  ),
};

export const MEDALS: Layout = {
  kind: 'MEDALS',
  schools: true,
  columns: [
    ...SCHOOL_COLUMNS,
    YEAR_COLUMN,
    column('candidates', 'Претендентов', 'Сколько учеников претендовали на медаль.', {
      obligatory: true,
      within: ['претендент'],
    }),
    column('confirmed', 'Подтвердили', 'Сколько из них подтвердили её результатами ЕГЭ.', {
      obligatory: true,
      within: ['подтвердили'],
    }),
  ],
  reader: byRow(
    'MEDALS',
    (reader) => {
      const [candidates, confirmed] = [reader.count('candidates'), reader.count('confirmed')];
      reader.atMost(
        'confirmed',
        confirmed,
        candidates,
        'Подтвердивших больше, чем претендентов. Исправьте одно из чисел.',
      );
      return candidates === null || confirmed === null ? null : { candidates, confirmed };
    },
    { region: true, bareYears: true },
  ),
};
