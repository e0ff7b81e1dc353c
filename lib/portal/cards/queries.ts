/** What people read of cards. */
import { forViewer } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import { schoolsInSight } from '@/lib/access/sight';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Failure, type Outcome } from '@/lib/domain/failure';
import { entriesAbout } from '@/lib/portal/journal/queries';
import { type Page, type Paging, pageOfRows } from '@/lib/portal/paging';
import { cardJson, cardListItem } from './card-json';
import { revisionItem } from './revisions';
import type { CardJson, CardListItem, CardListQuery, HistoryEntry, RevisionItem } from './schema';
import { openCard, refusalOf } from './stored-card';

export { type AnsweredCriterion, answeredCriteria } from './answered-criteria';
export { type CardForAttachments, cardForAttachments } from './attaching';
export { cardForEditing, cardForReview } from './card-view';
export { computedViews } from './computed-views';
export { openDisputesByCard } from './open-disputes';
export { type Recount, recountCards } from './recount';

/** The cards that the viewer may see: the newest school year first, then by the school's name. */
export function cardsInScope(viewer: Viewer, query: CardListQuery): Promise<Outcome<Page<CardListItem>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'card.read');
    if (refused) return { ok: false, failure: refused };
    const { campaignId, status, ...paging } = query;
    const where = { ...schoolsInSight(viewer), campaignId, status };
    const total = await db.card.count({ where });
    const cards = await db.card.findMany({
      where,
      include: {
        school: { select: { code: true, name: true } },
        campaign: { select: { dueAt: true } },
        disputes: { where: { status: 'OPEN' }, select: { id: true } },
      },
      orderBy: [{ campaign: { schoolYear: 'desc' } }, { school: { name: 'asc' } }, { id: 'asc' }],
      ...pageOfRows(paging),
    });
    const items = cards.map(({ school, campaign, disputes, ...card }) =>
      cardListItem(card, school, campaign, disputes.length),
    );
    return done({ items, ...paging, total });
  });
}

/** One card as the API gives it. */
export function cardOf(viewer: Viewer, id: string): Promise<Outcome<CardJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openCard(db, viewer, id, 'card.read');
    return opened.ok ? done(cardJson(viewer, opened.value)) : opened;
  });
}

/** The journal of a card, the newest first, with everything that was ever submitted. */
export function historyOfCard(
  viewer: Viewer,
  id: string,
  paging: Paging,
): Promise<Outcome<Page<HistoryEntry> & { revisions: RevisionItem[] }>> {
  return forViewer(viewer, async (db) => {
    const opened = await openCard(db, viewer, id, 'card.read');
    if (!opened.ok) return opened;
    const { entries, total } = await entriesAbout(db, { subjectType: 'card', subjectId: id }, paging);
    const revisions = await db.cardRevision.findMany({ where: { cardId: id }, orderBy: { number: 'asc' } });
    const items = entries.map((entry) => ({
      at: entry.at.toISOString(),
      actor: entry.actorName,
      action: entry.action,
      criterion: entry.detail,
      from: entry.from,
      to: entry.to,
      reason: entry.reason,
    }));
    return done({ items, ...paging, total, revisions: revisions.map(revisionItem) });
  });
}

/** Why this viewer may not do this to the card; null: they may, as far as scope and role go. */
export function refusalOfCard(viewer: Viewer, id: string, action: Action): Promise<Failure | null> {
  return forViewer(viewer, (db) => refusalOf(db, viewer, id, action));
}
