/** Schools × groups of criteria of one table, from the scores that the cards keep: a light sister of the heat map. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { type RankedCampaign, rankedCampaign } from './ranked-campaign';
import { rankingItem, standingOf } from './ranking-items';
import { rankingRows } from './ranking-rows';
import { campaignHead, otherInstrumentBefore } from './ranking-view';
import type { CriterionTotal, GroupPointsView } from './views';

/** The first table of a campaign; schools with an accepted card in the order of the ranking. FORBIDDEN for principals. */
export function groupPointsView(viewer: Viewer, campaignId: string): Promise<Outcome<GroupPointsView>> {
  return forViewer(viewer, async (db) => {
    const found = await rankedCampaign(db, viewer, campaignId, 'ranking.read');
    if (!found.ok) return found;
    const campaign = found.value;
    const ranking = await rankingRows(db, campaign);
    const standing = standingOf(campaign.rule, ranking);
    return done({
      ...campaignHead(campaign),
      rule: campaign.rule,
      otherInstrumentBefore: await otherInstrumentBefore(db, campaign),
      criteria: await criterionTotals(db, campaign),
      rows: ranking
        .filter(({ status }) => status === 'ACCEPTED')
        .map((row) => {
          const { schoolId, negativeSum, maximum, previousNegativeSum } = row;
          const { proposed, confirmed } = rankingItem(row, standing);
          return {
            ...{ schoolId, name: row.schoolShortName, proposed, confirmed },
            negativeSum: negativeSum ?? 0,
            maximum: maximum ?? 0,
            change: negativeSum === null || previousNegativeSum === null ? null : negativeSum - previousNegativeSum,
            groups: campaign.table.groups.map(
              ({ code }) => row.groups.find((group) => group.code === code) ?? { code, negativeSum: 0, maximum: 0 },
            ),
          };
        }),
    });
  });
}

/** Points of each criterion of the table over the accepted cards, in the order of the card: one query. */
async function criterionTotals(db: ScopedDatabase, { campaignId, table }: RankedCampaign): Promise<CriterionTotal[]> {
  const rows = await db.$queryRaw<{ code: string; points: number; schools: number }[]>`
    SELECT p->>'criterion' AS code, count(*)::int AS points, count(DISTINCT c.id)::int AS schools
    FROM card c CROSS JOIN jsonb_array_elements(c.score->'points') p
    WHERE c.campaign_id = ${campaignId}::uuid AND c.status = 'ACCEPTED' GROUP BY 1`;
  const totals = new Map(rows.map((row) => [row.code, row]));
  return table.groups.flatMap((group) =>
    group.criteria.map(({ code, text }) => ({
      ...{ code, text, groupCode: group.code },
      points: totals.get(code)?.points ?? 0,
      schools: totals.get(code)?.schools ?? 0,
    })),
  );
}
