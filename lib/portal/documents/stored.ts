import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Document, DocumentFile } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { isoDay } from '@/lib/domain/support/days';
import type { DocumentFileJson, DocumentJson } from './schema';

const NOT_FOUND = 'Документ не найден. Возможно, его убрали из библиотеки.';

/** The right that a change of this document asks for: of the region's own, or of a municipality's. */
const changeAction = (document: Document): Action =>
  document.municipalityId === null ? 'document.changeRegional' : 'document.change';

const targetOf = ({ municipalityId, regionId }: Document) => (municipalityId ? { municipalityId } : { regionId });

export const mayChange = (viewer: Viewer, document: Document): boolean =>
  may(viewer, changeAction(document), targetOf(document));

/** The document, when PostgreSQL shows it to the viewer and the role reads the library. */
export async function readDocument(db: ScopedDatabase, viewer: Viewer, id: string): Promise<Outcome<Document>> {
  const refused = refusal(viewer, 'document.read');
  if (refused) return { ok: false, failure: refused };
  const document = await db.document.findUnique({ where: { id } });
  return document ? done(document) : failed('NOT_FOUND', NOT_FOUND);
}

/** The document, when the viewer may change it; FORBIDDEN when it is in sight and no more. */
export async function changeableDocument(db: ScopedDatabase, viewer: Viewer, id: string): Promise<Outcome<Document>> {
  const found = await readDocument(db, viewer, id);
  if (!found.ok) return found;
  const refused = refusal(viewer, changeAction(found.value), targetOf(found.value));
  return refused ? { ok: false, failure: refused } : found;
}

export function documentJson(document: Document): DocumentJson {
  const { id, version, kind, type, title, number, issuer, level, inForce, replacesId } = document;
  const { about, subject, direction, audience, url, archived } = document;
  return {
    ...{ id, version, kind, type, title, number, issuer, level, inForce, replacesId },
    ...{ about, subject, direction, audience, url, archived },
    issuedOn: document.issuedOn && isoDay(document.issuedOn),
    regional: document.municipalityId === null,
  };
}

export function fileJson({ text, uploadedAt, ...file }: DocumentFile): DocumentFileJson {
  const { id, number, name, mediaType, size, uploadedBy } = file;
  return { id, number, name, mediaType, size, readable: text !== '', uploadedBy, uploadedAt: uploadedAt.toISOString() };
}
