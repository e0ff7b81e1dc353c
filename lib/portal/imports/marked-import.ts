import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { MOST_LISTED_FAULTS, markedFile } from '@/lib/exchange/evidence';
import { explanationOf, openKeptImport, readKeptFile } from './kept-file';

/**
 * The file as it came in with every cell marked that fails, and every row whose school is unclear. It is read again, so
 * that more cells are marked than the page lists.
 */
export async function markedImport(viewer: Viewer, importId: string): ReturnType<typeof markedFile> {
  const opened = await forViewer(viewer, (db) => openKeptImport(db, viewer, importId, 'import.read'));
  if (!opened.ok) return opened;
  const { row, path } = opened.value;
  const read = await readKeptFile(opened.value, explanationOf(row), {
    mostFaults: MOST_LISTED_FAULTS,
    unmatchedAsFaults: true,
  });
  if (!read.ok) return read;
  return markedFile({ path, size: row.fileSize, fileName: row.fileName }, read.value.errors);
}
