import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { type MethodSettings, methodSettings } from '@/lib/portal/methods/queries';
import type { Method } from '@/lib/portal/methods/schema';

/** The constants of a region, and those of the municipalities that set their own. */
export interface RegionSettings<M extends Method> {
  region: MethodSettings<M>;
  of: (municipalityId: string) => MethodSettings<M>['values'];
}

/** Municipalities with constants of their own are few: one query finds them. */
export async function regionSettings<M extends Method>(
  db: ScopedDatabase,
  viewer: Viewer,
  method: M,
): Promise<RegionSettings<M>> {
  const regionId = viewer.regionId ?? '';
  const region = await methodSettings(db, method, { regionId, municipalityId: null });
  const rows = await db.methodSetting.findMany({
    where: { method, municipalityId: { in: viewer.municipalityIds } },
    select: { municipalityId: true },
  });
  const own = new Map<string, MethodSettings<M>['values']>();
  for (const { municipalityId } of rows) {
    if (municipalityId)
      own.set(municipalityId, (await methodSettings(db, method, { regionId, municipalityId })).values);
  }
  return { region, of: (municipalityId) => own.get(municipalityId) ?? region.values };
}
