/**
 * A protocol of one exam from РЦОИ. It holds names: of a line only the school's code, the class and the result are
 * read, counted up by school, and nothing that stands in a cell goes into a fault. domain.md 8.2
 */
import { type ExamSubject, examSubjectOfCode, leastScore, YEAR_OF_MINIMUMS } from '@/lib/domain/evidence/exam-subjects';
import type { Exam, GiaFact } from '@/lib/domain/evidence/facts';
import { faultsOf, yearOfTitle } from '../by-row';
import { column } from '../columns';
import type { Found, Layout, LineReader, SheetContext } from '../layout';
import type { RowReader } from '../row-reader';
import { cellName, ownText } from '../table';

const left = (field: string, header: string, same: readonly string[] = []) =>
  column(field, header, 'Не читается и не хранится.', { same });

export const GIA_PROTOCOL: Layout = {
  kind: 'GIA_PROTOCOL',
  schools: false,
  columns: [
    column('code', 'Код ОО', 'Код школы.', {
      obligatory: true,
      same: ['Код школы', 'Код ОУ', 'ОО'],
      within: ['код оо'],
    }),
    column('class', 'Класс', 'Класс: 9 — ОГЭ, 11 — ЕГЭ.', { obligatory: true }),
    column('score', 'Балл', 'ЕГЭ: тестовый балл; ОГЭ и базовая математика: отметка.', {
      obligatory: true,
      same: ['Тестовый балл', 'Итоговый балл'],
    }),
    column('mark', 'Отметка', 'Отметка 2–5, если для неё есть свой столбец.', { same: ['Оценка'] }),
    column('primary', 'Первичный балл', 'Не читается.', { same: ['Перв. балл'] }),
    left('authority', 'Код МСУ'),
    left('place', 'Код ППЭ'),
    left('room', 'Аудитория'),
    left('surname', 'Фамилия'),
    left('firstName', 'Имя'),
    left('patronymic', 'Отчество'),
    left('short', 'Задания с кратким ответом'),
    left('long', 'Задания с развёрнутым ответом'),
  ],
  fits: (at) => at.has('surname') || at.has('primary') || at.has('place'),
  reader: (context) => new ProtocolReader(context),
};

const WITHOUT_RESULT = /неяв|не\s*явил|отсут|удал|аннул|не\s*заверш/i;

interface SchoolTally {
  code: string;
  exam: Exam;
  row: number;
  isFaulty: boolean;
  participants: number;
  sum: number;
  marks: [number, number, number, number];
  below: number;
  high: number;
  full: number;
}

class ProtocolReader implements LineReader {
  private readonly context: SheetContext;
  private readonly subject: ExamSubject | null;
  private readonly isGve: boolean;
  private readonly tallies = new Map<string, SchoolTally>();

  constructor(context: SheetContext) {
    this.context = context;
    const { examCode, subject, level } = context.titles;
    const byCode = examCode === null ? null : examSubjectOfCode(examCode);
    this.isGve = byCode === 'GVE';
    const coded = byCode === 'GVE' ? null : byCode;
    // the word of the title stands above its code: the codes of ОГЭ and ЕГЭ differ in a few places
    const named = subject === null ? null : { subject, level: subject === 'Математика' ? (level ?? null) : null };
    this.subject = named
      ? { ...named, level: named.level ?? (coded?.subject === subject ? coded.level : null) }
      : coded;
  }

  line(reader: RowReader): Found[] {
    if (this.subject === null) return [];
    const code = reader.text('code');
    if (code === '') reader.fault('code', 'Нет кода школы: впишите код ОО.');
    const exam = examOfClass(reader);
    if (exam === null || code === '') return faultsOf(reader);
    const tally = this.tallyOf(code, exam, reader.row.number);
    // who did not come or whose result is not there is no participant
    const result = reader.has('mark') && this.isByMarks(exam) ? 'mark' : 'score';
    if (reader.isEmpty(result) || WITHOUT_RESULT.test(reader.text(result))) return faultsOf(reader);
    this.count(reader, tally);
    if (reader.faults.length > 0) tally.isFaulty = true;
    return faultsOf(reader);
  }

  end(): Found[] {
    if (this.subject === null) {
      const message = this.isGve
        ? 'Это протокол ГВЭ: портал считает только ОГЭ и ЕГЭ. Удалите лист.'
        : 'Над таблицей не назван предмет: впишите в заголовок код и название предмета.';
      return [{ type: 'fault', cell: 'A1', message }];
    }
    return [...this.tallies.values()].flatMap((tally) => this.found(tally));
  }

