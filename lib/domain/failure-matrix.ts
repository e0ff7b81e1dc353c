/**
 * The matrix of failure: causes × grade × subject, a number of pupils in each cell and no names. The workbook of СОИРО
 * (2019) was not found, so causes and layout are our own proposal: domain.md 5.
 */
import type { FieldError } from './failure';
import type { SchoolGrades } from './instrument';

export interface FailureCause {
  code: string;
  text: string;
}

/** [DESIGN], domain.md 5: what a centre begins with and may edit. */
export const DEFAULT_CAUSES: readonly FailureCause[] = [
  { code: 'C01', text: 'Пробелы в знаниях за предыдущие годы' },
  { code: 'C02', text: 'Низкая учебная мотивация' },
  { code: 'C03', text: 'Несформированность универсальных учебных действий' },
  { code: 'C04', text: 'Трудности чтения и понимания текста' },
  { code: 'C05', text: 'Пропуски занятий' },
  { code: 'C06', text: 'Состояние здоровья, ограниченные возможности здоровья' },
  { code: 'C07', text: 'Русский язык не родной' },
  { code: 'C08', text: 'Семейные обстоятельства' },
  { code: 'C09', text: 'Методика преподавания' },
  { code: 'C10', text: 'Замены и отсутствие учителя' },
  { code: 'C11', text: 'Организация контроля и обратной связи' },
];

/** Outside the school no group of fewer pupils is shown. domain.md 10.3 */
export const LEAST_GROUP = 5;
export const MOST_PUPILS = 999;

/** The place of a cell: a cause by code, a grade 1…11, a subject by name. */
export interface CellPlace {
  cause: string;
  grade: number;
  subject: string;
}

/** Pupils for whom the cause holds; null: nothing entered. */
export interface FailureCell extends CellPlace {
  pupils: number | null;
}

export const cellKey = ({ cause, grade, subject }: CellPlace): string => `${cause}|${grade}|${subject}`;

/** The place that a key names; null when it is none. */
export function placeOfKey(key: string): CellPlace | null {
  const [cause, grade, ...subject] = key.split('|');
  return cause && grade && subject.length > 0 ? { cause, grade: Number(grade), subject: subject.join('|') } : null;
}

/** What a campaign asks a school about. */
export interface MatrixForm {
  causes: readonly FailureCause[];
  subjects: readonly string[];
  grades: SchoolGrades;
}

/** What is wrong with cells, by key: a place that the form does not have, a number that is no count of pupils. */
export function cellFaults(form: MatrixForm, cells: readonly FailureCell[]): FieldError[] {
  const causes = new Set(form.causes.map(({ code }) => code));
  return cells.flatMap((cell) => {
    const path = cellKey(cell);
    if (!causes.has(cell.cause)) return [{ path, message: 'Такой причины в этой матрице нет. Обновите страницу.' }];
    if (!form.subjects.includes(cell.subject)) {
      return [{ path, message: `Предмета «${cell.subject}» в этой матрице нет. Обновите страницу.` }];
    }
    if (!Number.isInteger(cell.grade) || cell.grade < form.grades.from || cell.grade > form.grades.to) {
      return [
        { path, message: `Класс ${cell.grade} школа не учит: выберите от ${form.grades.from} до ${form.grades.to}.` },
      ];
    }
    if (cell.pupils !== null && (!Number.isInteger(cell.pupils) || cell.pupils < 0 || cell.pupils > MOST_PUPILS)) {
      return [{ path, message: `Введите число учеников от 0 до ${MOST_PUPILS}.` }];
    }
    return [];
  });
}

/** What a person typed into a cell: an empty one is null; undefined when it is no whole number. */
export function typedPupils(text: string): number | null | undefined {
  const plain = text.replace(/\s/g, '');
  if (plain === '' || plain === '—' || plain === '-') return null;
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined;
}

/** A group of pupils as those outside the school may know it; `hidden`: a small part of it is left out. */
export interface KnownGroup extends CellPlace {
  pupils: number;
  hidden: boolean;
  /** schools that named the cause in this grade and subject */
  schools: number;
}

export interface ReportCell {
  /** sum of the groups that may be shown */
  pupils: number;
  /** groups left out or shown in part, since they are smaller than LEAST_GROUP */
  hidden: number;
}

export interface FailureReport {
  /** subjects by name, or grades «5», in the order of the form */
  columns: string[];
  rows: { cause: FailureCause; cells: ReportCell[]; total: ReportCell }[];
  columnTotals: ReportCell[];
  total: ReportCell;
}

const empty = (): ReportCell => ({ pupils: 0, hidden: 0 });

function added(cells: readonly ReportCell[]): ReportCell {
  return cells.reduce((sum, cell) => ({ pupils: sum.pupils + cell.pupils, hidden: sum.hidden + cell.hidden }), empty());
}

/**
 * Causes × subjects or causes × grades out of the known groups. Every sum is made of shown groups alone, so that no hidden
 * one can be had by subtraction. A pupil with several causes stands in several rows: numbers of rows are not pupils of the
 * city.
 */
export function failureReport(
  form: Pick<MatrixForm, 'causes' | 'subjects'>,
  groups: readonly KnownGroup[],
  by: 'subject' | 'grade',
): FailureReport {
  const columns =
    by === 'subject'
      ? [...form.subjects]
      : [...new Set(groups.map(({ grade }) => grade))].sort((one, other) => one - other).map(String);
  const rows = form.causes.map((cause) => {
    const own = groups.filter((group) => group.cause === cause.code);
    const cells = columns.map((column) =>
      added(
        own
          .filter((group) => String(group[by]) === column)
          .map(({ pupils, hidden }) => ({ pupils, hidden: hidden ? 1 : 0 })),
      ),
    );
    return { cause, cells, total: added(cells) };
  });
  const columnTotals = columns.map((_, index) => added(rows.map(({ cells }) => cells[index] ?? empty())));
  return { columns, rows, columnTotals, total: added(columnTotals) };
}

/** What a centre's list of causes lacks: codes are kept once given, texts are told apart. */
export function causeFaults(causes: readonly FailureCause[]): FieldError[] {
  if (causes.length === 0) return [{ path: 'causes', message: 'Оставьте хотя бы одну причину.' }];
  if (causes.length > 40) return [{ path: 'causes', message: 'Причин больше 40: объедините похожие.' }];
  const seen = new Set<string>();
  return causes.flatMap(({ code, text }) => {
    const plain = text.trim().toLowerCase();
    if (plain === '') return [{ path: code, message: 'Назовите причину или уберите её.' }];
    if (text.length > 200) return [{ path: code, message: 'Причина длиннее 200 знаков: сократите.' }];
    if (seen.has(plain)) return [{ path: code, message: 'Такая причина уже есть в списке.' }];
    seen.add(plain);
    return [];
  });
}

/** A code for the next cause that is added: C12 after C11. */
export function nextCauseCode(causes: readonly FailureCause[]): string {
  const last = Math.max(0, ...causes.map(({ code }) => Number(/^C(\d+)$/.exec(code)?.[1] ?? 0)));
  return `C${String(last + 1).padStart(2, '0')}`;
}
