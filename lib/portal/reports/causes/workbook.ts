import type { Viewer } from '@/lib/access/viewer';
import { type FailureReport, failureReport, LEAST_GROUP } from '@/lib/domain/failure-matrix';
import { CAUSES_METHOD } from '@/lib/domain/reports/causes-report';
import { capitalised, dayOf, formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { firstRow, ownRange, type ReportSheet, reportWorkbook, type SheetCell } from '@/lib/exchange/report-workbook';
import { conditionsOf, numberIn, sumOver } from '@/lib/exchange/sheet-formulas';
import { columnLetter } from '@/lib/exchange/table-export';
import type { CausesView } from './reading';

/** Columns of the data: code, cause, grade, subject, indications, schools, whether a part is hidden. */
const DATA = { code: 0, grade: 2, subject: 3, pupils: 4 };
const LIVE = 'Числа — формулы по листу «Данные»: измените данные, и они пересчитаются.';

/** The sheets in the order in which they stand: sums first, the groups that they are made of, how it is counted. */
export function causesSheets(viewer: Viewer, view: CausesView, now: Date): ReportSheet[] {
  const { matrix, municipalityName, schoolYear } = view;
  const of = `${capitalised(municipalityName)}, ${formatSchoolYear(schoolYear, true)}`;
  const method: ReportSheet = {
    ...{ name: 'Как считается', title: of, columns: [{ header: 'Как считается', width: 100, looks: 'wrapped' }] },
    notes: [`Для служебного пользования. Сформировано ${formatDate(now)}, ${viewer.name}.`],
    rows: [...(matrix ? [] : ['Матрица неуспешности за этот год не собиралась.']), ...CAUSES_METHOD].map((line) => [
      line,
    ]),
  };
  if (!matrix) return [method];
  const { campaign, groups } = matrix;
  const data = dataSheet(matrix);
  const sums = (by: 'subject' | 'grade') => sumsSheet(by, failureReport(campaign, groups, by), data);
  return [sums('subject'), sums('grade'), data, method];
}

function dataSheet({ campaign, groups }: NonNullable<CausesView['matrix']>): ReportSheet {
  const texts = new Map(campaign.causes.map(({ code, text }) => [code, text]));
  const order = (code: string) => campaign.causes.findIndex((cause) => cause.code === code);
  const sorted = [...groups].sort(
    (one, other) =>
      order(one.cause) - order(other.cause) ||
      one.grade - other.grade ||
      campaign.subjects.indexOf(one.subject) - campaign.subjects.indexOf(other.subject),
  );
  return {
    ...{ name: 'Данные', title: 'Указания на причины по классам и предметам' },
    notes: [
      `Группы меньше ${LEAST_GROUP} учеников скрыты и в суммы не входят. Один ученик может быть назван несколько раз.`,
    ],
    columns: [
      ...[
        { header: 'Код', width: 8 },
        { header: 'Причина', width: 50 },
        { header: 'Класс', width: 8, format: 'integer' as const, looks: 'centred' as const },
      ],
      ...[
        { header: 'Предмет', width: 26 },
        { header: 'Указаний', format: 'integer' as const },
      ],
      ...[
        { header: 'Школ', format: 'integer' as const },
        { header: 'Скрыто', width: 24 },
      ],
    ],
    rows: sorted.map(({ cause, grade, subject, pupils, hidden, schools }) => [
      ...[cause, texts.get(cause) ?? '', grade, subject],
      // a group that is hidden as a whole: neither its pupils nor its schools are told
      ...(hidden && pupils === 0
        ? [null, null, 'скрыто целиком']
        : [pupils, hidden ? null : schools, hidden ? 'скрыто частью' : null]),
    ]),
  };
}

/** Where the sums begin: code and cause stand before them. */
const FIRST_SUM = 2;

/** Causes × subjects or grades, each cell a sum over the data, with sums of rows and columns. */
function sumsSheet(by: 'subject' | 'grade', { columns, rows: causes }: FailureReport, data: ReportSheet): ReportSheet {
  const notes = [LIVE];
  const head = firstRow({ notes }) - 1;
  const values = columns.map((column) => (by === 'grade' ? Number(column) : column));
  const rows = causes.map(({ cause }, row): SheetCell[] => {
    const cells = values.map((value, at) => {
      const letter = columnLetter(FIRST_SUM + at);
      return sumOver(data, DATA.pupils, [
        ...conditionsOf({ notes }, row, [{ data: DATA.code, own: 0, value: cause.code }]),
        { column: by === 'grade' ? DATA.grade : DATA.subject, cell: `${letter}$${head}`, value },
      ]);
    });
    const line = firstRow({ notes }) + row;
    const sum = cells.reduce((all, cell) => all + (numberIn(cell) ?? 0), 0);
    return [
      ...[cause.code, cause.text, ...cells],
      values.length === 0
        ? 0
        : {
            formula: `SUM(${columnLetter(FIRST_SUM)}${line}:${columnLetter(FIRST_SUM + values.length - 1)}${line})`,
            value: sum,
          },
    ];
  });
  return {
    ...{ name: by === 'grade' ? 'По классам' : 'По предметам', notes, rows },
    title: by === 'grade' ? 'Причины по классам' : 'Причины по предметам',
    columns: [
      ...[
        { header: 'Код', width: 8 },
        { header: 'Причина', width: 50 },
      ],
      ...values.map((header) => ({ header, width: by === 'grade' ? 8 : 18, format: 'integer' as const })),
      { header: 'Всего указаний', width: 12, format: 'integer' },
    ],
    totals: [
      ...['Всего', null],
      ...[...values, null].map((_, at) => ({
        formula: `SUM(${ownRange({ notes, rows }, FIRST_SUM + at)})`,
        value: rows.reduce((all, row) => all + (numberIn(row[FIRST_SUM + at]) ?? 0), 0),
      })),
    ],
  };
}

export function causesWorkbook(viewer: Viewer, view: CausesView, now: Date): Promise<Uint8Array> {
  return reportWorkbook(causesSheets(viewer, view, now), {
    title: 'Причины неуспешности',
    author: viewer.name,
    madeAt: new Date(`${dayOf(now)}T00:00:00Z`),
  });
}
