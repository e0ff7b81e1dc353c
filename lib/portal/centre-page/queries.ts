/** What a stranger reads of a centre: no viewer stands behind it, PostgreSQL shows what is published for everybody. */
import { forPublic, forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { isoDay } from '@/lib/domain/support/days';
import type { OpenedDocumentFile } from '@/lib/portal/documents/queries';
import { readFile } from '@/lib/work/storage';
import { type CentrePageJson, centrePageJson } from './schema';
import type { CentreLink, PublicCentre, PublicDocument } from './views';

const MOST_DOCUMENTS = 200;
const MOST_EVENTS = 50;
const MOST_PAST_EVENTS = 5;

/** No link to a meeting and no school: only what is meant for everybody. */
const EVENT_FIELDS = {
  ...{ id: true, kind: true, title: true, about: true },
  ...{ startsAt: true, endsAt: true, place: true, audience: true },
} as const;

const FIRST_TYPE = 'Положение';

/** Centres that have a public page. */
export function publicCentres(): Promise<CentreLink[]> {
  return forPublic(async (db) => {
    const pages = await db.centrePage.findMany({
      select: { name: true, municipality: { select: { code: true, name: true } } },
      orderBy: { municipality: { name: 'asc' } },
    });
    return pages.map(({ name, municipality }) => ({ code: municipality.code, name, municipality: municipality.name }));
  });
}

/** The public page of the centre of a municipality; NOT_FOUND when its head has not written one. */
export function publicCentre(code: string, now: Date): Promise<Outcome<PublicCentre>> {
  return forPublic(async (db): Promise<Outcome<PublicCentre>> => {
    const place = await db.municipality.findUnique({ where: { code }, include: { centrePage: true } });
    if (!place?.centrePage) return failed('NOT_FOUND', 'У этого центра нет открытой страницы.');
    const { name, about, headPost, address, phone, email } = place.centrePage;
    const here = { OR: [{ municipalityId: place.id }, { municipalityId: null, regionId: place.regionId }] };
    const documents = await publicDocuments(db, place.id, place.regionId);
    return done({
      municipality: place.name,
      ...{ name, about, headPost, address, phone, email },
      ...documents,
      events: await db.event.findMany({
        where: { ...here, endsAt: { gte: now } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        take: MOST_EVENTS,
        select: EVENT_FIELDS,
      }),
      past: await db.event.findMany({
        where: { ...here, endsAt: { lt: now } },
        orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
        take: MOST_PAST_EVENTS,
        select: EVENT_FIELDS,
      }),
    });
  });
}

async function publicDocuments(
  db: ScopedDatabase,
  municipalityId: string,
  regionId: string,
): Promise<Pick<PublicCentre, 'acts' | 'materials'>> {
  const rows = await db.document.findMany({
    where: { OR: [{ municipalityId }, { municipalityId: null, regionId }] },
    orderBy: [{ issuedOn: { sort: 'desc', nulls: 'last' } }, { title: 'asc' }, { id: 'asc' }],
    take: MOST_DOCUMENTS,
    select: {
      ...{ id: true, kind: true, type: true, title: true, number: true, issuedOn: true, issuer: true },
      ...{ about: true, url: true, inForce: true },
      files: { orderBy: { number: 'desc' }, take: 1, select: { id: true, name: true, size: true } },
    },
  });
  const shown = rows.map(({ files, kind, issuedOn, ...row }) => {
    const document: PublicDocument = { ...row, issuedOn: issuedOn && isoDay(issuedOn), file: files[0] ?? null };
    return { kind, document };
  });
  const of = (kind: 'ACT' | 'MATERIAL') => shown.filter((one) => one.kind === kind).map(({ document }) => document);
  const acts = of('ACT');
  const first = acts.filter(({ type }) => type === FIRST_TYPE);
  return { acts: [...first, ...acts.filter(({ type }) => type !== FIRST_TYPE)], materials: of('MATERIAL') };
}

/** The text of a public document, its newest version alone. */
export async function publicFile(id: string): Promise<Outcome<OpenedDocumentFile>> {
  const found = await forPublic(async (db) => {
    const file = await db.documentFile.findUnique({
      where: { id },
      select: { documentId: true, number: true, name: true, mediaType: true, size: true, storageKey: true },
    });
    const { documentId, number } = file ?? { documentId: '', number: 0 };
    const newer = file ? await db.documentFile.count({ where: { documentId, number: { gt: number } } }) : 0;
    return file && newer === 0 ? file : null;
  });
  const contents = found && (await readFile(found.storageKey));
  if (!contents) return failed('NOT_FOUND', 'Файл не найден. Возможно, его заменили новым.');
  const { name, mediaType, size } = found;
  return done({ name, mediaType, size, contents });
}

/** What the head writes on the page; version 0 before it is opened. */
export function ownCentrePage(viewer: Viewer): Promise<Outcome<CentrePageJson & { code: string }>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'centre-page.change');
    if (refused) return { ok: false, failure: refused };
    const place = await db.municipality.findUnique({
      where: { id: viewer.municipalityId ?? '' },
      include: { centrePage: true },
    });
    if (!place) return failed('NOT_FOUND', 'Муниципалитет не найден.');
    return done({ ...centrePageJson(place.centrePage), code: place.code });
  });
}

/** Coming events of the centre, with what strangers see of them. */
export function eventsToShow(
  viewer: Viewer,
  now: Date,
): Promise<Outcome<{ id: string; title: string; startsAt: Date; public: boolean }[]>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'centre-page.change');
    if (refused) return { ok: false, failure: refused };
    return done(
      await db.event.findMany({
        where: { municipalityId: viewer.municipalityId, status: 'PUBLISHED', endsAt: { gte: now } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        take: MOST_EVENTS,
        select: { id: true, title: true, startsAt: true, public: true },
      }),
    );
  });
}
