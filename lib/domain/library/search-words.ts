/** What somebody typed into the search: its words that may be misspelt, and the nearest known word of each. */

const SHORTEST = 4;
const MOST_WORDS = 12;

/** Words outside of quotes and not excluded by a minus, of letters alone: only these are looked at for misspellings. */
export function spelledWords(query: string): string[] {
  const loose = query.replace(/"[^"]*"?/g, ' ').replace(/(^|\s)-\S+/g, ' ');
  const words = loose.match(/[\p{L}\p{N}-]+/gu) ?? [];
  const letters = words.filter((word) => word.length >= SHORTEST && /^\p{L}+$/u.test(word));
  return [...new Set(letters.map((word) => word.toLowerCase()))].slice(0, MOST_WORDS);
}

/** «ёлочки» and other quotation marks of Russian texts mark a phrase as "straight" ones do. */
export const straightQuotes = (query: string): string =>
  query
    .replace(/[«»„“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

/** How many letters must be put in, left out, changed or swapped with their neighbour. */
export function letterDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  const cell = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      rows[row]?.push(
        Math.min(
          cell(row - 1, column) + 1,
          cell(row, column - 1) + 1,
          cell(row - 1, column - 1) + change,
          swapped ? cell(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return cell(a.length, b.length);
}

/** The nearest of the words; null when none is near enough to be meant. Of equal ones the first. */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
  const most = word.length < 6 ? 1 : 2;
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const distance = letterDistance(word, candidate);
    if (distance <= most && (best === null || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate ?? null;
}

/** The query with words put right, everything else as it was typed. */
export function withCorrections(query: string, corrections: ReadonlyMap<string, string>): string {
  return query.replace(/[\p{L}\p{N}-]+/gu, (word) => corrections.get(word.toLowerCase()) ?? word);
}

export interface Segment {
  text: string;
  found: boolean;
}

/** Signs that stand in no text: PostgreSQL puts them around what it found. */
export const FOUND_START = '\uE000';
export const FOUND_END = '\uE001';

/** A marked text as data: pieces that were found and pieces between them; never markup. */
export function segmentsOf(marked: string): Segment[] {
  return marked.split(FOUND_START).flatMap((piece, at) => {
    if (at === 0) return piece === '' ? [] : [{ text: piece, found: false }];
    const [found = '', ...rest] = piece.split(FOUND_END);
    const after = rest.join('');
    return [{ text: found, found: true }, ...(after === '' ? [] : [{ text: after, found: false }])];
  });
}
