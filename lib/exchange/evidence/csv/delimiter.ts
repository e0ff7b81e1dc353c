/** Which character divides the cells of a csv. */
const CANDIDATES = [';', '\t', ',', '|'] as const;
const LINES_LOOKED_AT = 40;

export type Delimiter = (typeof CANDIDATES)[number];

/** `sep=;` in the first line, as Excel writes it; the line itself is no row of the table. */
export function declaredDelimiter(text: string): Delimiter | null {
  const declared = /^sep=(.)\r?\n/i.exec(text)?.[1];
  return CANDIDATES.find((candidate) => candidate === declared) ?? null;
}

/**
 * The character of which most lines have the same number, outside of quotes. A decimal comma is seldom as regular as
 * the «;» beside it, and titles above the table have neither.
 */
export function delimiterOf(beginning: string): Delimiter {
  const lines = beginning.replace(/"[^"]*"/g, '').split(/\r\n|\n|\r/, LINES_LOOKED_AT);
  let best: { delimiter: Delimiter; lines: number; count: number } = { delimiter: ';', lines: 0, count: 0 };
  for (const delimiter of CANDIDATES) {
    const frequency = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(delimiter).length - 1;
      if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
    }
    for (const [count, found] of frequency) {
      if (found > best.lines || (found === best.lines && count > best.count)) best = { delimiter, lines: found, count };
    }
  }
  return best.delimiter;
}
