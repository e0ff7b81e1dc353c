import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { MethodSetting } from '@/lib/db/generated/client';
import { done, type Outcome } from '@/lib/domain/failure';
import { METHODS, type Method, type MethodValues } from './schema';

/** Where constants are set: for a region as a whole, or for one municipality of it. */
export interface MethodPlace {
  regionId: string;
  /** null: the region itself */
  municipalityId: string | null;
}

export type SettingLevel = 'MUNICIPALITY' | 'REGION' | 'DEFAULT';

/** Constants in force at a place, with whose they are. */
export interface MethodSettings<M extends Method> {
  values: MethodValues<M>;
  /** whose constants are in force */
  from: SettingLevel;
  /** who set them; null for those of the portal itself */
  changedBy: string | null;
  changedAt: Date | null;
  /** of the place's own setting, which a change has to name; 0: it has none yet */
  version: number;
}

/**
 * The constants of a method in force at a place: the municipality's own, else its region's, else those of the portal.
 * A setting that an update of the portal made invalid gives way to the next one.
 */
export async function methodSettings<M extends Method>(
  db: ScopedDatabase,
  method: M,
  { regionId, municipalityId }: MethodPlace,
): Promise<MethodSettings<M>> {
  const rows = await db.methodSetting.findMany({
    where: { method, regionId, OR: [{ municipalityId: null }, ...(municipalityId ? [{ municipalityId }] : [])] },
  });
  const region = rows.find((row) => row.municipalityId === null);
  const municipality = rows.find((row) => row.municipalityId !== null);
  const version = (municipalityId ? municipality : region)?.version ?? 0;
  return {
    ...(settingsOf(method, municipality, 'MUNICIPALITY') ??
      settingsOf(method, region, 'REGION') ?? {
        values: METHODS[method].defaults as MethodValues<M>,
        from: 'DEFAULT',
        changedBy: null,
        changedAt: null,
      }),
    version,
  };
}

/** null when there is no such row, when it was given up (values null) or does not fit any more. */
function settingsOf<M extends Method>(method: M, row: MethodSetting | undefined, from: SettingLevel) {
  if (!row || row.values === null || typeof row.values !== 'object') return null;
  const { defaults, schema } = METHODS[method];
  const read = schema.safeParse({ ...defaults, ...row.values });
  if (!read.success) return null;
  return { values: read.data as MethodValues<M>, from, changedBy: row.changedBy, changedAt: row.changedAt };
}

/** As a page shows it: the constants of a place that the viewer may see; the viewer's own place unless told. */
export function methodSettingsFor<M extends Method>(
  viewer: Viewer,
  method: M,
  place?: MethodPlace,
): Promise<Outcome<MethodSettings<M>>> {
  return forViewer(viewer, async (db) => {
    const { regionId, municipalityId } = place ?? viewer;
    const refused = refusal(viewer, 'method.read', { municipalityId, regionId });
    if (refused) return { ok: false, failure: refused };
    return done(await methodSettings(db, method, { regionId: regionId ?? '', municipalityId }));
  });
}
