/** Reads of imports: lists, one import with what it would change, templates, the file with its cells marked. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import { municipalitiesInSight } from '@/lib/access/sight';
import type { Viewer } from '@/lib/access/viewer';
import type { Import, Prisma } from '@/lib/db/generated/client';
import {
  IMPORT_KIND_NOTES,
  type ImportKind,
  isFactKind,
  PRINCIPAL_IMPORT_KINDS,
} from '@/lib/domain/evidence/import-kinds';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { previousSchoolYear, schoolYearAt, shiftSchoolYear } from '@/lib/domain/school-year';
import { fieldsOf, templateCsv } from '@/lib/exchange/evidence';
import { type Page, pageOfRows } from '@/lib/portal/paging';
import { importJson, importListItem } from './import-json';
import { importFor } from './import-lock';
import { withPlaces } from './import-places';
import type { ImportJson, ImportListItem, ImportListQuery } from './schema';
import type { ImportRow } from './views';

export { importView } from './import-view';
export { loadedData } from './loaded-data';
export { markedImport } from './marked-import';
export { readingShare } from './progress';

/** Which imports the viewer may see: the first barrier, row-level security is the second. */
function inSight(viewer: Viewer): Prisma.ImportWhereInput {
  if (viewer.role === 'PRINCIPAL') return { schoolId: { in: viewer.schoolId ? [viewer.schoolId] : [] } };
  const ofMunicipalities = { municipalityId: { in: viewer.municipalityIds } };
  const ofRegion = { municipalityId: null, regionId: viewer.regionId ?? '' };
  return viewer.role === 'REGION_COORDINATOR' ? { OR: [ofMunicipalities, ofRegion] } : ofMunicipalities;
}

async function importPage(
  db: ScopedDatabase,
  viewer: Viewer,
  { municipalityId, kind, schoolYear, status, ...paging }: ImportListQuery,
): Promise<Page<Import>> {
  const where = { AND: [inSight(viewer), { municipalityId, kind, schoolYear, status }] };
  const total = await db.import.count({ where });
  const items = await db.import.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...pageOfRows(paging),
  });
  return { items, ...paging, total };
}

/** The imports that the viewer may see, the newest first, as the API gives them. */
export function importsInScope(viewer: Viewer, query: ImportListQuery): Promise<Outcome<Page<ImportListItem>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'import.read');
    if (refused) return { ok: false, failure: refused };
    const page = await importPage(db, viewer, query);
    return done({ ...page, items: page.items.map(importListItem) });
  });
}

/** One import as the API gives it. */
export function importInScope(viewer: Viewer, id: string): Promise<Outcome<ImportJson>> {
  return forViewer(viewer, async (db) => {
    const found = await importFor(db, viewer, id, 'import.read');
    return found.ok ? done(importJson(found.value, viewer)) : found;
  });
}

/** The imports that the viewer may see with the names of their places, the newest first, for the page. */
export function importRows(viewer: Viewer, query: ImportListQuery): Promise<Outcome<Page<ImportRow>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'import.read');
    if (refused) return { ok: false, failure: refused };
    const page = await importPage(db, viewer, query);
    return done({ ...page, items: await withPlaces(db, page.items) });
  });
}

/** The kinds that this viewer may bring in. */
export function importKindsFor(viewer: Viewer): readonly ImportKind[] {
  if (!may(viewer, 'import.create')) return [];
  return viewer.role === 'PRINCIPAL' ? PRINCIPAL_IMPORT_KINDS : (Object.keys(IMPORT_KIND_NOTES) as ImportKind[]);
}

/** The empty table of a kind, csv with BOM and «;»; protocols come from РЦОИ and ФИС ОКО and have none. */
export function importTemplate(viewer: Viewer, kind: string): Outcome<{ name: string; body: string }> {
  const refused = refusal(viewer, 'import.create');
  if (refused) return { ok: false, failure: refused };
  const known = Object.keys(IMPORT_KIND_NOTES).find((one) => one === kind) as ImportKind | undefined;
  if (!known || !isFactKind(known))
    return failed('NOT_FOUND', 'Такого бланка нет. Выберите вид данных на странице «Данные».');
  return done({ name: `${IMPORT_KIND_NOTES[known].name}.csv`, body: templateCsv(known) });
}

/** years before this one, of which results are still brought in */
const YEARS_BACK = 20;

/**
 * The school years that a file may be about, the newest first; `usual`: the results of the newest campaign in sight, else
 * of the year before this one.
 */
export async function yearsForImport(viewer: Viewer, now: Date): Promise<{ all: string[]; usual: string }> {
  const current = schoolYearAt(now);
  const all = Array.from({ length: YEARS_BACK }, (_, back) => shiftSchoolYear(current, -back));
  const campaign = await forViewer(viewer, (db) =>
    db.campaign.findFirst({
      where: { municipalityId: { in: municipalitiesInSight(viewer) ?? [] } },
      select: { resultsYear: true },
      orderBy: { schoolYear: 'desc' },
    }),
  );
  return { all, usual: campaign?.resultsYear ?? previousSchoolYear(current) };
}

/** What the columns of a kind of file can mean, as its template names them. */
export function fieldsOfKind(kind: ImportKind): readonly { field: string; header: string }[] {
  return fieldsOf(kind);
}
