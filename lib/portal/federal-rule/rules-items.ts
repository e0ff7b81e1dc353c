import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import type { ProcedureYear } from '@/lib/domain/federal-rule';
import { type Page, type Paging, pageOf } from '@/lib/portal/paging';
import type { RuleItem } from './schema';
import { twoRulesView } from './two-rules';
import type { TwoRulesSchool } from './views';

/** The schools of a campaign by both rules as the API gives them, in the order of the ranking. */
export async function rulesOf(viewer: Viewer, campaignId: string, paging: Paging): Promise<Outcome<Page<RuleItem>>> {
  const view = await twoRulesView(viewer, campaignId);
  if (!view.ok) return view;
  const { page, pageSize } = paging;
  return done(pageOf(view.value.schools.map(ruleItem), { page, pageSize }));
}

function ruleItem({ federal, ...school }: TwoRulesSchool): RuleItem {
  const { schoolId, schoolCode, schoolName, status, negativeSum, proposed, confirmed } = school;
  const { result, current, persistent, procedures } = federal;
  return {
    ...{ schoolId, schoolCode, schoolName, status, negativeSum, proposed, confirmed },
    federal: {
      ...{ result, current, persistent },
      procedures: procedures.map(({ code, year, before }) => ({ code, year: figures(year), before: figures(before) })),
    },
  };
}

function figures({ result, share, low }: ProcedureYear) {
  return { participants: result?.participants ?? null, below: result?.below ?? null, share, low };
}
