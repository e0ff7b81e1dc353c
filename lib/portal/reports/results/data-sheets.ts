/**
 * The data sheets of the workbook: a row a school, or one row for the schools whose groups are too small to be told apart,
 * so that sums over the rows are those of the report.
 */
import type { Exam, GiaFact } from '@/lib/domain/evidence/facts';
import { ALL_SUBJECTS } from '@/lib/domain/evidence/subjects';
import {
  EXAM_FIGURES,
  examSubjectName,
  FAILED,
  type SchoolResults,
  takenExam,
} from '@/lib/domain/reports/results-exams';
import { OLYMPIAD_STAGES, stageSubjects, together, wholeStage } from '@/lib/domain/reports/results-olympiads';
import { journalPupils, journalTogether, marksTogether } from '@/lib/domain/reports/results-vpr';
import { firstRow, type ReportSheet, type SheetCell } from '@/lib/exchange/report-workbook';
import { linesBy } from './told-groups';

export const EXAM_NAMES: Readonly<Record<Exam, string>> = { OGE: 'ОГЭ', EGE: 'ЕГЭ' };

/** The sum of a figure; null where one of the facts does not tell it. */
function added<Fact>(facts: readonly Fact[], figure: (fact: Fact) => number | null): number | null {
  return facts.reduce<number | null>((sum, fact) => {
    const value = figure(fact);
    return sum === null || value === null ? null : sum + value;
  }, 0);
}

const HIDDEN = 'Школы, где участников меньше 5, сведены в одну строку, чтобы малые группы нельзя было узнать.';
const figure = (header: string, width = 12) => ({ header, width, format: 'integer' as const });

/** Columns: school, exam, subject, schools, participants, mean, «2» … «5», below the minimum, 81–99, 100. */
export function examData(schools: readonly SchoolResults[]): ReportSheet {
  const notes = [HIDDEN, 'Средняя отметка там, где известны отметки, — формула; средний балл ЕГЭ взят из файла.'];
  const rows: SheetCell[][] = [];
  for (const exam of ['OGE', 'EGE'] as const) {
    const all = linesBy(
      schools,
      (school) => takenExam(school, exam),
      examSubjectName,
      (fact) => fact.participants,
    );
    for (const [subject, groups] of all)
      for (const group of groups)
        rows.push(
          examRow(
            [group.name, EXAM_NAMES[exam], subject, group.schools],
            exam,
            group.facts,
            firstRow({ notes }) + rows.length,
          ),
        );
  }
  return {
    ...{ name: 'Данные ГИА', title: 'ОГЭ и ЕГЭ: школы и предметы', notes, rows },
    columns: [
      ...[
        { header: 'Школа', width: 44 },
        { header: 'Экзамен', width: 10 },
        { header: 'Предмет', width: 24 },
      ],
      ...[
        figure('Школ', 8),
        figure('Участников'),
        { header: 'Средний результат', width: 12, format: 'decimal' as const },
      ],
      ...['«2»', '«3»', '«4»', '«5»'].map((mark) => figure(mark, 8)),
      ...['Ниже минимума', '81–99 баллов', '100 баллов'].map((title) => figure(title)),
    ],
  };
}

function examRow(names: readonly SheetCell[], exam: Exam, facts: readonly GiaFact[], row: number): SheetCell[] {
  const participants = added(facts, (fact) => fact.participants) ?? 0;
  const sum = added(facts, EXAM_FIGURES.score) ?? added(facts, EXAM_FIGURES.mark);
  const mean = sum === null || participants === 0 ? null : sum / participants;
  const marks = (['n2', 'n3', 'n4', 'n5'] as const).map((mark) => added(facts, (fact) => fact[mark]));
  const pupils = added(marks, (mark) => mark);
  const byMarks = pupils !== null && pupils > 0 && pupils === participants && added(facts, EXAM_FIGURES.score) === null;
  return [
    ...names,
    participants,
    byMarks ? { formula: `(2*$G${row}+3*$H${row}+4*$I${row}+5*$J${row})/SUM($G${row}:$J${row})`, value: mean } : mean,
    ...marks,
    exam === 'OGE' ? null : added(facts, FAILED.EGE),
    added(facts, EXAM_FIGURES.from81to99),
    added(facts, EXAM_FIGURES.full),
  ];
}

