/**
 * The first pass over a part: it unpacks to what the archive promised, holds no NUL bytes, and says which cells of the
 * sheet are merged (the format tells that only after all rows).
 */
import { crc32 } from 'node:zlib';
import type { Part } from '../archive/directory';
import { type Budget, unpacked } from '../archive/unpacking';
import { MOST_MERGES } from '../limits';
import { brokenWorkbook, Refusal } from '../refusal';
import { type Merge, parseCellName } from '../table';

const MERGE = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"/g;
// longer than any such tag
const OVERLAP = 200;

/** The merged cells of a sheet; a part without any is just checked. */
export async function firstPass(
  path: string,
  part: Part,
  budget: Budget,
  onRead?: (bytes: number) => void,
): Promise<Merge[]> {
  const merges = new Map<string, Merge>();
  let sum = 0;
  let size = 0;
  let tail = '';
  for await (const chunk of unpacked(path, part, budget, onRead)) {
    if (chunk.includes(0)) throw brokenWorkbook();
    sum = crc32(chunk, sum);
    size += chunk.length;
    const text = tail + chunk.toString('latin1');
    if (text.includes('mergeCell')) {
      for (const [, from = '', to = ''] of text.matchAll(MERGE)) {
        const merge = mergeOf(from, to);
        if (merge) merges.set(merge.range, merge);
      }
      if (merges.size > MOST_MERGES) {
        throw new Refusal('TOO_LARGE', 'В таблице слишком много объединённых ячеек. Разъедините их и загрузите снова.');
      }
    }
    tail = text.slice(-OVERLAP);
  }
  if (sum !== part.crc || size !== part.size) throw brokenWorkbook();
  return [...merges.values()];
}

function mergeOf(from: string, to: string): Merge | null {
  const [first, last] = [parseCellName(from), parseCellName(to)];
  if (!first || !last || last.row < first.row || last.column < first.column) return null;
  return { range: `${from}:${to}`, top: first.row, bottom: last.row, left: first.column, right: last.column };
}
