import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { cityAnalysis } from './analysis';
import { cityDashboard } from './city';
import type { Dashboard, DashboardQuery } from './schema';
import type { CityAnalysis, CityDashboard, DashboardYear } from './views';

/** The overview as the API gives it: what the page shows, by the same queries. */
export async function dashboardOf(viewer: Viewer, query: DashboardQuery, now: Date): Promise<Outcome<Dashboard>> {
  const dashboard = await cityDashboard(viewer, query, now);
  if (!dashboard.ok) return dashboard;
  const { municipalityId, years, trend, year } = dashboard.value;
  if (query.schoolYear && !years.includes(query.schoolYear))
    return failed(
      'NOT_FOUND',
      'В этом учебном году кампании не было. Года с кампаниями — в поле years без schoolYear.',
    );
  const analysis = await cityAnalysis(viewer, dashboard.value);
  if (!analysis.ok) return analysis;
  return done({
    ...{ municipalityId, years },
    trend: trend.map(({ schoolYear, schoolCount, listed, entered, stayed, left }) => ({
      ...{ schoolYear, schools: schoolCount, listed: listed.length },
      share: schoolCount > 0 ? listed.length / schoolCount : null,
      entered: entered?.length ?? null,
      stayed: stayed?.length ?? null,
      left: left?.length ?? null,
    })),
    year: year && analysis.value && yearOf(year, dashboard.value.running, analysis.value),
  });
}

function yearOf(
  year: DashboardYear,
  running: CityDashboard['running'],
  { points, flagged, sums, groups, signs, effect, warnings }: CityAnalysis,
): NonNullable<Dashboard['year']> {
  const { campaign, cards, list, events, coming, since, changes } = year;
  const { schoolYear, examined, programmes, stuck, partnerships, recommendations } = running ?? year;
  return {
    schoolYear: year.schoolYear,
    campaignId: campaign.id,
    campaignStatus: campaign.status === 'OPEN' ? 'OPEN' : 'CLOSED',
    cards: {
      ...{ all: cards.all, accepted: cards.ACCEPTED, notFiled: cards.DRAFT + cards.RETURNED },
      ...{ late: cards.late, review: cards.review },
    },
    coverage: cards.all > 0 ? cards.ACCEPTED / cards.all : null,
    listId: list?.id ?? null,
    flagged,
    support: { schoolYear, examined, programmes, stuck, partnerships, recommendations },
    events,
    coming: coming.map(({ id, title, startsAt }) => ({ id, title, startsAt: startsAt.toISOString() })),
    changes: { since: since.at.toISOString(), counts: changes.map(({ text, count }) => ({ text, count })) },
    ...{ sums, groups },
    heatMap: points.rows.map(({ schoolId, name, negativeSum, maximum, groups: parts }) => ({
      ...{ schoolId, name, negativeSum, maximum, groups: parts },
    })),
    criteria: points.criteria.map(({ code, text, points: sum, schools }) => ({ code, text, points: sum, schools })),
    signs: {
      ...{ resultsYear: signs.resultsYear, schools: signs.schools, withSigns: signs.withSigns },
      works: signs.subjects.flatMap(({ subject, cells }) =>
        signs.grades.flatMap((grade, at) => (cells[at] ? [{ subject, grade, schools: cells[at] }] : [])),
      ),
    },
    ...{ effect, warnings },
  };
}
