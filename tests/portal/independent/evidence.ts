/** Lines of all files by kind, school year and school, the region's own under «регион». */
import { type FileRow, number, word } from './file-rows';

export class Evidence {
  private readonly lines = new Map<string, FileRow[]>();

  constructor(rows: readonly FileRow[]) {
    for (const row of rows) {
      const key = `${row.kind}|${row.year}|${row.school ?? 'регион'}`;
      const known = this.lines.get(key);
      if (known) known.push(row);
      else this.lines.set(key, [row]);
    }
  }

  /** `where`: what stands in columns of words. */
  of(kind: string, year: string, school: string, where: Readonly<Record<string, string>> = {}): FileRow[] {
    const rows = this.lines.get(`${kind}|${year}|${school}`) ?? [];
    return rows.filter((row) => Object.entries(where).every(([header, text]) => word(row, header) === text));
  }
}

/** The sum of a column; null without lines. */
export function sumOf(rows: readonly FileRow[], header: string): number | null {
  if (rows.length === 0) return null;
  return rows.reduce((sum, row) => sum + (number(row, header) ?? 0), 0);
}

/** R's type 7 (Hyndman & Fan 1996): the value at position 1 + (n − 1)·p of the ordered ones, interpolated. */
export function quantileOfType7(values: readonly number[], p: number): number {
  const x = values.toSorted((one, other) => one - other);
  const h = 1 + (x.length - 1) * p;
  const whole = Math.floor(h);
  const at = (place: number) => x[Math.min(place, x.length) - 1] ?? Number.NaN;
  return at(whole) + (h - whole) * (at(whole + 1) - at(whole));
}
