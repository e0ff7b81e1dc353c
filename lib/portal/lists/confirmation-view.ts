import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { type FlagFirmness, firmnessOf } from '@/lib/domain/firmness';
import type { IdentificationRule } from '@/lib/domain/identification';
import { rankingView } from './ranking-view';
import type { ConfirmationView } from './views';

/**
 * What МОЦ decides about before it confirms a list: every school of the campaign under the rule tried (the campaign's
 * own unless told), beside the list that the order would replace. Whoever sees the ranking sees it; `may.confirm` says
 * who can act.
 */
export async function confirmationView(
  viewer: Viewer,
  campaignId: string,
  tableCode: string | undefined,
  tried: IdentificationRule | null,
): Promise<Outcome<ConfirmationView>> {
  const view = await rankingView(viewer, campaignId, tableCode);
  if (!view.ok) return view;
  const { campaign, table, listInForce, may, schools } = view.value;
  const rule = tried ?? view.value.rule;
  const judged = schools.flatMap(({ schoolId, schoolCode, schoolName, negativeSum, maximum, criteria }) =>
    negativeSum === null || maximum === null
      ? []
      : [{ schoolId, schoolCode, name: schoolName, negativeSum, maximum, criteria }],
  );
  const flags = rule ? firmnessOf(rule, judged) : new Map<string, FlagFirmness>();
  const reasons = await reasonsOf(viewer, listInForce?.id);
  return done({
    campaign,
    table,
    rule,
    listInForce,
    may,
    schools: schools.map((school) => ({
      schoolId: school.schoolId,
      schoolCode: school.schoolCode,
      schoolName: school.schoolName,
      schoolShortName: school.schoolShortName,
      negativeSum: school.negativeSum,
      maximum: school.maximum,
      status: school.status,
      proposed: flags.get(school.schoolCode)?.proposed ?? false,
      firmness: flags.get(school.schoolCode) ?? null,
      listed: school.confirmed,
      reason: reasons.get(school.schoolId) ?? '',
    })),
  });
}

async function reasonsOf(viewer: Viewer, listId: string | undefined): Promise<Map<string, string>> {
  if (!listId) return new Map();
  return forViewer(viewer, async (db) => {
    const rows = await db.confirmedListSchool.findMany({ where: { listId, reason: { not: null } } });
    return new Map(rows.map((row) => [row.schoolId, row.reason ?? '']));
  });
}
