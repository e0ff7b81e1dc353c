/**
 * Protocols of ВПР: lines of pupils without names, counted up by school to primary scores and completion of tasks; with
 * the official scale also to marks and to their comparison with the journal. domain.md 8.1
 */
import { faultsOf, schoolYearOf, YEAR_COLUMN } from '../by-row';
import { column } from '../columns';
import { SUBJECT_COLUMN } from '../kinds/gia';
import { GRADE_COLUMN, LAST_GRADE, LEAST_GRADE } from '../kinds/vpr';
import type { Found, Layout, LineReader, SheetContext } from '../layout';
import { MOST_SCORE } from '../limits';
import type { RowReader } from '../row-reader';
import { ownerOf, SCHOOL_COLUMNS, type SchoolText } from '../school-text';
import { type TaskColumn, taskColumn } from './task-column';
import { TestTally } from './test-tally';

const ABSENT = /не\s*присутствовал|отсутств|не\s*писал|не\s*явил/i;
const NOT_SCORED = /^[хx]$/i;

const [, LOGIN_COLUMN, NAME_COLUMN, MUNICIPALITY_COLUMN] = SCHOOL_COLUMNS;

export const VPR_PROTOCOL: Layout = {
  kind: 'VPR_PROTOCOL',
  schools: false,
  columns: [
    ...[LOGIN_COLUMN, NAME_COLUMN, MUNICIPALITY_COLUMN].flatMap((spec) => spec ?? []),
    column('code', 'Код ОО', 'Код школы.', { same: ['Код школы', 'Код ОУ'] }),
    YEAR_COLUMN,
    column('pupil', 'Код участника', 'Код ученика; портал его не хранит.', {
      obligatory: true,
      same: ['Код', 'code', 'Код ученика', 'Номер участника'],
    }),
    column('variant', 'Вариант', 'Номер варианта или «не присутствовал».', { same: ['Номер варианта'] }),
    {
      ...GRADE_COLUMN,
      same: [...GRADE_COLUMN.same, 'наименование класса', 'klass', 'название класса'],
      obligatory: false,
    },
    column('classNumber', 'Порядковый номер класса', 'Номер класса в школе; не читается.'),
    { ...SUBJECT_COLUMN, obligatory: false },
    column('gender', 'Пол', 'Не читается.', { same: ['gender'] }),
    column('previousMark', 'Отметка за предыдущий период', 'Отметка в журнале; складывается только в сравнение.', {
      same: ['otc'],
      within: ['отметка за предыдущ', 'отметка по журналу'],
    }),
    column('total', 'Итого баллов', 'Первичный балл ученика.', {
      same: ['Итого', 'sum', 'Сумма', 'Сумма баллов', 'Всего баллов', 'Первичный балл', 'Балл'],
      within: ['итого балл', 'сумма балл'],
    }),
  ],
  further: (header) => taskColumn(header)?.field ?? null,
  fits: (at) =>
    (at.has('total') || [...at.keys()].some((field) => field.startsWith('task:'))) &&
    ['variant', 'gender', 'previousMark', 'classNumber', 'grade'].some((field) => at.has(field)),
  reader: (context) => new ProtocolReader(context),
};

class ProtocolReader implements LineReader {
  private readonly context: SheetContext;
  private readonly tasks: TaskColumn[];
  private readonly tallies = new Map<string, TestTally>();

  constructor(context: SheetContext) {
    this.context = context;
    this.tasks = [...context.at].flatMap(([field, index]) =>
      field.startsWith('task:') ? (taskColumn(context.headers[index] ?? '') ?? []) : [],
    );
  }

  line(reader: RowReader): Found[] {
    if (ABSENT.test(reader.text('variant')) || ABSENT.test(reader.text('total'))) return [];
    const fields = ['total', ...this.tasks.map(({ field }) => field)];
    if (fields.every((field) => reader.isEmpty(field))) return [];
    const tally = this.tallyOf(reader);
    const total = this.countIn(reader, tally);
    if (reader.faults.length === 0 && tally && total !== null) tally.add(total, this.previousMark(reader));
    else if (tally) tally.isFaulty = true;
    return faultsOf(reader);
  }

  end(): Found[] {
    return [...this.tallies.values()].flatMap((tally) => tally.found(this.context.scales));
  }

  /** The school's test to which the line counts; null when nobody can tell, which is noted. */
  private tallyOf(reader: RowReader): TestTally | null {
    const { titles } = this.context;
    const school = this.schoolOf(reader);
    const schoolYear = schoolYearOf(reader, this.context, { bareYears: true });
    const grade =
      reader.text('grade') !== '' || titles.grade === null
        ? reader.grade('grade', LEAST_GRADE, LAST_GRADE)
        : titles.grade;
    const subject = reader.text('subject') !== '' || titles.subject === null ? reader.subject() : titles.subject;
    if (!school || !schoolYear || grade === null || subject === null) return null;
    const key = JSON.stringify([school, schoolYear, grade, subject]);
    const tally =
      this.tallies.get(key) ?? new TestTally(school, schoolYear, { grade, subject }, this.tasks, reader.row.number);
    this.tallies.set(key, tally);
    return tally;
  }

  private schoolOf(reader: RowReader): SchoolText | null {
    const owner = ownerOf(reader);
    if (owner?.kind === 'school') return owner.school;
    const { login } = this.context.titles;
    if (login !== null) return { login };
    if (this.context.school) return this.context.school;
    return reader.fault(
      'login',
      'Не названа школа: добавьте столбец «Логин» или назовите файл логином школы, например sch670001.',
    );
  }

  /** The primary score of the line, whose tasks are counted in; null when it is wrong, which is noted. */
  private countIn(reader: RowReader, tally: TestTally | null): number | null {
    let sum = 0;
    const scored: (number | null)[] = this.tasks.map(({ field, maximum }) => {
      if (reader.isEmpty(field) || NOT_SCORED.test(reader.text(field))) return null;
      const points = reader.optionalCount(field, maximum ?? MOST_SCORE);
      sum += points ?? 0;
      return points;
    });
    if (reader.faults.length > 0) return null;
    const total = reader.isEmpty('total') ? sum : reader.count('total', MOST_SCORE);
    if (total === null) return null;
    if (
      this.tasks.length > 0 &&
      scored.some((points) => points !== null) &&
      sum !== total &&
      reader.has('total') &&
      !reader.isEmpty('total')
    ) {
      return reader.fault('total', `Баллы за задания вместе дают ${sum}, а указано ${total}. Исправьте одно из чисел.`);
    }
    tally?.addTasks(scored);
    return total;
  }

  private previousMark(reader: RowReader): number | null {
    const mark = Number(/^[2-5](?=$|\.0+$)/.exec(reader.text('previousMark'))?.[0] ?? Number.NaN);
    return Number.isNaN(mark) ? null : mark;
  }
}
