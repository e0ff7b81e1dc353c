/** A card with everything around it, for its pages: one transaction, a fixed number of queries. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { type Action, may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Attachment, CardComment, CardRevision, Dispute } from '@/lib/db/generated/client';
import { type Answer, answerFault, countedAnswer, sameAnswer } from '@/lib/domain/answers';
import { done, type Outcome } from '@/lib/domain/failure';
import { applies, type InstrumentDefinition } from '@/lib/domain/instrument';
import { previousSchoolYear } from '@/lib/domain/school-year';
import { cardJson, savedAt } from './card-json';
import { computedViews } from './computed-views';
import { isEditable, lockOf } from './lock';
import { revisionItem } from './revisions';
import {
  answerThatCounts,
  declaredAnswer,
  openCard,
  type StoredCard,
  storedAnswer,
  verifiedAnswer,
} from './stored-card';
import type { AnswerChange, CardView, ComputedView, CriterionState, ReviewView, VerifiedAnswer } from './views';

/** The card as the school fills it in and as others read it. */
export function cardForEditing(viewer: Viewer, id: string): Promise<Outcome<CardView>> {
  return forViewer(viewer, async (db) => {
    const opened = await openCard(db, viewer, id, 'card.read');
    return opened.ok ? done(await viewOf(db, viewer, opened.value)) : opened;
  });
}

/** The card as МОЦ reviews it, with what the viewer may do in its state now. */
export function cardForReview(viewer: Viewer, id: string): Promise<Outcome<ReviewView>> {
  return forViewer(viewer, async (db) => {
    const opened = await openCard(db, viewer, id, 'card.read');
    if (!opened.ok) return opened;
    const { card, campaign } = opened.value;
    const { schoolId, municipalityId } = card;
    const allowed = (action: Action, now: boolean) => now && may(viewer, action, { schoolId, municipalityId });
    const open = campaign.status === 'OPEN';
    const submitted = open && card.status === 'SUBMITTED';
    const accepted = open && card.status === 'ACCEPTED';
    return done({
      ...(await viewOf(db, viewer, opened.value)),
      may: {
        accept: allowed('card.accept', submitted),
        return: allowed('card.return', submitted),
        verify: allowed('card.verify', submitted || accepted),
        reopen: allowed('card.reopen', accepted),
        decideDisputes: allowed('card.decideDispute', true),
        comment: allowed('card.comment', open),
        dispute: allowed('card.dispute', submitted || accepted),
      },
    });
  });
}

async function viewOf(db: ScopedDatabase, viewer: Viewer, stored: StoredCard): Promise<CardView> {
  const { card, campaign, school, instrument, grades } = stored;
  const cardId = card.id;
  const comments = await db.cardComment.findMany({ where: { cardId }, orderBy: { at: 'asc' } });
  const attachments = await db.attachment.findMany({ where: { cardId }, orderBy: { uploadedAt: 'asc' } });
  const disputes = await db.dispute.findMany({ where: { cardId }, orderBy: { raisedAt: 'asc' } });
  const revisions = await db.cardRevision.findMany({ where: { cardId }, orderBy: { number: 'asc' } });
  const lastYear = await cardOfYearBefore(db, stored);
  const computed = await computedViews(db, cardId, instrument);
  const around = {
    computed,
    comments: Map.groupBy(comments, (one) => one.criterionId),
    attachments: Map.groupBy(attachments, (one) => one.criterionId),
    disputes: Map.groupBy(disputes, (one) => one.criterionId),
    lastYear: lastYear?.answers ?? new Map<string, Answer>(),
  };
  const { id, code, name, shortName } = school;
  return {
    card: cardJson(viewer, stored),
    school: { id, code, name, shortName },
    campaign: {
      id: campaign.id,
      schoolYear: campaign.schoolYear,
      resultsYear: campaign.resultsYear,
      status: campaign.status,
      letter: campaign.letter,
      instrumentVersionId: campaign.instrumentVersionId,
    },
    instrument: applicablePart(instrument.definition, grades),
    criteria: Object.fromEntries(
      [...stored.criteria.keys()].map((criterion) => [criterion, stateOf(viewer, stored, criterion, around)]),
    ),
    dueAt: card.dueAt ?? campaign.dueAt,
    savedAt: savedAt(stored),
    revisions: revisions.map(revisionItem),
    changes: changesOf(stored, revisions),
    lock: lockOf(stored),
    lastYear: lastYear?.summary ?? null,
  };
}

