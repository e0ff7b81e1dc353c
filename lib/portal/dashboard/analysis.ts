import type { Viewer } from '@/lib/access/viewer';
import { groupShares, schoolsBySum } from '@/lib/domain/dashboard/groups';
import { done, type Outcome } from '@/lib/domain/failure';
import { earlyWarningView } from '@/lib/portal/early-warning/queries';
import { effectivenessOf } from '@/lib/portal/effectiveness/queries';
import { groupPointsView } from '@/lib/portal/lists/queries';
import type { GroupPointsView } from '@/lib/portal/lists/views';
import { flaggedOf } from './flagged';
import { subjectSigns } from './subjects';
import type { CityAnalysis, CityDashboard, GroupFigure, SubjectSigns } from './views';

/** What stands behind the figures of an overview; null where the municipality has had no campaign. */
export async function cityAnalysis(
  viewer: Viewer,
  { municipalityId, year, earlier }: Pick<CityDashboard, 'municipalityId' | 'year' | 'earlier'>,
): Promise<Outcome<CityAnalysis | null>> {
  if (!year) return done(null);
  // none needs another's answer, but the signs need the year that the campaign looks at
  const [[points, signs], before, effect, warning] = await Promise.all([
    pointsAndSigns(viewer, municipalityId, year.campaign.id),
    earlier ? groupPointsView(viewer, earlier) : null,
    effectivenessOf(viewer, { municipalityId }),
    earlyWarningView(viewer, municipalityId),
  ]);
  if (!points.ok) return points;
  if (before && !before.ok) return before;
  if (!signs.ok) return signs;
  if (!effect.ok) return effect;
  if (!warning.ok) return warning;
  const { schoolYear, line, warnings } = warning.value;
  return done({
    points: points.value,
    flagged: flaggedOf(year, points.value),
    sums: schoolsBySum(points.value.rows.map(({ negativeSum }) => negativeSum)),
    groups: groupFigures(points.value, before?.value),
    yearBefore: before?.value.campaign.schoolYear ?? null,
    signs: signs.value,
    effect: effect.value,
    warnings: schoolYear === null || line === null ? null : { schoolYear, schools: warnings.length },
  });
}

async function pointsAndSigns(
  viewer: Viewer,
  municipalityId: string,
  campaignId: string,
): Promise<[Outcome<GroupPointsView>, Outcome<SubjectSigns>]> {
  const points = await groupPointsView(viewer, campaignId);
  if (!points.ok) return [points, points];
  return [points, await subjectSigns(viewer, municipalityId, points.value.campaign.resultsYear)];
}

function groupFigures(now: GroupPointsView, before: GroupPointsView | undefined): GroupFigure[] {
  const shares = sharesOf(now);
  const earlier = before ? sharesOf(before) : undefined;
  return now.table.groups.map(({ code, title }) => ({
    ...{ code, title },
    share: shares.get(code) ?? null,
    before: earlier?.get(code) ?? null,
  }));
}

const sharesOf = ({ rows }: GroupPointsView) =>
  groupShares(
    rows.map(({ groups }) =>
      groups.map(({ code, negativeSum, maximum }) => ({ group: code, points: negativeSum, maximum })),
    ),
  );
