import { forSystem, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { Prisma } from '@/lib/db/generated/client';
import { done, type FieldError, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { followChange } from './consequences';
import { type MethodPlace, type MethodSettings, methodSettings } from './queries';
import { METHODS, type Method } from './schema';

/**
 * Sets the constants of a method for the viewer's own place: its municipality, or the region itself. `values` null gives
 * the own setting up, so that the level above counts again. What rests on the constants is derived anew in the same
 * transaction. STALE_VERSION when somebody changed them in between, INVALID when the method cannot work with them.
 */
export async function changeSettings<M extends Method>(
  viewer: Viewer,
  method: M,
  values: unknown,
  version: number,
  now: Date,
): Promise<Outcome<MethodSettings<M>>> {
  const place = placeOf(viewer);
  const refused = refusal(viewer, 'method.change', place ?? {});
  if (refused) return { ok: false, failure: refused };
  if (!place) return failed('FORBIDDEN', 'Постоянные методики задаёт руководитель МОЦ или координатор региона.');
  const checked = values === null ? done(null) : checkedValues(method, values);
  if (!checked.ok) return checked;
  return forSystem('derivation', async (db) => {
    const stored = await store(db, viewer, { method, place, values: checked.value, version }, now);
    if (!stored.ok) return stored;
    await followChange(db, viewer, { method, place }, now);
    return done(await methodSettings(db, method, place));
  });
}

function placeOf({ regionId, municipalityId }: Viewer): MethodPlace | null {
  return regionId === null ? null : { regionId, municipalityId };
}

/** All constants of the method; those that are not given stay as the portal has them. */
function checkedValues(method: Method, values: unknown): Outcome<Prisma.InputJsonObject> {
  const { defaults, schema } = METHODS[method];
  const given = typeof values === 'object' ? { ...defaults, ...values } : values;
  const read = schema.safeParse(given);
  // plain data: numbers, texts and lists of them
  if (read.success) return done(read.data as unknown as Prisma.InputJsonObject);
  const errors = read.error.issues.map(
    (issue): FieldError => ({ path: issue.path.map(String).join('.'), message: issue.message }),
  );
  return failed('INVALID', 'Проверьте постоянные методики.', { errors });
}

interface Change {
  method: Method;
  place: MethodPlace;
  /** null: the place has no constants of its own any more */
  values: Prisma.InputJsonObject | null;
  version: number;
}

async function store(
  db: ScopedDatabase,
  viewer: Viewer,
  { method, place, values, version }: Change,
  now: Date,
): Promise<Outcome<void>> {
  const { regionId, municipalityId } = place;
  const lock = `method ${method} ${municipalityId ?? regionId}`;
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
  const before = await db.methodSetting.findFirst({ where: { method, regionId, municipalityId } });
  if ((before?.version ?? 0) !== version) {
    return failed('STALE_VERSION', 'Пока вы меняли постоянные, их изменил кто-то другой. Посмотрите новые значения.');
  }
  const data = {
    values: values ?? Prisma.JsonNull,
    version: version + 1,
    changedBy: viewer.name,
    changedAt: now,
  };
  if (before) await db.methodSetting.update({ where: { id: before.id }, data });
  else await db.methodSetting.create({ data: { ...data, method, regionId, municipalityId } });
  await record(db, viewer, now, {
    action: 'method.change',
    subjectType: municipalityId ? 'municipality' : 'region',
    subjectId: municipalityId ?? regionId,
    municipalityId,
    detail: method,
    from: before?.values ?? null,
    to: values,
  });
  return done(undefined);
}
