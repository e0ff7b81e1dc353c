/** ВПР by school: marks, primary scores, official scales, comparison with the journal, tasks. domain.md 8.1, 2.5 */
import type { TaskLevel } from '@/lib/domain/evidence/facts';
import type { Subject } from '@/lib/domain/evidence/subjects';
import { byRow, YEAR_COLUMN } from '../by-row';
import { type ColumnSpec, column } from '../columns';
import type { Layout, SheetContext } from '../layout';
import { MOST_SCORE } from '../limits';
import { countsOfPercent, holdsPercent } from '../marks';
import type { RowReader } from '../row-reader';
import { SCHOOL_COLUMNS } from '../school-text';
import { JOURNAL_COUNTS, markColumn, PARTICIPANTS_COLUMN, SUBJECT_COLUMN } from './gia';

export const LEAST_GRADE = 4;
export const LAST_GRADE = 11;
const SPRING = { region: true, bareYears: true };
const MARKS = ['n2', 'n3', 'n4', 'n5'] as const;

export const GRADE_COLUMN = column('grade', 'Класс', 'Класс, 4–11.', {
  obligatory: true,
  same: ['Параллель', 'Классы', 'grade'],
});

const OF_A_TEST = [...SCHOOL_COLUMNS, YEAR_COLUMN, GRADE_COLUMN, SUBJECT_COLUMN];
const IN_TITLE = ['grade', 'subject'] as const;

/** The grade and subject of a row, or of the title of its table. */
export function testOf(reader: RowReader, { titles }: SheetContext): { grade: number; subject: Subject } | null {
  const grade =
    reader.has('grade') || titles.grade === null ? reader.grade('grade', LEAST_GRADE, LAST_GRADE) : titles.grade;
  const subject = reader.has('subject') || titles.subject === null ? reader.subject() : titles.subject;
  return grade === null || subject === null ? null : { grade, subject };
}

const optional = (spec: ColumnSpec): ColumnSpec => ({ ...spec, obligatory: false });

export const VPR_MARKS: Layout = {
  kind: 'VPR_MARKS',
  schools: true,
  inTitle: IN_TITLE,
  columns: [...OF_A_TEST, PARTICIPANTS_COLUMN, ...([2, 3, 4, 5] as const).map((mark) => markColumn(mark, true))],
  further: (header) => (/^[01]$/.test(header) ? `score:${header}` : null),
  fits: (at) => !at.has('score:0') && !at.has('score:1') && !at.has('exam'),
  reader(context) {
    const inPercent = holdsPercent(context.sample, context.at, MARKS);
    if (inPercent) context.note('Отметки указаны в процентах и пересчитаны в число учеников.');
    return byRow(
      'VPR_MARKS',
      (reader) => {
        const test = testOf(reader, context);
        const participants = reader.count('participants');
        const counts = inPercent
          ? countsOfPercent(reader, MARKS, participants)
          : MARKS.map((mark) => reader.count(mark));
        const [n2, n3, n4, n5] = counts ?? [];
        if (!test || participants === null || n2 == null || n3 == null || n4 == null || n5 == null) return null;
        const sum = n2 + n3 + n4 + n5;
        if (sum !== participants) return reader.sumFault('participants', sum, participants, '«2», «3», «4» и «5»');
        return { ...test, participants, n2, n3, n4, n5 };
      },
      SPRING,
    )(context);
  },
};

/** The field of a column that is headed by a primary score. */
export function scoreField(header: string): string | null {
  const score = /^(\d{1,3})(?:\s*(?:балл[а-я]*|б\.?))?$/i.exec(header.trim())?.[1];
  return score !== undefined && Number(score) <= MOST_SCORE ? `score:${Number(score)}` : null;
}

/** The columns of scores that follow each other from 0. */
export function scoreFields(at: ReadonlyMap<string, number>): string[] {
  const fields: string[] = [];
  while (at.has(`score:${fields.length}`)) fields.push(`score:${fields.length}`);
  return fields;
}

/** Pupils by score; columns that are empty at the end are scores that the test does not have. */
export function pupilsByScore(reader: RowReader, fields: readonly string[], percentOf: number | null): number[] | null {
  let last = fields.length - 1;
  while (last >= 0 && reader.isEmpty(fields[last] ?? '')) last -= 1;
  if (last < 0)
    return reader.fault(fields[0] ?? '', 'Ни один балл не заполнен: впишите, сколько учеников набрали каждый.');
  const used = fields.slice(0, last + 1);
  if (percentOf !== null) return countsOfPercent(reader, used, percentOf);
  const faults = reader.faults.length;
  const pupils = used.map((field) => reader.optionalCount(field) ?? 0);
  return reader.faults.length > faults ? null : pupils;
}