/** The instrument without what does not apply to the school: empty groups and tables fall away. */
function applicablePart(definition: InstrumentDefinition, grades: StoredCard['grades']): InstrumentDefinition {
  const tables = definition.tables.map((table) => ({
    ...table,
    groups: table.groups
      .map((group) => ({
        ...group,
        criteria: group.criteria.filter(({ applicability }) => applies(applicability, grades)),
      }))
      .filter((group) => group.criteria.length > 0),
  }));
  return { tables: tables.filter((table) => table.groups.length > 0) };
}

interface Around {
  /** by code */
  computed: Map<string, ComputedView>;
  comments: Map<string, CardComment[]>;
  attachments: Map<string, Attachment[]>;
  disputes: Map<string, Dispute[]>;
  /** counted answers of last year by code */
  lastYear: Map<string, Answer>;
}

function stateOf(viewer: Viewer, stored: StoredCard, code: string, around: Around): CriterionState {
  const row = stored.rows.get(code);
  const criterion = stored.criteria.get(code);
  const criterionId = stored.instrument.criterionIds.get(code) ?? '';
  const before = around.lastYear.get(code);
  // the same code may have been asked in another way last year
  const comparable = before !== undefined && criterion !== undefined && answerFault(criterion, before) === null;
  return {
    declared: declaredAnswer(row),
    declaredAt: row?.declaredAt ?? null,
    declaredBy: row?.declaredBy ?? null,
    verified: verifiedOf(stored, code),
    computed: around.computed.get(code) ?? null,
    counted: countedAnswer(storedAnswer(row)),
    note: row?.comment ?? '',
    carriedOver: row?.carriedOver ?? false,
    editable: isEditable(viewer, stored, code),
    lastYear: comparable ? before : undefined,
    comments: (around.comments.get(criterionId) ?? []).map(({ id, authorId, authorName, text, at }) => ({
      id,
      authorName,
      own: authorId === viewer.accountId,
      text,
      at,
    })),
    attachments: (around.attachments.get(criterionId) ?? []).map(
      ({ id, name, mediaType, size, uploadedBy, uploadedAt }) => ({
        id,
        name,
        mediaType,
        size,
        uploadedBy,
        uploadedAt,
      }),
    ),
    disputes: (around.disputes.get(criterionId) ?? []).map((dispute) => ({
      id: dispute.id,
      sign: dispute.signCode,
      reason: dispute.reason,
      status: dispute.status,
      raisedBy: dispute.raisedBy,
      raisedAt: dispute.raisedAt,
      decision: dispute.decision,
      decidedBy: dispute.decidedBy,
      decidedAt: dispute.decidedAt,
    })),
  };
}

function verifiedOf(stored: StoredCard, code: string): VerifiedAnswer | null {
  const row = stored.rows.get(code);
  const answer = verifiedAnswer(row);
  if (answer === null || !row?.verifiedAt) return null;
  const { verifiedReason, verifiedSource, verifiedBy, verifiedAt } = row;
  return { answer, reason: verifiedReason ?? '', source: verifiedSource ?? '', by: verifiedBy ?? '', at: verifiedAt };
}

/** The counted answers of the same school's card in the campaign of the school year before, once it was submitted. */
async function cardOfYearBefore(db: ScopedDatabase, { card, campaign }: StoredCard) {
  const schoolYear = previousSchoolYear(campaign.schoolYear);
  const before = await db.card.findFirst({
    where: { schoolId: card.schoolId, status: { not: 'DRAFT' }, campaign: { schoolYear } },
    include: { answers: { include: { criterion: { select: { code: true } } } } },
  });
  if (!before) return null;
  const { id: cardId, negativeSum, maximum } = before;
  const counted = before.answers.flatMap((row): [string, Answer][] => {
    const answer = answerThatCounts(row);
    return answer === null ? [] : [[row.criterion.code, answer]];
  });
  return { answers: new Map(counted), summary: { cardId, schoolYear, negativeSum, maximum } };
}

/** What the school changed since it last submitted, or with its last submission. */
function changesOf(stored: StoredCard, revisions: CardRevision[]): AnswerChange[] {
  const withSchool = stored.card.status === 'DRAFT' || stored.card.status === 'RETURNED';
  const earlier = revisions.at(withSchool ? -1 : -2)?.answers as Record<string, Answer> | undefined;
  if (!earlier) return [];
  return [...stored.criteria.keys()].flatMap((criterion) => {
    const [from, to] = [earlier[criterion] ?? null, declaredAnswer(stored.rows.get(criterion))];
    return sameAnswer(from, to) ? [] : [{ criterion, from, to }];
  });
}
