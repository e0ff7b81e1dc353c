/** Cycles of several municipalities in a year at once, for the page of the region and for the API; a query a table. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { cycleCompleteness } from '@/lib/domain/aims/completeness';
import { isLinkKind } from '@/lib/domain/aims/positions';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { type Page, pageOf } from '@/lib/portal/paging';
import { supportYears } from '@/lib/portal/support/queries';
import { supportFilesOf } from '@/lib/portal/support-files/queries';
import { fillingOf, indicatorFilling } from './cycle';
import { indicatorFacts } from './facts';
import { indicatorsFrom } from './indicators';
import { NO_YEARS } from './place';
import type { AimsItem, AimsListQuery } from './schema';
import type { CompletenessRow, CompletenessView } from './views';

/** The municipalities in sight beside each other: what of the description is there. By name. */
export function completenessOf(viewer: Viewer, asked?: string): Promise<Outcome<CompletenessView>> {
  return forViewer(viewer, async (db): Promise<Outcome<CompletenessView>> => {
    const refused = refusal(viewer, 'aims.read');
    if (refused) return { ok: false, failure: refused };
    const schoolYears = await supportYears(db);
    const schoolYear = asked ?? schoolYears[0];
    if (!schoolYear) return failed('NOT_FOUND', NO_YEARS);
    const cycles = await cyclesOf(db, viewer, await municipalitiesOf(db, viewer), schoolYear);
    const rows = cycles.map(
      ({ name, changedAt, item }): CompletenessRow => ({
        ...{ municipalityId: item.municipalityId, municipality: name, complete: item.complete, changedAt },
        states: Object.fromEntries(item.positions.map(({ code, state }) => [code, state])) as CompletenessRow['states'],
        withTarget: item.indicators.filter(({ target }) => target !== null).length,
      }),
    );
    return done({ schoolYear, schoolYears, rows });
  });
}

/** The cycles as the API gives them; a municipality out of sight is not among them. */
export function aimsItems(viewer: Viewer, query: AimsListQuery): Promise<Outcome<Page<AimsItem>>> {
  return forViewer(viewer, async (db): Promise<Outcome<Page<AimsItem>>> => {
    const refused = refusal(viewer, 'aims.read');
    if (refused) return { ok: false, failure: refused };
    const { municipalityId, page, pageSize } = query;
    const schoolYear = query.schoolYear ?? (await supportYears(db))[0];
    const municipalities = (await municipalitiesOf(db, viewer)).filter(({ id }) => (municipalityId ?? id) === id);
    const cycles = schoolYear ? await cyclesOf(db, viewer, municipalities, schoolYear) : [];
    return done(
      pageOf(
        cycles.map(({ item }) => item),
        { page, pageSize },
      ),
    );
  });
}

const municipalitiesOf = (db: ScopedDatabase, viewer: Viewer) =>
  db.municipality.findMany({
    where: { id: { in: viewer.municipalityIds } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });

interface ComparedCycle {
  name: string;
  changedAt: Date | null;
  item: AimsItem;
}

async function cyclesOf(
  db: ScopedDatabase,
  viewer: Viewer,
  municipalities: readonly { id: string; name: string }[],
  schoolYear: string,
): Promise<ComparedCycle[]> {
  const ids = municipalities.map(({ id }) => id);
  const where = { municipalityId: { in: ids }, schoolYear };
  const positions = await db.aimPosition.findMany({ where, include: { links: { orderBy: { subjectId: 'asc' } } } });
  const files = await supportFilesOf(
    db,
    viewer,
    'aim-position',
    positions.map(({ id }) => id),
  );
  const targets = await db.aimIndicator.findMany({ where });
  const facts = await indicatorFacts(db, ids, [schoolYear]);
  const byPlace = {
    positions: Map.groupBy(positions, ({ municipalityId }) => municipalityId),
    targets: Map.groupBy(targets, ({ municipalityId }) => municipalityId),
    facts: Map.groupBy(facts, ({ municipalityId }) => municipalityId),
  };
  return municipalities.map(({ id, name }) => {
    const own = byPlace.positions.get(id) ?? [];
    const indicators = indicatorsFrom([schoolYear], byPlace.facts.get(id) ?? [], byPlace.targets.get(id) ?? []);
    const completeness = cycleCompleteness(
      own.flatMap((row) => fillingOf(row, (files.get(row.id) ?? []).length) ?? []),
      indicatorFilling(indicators),
    );
    const item: AimsItem = {
      ...{ municipalityId: id, schoolYear, complete: completeness.complete },
      positions: completeness.positions.map((position) => {
        const row = own.find(({ code }) => code === position.code);
        const links = (row?.links ?? []).flatMap(({ subjectType, subjectId }) =>
          isLinkKind(subjectType) ? { type: subjectType, id: subjectId } : [],
        );
        return { ...position, text: row?.text ?? '', links };
      }),
      indicators: indicators.map(({ code, title, unit, moreIsBetter, target, fact, computed, state, source }) => ({
        ...{ code, title, unit, moreIsBetter, target, fact, computed, state, source },
      })),
    };
    const changedAt = own.reduce<Date | null>(
      (last, row) => (last && last > row.changedAt ? last : row.changedAt),
      null,
    );
    return { name, changedAt, item };
  });
}
