import type { Readable } from 'node:stream';
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { readFile } from '@/lib/work/storage';
import type { FileSubject } from './schema';
import type { SupportFileView } from './views';

/** Whoever put a file there may take it away again, and so may the head of the centre. */
export const mayRemove = (viewer: Viewer, uploaderId: string | null): boolean =>
  viewer.role === 'MOC_HEAD' || (uploaderId !== null && uploaderId === viewer.accountId);

/** The files beside each of these things, in the order in which they came; a thing without files is not in the map. */
export async function supportFilesOf(
  db: ScopedDatabase,
  viewer: Viewer,
  type: FileSubject,
  ids: readonly string[],
): Promise<Map<string, SupportFileView[]>> {
  const files = await db.supportFile.findMany({
    where: { subjectType: type, subjectId: { in: [...ids] } },
    orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, subjectId: true, name: true, size: true, uploadedBy: true, uploadedAt: true, uploaderId: true },
  });
  const views = files.map(({ subjectId, uploaderId, ...file }) => ({
    subjectId,
    view: { ...file, mayRemove: mayRemove(viewer, uploaderId) },
  }));
  const grouped = Map.groupBy(views, ({ subjectId }) => subjectId);
  return new Map([...grouped].map(([id, own]) => [id, own.map(({ view }) => view)]));
}

export interface OpenedFile {
  name: string;
  mediaType: string;
  size: number;
  contents: Readable;
}

/** One file with its contents; PostgreSQL shows it only to those who see the thing that it stands beside. */
export async function supportFile(viewer: Viewer, id: string): Promise<Outcome<OpenedFile>> {
  const found = await forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.read');
    if (refused) return { ok: false, failure: refused } satisfies Outcome<never>;
    const file = await db.supportFile.findUnique({ where: { id } });
    return file ? done(file) : failed('NOT_FOUND', 'Файл не найден. Возможно, его уже убрали.');
  });
  if (!found.ok) return found;
  const { name, mediaType, size, storageKey } = found.value;
  const contents = await readFile(storageKey);
  return contents
    ? done({ name, mediaType, size, contents })
    : failed('NOT_FOUND', 'Файла нет в хранилище. Сообщите администратору портала.');
}
