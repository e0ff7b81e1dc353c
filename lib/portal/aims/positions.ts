/** A centre begins a year's cycle, writes its positions. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { type LinkKind, POSITION_CODES } from '@/lib/domain/aims/positions';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { nextSchoolYear, schoolYearAt } from '@/lib/domain/school-year';
import { record } from '@/lib/portal/journal/commands';
import type { PositionTextInput } from './schema';

/**
 * Begins the year: empty positions, or those of `copyFrom` with its texts, documents, targets and own indicators (facts and
 * what happened in that year stay there). A year that was begun already stays as it is.
 */
export function beginYear(
  viewer: Viewer,
  schoolYear: string,
  copyFrom: string | null,
  now: Date,
): Promise<Outcome<{ begun: boolean }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ begun: boolean }>> => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'aims.change', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!municipalityId) return failed('FORBIDDEN', 'Цели и показатели ведёт МОЦ.');
    if (schoolYear > nextSchoolYear(schoolYearAt(now))) {
      return failed('INVALID', 'Этот учебный год ещё далеко: начать можно текущий, прошлые и следующий.');
    }
    const place = { municipalityId, schoolYear, changedBy: viewer.name, changedAt: now };
    const before = copyFrom === null ? [] : await positionsOf(db, municipalityId, copyFrom);
    if (copyFrom !== null && before.length === 0) return failed('NOT_FOUND', `За ${copyFrom} год переносить нечего.`);
    const { count } = await db.aimPosition.createMany({
      data: POSITION_CODES.map((code) => ({
        ...place,
        code,
        text: before.find((row) => row.code === code)?.text ?? '',
      })),
      skipDuplicates: true,
    });
    if (count === 0) return done({ begun: false });
    if (copyFrom !== null) await carryOver(db, viewer, before, { copyFrom, ...place });
    await record(db, viewer, now, {
      ...{ action: 'aims.change', subjectType: 'aims', subjectId: municipalityId, municipalityId, detail: schoolYear },
      ...(copyFrom !== null && { from: copyFrom }),
      to: 'begun',
    });
    return done({ begun: true });
  });
}

const positionsOf = (db: ScopedDatabase, municipalityId: string, schoolYear: string) =>
  db.aimPosition.findMany({
    where: { municipalityId, schoolYear },
    include: { links: { where: { subjectType: 'document' satisfies LinkKind } } },
  });

/** Documents stay in force from year to year; targets and own indicators are begun with, facts are not. */
async function carryOver(
  db: ScopedDatabase,
  viewer: Viewer,
  before: Awaited<ReturnType<typeof positionsOf>>,
  year: { copyFrom: string; municipalityId: string; schoolYear: string; changedBy: string; changedAt: Date },
): Promise<void> {
  const { copyFrom, municipalityId, schoolYear, changedBy, changedAt } = year;
  const created = await positionsOf(db, municipalityId, schoolYear);
  await db.aimLink.createMany({
    data: before.flatMap(({ code, links }) => {
      const positionId = created.find((row) => row.code === code)?.id;
      if (positionId === undefined) return [];
      const place = { positionId, municipalityId, linkedBy: viewer.name, linkedAt: changedAt };
      return links.map(({ subjectType, subjectId }) => ({ ...place, subjectType, subjectId }));
    }),
    skipDuplicates: true,
  });
  const indicators = await db.aimIndicator.findMany({ where: { municipalityId, schoolYear: copyFrom } });
  await db.aimIndicator.createMany({
    data: indicators.map(({ code, title, unit, moreIsBetter, target }) => ({
      ...{ municipalityId, schoolYear, code, title, unit, moreIsBetter, target, changedBy, changedAt },
    })),
    skipDuplicates: true,
  });
}

/** The position when the viewer may change it; NOT_FOUND out of sight, FORBIDDEN for who only reads. */
export async function positionToChange(db: ScopedDatabase, viewer: Viewer, id: string) {
  const position = await db.aimPosition.findUnique({ where: { id } });
  if (!position) return failed('NOT_FOUND', 'Позиция не найдена. Обновите страницу.');
  const refused = refusal(viewer, 'aims.change', { municipalityId: position.municipalityId });
  return refused ? { ok: false as const, failure: refused } : done(position);
}

/** STALE_VERSION with the text that is stored when somebody was faster. */
export function writePosition(
  viewer: Viewer,
  id: string,
  { version, text }: PositionTextInput,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ version: number }>> => {
    const before = await positionToChange(db, viewer, id);
    if (!before.ok) return before;
    const { count } = await db.aimPosition.updateMany({
      where: { id, version },
      data: { text, version: version + 1, changedBy: viewer.name, changedAt: now },
    });
    if (count === 0) {
      const current = await db.aimPosition.findUnique({ where: { id } });
      return failed('STALE_VERSION', 'Пока вы писали, текст позиции изменили.', { extra: { current } });
    }
    const { municipalityId, schoolYear, code } = before.value;
    await record(db, viewer, now, {
      ...{ action: 'aims.change', subjectType: 'aims', subjectId: id, municipalityId, detail: `${schoolYear} ${code}` },
      ...{ from: before.value.text, to: text },
    });
    return done({ version: version + 1 });
  });
}
