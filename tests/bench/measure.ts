/** Timing one thing many times, and the table of what was found. */
import type { ProcessorClock } from './processor-time';
import { statementsOf } from './statements';

export interface Measure {
  name: string;
  /** runs one call; the number of the run makes each one different where that matters */
  call(run: number): Promise<unknown> | unknown;
  /** how often at most; a slow call stops after `MOST_MS` */
  runs?: number;
  /** what p95 must stay below, in ms */
  goal?: number;
  /** works on the database, so that its statements are counted */
  sql?: boolean;
}

export interface Measured {
  name: string;
  n: number;
  /** processor time of one call, the portal's and the database's, in ms; null where the system does not tell */
  processor: number | null;
  least: number;
  p50: number;
  p95: number;
  max: number;
  /** SQL statements of one call, BEGIN, scope and COMMIT included; null for pure functions */
  statements: number | null;
  goal: number | null;
}

const RUNS = 40;
const LEAST_RUNS = 5;
const MOST_MS = 4_000;

/** Warms up with two calls, counts the statements of one, then measures one call after another. */
export async function measured(
  { name, call, runs = RUNS, goal, sql = true }: Measure,
  clock: ProcessorClock,
): Promise<Measured> {
  await call(0);
  const statements = sql ? (await statementsOf(async () => call(1))).length : null;
  if (!sql) await call(1);
  const times: number[] = [];
  const worked = clock();
  const end = performance.now() + MOST_MS;
  for (let run = 2; times.length < runs && (times.length < LEAST_RUNS || performance.now() < end); run += 1) {
    const began = performance.now();
    await call(run);
    times.push(performance.now() - began);
  }
  const after = clock();
  const processor = worked === null || after === null ? null : (after - worked) / times.length;
  return { name, n: times.length, processor, ...quantiles(times), statements, goal: goal ?? null };
}

export interface Quantiles {
  least: number;
  p50: number;
  p95: number;
  max: number;
}

/** Minimum, median, 95th percentile (nearest rank) and maximum of durations in ms. */
export function quantiles(times: readonly number[]): Quantiles {
  const ordered = [...times].sort((a, b) => a - b);
  const at = (share: number) => ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)] ?? 0;
  return { least: at(0), p50: at(0.5), p95: at(0.95), max: at(1) };
}

const COLUMNS = ['', 'n', 'ЦП, мс', 'min, мс', 'p50, мс', 'p95, мс', 'max, мс', 'SQL', 'цель p95'] as const;

/** The findings as lines of a table in plain text. */
export function tableLines(found: readonly Measured[]): string[] {
  const rows = found.map(({ name, n, processor, least, p50, p95, max, statements, goal }) => [
    name,
    String(n),
    processor === null ? '–' : milliseconds(processor),
    milliseconds(least),
    milliseconds(p50),
    milliseconds(p95),
    milliseconds(max),
    statements === null ? '–' : String(statements),
    goal === null ? '' : `${p95 <= goal ? 'да' : 'НЕТ'}, ${goal}`,
  ]);
  const widths = COLUMNS.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [line(COLUMNS), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)];
}

function milliseconds(value: number): string {
  const digits = value < 10 ? 1 : 0;
  return value.toLocaleString('ru-RU', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
