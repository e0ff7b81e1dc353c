/** The overview of a municipality: figures of one school year, each with the page that lists what it counts. */
import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { movementsView } from '@/lib/portal/lists/queries';
import type { CityDashboard } from './views';
import { dashboardYear } from './year';

/** Of the viewer's own municipality, or of one in the viewer's region; the newest campaign's year unless one is asked for. */
export async function cityDashboard(
  viewer: Viewer,
  { municipalityId: asked, schoolYear }: { municipalityId?: string | undefined; schoolYear?: string | undefined },
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
    return done({
      municipalityId,
      municipalityName: movements.value.municipalityName,
      year: campaign ? await dashboardYear(db, municipalityId, campaign, now) : null,
      years: campaigns.map((one) => one.schoolYear),
      trend: movements.value.tracks.find(({ track }) => track === 'LOW_RESULTS')?.years ?? [],
    });
  });
}
