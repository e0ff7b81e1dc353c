import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import { movementsView } from '@/lib/portal/lists/queries';
import { supportOf } from './support';
import type { CityDashboard, DashboardYear } from './views';
import { dashboardYear } from './year';

const DAYS_OF_CHANGES = 7;

export interface DashboardChoice {
  municipalityId?: string | undefined;
  schoolYear?: string | undefined;
}

/** Of the viewer's own municipality, or of one in the viewer's region; the newest campaign's year unless one is asked for. */
export async function cityDashboard(
  viewer: Viewer,
  { municipalityId: asked, schoolYear }: DashboardChoice,
  now: Date,
): Promise<Outcome<CityDashboard>> {
  const stranger = refusal(viewer, 'dashboard.read');
  if (stranger) return { ok: false, failure: stranger };
  const municipalityId = asked ?? viewer.municipalityId ?? viewer.municipalityIds[0];
  if (!municipalityId) return failed('NOT_FOUND', 'Муниципалитет не найден.');
  const movements = await movementsView(viewer, municipalityId);
  if (!movements.ok) return movements;
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'dashboard.read', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const campaigns = await db.campaign.findMany({
      where: { municipalityId, status: { in: ['OPEN', 'CLOSED'] } },
      orderBy: { schoolYear: 'desc' },
      select: { id: true, schoolYear: true, status: true, dueAt: true },
    });
    const campaign = campaigns.find((one) => one.schoolYear === schoolYear) ?? campaigns[0];
    const trend = movements.value.tracks.find(({ track }) => track === 'LOW_RESULTS')?.years ?? [];
    const year = campaign
      ? await dashboardYear(db, municipalityId, campaign, await changesBegin(db, viewer, now), now)
      : null;
    const supported = trend.filter((one) => campaign && one.schoolYear < campaign.schoolYear).at(-1)?.schoolYear;
    return done({
      ...{ municipalityId, municipalityName: movements.value.municipalityName, year, trend },
      running:
        year && supported && hasNoSupport(year)
          ? await supportOf(db, { municipalityId, schoolYear: supported }, dayOf(now))
          : null,
      earlier: campaigns.find((one) => campaign && one.schoolYear < campaign.schoolYear)?.id ?? null,
      years: campaigns.map((one) => one.schoolYear),
    });
  });
}

/** A list that is not confirmed yet begins nothing: the schools of the list before are supported on. */
function hasNoSupport({ list, examined, programmes, partnerships, recommendations }: DashboardYear): boolean {
  return list === null && examined.all + programmes.all + partnerships.length + recommendations.issued === 0;
}

/** Since when changes are told: the viewer's visit before; a week where there was none. */
async function changesBegin(db: ScopedDatabase, viewer: Viewer, now: Date): Promise<DashboardYear['since']> {
  const account = await db.account.findUnique({
    where: { id: viewer.accountId },
    select: { previousVisitAt: true },
  });
  const visit = account?.previousVisitAt;
  return visit
    ? { at: visit, of: 'VISIT' }
    : { at: new Date(now.getTime() - DAYS_OF_CHANGES * 86_400_000), of: 'WEEK' };
}
