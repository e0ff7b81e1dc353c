import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import { municipalitiesInSight } from '@/lib/access/sight';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { type Page, type Paging, pageOfRows } from '@/lib/portal/paging';
import type { MunicipalityItem } from './schema';

/** The municipalities that the viewer may see, by name. */
export function municipalitiesInScope(viewer: Viewer, paging: Paging): Promise<Outcome<Page<MunicipalityItem>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'municipality.read');
    if (refused) return { ok: false, failure: refused };
    const inSight = municipalitiesInSight(viewer);
    const where = inSight ? { id: { in: inSight } } : {};
    const total = await db.municipality.count({ where });
    const municipalities = await db.municipality.findMany({
      where,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      ...pageOfRows(paging),
    });
    const items = municipalities.map(({ id, code, name, regionId, kind }) => ({
      id,
      code,
      name,
      municipalityId: id,
      regionId,
      kind,
    }));
    return done({ items, ...paging, total });
  });
}
