/** The faults of a file by cell: the first of them are kept, all are counted, and so are the rows that fail. */
import type { Fault } from './schema';

const rowOfCell = (cell: string) => Number(/\d+$/.exec(cell)?.[0] ?? 0);

export class FaultList {
  readonly kept: Fault[] = [];
  count = 0;
  private readonly failed = new Set<string>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  add(fault: Fault): void {
    this.count += 1;
    if (this.kept.length < this.most) this.kept.push(fault);
    const row = rowOfCell(fault.cell);
    if (row > 0) this.failRow(fault.sheet, row);
  }

  /** A row that cannot be applied, for a reason that is told elsewhere. */
  failRow(sheet: string, row: number): void {
    this.failed.add(`${sheet}!${row}`);
  }

  /** rows that fail */
  get rows(): number {
    return this.failed.size;
  }
}
