/** A centre sets targets of a year and keeps indicators of its own where the portal has no data. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { INDICATORS, type IndicatorUnit, isIndicatorCode } from '@/lib/domain/aims/indicators';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import type { OwnIndicatorInput, TargetInput } from './schema';

type Place = { municipalityId: string; schoolYear: string };

/** МОЦ writes its own city alone. */
function ownPlace(viewer: Viewer, schoolYear: string): Outcome<Place> {
  const { municipalityId } = viewer;
  const refused = refusal(viewer, 'aims.change', { municipalityId });
  if (refused) return { ok: false, failure: refused };
  return municipalityId ? done({ municipalityId, schoolYear }) : failed('FORBIDDEN', 'Показатели ведёт МОЦ.');
}

const noted = (db: ScopedDatabase, viewer: Viewer, now: Date, place: Place, code: string, from: unknown, to: unknown) =>
  record(db, viewer, now, {
    ...{ action: 'aims.change', subjectType: 'aims', subjectId: place.municipalityId },
    ...{ municipalityId: place.municipalityId, detail: `${place.schoolYear} ${code}`, from, to },
  });

const percentOver = (unit: IndicatorUnit, input: Pick<TargetInput, 'target' | 'fact'>) =>
  unit === 'PERCENT' ? (['target', 'fact'] as const).filter((name) => (input[name] ?? 0) > 100) : [];

/** Sets the target, of an own indicator the fact and its source as well. A computed fact cannot be entered. */
export function setTarget(
  viewer: Viewer,
  schoolYear: string,
  code: string,
  { version, target, fact, source }: TargetInput,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ version: number }>> => {
    const place = ownPlace(viewer, schoolYear);
    if (!place.ok) return place;
    const where = { ...place.value, code };
    const before = await db.aimIndicator.findUnique({ where: { municipalityId_schoolYear_code: where } });
    const kind = isIndicatorCode(code) ? INDICATORS[code] : before;
    if (!kind) return failed('NOT_FOUND', 'Показатель не найден. Обновите страницу.');
    const unit = kind.unit as IndicatorUnit;
    const entered = isIndicatorCode(code) ? {} : { fact: fact ?? null, source: source ?? '' };
    const wrong = percentOver(unit, { target, ...entered });
    if (wrong.length > 0) {
      const errors = wrong.map((path) => ({ path, message: 'Не больше 100 %.' }));
      return failed('INVALID', 'Проверьте поля формы', { errors });
    }
    const data = { target, ...entered, changedBy: viewer.name, changedAt: now };
    const { count } =
      version === 0 && isIndicatorCode(code)
        ? await db.aimIndicator.createMany({
            data: [{ ...where, unit, moreIsBetter: kind.moreIsBetter, ...data }],
            skipDuplicates: true,
          })
        : await db.aimIndicator.updateMany({ where: { ...where, version }, data: { ...data, version: version + 1 } });
    if (count === 0) {
      const current = await db.aimIndicator.findUnique({ where: { municipalityId_schoolYear_code: where } });
      return failed('STALE_VERSION', 'Пока вы работали, показатель изменили.', { extra: { current } });
    }
    const old = before && { target: before.target, fact: before.fact };
    await noted(db, viewer, now, place.value, code, old, { target, ...entered });
    return done({ version: version + 1 });
  });
}

/** Adds an indicator whose facts МОЦ enters; CONFLICT when one of that name is there. */
export function addOwnIndicator(
  viewer: Viewer,
  schoolYear: string,
  { title, unit, better, target }: OwnIndicatorInput,
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const place = ownPlace(viewer, schoolYear);
    if (!place.ok) return place;
    if (percentOver(unit, { target }).length > 0) {
      return failed('INVALID', 'Проверьте поля формы', { errors: [{ path: 'target', message: 'Не больше 100 %.' }] });
    }
    const code = `own:${title.toLowerCase()}`;
    const changed = { changedBy: viewer.name, changedAt: now };
    const { count } = await db.aimIndicator.createMany({
      data: [{ ...place.value, code, title, unit, moreIsBetter: better === 'more', target, ...changed }],
      skipDuplicates: true,
    });
    if (count === 0) return failed('CONFLICT', `Показатель «${title}» в этом году уже есть.`);
    await noted(db, viewer, now, place.value, code, null, { title, unit, better, target });
    return done(undefined);
  });
}

/** Takes an own indicator out of the year; the journal keeps what it said. */
export function removeOwnIndicator(
  viewer: Viewer,
  schoolYear: string,
  code: string,
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const place = ownPlace(viewer, schoolYear);
    if (!place.ok) return place;
    if (isIndicatorCode(code)) return failed('FORBIDDEN', 'Показатель считает портал, убрать его нельзя.');
    const where = { municipalityId_schoolYear_code: { ...place.value, code } };
    const before = await db.aimIndicator.findUnique({ where });
    if (!before) return done(undefined);
    await db.aimIndicator.delete({ where });
    const { title, target, fact } = before;
    await noted(db, viewer, now, place.value, code, { title, target, fact }, null);
    return done(undefined);
  });
}
