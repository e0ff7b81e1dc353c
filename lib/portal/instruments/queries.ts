import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { loadInstrument } from './definition';
import { ABSENT, versionInSight } from './drafts';
import { ownOwner, targetOf, versionsInSight } from './ownership';
import type { InstrumentItem, VersionDetail, VersionItem } from './schema';

export { type AcceptedCard, acceptedCards } from './accepted-cards';
export { type LoadedInstrument, loadInstrument } from './definition';
export { criteriaReport } from './report';

const withContext = {
  instrument: { include: { region: { select: { name: true } }, municipality: { select: { name: true } } } },
  copiedFrom: { select: { id: true, title: true, number: true } },
} satisfies Prisma.InstrumentVersionInclude;

type VersionRow = Prisma.InstrumentVersionGetPayload<{ include: typeof withContext }>;

/** All instruments of the viewer's scope with their versions: the region's first, then by municipality. */
export function instrumentsInScope(viewer: Viewer): Promise<Outcome<InstrumentItem[]>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'instrument.read');
    if (refused) return { ok: false, failure: refused };
    const rows = await db.instrumentVersion.findMany({
      where: versionsInSight(viewer),
      include: withContext,
      orderBy: [{ instrument: { title: 'asc' } }, { number: 'desc' }],
    });
    const items = await itemsOf(db, viewer, rows);
    const instruments = [...Map.groupBy(rows, (row) => row.instrumentId).values()].flatMap((versions) => {
      const instrument = versions[0]?.instrument;
      return instrument ? [instrumentItem(viewer, instrument, versions, items)] : [];
    });
    return done(instruments.sort(byOwner));
  });
}

function instrumentItem(
  viewer: Viewer,
  instrument: VersionRow['instrument'],
  versions: VersionRow[],
  items: Map<string, VersionItem>,
): InstrumentItem {
  return {
    id: instrument.id,
    title: instrument.title,
    municipalityId: instrument.municipalityId,
    ownerName: instrument.municipality?.name ?? instrument.region?.name ?? 'Все регионы',
    own: may(viewer, 'instrument.edit', targetOf(instrument)),
    versions: versions.flatMap((version) => items.get(version.id) ?? []),
  };
}

const russian = new Intl.Collator('ru', { numeric: true });

function byOwner(a: InstrumentItem, b: InstrumentItem): number {
  const region = Number(a.municipalityId !== null) - Number(b.municipalityId !== null);
  return region || russian.compare(a.ownerName, b.ownerName) || russian.compare(a.title, b.title);
}

async function itemsOf(db: ScopedDatabase, viewer: Viewer, rows: VersionRow[]): Promise<Map<string, VersionItem>> {
  const ids = rows.map((row) => row.id);
  const counts = await db.criterion.groupBy({ by: ['versionId'], where: { versionId: { in: ids } }, _count: true });
  const criteria = new Map(counts.map((count) => [count.versionId, count._count]));
  const campaigns = may(viewer, 'campaign.read') ? await campaignsUsing(db, ids) : [];
  const uses = Map.groupBy(campaigns, (campaign) => campaign.instrumentVersionId);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        instrumentId: row.instrumentId,
        number: row.number,
        title: row.title,
        status: row.status,
        proposal: row.proposal,
        criteria: criteria.get(row.id) ?? 0,
        createdAt: row.createdAt,
        publishedAt: row.publishedAt,
        publishedBy: row.publishedBy,
        frozenAt: row.frozenAt,
        copiedFrom: row.copiedFrom,
        uses: (uses.get(row.id) ?? []).map((campaign) => ({
          campaignId: campaign.id,
          schoolYear: campaign.schoolYear,
          municipalityId: campaign.municipalityId,
          municipalityName: campaign.municipality.name,
        })),
      },
    ]),
  );
}

function campaignsUsing(db: ScopedDatabase, versionIds: string[]) {
  return db.campaign.findMany({
    where: { instrumentVersionId: { in: versionIds } },
    select: {
      id: true,
      schoolYear: true,
      municipalityId: true,
      instrumentVersionId: true,
      municipality: { select: { name: true } },
    },
    orderBy: [{ schoolYear: 'desc' }, { municipality: { name: 'asc' } }],
  });
}

/** One version; NOT_FOUND outside the scope and for drafts of others. */
export function instrumentVersion(viewer: Viewer, versionId: string): Promise<Outcome<VersionDetail>> {
  return forViewer(viewer, async (db) => {
    const seen = await versionInSight(db, viewer, versionId);
    const row = seen && (await db.instrumentVersion.findUnique({ where: { id: seen.id }, include: withContext }));
    if (!row) return failed('NOT_FOUND', ABSENT);
    const refused = refusal(viewer, 'instrument.read');
    if (refused) return { ok: false, failure: refused };
    const item = (await itemsOf(db, viewer, [row])).get(row.id);
    const loaded = await loadInstrument(db, versionId);
    if (!item || !loaded) return failed('NOT_FOUND', ABSENT);
    const source = row.copiedFrom ? await loadInstrument(db, row.copiedFrom.id) : null;
    const { title, municipalityId, ownerName, own } = instrumentItem(viewer, row.instrument, [], new Map());
    return done({
      ...item,
      version: row.version,
      instrumentTitle: title,
      municipalityId,
      ownerName,
      editable: own && row.status === 'DRAFT',
      copies: ownOwner(viewer) !== null,
      definition: loaded.definition,
      copiedDefinition: source?.definition ?? null,
    });
  });
}

/** The versions by which the viewer may count a year again: all in sight, published or draft, the latest first. */
export function versionsToCompare(db: ScopedDatabase, viewer: Viewer) {
  return db.instrumentVersion.findMany({
    where: versionsInSight(viewer),
    select: { id: true, title: true, number: true, status: true },
    orderBy: [{ createdAt: 'desc' }],
  });
}