  private tallyOf(code: string, exam: Exam, row: number): SchoolTally {
    const key = `${exam} ${code}`;
    const known = this.tallies.get(key);
    if (known) return known;
    const tally: SchoolTally = {
      code: ownText(code),
      exam,
      row,
      isFaulty: false,
      participants: 0,
      sum: 0,
      marks: [0, 0, 0, 0],
      below: 0,
      high: 0,
      full: 0,
    };
    this.tallies.set(ownText(key), tally);
    return tally;
  }

  private count(reader: RowReader, tally: SchoolTally): void {
    if (this.isByMarks(tally.exam)) {
      const field = reader.has('mark') ? 'mark' : 'score';
      const mark = reader.count(field, 5);
      if (mark === null) return;
      if (mark < 2) reader.fault(field, 'Здесь нужна отметка от 2 до 5.');
      else tally.marks[mark - 2] = (tally.marks[mark - 2] ?? 0) + 1;
      tally.sum += mark;
    } else {
      const score = reader.count('score', 100);
      if (score === null) return;
      tally.sum += score;
      if (score < (this.subject ? (leastScore(this.subject.subject) ?? 0) : 0)) tally.below += 1;
      if (score >= 81 && score <= 99) tally.high += 1;
      if (score === 100) tally.full += 1;
    }
    tally.participants += 1;
  }

  /** ОГЭ and the basic mathematics of ЕГЭ end in marks. */
  private isByMarks(exam: Exam): boolean {
    return exam === 'OGE' || (this.subject?.subject === 'Математика' && this.subject.level === 'BASIC');
  }

  private found(tally: SchoolTally): Found[] {
    const { subject } = this;
    if (subject === null || (tally.participants === 0 && !tally.isFaulty)) return [];
    if (tally.isFaulty) {
      const message = 'Итоги этой школы не посчитаны: в её строках есть ошибки. Исправьте их и загрузите файл снова.';
      return [{ type: 'fault', cell: cellName(tally.row, 0), message }];
    }
    if (tally.exam === 'EGE' && subject.subject === 'Математика' && subject.level === null) {
      return [
        {
          type: 'fault',
          cell: 'A1',
          message: 'Над таблицей не сказано, базовая математика или профильная. Впишите уровень.',
        },
      ];
    }
    const schoolYear = yearOfTitle(this.context, { bareYears: true });
    return [
      {
        type: 'fact',
        kind: 'GIA_AGGREGATE',
        schoolYear,
        school: { code: tally.code },
        fact: this.factOf(tally, subject, schoolYear),
        row: tally.row,
      },
    ];
  }

  private factOf(
    { exam, participants, sum, marks, below, high, full }: SchoolTally,
    { subject, level }: ExamSubject,
    schoolYear: string,
  ): GiaFact {
    const mean = Math.round((sum / participants) * 100) / 100;
    const nobody = { n2: null, n3: null, n4: null, n5: null };
    const common = { exam, subject, level: exam === 'EGE' ? level : null, participants };
    if (this.isByMarks(exam)) {
      const [n2, n3, n4, n5] = marks;
      return {
        ...common,
        meanScore: null,
        meanMark: mean,
        n2,
        n3,
        n4,
        n5,
        belowMinimum: n2,
        n81to99: null,
        n100: null,
      };
    }
    const least = leastScore(subject);
    if (least !== null && schoolYear !== YEAR_OF_MINIMUMS) {
      this.context.note(
        `Минимальный балл (${least}) взят по ${YEAR_OF_MINIMUMS} учебному году; проверьте, был ли он таким же в ${schoolYear}.`,
      );
    }
    return {
      ...common,
      meanScore: mean,
      meanMark: null,
      ...nobody,
      belowMinimum: least === null ? null : below,
      n81to99: high,
      n100: full,
    };
  }
}

function examOfClass(reader: RowReader): Exam | null {
  const grade = Number(/^\s*(\d{1,2})/.exec(reader.text('class'))?.[1] ?? Number.NaN);
  if (grade === 9) return 'OGE';
  if (grade === 11 || grade === 12) return 'EGE';
  reader.fault('class', 'Здесь нужен класс: 9 для ОГЭ, 11 для ЕГЭ.');
  return null;
}
