import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { whatIf } from '@/lib/domain/what-if';
import { type Page, pageOf } from '@/lib/portal/paging';
import { acceptedAnswers } from './campaign-answers';
import { judgedSchools, pointsOfSchools } from './judged-schools';
import { rankedCampaign } from './ranked-campaign';
import { rankingItem, standingOf } from './ranking-items';
import { rankingRows } from './ranking-rows';
import { identificationRule } from './rule-commands';
import type { RankingItem, RankingQuery, RuleInput, WhatIf } from './schema';

export { confirmationView } from './confirmation-view';
export { confirmedListOf, confirmedListView, listInForce, listsOfCampaign } from './confirmed-lists';
export { groupPointsView } from './group-points';
export { heatMapView, pointView } from './heat-map';
export { movementsView } from './movements-view';
export { rankingFile } from './ranking-export';
export { newestCampaigns, rankingView } from './ranking-view';
export { rankingOfRegion } from './region-ranking';

/**
 * The ranking of a campaign by one table (the first unless told): the highest sum first, then by name; schools without
 * an accepted card at the end, with their status and no figures.
 */
export function rankingOf(
  viewer: Viewer,
  campaignId: string,
  query: RankingQuery,
): Promise<Outcome<Page<RankingItem>>> {
  return forViewer(viewer, async (db) => {
    const found = await rankedCampaign(db, viewer, campaignId, 'ranking.read', query.table);
    if (!found.ok) return found;
    const rows = await rankingRows(db, found.value);
    const standing = standingOf(found.value.rule, rows);
    const { page, pageSize } = query;
    return done(
      pageOf(
        rows.map((row) => rankingItem(row, standing)),
        { page, pageSize },
      ),
    );
  });
}

/** What a rule would propose and change against the campaign's own; stores nothing. */
export function whatIfOf(viewer: Viewer, campaignId: string, input: RuleInput): Promise<Outcome<WhatIf>> {
  return forViewer(viewer, async (db) => {
    const found = await rankedCampaign(db, viewer, campaignId, 'list.whatIf', input.table);
    if (!found.ok) return found;
    const rule = identificationRule(input);
    if (!rule.ok) return rule;
    const rows = await rankingRows(db, found.value);
    const answers = await acceptedAnswers(db, campaignId, found.value.instrument);
    const schools = judgedSchools(rows, pointsOfSchools(found.value, rows, answers));
    const { proposed, entering, leaving, borderline } = whatIf(found.value.rule, rule.value, schools);
    return done({ proposed, entering, leaving, borderline });
  });
}
