/** The cycle of a municipality in a year as its pages and the evidence pack show it. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { cycleCompleteness, type IndicatorFilling, type PositionFilling } from '@/lib/domain/aims/completeness';
import { isLinkKind, isPositionCode } from '@/lib/domain/aims/positions';
import { done, type Outcome } from '@/lib/domain/failure';
import { supportFilesOf } from '@/lib/portal/support-files/queries';
import { indicatorsOf } from './indicators';
import { aimsPlace } from './place';
import type { AimsQuery } from './schema';
import { linkedThings } from './things';
import type { AimsPlace, CycleView, IndicatorView, LinkedThing, PositionView } from './views';

export function cycleView(viewer: Viewer, asked: AimsQuery): Promise<Outcome<CycleView>> {
  return forViewer(viewer, async (db): Promise<Outcome<CycleView>> => {
    const place = await aimsPlace(db, viewer, asked);
    return place.ok ? done(await cycleOf(db, viewer, place.value)) : place;
  });
}

async function cycleOf(db: ScopedDatabase, viewer: Viewer, place: AimsPlace): Promise<CycleView> {
  const { municipalityId, schoolYear } = place;
  const rows = await db.aimPosition.findMany({
    where: { municipalityId, schoolYear },
    include: { links: { orderBy: [{ linkedAt: 'asc' }, { subjectId: 'asc' }] } },
  });
  const indicators = await indicatorsOf(db, municipalityId, schoolYear);
  const things = await linkedThings(
    db,
    rows.flatMap(({ links }) => links),
  );
  const files = await supportFilesOf(
    db,
    viewer,
    'aim-position',
    rows.map(({ id }) => id),
  );
  const filled = rows.map((row) => ({ row, filling: fillingOf(row, (files.get(row.id) ?? []).length) }));
  const { positions: states, complete } = cycleCompleteness(
    filled.flatMap(({ filling }) => filling ?? []),
    indicatorFilling(indicators),
  );
  const positions = states.flatMap(({ code, state, missing }): PositionView[] => {
    const row = rows.find((one) => one.code === code);
    if (!row) return [];
    const links = row.links.flatMap(({ subjectType, subjectId }): LinkedThing[] => {
      if (!isLinkKind(subjectType)) return [];
      const lost = { type: subjectType, id: subjectId, title: 'Недоступно вам или удалено', note: '', href: null };
      return [things.get(`${subjectType} ${subjectId}`) ?? lost];
    });
    const { id, text, version, changedBy, changedAt } = row;
    return [{ id, code, text, version, changedBy, changedAt, state, missing, links, files: files.get(id) ?? [] }];
  });
  const earlier = await db.aimPosition.findFirst({
    where: { municipalityId, schoolYear: { lt: schoolYear } },
    orderBy: { schoolYear: 'desc' },
    select: { schoolYear: true },
  });
  return { place, begun: rows.length > 0, copyFrom: earlier?.schoolYear ?? null, positions, complete, indicators };
}

/** What a stored position counts for; null for a code that the portal does not know. A file counts as a document. */
export function fillingOf(
  row: { code: string; text: string; links: readonly { subjectType: string }[] },
  files: number,
): PositionFilling | null {
  if (!isPositionCode(row.code)) return null;
  const linked = row.links.map(({ subjectType }) => subjectType).filter(isLinkKind);
  return { code: row.code, text: row.text, links: files > 0 ? [...linked, 'document'] : linked };
}

export const indicatorFilling = (indicators: readonly IndicatorView[]): IndicatorFilling => {
  const withTarget = indicators.filter(({ target }) => target !== null);
  return {
    withTarget: withTarget.length,
    withTargetAndFact: withTarget.filter(({ fact }) => fact !== null).length,
  };
};