export const VPR_SCORES: Layout = {
  kind: 'VPR_SCORES',
  schools: true,
  inTitle: IN_TITLE,
  columns: [...OF_A_TEST, optional(PARTICIPANTS_COLUMN)],
  further: scoreField,
  fits: (at) => scoreFields(at).length >= 3,
  reader(context) {
    const fields = scoreFields(context.at);
    const inPercent = holdsPercent(context.sample, context.at, fields);
    if (inPercent) context.note('Баллы указаны в процентах и пересчитаны в число учеников.');
    return byRow(
      'VPR_SCORES',
      (reader) => {
        const test = testOf(reader, context);
        const participants = inPercent ? reader.count('participants') : reader.optionalCount('participants');
        if (inPercent && participants === null) return null;
        const pupils = pupilsByScore(reader, fields, inPercent ? participants : null);
        if (!test || !pupils) return null;
        const sum = pupils.reduce((all, count) => all + count, 0);
        if (participants !== null && sum !== participants) {
          return reader.sumFault('participants', sum, participants, 'Ученики по баллам');
        }
        return { ...test, pupils };
      },
      SPRING,
    )(context);
  },
};

const scaleColumn = (mark: 3 | 4 | 5) =>
  column(`from${mark}`, `Минимум «${mark}»`, `Наименьший первичный балл для «${mark}».`, {
    obligatory: true,
    same: [`Минимум на ${mark}`, `Мин. балл ${mark}`, `От, «${mark}»`, `Порог ${mark}`, `Минимальный балл ${mark}`],
  });

export const VPR_SCALE: Layout = {
  kind: 'VPR_SCALE',
  schools: false,
  columns: [
    YEAR_COLUMN,
    GRADE_COLUMN,
    SUBJECT_COLUMN,
    scaleColumn(3),
    scaleColumn(4),
    scaleColumn(5),
    column('maximum', 'Максимум', 'Наибольший возможный первичный балл.', {
      obligatory: true,
      same: ['Максимальный балл', 'Макс. балл', 'Максимальный первичный балл'],
      within: ['максимальн'],
    }),
  ],
  reader: byRow(
    'VPR_SCALE',
    (reader, context) => {
      const test = testOf(reader, context);
      const [from3, from4, from5] = [
        reader.count('from3', MOST_SCORE),
        reader.count('from4', MOST_SCORE),
        reader.count('from5', MOST_SCORE),
      ];
      const maximum = reader.count('maximum', MOST_SCORE);
      if (!test || from3 === null || from4 === null || from5 === null || maximum === null) return null;
      if (from3 < from4 && from4 < from5 && from5 <= maximum && from3 > 0)
        return { ...test, from3, from4, from5, maximum };
      return reader.fault('from3', 'Границы должны расти: «3» меньше «4», «4» меньше «5», «5» не больше максимума.');
    },
    SPRING,
  ),
};

export const VPR_JOURNAL: Layout = {
  kind: 'VPR_JOURNAL',
  schools: true,
  inTitle: IN_TITLE,
  columns: [
    ...OF_A_TEST,
    ...JOURNAL_COUNTS,
    column('gap2', 'Разница 2 и более', 'У скольких учеников отметки разошлись на 2 и больше; можно не заполнять.', {
      within: ['разница 2', 'разница в 2', 'расхождение 2'],
    }),
  ],
  fits: (at) => at.has('grade') || !at.has('lowered2'),
  reader: byRow(
    'VPR_JOURNAL',
    (reader, context) => {
      const test = testOf(reader, context);
      const [lowered, confirmed, raised] = [reader.count('lowered'), reader.count('confirmed'), reader.count('raised')];
      const gap2 = reader.optionalCount('gap2');
      if (!test || lowered === null || confirmed === null || raised === null) return null;
      reader.atMost(
        'gap2',
        gap2,
        lowered + raised,
        'Разница в 2 и более больше, чем всех расхождений. Исправьте одно из чисел.',
      );
      return { ...test, lowered, confirmed, raised, gap2 };
    },
    SPRING,
  ),
};

const TASK_LEVELS: ReadonlyMap<string, TaskLevel> = new Map([
  ['б', 'Б'],
  ['базовый', 'Б'],
  ['п', 'П'],
  ['повышенный', 'П'],
  ['в', 'В'],
  ['высокий', 'В'],
]);

export function taskLevelOf(text: string): TaskLevel | null {
  return TASK_LEVELS.get(text.trim().toLowerCase()) ?? null;
}

export const VPR_TASKS: Layout = {
  kind: 'VPR_TASKS',
  schools: true,
  inTitle: IN_TITLE,
  columns: [
    ...OF_A_TEST,
    column('task', 'Задание', 'Номер задания, например 7 или 2.1.', {
      obligatory: true,
      same: ['Номер задания', '№ задания', 'Задание №'],
    }),
    column('level', 'Уровень', 'Уровень сложности: Б, П или В.', {
      obligatory: true,
      same: ['Уровень сложности', 'Уровень (Б, П, В)'],
    }),
    optional(PARTICIPANTS_COLUMN),
    column('percent', 'Выполнение, %', 'Процент выполнения задания, 0–100.', {
      obligatory: true,
      same: ['Процент выполнения', 'Выполнили', '% выполнения'],
      within: ['выполнени', 'выполнили'],
    }),
  ],
  reader: byRow(
    'VPR_TASKS',
    (reader, context) => {
      const test = testOf(reader, context);
      const task = reader.words('task', 20);
      const level = reader.choice('level', TASK_LEVELS, 'Б, П или В');
      const participants = reader.optionalCount('participants');
      const percent = reader.percent('percent');
      return !test || task === null || level === null || percent === null
        ? null
        : { ...test, task, level, participants, percent };
    },
    SPRING,
  ),
};
