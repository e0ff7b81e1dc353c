import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { backTest } from '@/lib/domain/early-warning/back-test';
import { drivingGroups } from '@/lib/domain/early-warning/driving-groups';
import { fitForecast, type History } from '@/lib/domain/early-warning/forecast';
import { done, type Outcome } from '@/lib/domain/failure';
import { cohortsOf, type ForecastOfSchool, forecastsOf } from './judging';
import { cardsOfYears, type YearCard } from './reading';
import type { EarlyWarningView } from './views';

/** Schools not on the list whose last three years point there, and how such warnings did in years that are known. */
export function earlyWarningView(viewer: Viewer, municipalityId?: string): Promise<Outcome<EarlyWarningView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'ranking.read', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    // the line is fitted on all that the viewer sees, also where one municipality is shown
    const cards = await cardsOfYears(db, viewer.municipalityIds);
    const places = await db.municipality.findMany({
      where: { id: { in: viewer.municipalityIds } },
      select: { id: true, name: true },
    });
    const shown = (cityId: string) => municipalityId === undefined || cityId === municipalityId;
    const cohorts = cohortsOf(cards);
    const years = [...new Set(cards.map((card) => card.schoolYear))].sort();
    const last = years.at(-1) ?? null;
    const judged = (year: string) => judgedIn(year, years, cohorts, cards);
    const now = last === null ? null : judged(last);
    const open = now?.schools.filter(({ card }) => shown(card.cityId)) ?? [];
    const titles = await groupTitles(db);
    const alarms = open.filter((one) => one.alarm).sort((a, b) => b.chance - a.chance);
    return done({
      municipality: places.find((one) => one.id === (municipalityId ?? viewer.municipalityId)) ?? null,
      schoolYear: last,
      line: now?.line ?? null,
      quiet: open.length - alarms.length,
      short:
        cards.filter((card) => card.schoolYear === last && !card.listed && shown(card.cityId)).length - open.length,
      warnings: alarms.map(({ card, ...one }) => ({
        ...{ schoolId: card.schoolId, schoolCode: card.schoolCode, name: card.name },
        municipalityName: places.find((place) => place.id === card.cityId)?.name ?? '',
        ...{ sums: one.sums, forecast: one.forecast, threshold: one.threshold, chance: one.chance },
        groups: groupsOf(card, cards, years.slice(-3)).map((group) => ({
          ...group,
          title: titles.get(group.code) ?? group.code,
        })),
      })),
      tested: tested(years.slice(0, -1), (year) => judged(year)?.schools ?? []),
    });
  });
}

/** Forecasts made in a year with what was known by then. */
function judgedIn(
  year: string,
  years: readonly string[],
  cohorts: ReadonlyMap<string, History[]>,
  cards: readonly YearCard[],
) {
  const line = fitForecast(years.filter((one) => one < year).map((one) => cohorts.get(one) ?? []));
  if (!line) return null;
  const own = new Map(cards.filter((card) => card.schoolYear === year).map((card) => [card.schoolId, card]));
  return { line, schools: forecastsOf(line, cohorts.get(year) ?? [], own) };
}

function tested(years: readonly string[], judged: (year: string) => ForecastOfSchool[]): EarlyWarningView['tested'] {
  const byYear = years
    .map((year) => ({ year, schools: judged(year).filter((one) => one.next !== null) }))
    .filter(({ schools }) => schools.length > 0);
  const all = byYear.flatMap(({ schools }) => {
    const order = [...schools].sort(
      (a, b) => b.sums[2] - a.sums[2] || (a.card.schoolCode < b.card.schoolCode ? -1 : 1),
    );
    const highest = new Set(order.slice(0, schools.filter((one) => one.alarm).length));
    return schools.map((one) => {
      const reached = (one.next ?? 0) >= one.threshold;
      const same = one.sums[2] >= one.threshold;
      return {
        forecast: { chance: one.chance, alarm: one.alarm, reached },
        naive: { chance: same ? 1 : 0, alarm: same, reached },
        highest: { chance: highest.has(one) ? 1 : 0, alarm: highest.has(one), reached },
      };
    });
  });
  return {
    years: byYear.map(({ year }) => year),
    forecast: backTest(all.map((one) => one.forecast)),
    naive: backTest(all.map((one) => one.naive)),
    highest: backTest(all.map((one) => one.highest)),
  };
}

function groupsOf(card: YearCard, cards: readonly YearCard[], years: readonly string[]) {
  const points = (one: YearCard) => Object.fromEntries(one.groups.map((group) => [group.code, group.negativeSum]));
  const city = cards.filter((one) => one.cityId === card.cityId && years.includes(one.schoolYear));
  return drivingGroups(city.filter((one) => one.schoolId === card.schoolId).map(points), city.map(points));
}

async function groupTitles(db: ScopedDatabase): Promise<Map<string, string>> {
  const groups = await db.criterionGroup.findMany({ select: { code: true, title: true } });
  return new Map(groups.map(({ code, title }) => [code, title]));
}
