/** A diagnostic card as an xlsx to be filled in: one sheet, locked but for answers and notes, answers by drop-down. */
import { type Cell, type CellStyle, type CellValue, type DataValidation, readXlsx, writeXlsx } from 'hucre/xlsx';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { plainText } from '@/lib/domain/written-answer';
import { neutralText } from './table-export';
import { guardedWorkbook } from './workbook-guard';

export const CARD_SHEET = 'Карта';
const KIND = 'moc-card-1';
const MOST_ROWS = 3_000;

/** Columns by index: code, text, last year, answer, note; the hidden ones keep what the answer and the note were. */
const COLUMN = { code: 0, text: 1, lastYear: 2, answer: 3, note: 4, answerWas: 5, noteWas: 6 } as const;

/** One line of the form: a title of a table or group, a criterion, or a sign under its criterion. */
export interface CardSheetLine {
  kind: 'title' | 'criterion' | 'sign';
  /** unique in the sheet; titles have none */
  code: string;
  text: string;
  lastYear?: string;
  /** as it is written into the cell */
  answer?: string;
  note?: string;
  /** what may be chosen; none: the line takes no answer (a criterion whose signs follow) */
  choices?: readonly string[];
  /** false: the answer may not be changed now */
  open?: boolean;
}

export interface CardSheet {
  cardId: string;
  version: number;
  /** the lines over the table: what, which school, which version, how to fill in */
  heading: readonly string[];
  lastYearTitle: string;
  lines: readonly CardSheetLine[];
}

/** The card as a workbook. */
export async function cardWorkbook(sheet: CardSheet): Promise<Uint8Array> {
  const headerRow = sheet.heading.length + 1;
  const header = [
    'Код',
    'Критерий или признак',
    sheet.lastYearTitle,
    'Ответ',
    'Комментарий',
    'Был ответ',
    'Был комментарий',
  ];
  const rows: CellValue[][] = [
    ...sheet.heading.map((line) => [neutralText(line)]),
    [],
    header,
    ...sheet.lines.map(({ kind, code, text, lastYear = '', answer = '', note = '' }) =>
      (kind === 'title' ? [text] : [code, text, lastYear, answer, note, answer, note]).map(
        (value) => neutralText(value) || null,
      ),
    ),
  ];
  // What tells the card when the file comes back; it stands in the hidden columns of the first line.
  rows[0] = [rows[0]?.[0] ?? null, null, null, null, null, KIND, `${sheet.cardId} ${sheet.version}`];
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, style: CellStyle) => cells.set(`${row},${column}`, { style });
  put(0, 0, { font: { bold: true, size: 14 } });
  for (let column = 0; column < header.length; column++) put(headerRow, column, HEADER);
  sheet.lines.forEach((line, index) => {
    const row = headerRow + 1 + index;
    if (line.kind === 'title') put(row, 0, { font: { bold: true } });
    else {
      put(row, COLUMN.code, { alignment: { vertical: 'top' } });
      put(row, COLUMN.text, {
        alignment: { vertical: 'top', wrapText: true },
        font: { bold: line.kind === 'criterion' },
      });
      put(row, COLUMN.lastYear, { alignment: { vertical: 'top', wrapText: true } });
      if (line.choices && line.open) put(row, COLUMN.answer, ENTRY);
      if (line.kind === 'criterion' && line.open) put(row, COLUMN.note, { ...ENTRY, numFmt: '@' });
    }
  });
  const titles = sheet.lines.flatMap((line, index) => (line.kind === 'title' ? [headerRow + 1 + index] : []));
  return writeXlsx({
    sheets: [
      {
        name: CARD_SHEET,
        rows,
        cells,
        columns: [
          { width: 14 },
          { width: 70 },
          { width: 18 },
          { width: 18 },
          { width: 40 },
          { hidden: true },
          { hidden: true },
        ],
        merges: titles.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: COLUMN.note })),
        dataValidations: validations(sheet.lines, headerRow + 2),
        freezePane: { rows: headerRow + 1 },
        protection: { sheet: true, objects: true, scenarios: true, formatColumns: true, formatRows: true },
        pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
  });
}

