import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { type Page, type Paging, pageOf } from '@/lib/portal/paging';
import { conditionsView } from './conditions-view';
import type { ConditionsItem } from './schema';
import type { ConditionsSchool } from './views';

/** The schools of a campaign by conditions and results as the API gives them, in the order of the ranking. */
export async function conditionsOf(
  viewer: Viewer,
  campaignId: string,
  paging: Paging,
): Promise<Outcome<Page<ConditionsItem>>> {
  const view = await conditionsView(viewer, campaignId);
  if (!view.ok) return view;
  const { page, pageSize } = paging;
  return done(pageOf(view.value.schools.map(conditionsItem), { page, pageSize }));
}

function conditionsItem(school: ConditionsSchool): ConditionsItem {
  const { schoolId, schoolCode, schoolName, status, index, hard, negativeSum, type, resilient, reasons } = school;
  return {
    ...{ schoolId, schoolCode, schoolName, status, index, hard, negativeSum, type, resilient, reasons },
    parts: school.parts.map(({ code, share, contribution }) => ({ code, share, contribution })),
  };
}