/** Columns: school, grade, subject, schools, works, «2» … «5». */
export function vprData(schools: readonly SchoolResults[]): ReportSheet {
  const all = linesBy(
    schools,
    ({ facts }) => facts.VPR_MARKS ?? [],
    ({ grade, subject }) => `${grade}|${subject}`,
    ({ participants }) => participants,
  );
  return {
    ...{ name: 'Данные ВПР', title: 'ВПР: школы, классы и предметы', notes: [HIDDEN] },
    columns: [
      ...[
        { header: 'Школа', width: 44 },
        { ...figure('Класс', 8), looks: 'centred' as const },
        { header: 'Предмет', width: 24 },
      ],
      ...[figure('Школ', 8), figure('Работ'), ...['«2»', '«3»', '«4»', '«5»'].map((mark) => figure(mark, 8))],
    ],
    rows: all.flatMap(([, groups]) =>
      groups.map(({ name, schools: count, facts }) => {
        const { participants, n2, n3, n4, n5 } = marksTogether(facts);
        return [name, facts[0]?.grade ?? null, facts[0]?.subject ?? '', count, participants, n2, n3, n4, n5];
      }),
    ),
  };
}

/** Columns: school, grade, subject, pupils, lowered, confirmed, raised. */
export function journalData(schools: readonly SchoolResults[]): ReportSheet {
  const all = linesBy(
    schools,
    ({ facts }) => facts.VPR_JOURNAL ?? [],
    ({ grade, subject }) => `${grade}|${subject}`,
    journalPupils,
  );
  return {
    ...{ name: 'Данные журнала', title: 'ВПР и отметки журнала: школы, классы и предметы', notes: [HIDDEN] },
    columns: [
      ...[
        { header: 'Школа', width: 44 },
        { ...figure('Класс', 8), looks: 'centred' as const },
        { header: 'Предмет', width: 24 },
        figure('Учеников'),
      ],
      ...['Понизили', 'Подтвердили', 'Повысили'].map((title) => figure(title, 14)),
    ],
    rows: all.flatMap(([, groups]) =>
      groups.map(({ name, facts }) => {
        const { pupils = 0, lowered = 0, confirmed = 0, raised = 0 } = journalTogether(facts) ?? {};
        return [name, facts[0]?.grade ?? null, facts[0]?.subject ?? '', pupils, lowered, confirmed, raised];
      }),
    ),
  };
}

/** Columns: school, stage, subject, schools, participants, winners, prize-winners; a school's stage as a whole has a row. */
export function olympiadData(schools: readonly SchoolResults[]): ReportSheet {
  const rows = OLYMPIAD_STAGES.flatMap(({ stage, title }) => {
    const all = linesBy(
      schools,
      (school) => [wholeStage(school, stage) ?? [], stageSubjects(school, stage)].flat(),
      ({ subject }) => subject,
      ({ participants }) => participants,
    );
    return all.flatMap(([subject, groups]) =>
      groups.map(({ name, schools: count, facts }): SheetCell[] => {
        const { participants, winners, prizeWinners } = together(stage, subject, facts);
        return [name, title, subject, count, participants, winners, prizeWinners];
      }),
    );
  });
  return {
    ...{ name: 'Данные ВсОШ', title: 'ВсОШ: школы, этапы и предметы', rows },
    notes: [
      HIDDEN,
      `«${ALL_SUBJECTS}» — этап школы в целом: где файл считает учеников по одному разу, берётся его число.`,
    ],
    columns: [
      ...[
        { header: 'Школа', width: 44 },
        { header: 'Этап', width: 18 },
        { header: 'Предмет', width: 24 },
      ],
      ...['Школ', 'Участников', 'Победителей', 'Призёров'].map((title) => figure(title, 14)),
    ],
  };
}
