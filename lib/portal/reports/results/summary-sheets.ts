/** The summary sheets of the workbook: the report's tables as formulas over the data sheets. */
import type { Exam } from '@/lib/domain/evidence/facts';
import { ALL_SUBJECTS } from '@/lib/domain/evidence/subjects';
import { LEAST_GROUP } from '@/lib/domain/failure-matrix';
import { type ExamLine, examSubjectName } from '@/lib/domain/reports/results-exams';
import { OLYMPIAD_STAGES, type OlympiadLine } from '@/lib/domain/reports/results-olympiads';
import type { VprLine } from '@/lib/domain/reports/results-vpr';
import { ownRange, type ReportSheet, type SheetCell } from '@/lib/exchange/report-workbook';
import { conditionsOf, numberIn, shareOver, sumOver } from '@/lib/exchange/sheet-formulas';
import { EXAM_NAMES } from './data-sheets';

const TOO_FEW = `меньше ${LEAST_GROUP}`;
const LIVE = 'Числа — формулы по листам данных: измените данные, и они пересчитаются.';
const integer = (header: string, width = 12) => ({ header, width, format: 'integer' as const });
const share = (header: string, width = 12) => ({ header, width, format: 'share' as const });

/** Places of the figures in the row of `examData`. */
const EXAM = {
  exam: 1,
  subject: 2,
  schools: 3,
  participants: 4,
  mean: 5,
  n2: 6,
  n4: 8,
  n5: 9,
  below: 10,
  high: 11,
  full: 12,
};

export function examSummary(exam: Exam, lines: readonly ExamLine[], data: ReportSheet): ReportSheet {
  const notes = [LIVE];
  const name = EXAM_NAMES[exam];
  const rows = lines.map((line, row): SheetCell[] => {
    const subject = examSubjectName(line);
    if (line.participants < LEAST_GROUP) return [name, subject, line.schools, TOO_FEW];
    const where = conditionsOf({ notes }, row, [
      { data: EXAM.exam, own: 0, value: name },
      { data: EXAM.subject, own: 1, value: subject },
    ]);
    const part = (...parts: number[]) => shareOver(data, { parts, weight: EXAM.participants }, where);
    return [
      ...[name, subject, sumOver(data, EXAM.schools, where), sumOver(data, EXAM.participants, where)],
      shareOver(data, { parts: [EXAM.mean], weight: EXAM.participants, weighted: true }, where),
      ...(exam === 'OGE'
        ? [part(EXAM.n2), part(EXAM.n4, EXAM.n5)]
        : [part(EXAM.below), part(EXAM.high), line.full && sumOver(data, EXAM.full, where)]),
    ];
  });
  return {
    ...{ name, title: `${name} по предметам`, notes, rows },
    columns: [
      ...[
        { header: 'Экзамен', width: 10 },
        { header: 'Предмет', width: 26 },
        integer('Школ', 8),
        integer('Участников'),
      ],
      { header: exam === 'OGE' ? 'Средняя отметка' : 'Средний результат', width: 12, format: 'decimal' },
      ...(exam === 'OGE'
        ? [share('Доля «2»'), share('Качество')]
        : [share('Ниже минимума'), share('81–99 баллов'), integer('100 баллов')]),
    ],
  };
}

/** Places of the figures in the row of `vprData` and of `journalData`. */
const VPR = { grade: 1, subject: 2, schools: 3, participants: 4, marks: [5, 6, 7, 8] };
const JOURNAL = { pupils: 3, confirmed: 5 };

export function vprSummary(lines: readonly VprLine[], data: ReportSheet, journals: ReportSheet): ReportSheet {
  const notes = [LIVE];
  const rows = lines.map(({ grade, subject, schools, participants, journal }, row): SheetCell[] => {
    if (participants < LEAST_GROUP) return [grade, subject, schools, TOO_FEW];
    const where = conditionsOf({ notes }, row, [
      { data: VPR.grade, own: 0, value: grade },
      { data: VPR.subject, own: 1, value: subject },
    ]);
    const part = (...parts: number[]) => shareOver(data, { parts, weight: VPR.participants }, where);
    return [
      ...[grade, subject, sumOver(data, VPR.schools, where), sumOver(data, VPR.participants, where)],
      ...[...VPR.marks.map((mark) => part(mark)), part(...VPR.marks.slice(2))],
      journal ? shareOver(journals, { parts: [JOURNAL.confirmed], weight: JOURNAL.pupils }, where) : null,
    ];
  });
  return {
    ...{ name: 'ВПР', title: 'ВПР по классам и предметам', notes, rows },
    columns: [
      ...[
        { ...integer('Класс', 8), looks: 'centred' as const },
        { header: 'Предмет', width: 26 },
        integer('Школ', 8),
        integer('Работ'),
      ],
      ...['«2»', '«3»', '«4»', '«5»', 'Качество', 'Как в журнале'].map((title) => share(title)),
    ],
    ...(rows.length > 0 && { totals: vprTotals({ notes, rows }) }),
  };
}

/** All works together: shares weighted by works. */
function vprTotals(sheet: Pick<ReportSheet, 'notes' | 'rows'>): SheetCell[] {
  const works = ownRange(sheet, 3);
  const worksOf = (row: readonly SheetCell[]) => numberIn(row[3]) ?? 0;
  const all = sheet.rows.reduce((sum, row) => sum + worksOf(row), 0);
  return [
    ...['Всего', null, null, { formula: `SUM(${works})`, value: all }],
    ...[4, 5, 6, 7, 8].map((column) => ({
      formula: `IF(SUM(${works})=0,"",SUMPRODUCT(${ownRange(sheet, column)},${works})/SUM(${works}))`,
      value:
        all === 0 ? null : sheet.rows.reduce((sum, row) => sum + (numberIn(row[column]) ?? 0) * worksOf(row), 0) / all,
    })),
    null,
  ];
}

/** Places of the figures in the row of `olympiadData`. */
const OLYMPIAD = { stage: 1, subject: 2, schools: 3, participants: 4, winners: 5, prizeWinners: 6 };

export function olympiadSummary(lines: readonly OlympiadLine[], data: ReportSheet): ReportSheet {
  const notes = [LIVE, `«${ALL_SUBJECTS}» — этап в целом; предметы в него уже входят, складывать их с ним нельзя.`];
  const titles = new Map(OLYMPIAD_STAGES.map(({ stage, title }) => [stage, title]));
  const rows = lines.map(({ stage, subject, schools, participants }, row): SheetCell[] => {
    const title = titles.get(stage) ?? '';
    if (participants < LEAST_GROUP) return [title, subject, schools, TOO_FEW];
    const where = conditionsOf({ notes }, row, [
      { data: OLYMPIAD.stage, own: 0, value: title },
      { data: OLYMPIAD.subject, own: 1, value: subject },
    ]);
    const places = [OLYMPIAD.winners, OLYMPIAD.prizeWinners];
    return [
      ...[title, subject, sumOver(data, OLYMPIAD.schools, where), sumOver(data, OLYMPIAD.participants, where)],
      ...places.map((place) => sumOver(data, place, where)),
      shareOver(data, { parts: places, weight: OLYMPIAD.participants }, where),
    ];
  });
  return {
    ...{ name: 'ВсОШ', title: 'ВсОШ по этапам и предметам', notes, rows },
    columns: [
      ...[{ header: 'Этап', width: 18 }, { header: 'Предмет', width: 26 }, integer('Школ', 8), integer('Участников')],
      ...[integer('Победителей', 14), integer('Призёров'), share('Эффективность', 16)],
    ],
  };
}
