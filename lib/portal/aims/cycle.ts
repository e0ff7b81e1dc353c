/** The cycle of a municipality in a year as its pages, the API and the evidence pack show it. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { cycleCompleteness, type IndicatorFilling, type PositionFilling } from '@/lib/domain/aims/completeness';
import { isLinkKind, isPositionCode, POSITION_CODES, type PositionCode } from '@/lib/domain/aims/positions';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { supportYears } from '@/lib/portal/support/queries';
import { supportFilesOf } from '@/lib/portal/support-files/queries';
import { indicatorFacts } from './facts';
import { indicatorsOf } from './indicators';
import { aimsPlace, NO_YEARS } from './place';
import type { AimsItem, AimsQuery } from './schema';
import { linkedThings } from './things';
import type {
  AimsPlace,
  CompletenessRow,
  CompletenessView,
  CycleView,
  IndicatorView,
  LinkedThing,
  PositionView,
} from './views';

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

function fillingOf(
  row: { code: string; text: string; links: readonly { subjectType: string }[] },
  files: number,
): PositionFilling | null {
  if (!isPositionCode(row.code)) return null;
  const linked = row.links.map(({ subjectType }) => subjectType).filter(isLinkKind);
  return { code: row.code, text: row.text, links: files > 0 ? [...linked, 'document'] : linked };
}

const indicatorFilling = (indicators: readonly IndicatorView[]): IndicatorFilling => {
  const withTarget = indicators.filter(({ target }) => target !== null);
  return {
    withTarget: withTarget.length,
    withTargetAndFact: withTarget.filter(({ fact }) => fact !== null).length,
  };
};

/** The municipalities in sight beside each other: what of the description is there. By name, in three queries. */
export function completenessOf(viewer: Viewer, asked?: string): Promise<Outcome<CompletenessView>> {
  return forViewer(viewer, async (db): Promise<Outcome<CompletenessView>> => {
    const refused = refusal(viewer, 'aims.read');
    if (refused) return { ok: false, failure: refused };
    const municipalities = await db.municipality.findMany({
      where: { id: { in: viewer.municipalityIds } },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    });
    const schoolYears = await supportYears(db);
    const schoolYear = asked ?? schoolYears[0];
    if (!schoolYear) return failed('NOT_FOUND', NO_YEARS);
    const rows = await db.aimPosition.findMany({
      where: { schoolYear },
      include: { links: { select: { subjectType: true } } },
    });
    const files = await supportFilesOf(
      db,
      viewer,
      'aim-position',
      rows.map(({ id }) => id),
    );
    const targets = await db.aimIndicator.findMany({ where: { schoolYear, target: { not: null } } });
    const begun = [...new Set(targets.map(({ municipalityId }) => municipalityId))];
    const facts = begun.length > 0 ? await indicatorFacts(db, begun, [schoolYear]) : [];
    const known = new Set(
      facts
        .filter(({ code, whole }) => whole > 0 || code === 'events')
        .map((fact) => `${fact.municipalityId} ${fact.code}`),
    );
    const compared = municipalities.map(({ id, name }): CompletenessRow => {
      const own = rows.filter(({ municipalityId }) => municipalityId === id);
      const set = targets.filter(({ municipalityId }) => municipalityId === id);
      const { positions, complete } = cycleCompleteness(
        own.flatMap((row) => fillingOf(row, (files.get(row.id) ?? []).length) ?? []),
        {
          withTarget: set.length,
          withTargetAndFact: set.filter(({ code, fact }) => fact !== null || known.has(`${id} ${code}`)).length,
        },
      );
      return {
        municipalityId: id,
        municipality: name,
        complete,
        states: Object.fromEntries(positions.map(({ code, state }) => [code, state])) as CompletenessRow['states'],
        withTarget: set.length,
        changedAt: own.reduce<Date | null>(
          (last, { changedAt }) => (last && last > changedAt ? last : changedAt),
          null,
        ),
      };
    });
    return done({ schoolYear, schoolYears, rows: compared });
  });
}

/** The cycle as the API gives it. */
export async function aimsItem(viewer: Viewer, asked: AimsQuery): Promise<Outcome<AimsItem>> {
  const cycle = await cycleView(viewer, asked);
  if (!cycle.ok) return cycle;
  const { place, complete, indicators } = cycle.value;
  const written = new Map(cycle.value.positions.map((position) => [position.code, position]));
  const empty = new Map(cycleCompleteness([], indicatorFilling(indicators)).positions.map((one) => [one.code, one]));
  return done({
    municipalityId: place.municipalityId,
    schoolYear: place.schoolYear,
    complete,
    positions: POSITION_CODES.map((code: PositionCode) => ({
      code,
      state: written.get(code)?.state ?? 'EMPTY',
      missing: written.get(code)?.missing ?? empty.get(code)?.missing ?? [],
      text: written.get(code)?.text ?? '',
      links: (written.get(code)?.links ?? []).map(({ type, id }) => ({ type, id })),
    })),
    indicators: indicators.map(({ code, title, unit, moreIsBetter, target, fact, computed, state, source }) => ({
      ...{ code, title, unit, moreIsBetter, target, fact, computed, state, source },
    })),
  });
}
