import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import type { MunicipalityInput, RegionInput } from './schema';

const taken = (message: string) => failed('CONFLICT', message, { errors: [{ path: 'code', message }] });

/** A new region of the installation. */
export function addRegion(viewer: Viewer, input: RegionInput, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'territory.edit');
    if (refused) return { ok: false, failure: refused };
    if (await db.region.findUnique({ where: { code: input.code } })) return taken('Регион с таким кодом уже есть.');
    const region = await db.region.create({ data: input });
    await record(db, viewer, now, {
      action: 'territory.edit',
      subjectType: 'region',
      subjectId: region.id,
      to: input,
    });
    return done(undefined);
  });
}

/** A new municipality of a region. */
export function addMunicipality(viewer: Viewer, input: MunicipalityInput, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'territory.edit');
    if (refused) return { ok: false, failure: refused };
    if (!(await db.region.findUnique({ where: { id: input.regionId } })))
      return failed('NOT_FOUND', 'Регион не найден.');
    if (await db.municipality.findUnique({ where: { code: input.code } })) {
      return taken('Муниципалитет с таким кодом уже есть.');
    }
    const municipality = await db.municipality.create({ data: input });
    await record(db, viewer, now, {
      action: 'territory.edit',
      subjectType: 'municipality',
      subjectId: municipality.id,
      municipalityId: municipality.id,
      to: input,
    });
    return done(undefined);
  });
}
