/** Rows of a csv as they arrive: cells divided by `delimiter`, quotes doubled within quotes. */
import { formatNumber } from '@/lib/domain/russian';
import { MOST_CELL_LENGTH, MOST_COLUMNS, MOST_LINE_LENGTH, MOST_USED_COLUMNS } from '../limits';
import { columnsBeyondTheLast, Refusal, tooLongCell, tooManyColumns } from '../refusal';
import type { Cell, TableRow } from '../table';
import { cellName } from '../table';

const tooLongLine = (row: number) =>
  new Refusal(
    'TOO_LARGE',
    `Строка ${formatNumber(row)} длиннее ${formatNumber(MOST_LINE_LENGTH)} знаков. Проверьте, закрыты ли в ней кавычки.`,
  );

// line breaks within one row; each makes the row be looked through again
const MOST_BREAKS = 500;
const openQuote = (row: number) =>
  new Refusal(
    'INVALID',
    `В строке ${formatNumber(row)} открыты кавычки и не закрыты. Закройте или уберите их и загрузите файл снова.`,
  );

export class CsvRows {
  private readonly delimiter: string;
  private rest = '';
  private row = 0;

  /** `rowsBefore`: rows of the file that are not pushed. */
  constructor(delimiter: string, rowsBefore = 0) {
    this.delimiter = delimiter;
    this.row = rowsBefore;
  }

  /** The rows that are complete with this piece of text. */
  push(piece: string): TableRow[] {
    const text = this.rest === '' ? piece : this.rest + piece;
    const rows: TableRow[] = [];
    let begin = 0;
    let from = 0;
    let breaks = 0;
    for (;;) {
      const end = text.indexOf('\n', from);
      if (end < 0) break;
      from = end + 1;
      const line = text.slice(begin, end);
      if (line.length > MOST_LINE_LENGTH) throw tooLongLine(this.row + 1);
      if (hasOpenQuote(line, this.delimiter)) {
        breaks += 1;
        if (breaks > MOST_BREAKS) throw openQuote(this.row + 1);
        continue;
      }
      this.take(line, rows);
      begin = from;
      breaks = 0;
    }
    this.rest = text.slice(begin);
    if (this.rest.length > MOST_LINE_LENGTH) throw tooLongLine(this.row + 1);
    return rows;
  }

  /** The last row, which may lack its line break. */
  end(): TableRow[] {
    const rows: TableRow[] = [];
    if (hasOpenQuote(this.rest, this.delimiter)) throw openQuote(this.row + 1);
    if (this.rest !== '') this.take(this.rest, rows);
    return rows;
  }

  private take(line: string, rows: TableRow[]): void {
    this.row += 1;
    const cells = this.cells(line.endsWith('\r') ? line.slice(0, -1) : line);
    if (cells.length > 0) rows.push({ number: this.row, cells });
  }

  private cells(line: string): Cell[] {
    const texts = line.includes('"') ? quotedCells(line, this.delimiter) : line.split(this.delimiter, MOST_COLUMNS + 1);
    if (texts.length > MOST_COLUMNS) throw columnsBeyondTheLast();
    const cells: Cell[] = texts.map((text, column) => {
      if (text.length > MOST_CELL_LENGTH) throw tooLongCell(`Текст в ячейке ${cellName(this.row, column)}`);
      return withoutArmour(text.trim()) || null;
    });
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length > MOST_USED_COLUMNS) throw tooManyColumns();
    return cells;
  }
}

/** ="0123" keeps zeros in Excel, an apostrophe keeps a text from being a formula: neither is part of what is said. */
function withoutArmour(text: string): string {
  if (text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1);
  return text.startsWith("'") ? text.replace(/^'(?=[=+\-@])/, '') : text;
}

/** Whether the line ends within quotes. Quotes count at the beginning of a cell only, as in Excel. */
function hasOpenQuote(line: string, delimiter: string): boolean {
  if (!line.includes('"')) return false;
  let at = 0;
  for (;;) {
    const end = cellEnd(line, at, delimiter);
    if (end === null) return true;
    if (end >= line.length) return false;
    at = end + 1;
  }
}

/** Where the cell that begins at `from` ends; null when its quotes stay open. */
function cellEnd(line: string, from: number, delimiter: string): number | null {
  let at = from;
  if (line.charAt(from) === '"') {
    at = from + 1;
    for (;;) {
      at = line.indexOf('"', at);
      if (at < 0) return null;
      if (line.charAt(at + 1) !== '"') break;
      at += 2;
    }
  }
  const end = line.indexOf(delimiter, at);
  return end < 0 ? line.length : end;
}

function quotedCells(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const end = cellEnd(line, at, delimiter) ?? line.length;
    const cell = line.slice(at, end);
    const quoted = cell.startsWith('"') && cell.trimEnd().endsWith('"') && cell.length > 1;
    cells.push(quoted ? cell.trimEnd().slice(1, -1).replaceAll('""', '"') : cell);
    if (end >= line.length || cells.length > MOST_COLUMNS) return cells;
    at = end + 1;
  }
}
