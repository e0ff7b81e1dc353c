/** The right of reply: the school contests a point with evidence, МОЦ decides with a reason, both stay. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Answer } from '@/lib/domain/answers';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { rowOf, stale } from './answering';
import { cardJson, scoreOfCard } from './card-json';
import { refusalOfClosed } from './lock';
import { nameOfCard, tellCentre, tellSchool } from './notices';
import type { CardJson, DisputeDecision, DisputeInput } from './schema';
import { answerThatCounts, openCard, type StoredCard } from './stored-card';
import { storeCard } from './storing';
import { verifiedColumns } from './verified-columns';

/** What a verified answer cites when a dispute was upheld. */
export const DISPUTE_SOURCE = 'Решение по возражению';

/** «T1.OBJ.01, признак S4». */
const pointInWords = (criterion: string, sign: string | null | undefined) =>
  sign ? `${criterion}, признак ${sign}` : criterion;

function hasPoint(stored: StoredCard, criterion: string, sign: string | null | undefined): boolean {
  return scoreOfCard(stored.card).points.some(
    (point) => point.criterion === criterion && (!sign || point.sign === sign),
  );
}

/**
 * Contests a point of a submitted or accepted card; the evidence are the files attached to the criterion. INVALID when
 * there is no such point, CONFLICT when it is already disputed.
 */
export function raiseDispute(
  viewer: Viewer,
  cardId: string,
  { criterion, sign, reason }: DisputeInput,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const opened = await openCard(db, viewer, cardId, 'card.dispute', 'change');
    if (!opened.ok) return opened;
    const stored = opened.value;
    const { schoolId, municipalityId, status } = stored.card;
    if (status !== 'SUBMITTED' && status !== 'ACCEPTED') {
      return failed('WRONG_STATE', 'Карта у вас: исправьте ответ в ней. Оспорить можно балл отправленной карты.');
    }
    const closed = refusalOfClosed(stored);
    if (closed) return closed;
    const criterionId = stored.instrument.criterionIds.get(criterion);
    if (criterionId === undefined || !hasPoint(stored, criterion, sign)) {
      const message = `По критерию ${pointInWords(criterion, sign)} балла нет: оспаривать нечего.`;
      return failed('INVALID', message, { errors: [{ path: 'criterion', message }] });
    }
    if (stored.openDisputes.some((open) => open.criterion === criterion && open.sign === sign)) {
      return failed('CONFLICT', 'Этот балл уже оспаривается. Дождитесь решения МОЦ.');
    }
    const { id } = await db.dispute.create({
      data: {
        cardId,
        schoolId,
        municipalityId,
        criterionId,
        signCode: sign ?? null,
        reason,
        raisedBy: viewer.name,
        raisedAt: now,
      },
    });
    await record(db, viewer, now, {
      action: 'card.dispute',
      subjectType: 'card',
      subjectId: cardId,
      schoolId,
      municipalityId,
      detail: criterion,
      to: sign ?? null,
      reason,
    });
    const title = `${nameOfCard(stored)}: школа оспаривает балл ${pointInWords(criterion, sign)}`;
    await tellCentre(db, stored, { title, text: reason }, now);
    return done({ id });
  });
}

/**
 * Decides a dispute: UPHELD stores a verified answer without the point, the decision as its reason; REJECTED leaves it.
 * A dispute that was raised in time is decided even after the campaign was closed.
 */
export function decideDispute(
  viewer: Viewer,
  cardId: string,
  disputeId: string,
  { decision, reason }: DisputeDecision,
  now: Date,
): Promise<Outcome<CardJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openCard(db, viewer, cardId, 'card.decideDispute', 'change');
    if (!opened.ok) return opened;
    const stored = opened.value;
    const dispute = await db.dispute.findFirst({ where: { id: disputeId, cardId } });
    const criterion = dispute && stored.instrument.criterionCodes.get(dispute.criterionId);
    if (!dispute || !criterion) return failed('NOT_FOUND', 'Возражение не найдено в этой карте.');
    if (dispute.status !== 'OPEN') return failed('WRONG_STATE', 'По этому возражению решение уже принято.');
    await db.dispute.update({
      where: { id: disputeId },
      data: { status: decision, decision: reason, decidedBy: viewer.name, decidedAt: now },
    });
    const sign = dispute.signCode;
    const openDisputes = stored.openDisputes.filter(
      (one) => one.criterion !== criterion || (one.sign ?? null) !== sign,
    );
    const decided = { ...stored, openDisputes };
    const after =
      decision === 'UPHELD' ? await withoutPoint(db, viewer, decided, { criterion, sign, reason }, now) : decided;
    if (!after) return stale(viewer, stored);
    const { schoolId, municipalityId } = stored.card;
    await record(db, viewer, now, {
      action: 'card.decideDispute',
      subjectType: 'card',
      subjectId: cardId,
      schoolId,
      municipalityId,
      detail: criterion,
      from: answerThatCounts(stored.rows.get(criterion)),
      to: answerThatCounts(after.rows.get(criterion)),
      reason,
    });
    const words = decision === 'UPHELD' ? 'возражение принято, балл снят' : 'возражение отклонено, балл остаётся';
    await tellSchool(db, stored, { title: `${nameOfCard(stored)}: ${words}`, text: `${criterion}. ${reason}` }, now);
    return done(cardJson(viewer, after));
  });
}

/** Stores a verified answer that does not give the point any more. */
function withoutPoint(
  db: ScopedDatabase,
  viewer: Viewer,
  stored: StoredCard,
  { criterion, sign, reason }: { criterion: string; sign: string | null; reason: string },
  now: Date,
): Promise<StoredCard | null> {
  const row = rowOf(stored, criterion);
  if (!row) return Promise.resolve(null);
  const answer = answerWithout(answerThatCounts(row), sign);
  const columns = verifiedColumns({ answer, reason, source: DISPUTE_SOURCE, by: viewer.name, at: now });
  return storeCard(db, stored, {}, new Map([[criterion, { ...row, ...columns }]]));
}

/** The answer without the disputed point: «нет», or the signs without the disputed one (all of them when none is named). */
function answerWithout(answer: Answer, sign: string | null): Answer {
  if (!Array.isArray(answer)) return 'no';
  return sign === null ? [] : answer.filter((code) => code !== sign);
}
