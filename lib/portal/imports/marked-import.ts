import type { Readable } from 'node:stream';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { markedFile } from '@/lib/exchange/evidence';
import { explanationOf, openKeptImport, readKeptFile } from './kept-file';

/** as many cells as the file is given back with marks on */
const MOST_MARKS = 2000;

/**
 * The file as it came in with every cell marked that fails, and every row whose school is unclear. It is read again, so
 * that more cells are marked than the page lists.
 */
export async function markedImport(
  viewer: Viewer,
  importId: string,
): Promise<Outcome<{ name: string; type: string; contents: Readable | Uint8Array }>> {
  const opened = await forViewer(viewer, (db) => openKeptImport(db, viewer, importId, 'import.read'));
  if (!opened.ok) return opened;
  const { row, path } = opened.value;
  const read = await readKeptFile(opened.value, explanationOf(row), {
    mostFaults: MOST_MARKS,
    unmatchedAsFaults: true,
  });
  if (!read.ok) return read;
  const marked = await markedFile({ path, size: row.fileSize, fileName: row.fileName }, read.value.errors);
  return marked.ok ? done(marked.value) : marked;
}
