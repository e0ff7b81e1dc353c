/** What the overviews ask of the portal, through the same functions as their pages. */
import type { Viewer } from '@/lib/access/viewer';
import { cycleView } from '@/lib/portal/aims/queries';
import { cityAnalysis, cityDashboard } from '@/lib/portal/dashboard/queries';
import { earlyWarningView } from '@/lib/portal/early-warning/queries';
import { effectivenessView } from '@/lib/portal/effectiveness/queries';
import { regionOverview, schoolProgress, supportProgress } from '@/lib/portal/overview/queries';
import type { Measure } from './measure';
import { given } from './portal-measures';
import { CLOSED_YEAR } from './scale';
import type { Viewers } from './viewers';

export function dashboardMeasures({ city, large, region, coordinator }: Viewers): Measure[] {
  const overview = (name: string, viewer: Viewer, goal: number): Measure[] => {
    const chosen = { municipalityId: viewer.municipalityId ?? undefined, schoolYear: CLOSED_YEAR };
    return [
      { name: `обзор года: числа, ${name}`, call: () => given(cityDashboard(viewer, chosen, new Date())), goal },
      {
        name: `обзор года: числа и анализ, ${name}`,
        call: async () => given(cityAnalysis(viewer, await given(cityDashboard(viewer, chosen, new Date())))),
        goal: 3 * goal,
      },
      { name: `ход работы по школам, ${name}`, call: () => given(schoolProgress(viewer, chosen, new Date())), goal },
      { name: `цели и показатели, ${name}`, call: () => given(cycleView(viewer, { schoolYear: CLOSED_YEAR })), goal },
    ];
  };
  const whole = (name: string, viewer: Viewer, goal: number): Measure[] => [
    { name: `обзор региона, ${name}`, call: () => given(regionOverview(viewer, CLOSED_YEAR)), goal },
    { name: `ход поддержки, ${name}`, call: () => given(supportProgress(viewer, CLOSED_YEAR, new Date())), goal },
    { name: `эффективность, ${name}`, call: () => given(effectivenessView(viewer, {})), goal: 3 * goal },
    { name: `раннее предупреждение, ${name}`, call: () => given(earlyWarningView(viewer)), goal: 3 * goal },
  ];
  return [
    ...overview('43 школы', city, 200),
    ...overview('1000 школ', large, 700),
    ...whole('27 муниципалитетов', region, 300),
    ...whole('1000 муниципалитетов', coordinator, 1500),
  ];
}
