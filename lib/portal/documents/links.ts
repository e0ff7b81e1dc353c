/** Documents beside the things of support: МОЦ links and unlinks them, whoever sees both sides reads the link. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { isLinkedSubject, linkable } from './link-subjects';
import type { DocumentLinkInput } from './schema';
import { documentJson, readDocument } from './stored';
import type { LinkedDocuments } from './views';

/** A select offers no more; an older document is found in the library and linked after a narrower choice there. */
const MOST_CHOICES = 500;
const GONE = 'Не найдено то, с чем связывается документ. Обновите страницу.';

type Subject = Pick<DocumentLinkInput, 'subjectType' | 'subjectId'>;

/** The documents of these things that the viewer may read; the documents to choose from when the viewer links. */
export function linkedDocuments(
  viewer: Viewer,
  subjects: readonly [Subject, ...Subject[]],
): Promise<Outcome<LinkedDocuments>> {
  return forViewer(viewer, async (db): Promise<Outcome<LinkedDocuments>> => {
    const refused = refusal(viewer, 'document.read');
    if (refused) return { ok: false, failure: refused };
    const [{ subjectType, subjectId }] = subjects;
    const place = await linkable(db, subjectType, subjectId);
    if (!place) return failed('NOT_FOUND', GONE);
    const rows = await db.documentLink.findMany({
      where: { OR: subjects.map((subject) => ({ ...subject })), document: { archived: false } },
      orderBy: [{ linkedAt: 'asc' }, { documentId: 'asc' }],
      include: { document: true },
    });
    const { municipalityId, schoolId } = place;
    const mayLink = may(viewer, 'document.link', { municipalityId, ...(schoolId && { schoolId }) });
    return done({
      items: rows.map(({ document, ...link }) => ({
        document: documentJson(document),
        subjectType: link.subjectType,
        subjectId: link.subjectId,
        linkedBy: link.linkedBy,
        linkedAt: link.linkedAt,
      })),
      choices: mayLink
        ? await db.document.findMany({
            where: { archived: false },
            orderBy: [{ title: 'asc' }, { id: 'asc' }],
            take: MOST_CHOICES,
            select: { id: true, title: true },
          })
        : null,
    });
  });
}

/** Where a document is used: the things in sight that it stands beside. */
export async function usedIn(db: ScopedDatabase, documentId: string): Promise<{ title: string; href: string }[]> {
  const links = await db.documentLink.findMany({ where: { documentId }, orderBy: { linkedAt: 'desc' }, take: 50 });
  const things: { title: string; href: string }[] = [];
  for (const { subjectType, subjectId } of links) {
    const thing = isLinkedSubject(subjectType) ? await linkable(db, subjectType, subjectId) : null;
    if (thing) things.push({ title: thing.title, href: thing.href });
  }
  return things;
}

/** Links a document to a thing, or with `linked` false takes the link away; a repetition changes nothing. */
export function setDocumentLink(
  viewer: Viewer,
  input: DocumentLinkInput,
  linked: boolean,
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const { documentId, subjectType, subjectId } = input;
    const place = await linkable(db, subjectType, subjectId);
    if (!place) return failed('NOT_FOUND', GONE);
    const { municipalityId, schoolId } = place;
    const refused = refusal(viewer, 'document.link', { municipalityId, ...(schoolId && { schoolId }) });
    if (refused) return { ok: false, failure: refused };
    const found = await readDocument(db, viewer, documentId);
    if (!found.ok) return found;
    const key = { documentId, subjectType, subjectId };
    const { count } = linked
      ? await db.documentLink.createMany({
          data: { ...key, municipalityId, schoolId, linkedBy: viewer.name, linkedAt: now },
          skipDuplicates: true,
        })
      : await db.documentLink.deleteMany({ where: key });
    if (count === 0) return done(undefined);
    await record(db, viewer, now, {
      action: 'document.link',
      subjectType: 'document',
      subjectId: documentId,
      municipalityId,
      schoolId,
      detail: subjectType,
      ...(linked ? { to: place.title } : { from: place.title }),
    });
    return done(undefined);
  });
}
