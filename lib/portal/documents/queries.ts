import type { Readable } from 'node:stream';
import { forViewer } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, type Failure, failed, type Outcome } from '@/lib/domain/failure';
import { type Page, pageOfRows } from '@/lib/portal/paging';
import { readFile } from '@/lib/work/storage';
import { usedIn } from './links';
import type { DocumentFileJson, DocumentJson, DocumentQuery } from './schema';
import { excerptsOf, matchesOf } from './search';
import { changeableDocument, documentJson, fileJson, mayChange, readDocument } from './stored';
import type { DocumentList, DocumentView } from './views';

function filterOf({ kind, type, level, direction, inForce, year }: DocumentQuery): Prisma.DocumentWhereInput {
  return {
    archived: false,
    ...(kind && { kind }),
    ...(type && { type }),
    ...(level && { level }),
    ...(direction && { direction }),
    ...(inForce && { inForce: inForce === 'yes' }),
    ...(year && { issuedOn: { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) } }),
  };
}

/** The library in the viewer's scope: with a search the best match first, without one the newest act first. */
export function documentList(viewer: Viewer, query: DocumentQuery): Promise<Outcome<DocumentList>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'document.read');
    if (refused) return { ok: false, failure: refused };
    const where = filterOf(query);
    const matches = query.q?.trim() ? await matchesOf(db, query.q) : null;
    const { skip, take } = pageOfRows(query);
    let ids: string[];
    let total: number;
    if (matches) {
      const kept = await db.document.findMany({
        where: { ...where, id: { in: [...matches.rank.keys()] } },
        orderBy: [{ changedAt: 'desc' }, { id: 'asc' }],
        select: { id: true },
      });
      const ranked = kept
        .map(({ id }) => ({ id, rank: matches.rank.get(id) ?? 0 }))
        .sort((one, other) => other.rank - one.rank);
      total = ranked.length;
      ids = ranked.slice(skip, skip + take).map(({ id }) => id);
    } else {
      total = await db.document.count({ where });
      const orderBy: Prisma.DocumentOrderByWithRelationInput[] = [
        { issuedOn: { sort: 'desc', nulls: 'last' } },
        { id: 'asc' },
      ];
      ids = (await db.document.findMany({ where, orderBy, skip, take, select: { id: true } })).map(({ id }) => id);
    }
    const rows = await db.document.findMany({
      where: { id: { in: ids } },
      include: { files: { take: 1, select: { id: true } } },
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const excerpts = matches ? await excerptsOf(db, ids, matches.query) : null;
    return done({
      items: ids.flatMap((id) => {
        const row = byId.get(id);
        if (!row) return [];
        const found = excerpts?.get(id);
        return [
          {
            ...documentJson(row),
            hasFile: row.files.length > 0,
            marked: found?.marked ?? [{ text: row.title, found: false }],
            excerpt: found?.excerpt ?? [],
          },
        ];
      }),
      page: query.page,
      pageSize: query.pageSize,
      total,
      corrected: matches?.corrected ? matches.query : null,
      mayAdd: may(viewer, 'document.add'),
    });
  });
}

/** One document with its files and what it replaced or was replaced by. */
export function documentView(viewer: Viewer, id: string): Promise<Outcome<DocumentView>> {
  return forViewer(viewer, async (db) => {
    const found = await readDocument(db, viewer, id);
    if (!found.ok) return found;
    const document = found.value;
    const writes = mayChange(viewer, document);
    const named = { select: { id: true, title: true } } as const;
    const replaces = document.replacesId
      ? await db.document.findUnique({ where: { id: document.replacesId }, ...named })
      : null;
    const files = await db.documentFile.findMany({
      where: { documentId: id },
      orderBy: { number: 'desc' },
      ...(!writes && { take: 1 }),
    });
    return done({
      ...documentJson(document),
      changedBy: document.changedBy,
      changedAt: document.changedAt,
      replaces,
      replacedBy: await db.document.findMany({ where: { replacesId: id, archived: false }, ...named }),
      files: files.map(({ text, ...file }) => ({
        id: file.id,
        number: file.number,
        name: file.name,
        size: file.size,
        uploadedBy: file.uploadedBy,
        uploadedAt: file.uploadedAt,
        readable: text !== '',
      })),
      mayChange: writes,
      usedIn: await usedIn(db, id),
    });
  });
}

/** Which acts a document may replace, for the form: those of the library, the newest first. */
export function replaceableActs(viewer: Viewer): Promise<Outcome<{ id: string; title: string }[]>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'document.add');
    if (refused) return { ok: false, failure: refused };
    return done(
      await db.document.findMany({
        where: { kind: 'ACT', archived: false },
        orderBy: [{ issuedOn: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
        take: 500,
        select: { id: true, title: true },
      }),
    );
  });
}

export function documentOf(viewer: Viewer, id: string): Promise<Outcome<DocumentJson>> {
  return forViewer(viewer, async (db) => {
    const found = await readDocument(db, viewer, id);
    return found.ok ? done(documentJson(found.value)) : found;
  });
}

/** Why the viewer may not change it; asked before a wrong body is refused. */
export async function refusalOfDocument(viewer: Viewer, id: string): Promise<Failure | null> {
  const found = await forViewer(viewer, (db) => changeableDocument(db, viewer, id));
  return found.ok ? null : found.failure;
}

export interface OpenedDocumentFile {
  name: string;
  mediaType: string;
  size: number;
  contents: Readable;
}

/** The versions of the text of a document, the newest first; the older ones only for those who write it. */
export function documentFiles(viewer: Viewer, documentId: string): Promise<Outcome<{ items: DocumentFileJson[] }>> {
  return forViewer(viewer, async (db) => {
    const found = await readDocument(db, viewer, documentId);
    if (!found.ok) return found;
    const files = await db.documentFile.findMany({
      where: { documentId },
      orderBy: { number: 'desc' },
      ...(!mayChange(viewer, found.value) && { take: 1 }),
    });
    return done({ items: files.map(fileJson) });
  });
}

/** A version of the text, of `documentId` when given; the older ones only for those who write the document. */
export async function documentFile(
  viewer: Viewer,
  fileId: string,
  documentId?: string,
): Promise<Outcome<OpenedDocumentFile>> {
  const found = await forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'document.read');
    if (refused) return { ok: false, failure: refused } satisfies Outcome<never>;
    const where = { id: fileId, ...(documentId !== undefined && { documentId }) };
    const file = await db.documentFile.findUnique({ where, include: { document: true } });
    const newer =
      file && (await db.documentFile.count({ where: { documentId: file.documentId, number: { gt: file.number } } }));
    return file && (newer === 0 || mayChange(viewer, file.document))
      ? done(file)
      : failed('NOT_FOUND', 'Файл не найден. Возможно, его заменили новым.');
  });
  if (!found.ok) return found;
  const { name, mediaType, size, storageKey } = found.value;
  const contents = await readFile(storageKey);
  return contents
    ? done({ name, mediaType, size, contents })
    : failed('NOT_FOUND', 'Файла нет в хранилище. Сообщите администратору портала.');
}

export { checkedLinks } from './link-checks';
export { linkedDocuments } from './links';

/** A page of the library for the API. */
export async function documentsInScope(viewer: Viewer, query: DocumentQuery): Promise<Outcome<Page<DocumentJson>>> {
  const list = await documentList(viewer, query);
  if (!list.ok) return list;
  const { items, page, pageSize, total } = list.value;
  return done({
    items: items.map(({ hasFile: _file, marked: _title, excerpt: _excerpt, ...json }) => json),
    ...{ page, pageSize, total },
  });
}
