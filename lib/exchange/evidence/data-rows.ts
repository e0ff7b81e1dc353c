/** Which rows under a header are data, and which of them are merged with others. */
import { normalHeader } from '@/lib/domain/evidence/headers';
import { headerText } from './columns';
import type { FoundHeader } from './header-search';
import { type CellFault, RowReader } from './row-reader';
import { cellName, cellText, type Merge, type TableRow } from './table';

const TOTALS = /^(?:итого|всего(?: |$)(?!по региону))/;

export class DataRows {
  private readonly header: FoundHeader;
  private readonly discreet: boolean;
  private readonly fields: number[];
  /** merged cells under the header, by their first row */
  private waiting: Merge[];
  private active: Merge[] = [];
  private readonly note: (message: string) => void;

  constructor(header: FoundHeader, merges: readonly Merge[], note: (message: string) => void) {
    this.header = header;
    this.note = note;
    this.discreet = header.layout.kind === 'GIA_PROTOCOL';
    this.fields = [...header.mapping.at.values()];
    this.waiting = merges.filter(({ bottom }) => bottom > header.row).toSorted((a, b) => a.top - b.top);
  }

  /** The row to read; null: it is no data. Merged cells are noted as faults in the reader. */
  reader(row: TableRow): RowReader | null {
    const merges = this.mergesAt(row.number);
    if (isNoteLine(row, merges) || this.repeatsHeader(row) || this.numbersColumns(row)) return null;
    const reader = new RowReader(row, this.header.mapping.at, this.discreet);
    if (this.isTotal(reader)) {
      this.note('Строки «Итого» и «Всего» пропущены: портал считает итоги сам.');
      return null;
    }
    // the lines of one group of participants stand beside its merged name
    if (this.header.layout.columns.every(({ field }) => field !== 'group'))
      reader.faults.push(...this.mergeFaults(row, merges));
    return reader;
  }

  private mergesAt(row: number): Merge[] {
    let next = this.waiting[0];
    while (next !== undefined && next.top <= row) {
      this.active.push(next);
      this.waiting.shift();
      next = this.waiting[0];
    }
    if (this.active.length > 0) this.active = this.active.filter(({ bottom }) => bottom >= row);
    return this.active;
  }

  private mergeFaults(row: TableRow, merges: readonly Merge[]): CellFault[] {
    const merge = merges.find(({ left, right }) => this.fields.some((column) => column >= left && column <= right));
    if (!merge) return [];
    const message = `Ячейки ${merge.range} объединены. Разъедините их и впишите значение в каждую.`;
    return [{ cell: cellName(row.number, merge.left), message }];
  }

  private repeatsHeader({ cells }: TableRow): boolean {
    const { headers } = this.header;
    return this.fields.every((column) => headerText(cells[column]) === headers[column]);
  }

  /** «1 2 3 4 5» under the header, as in Russian forms. */
  private numbersColumns({ number, cells }: TableRow): boolean {
    if (number > this.header.row + 2 || cells.length < 4) return false;
    return cells.every((cell, column) => cellText(cell) === String(column + 1));
  }

  private isTotal(reader: RowReader): boolean {
    return ['code', 'login', 'name', 'municipality'].some(
      (field) => reader.has(field) && TOTALS.test(normalHeader(headerText(reader.cell(field)))),
    );
  }
}

/** A remark that is written across the table. */
function isNoteLine({ number, cells }: TableRow, merges: readonly Merge[]): boolean {
  const used = cells.filter((cell) => cell !== null);
  if (used.length !== 1) return false;
  const column = cells.findIndex((cell) => cell !== null);
  return merges.some(
    ({ top, bottom, left, right }) => top === number && bottom === number && left <= column && right >= left + 2,
  );
}
