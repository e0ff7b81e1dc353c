import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { reviewEffect } from '@/lib/domain/effectiveness/review';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { nextSchoolYear, previousSchoolYear, startOfSchoolYear } from '@/lib/domain/school-year';
import { MEASURE_KINDS, type MeasureKind, schoolsByMeasure } from './measures';
import { type Observed, observed } from './reading';
import type { Effectiveness, EffectivenessQuery } from './schema';
import type { EffectivenessView, Period } from './views';

/** The effect of measures as the API gives it: of one municipality, or of all in sight together. */
export async function effectivenessOf(viewer: Viewer, query: EffectivenessQuery): Promise<Outcome<Effectiveness>> {
  return forViewer(viewer, async (db) => {
    const found = await read(db, viewer, query);
    if (!found.ok) return found;
    const { period, seen } = found.value;
    const { reliability, ...review } = reviewEffect(seen.schools, seen.pairs, period?.years ?? 1);
    return done({ from: period?.from ?? null, to: period?.to ?? null, ...review, reliability: reliability.value });
  });
}

/** The page of effectiveness: the whole, by kind of measure, and of a region by municipality. */
export async function effectivenessView(
  viewer: Viewer,
  query: EffectivenessQuery,
): Promise<Outcome<EffectivenessView>> {
  return forViewer(viewer, async (db) => {
    const found = await read(db, viewer, query);
    if (!found.ok) return found;
    const { period, seen, schoolYears, places } = found.value;
    const [only] = places;
    const years = period?.years ?? 1;
    const kinds = period
      ? await schoolsByMeasure(
          db,
          places.map((one) => one.id),
          period,
        )
      : new Map();
    return done({
      municipality: only && places.length === 1 ? only : null,
      ...{ period, schoolYears },
      review: reviewEffect(seen.schools, seen.pairs, years),
      measures: MEASURE_KINDS.map((kind: MeasureKind) => {
        const had = kinds.get(kind) ?? new Set<string>();
        const schools = seen.schools.filter((one) => !one.supported || had.has(one.schoolId));
        return { kind, review: reviewEffect(schools, seen.pairs, years) };
      }),
      municipalities: places.length === 1 ? [] : byMunicipality(places, seen, years),
      ...{ supportedLater: seen.supportedLater, lost: seen.lost, otherCard: seen.otherCard },
    });
  });
}

function byMunicipality(places: readonly Place[], { schools, pairs }: Observed, years: number) {
  return places
    .map((place) => {
      const own = schools.filter((school) => school.cityId === place.id);
      // how steady sums are is a property of the card: a municipality with few years leans on its neighbours
      return { ...place, review: reviewEffect(own, pairs, years) };
    })
    .filter(({ review }) => review.supported.n > 0);
}

interface Place {
  id: string;
  name: string;
}

async function read(db: ScopedDatabase, viewer: Viewer, { municipalityId, from, to }: EffectivenessQuery) {
  const refused = refusal(viewer, 'ranking.read', { municipalityId });
  if (refused) return { ok: false as const, failure: refused };
  const ids = municipalityId ? [municipalityId] : viewer.municipalityIds;
  const places = await db.municipality.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  const schoolYears = await closedYears(db, ids);
  const period = periodOf(schoolYears, from, to);
  if (period && period.years < 1) {
    const message = 'Год итога должен быть позже года списка.';
    return failed('INVALID', message, { errors: [{ path: 'to', message }] });
  }
  const none: Observed = { schools: [], pairs: [], supportedLater: 0, lost: 0, otherCard: 0 };
  return done({ places, schoolYears, period, seen: period ? await observed(db, ids, period) : none });
}

async function closedYears(db: ScopedDatabase, municipalityIds: readonly string[]): Promise<string[]> {
  const years = await db.campaign.groupBy({
    by: ['schoolYear'],
    where: { municipalityId: { in: [...municipalityIds] }, status: 'CLOSED' },
    orderBy: { schoolYear: 'desc' },
  });
  return years.map((year) => year.schoolYear);
}

/** The asked years; the latest closed campaign and the year before where they are not told. */
function periodOf(schoolYears: readonly string[], from?: string, to?: string): Period | null {
  const [latest] = schoolYears;
  const end = to ?? (from ? nextSchoolYear(from) : latest);
  if (end === undefined) return null;
  const start = from ?? previousSchoolYear(end);
  return { from: start, to: end, years: (startOfSchoolYear(end) ?? 0) - (startOfSchoolYear(start) ?? 0) };
}