const LINE = { style: 'thin', color: { rgb: '9AA5AE' } } as const;
const ENTRY: CellStyle = {
  protection: { locked: false },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8E1' } },
  border: { top: LINE, right: LINE, bottom: LINE, left: LINE },
  alignment: { vertical: 'top', wrapText: true },
};
const HEADER: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E0EFF3' } },
  alignment: { wrapText: true, vertical: 'center' },
};

/** One drop-down for all cells with the same choices. */
function validations(lines: readonly CardSheetLine[], firstRow: number): DataValidation[] {
  const byChoices = Map.groupBy(
    lines.flatMap((line, index) =>
      line.choices && line.open ? [{ choices: line.choices, row: firstRow + index }] : [],
    ),
    ({ choices }) => choices.join(','),
  );
  return [...byChoices.values()].map((cells) => ({
    type: 'list',
    values: [...(cells[0]?.choices ?? [])],
    range: cells.map(({ row }) => cellName(row, COLUMN.answer)).join(' '),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Выберите из списка',
    errorMessage: `Допустимо: ${(cells[0]?.choices ?? []).join(', ')}.`,
  }));
}

/** «D12»; rows count from 1, columns from 0. */
function cellName(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row}`;
}

/** A line that came back: what stands in its cells, and where they are. */
export interface ReturnedLine {
  code: string;
  codeCell: string;
  answer: string | number | boolean | null;
  answerCell: string;
  answerWas: string;
  note: string;
  noteCell: string;
  noteWas: string;
}

export interface ReturnedCard {
  cardId: string;
  lines: ReturnedLine[];
}

/**
 * Reads a card that was filled in. UNSUPPORTED_TYPE or TOO_LARGE when the file may not be read at all, INVALID when it
 * is a workbook but not this form.
 */
export async function returnedCard(bytes: Uint8Array): Promise<Outcome<ReturnedCard>> {
  const guarded = guardedWorkbook(bytes);
  if (!guarded.ok) return guarded;
  const sheet = await readXlsx(guarded.value, { sheets: [CARD_SHEET], range: `A1:G${MOST_ROWS}` }).then(
    (workbook) => workbook.sheets.find(({ name }) => name === CARD_SHEET),
    () => undefined,
  );
  const rows = sheet?.rows ?? [];
  const [kind, mark] = [textOf(rows[0]?.[COLUMN.answerWas]), textOf(rows[0]?.[COLUMN.noteWas])];
  const header = rows.findIndex(
    (row) => plainText(textOf(row[COLUMN.code])) === 'код' && plainText(textOf(row[COLUMN.answer])) === 'ответ',
  );
  if (kind !== KIND || header < 0) {
    return failed(
      'INVALID',
      'Это не бланк карты. Скачайте бланк на этой странице, заполните его и загрузите, не меняя столбцов.',
    );
  }
  return done({
    cardId: mark.split(' ')[0] ?? '',
    lines: rows.slice(header + 1).flatMap((row, index) => lineOf(row, header + 2 + index)),
  });
}

function lineOf(row: CellValue[], number: number): ReturnedLine[] {
  const code = textOf(row[COLUMN.code]).trim();
  // A title is merged over all columns and has no code: its text stands where codes stand.
  const isTitle = [COLUMN.text, COLUMN.answer, COLUMN.note].every((column) => textOf(row[column]).trim() === '');
  if (code === '' || isTitle) return [];
  const answer = row[COLUMN.answer] ?? null;
  return [
    {
      code,
      codeCell: cellName(number, COLUMN.code),
      answer: answer instanceof Date ? answer.toISOString() : answer,
      answerCell: cellName(number, COLUMN.answer),
      answerWas: textOf(row[COLUMN.answerWas]),
      note: writtenText(row[COLUMN.note]),
      noteCell: cellName(number, COLUMN.note),
      noteWas: writtenText(row[COLUMN.noteWas]),
    },
  ];
}

function textOf(value: CellValue | undefined): string {
  return value instanceof Date ? value.toISOString() : String(value ?? '');
}

/** A note without the apostrophe that `neutralText` put before it. */
function writtenText(value: CellValue | undefined): string {
  return textOf(value)
    .replace(/^'(?=[=+\-@\t\r\n])/, '')
    .trim();
}
