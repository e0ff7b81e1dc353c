/** МОЦ looks at answers: what it verified counts, with a reason and a source; what the school declared stays visible. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Answer as AnswerRow } from '@/lib/db/generated/client';
import { sameAnswer } from '@/lib/domain/answers';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { checkedAnswer, rowOf, stale } from './answering';
import { cardJson } from './card-json';
import { refusalOfClosed } from './lock';
import { nameOfCard, tellCentre, tellSchool } from './notices';
import type { CardJson, ClearedVerification, CommentInput, VerificationInput } from './schema';
import { answerThatCounts, openCard, type StoredCard, verifiedAnswer } from './stored-card';
import { storeCard } from './storing';
import { verifiedColumns } from './verified-columns';

/**
 * Confirms or corrects an answer of a submitted or accepted card; the score follows and the version rises.
 * STALE_VERSION, WRONG_STATE, or INVALID when the criterion does not take such an answer.
 */
export function verifyAnswer(
  viewer: Viewer,
  cardId: string,
  code: string,
  input: VerificationInput,
  now: Date,
): Promise<Outcome<CardJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openForReview(db, viewer, cardId, code, input.version);
    if (!opened.ok) return opened;
    const { stored, row } = opened.value;
    const answer = checkedAnswer(stored, code, input.answer);
    if (!answer.ok || answer.value === null) {
      const message = answer.ok ? 'Выберите ответ: пустой ответ проверить нельзя.' : answer.failure.detail;
      return failed('INVALID', message, { errors: [{ path: 'answer', message }] });
    }
    const { reason, source } = input;
    const columns = verifiedColumns({ answer: answer.value, reason, source, by: viewer.name, at: now });
    return store(db, viewer, stored, code, { ...row, ...columns }, `${reason} Источник: ${source}`, now);
  });
}

/** Takes the verification off: the declared answer counts again. */
export function clearVerification(
  viewer: Viewer,
  cardId: string,
  code: string,
  input: ClearedVerification,
  now: Date,
): Promise<Outcome<CardJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openForReview(db, viewer, cardId, code, input.version);
    if (!opened.ok) return opened;
    const { stored, row } = opened.value;
    if (verifiedAnswer(row) === null) return failed('WRONG_STATE', 'Этот ответ не проверялся: снимать нечего.');
    return store(db, viewer, stored, code, { ...row, ...verifiedColumns(null) }, input.reason, now);
  });
}

async function openForReview(
  db: ScopedDatabase,
  viewer: Viewer,
  cardId: string,
  code: string,
  version: number,
): Promise<Outcome<{ stored: StoredCard; row: AnswerRow }>> {
  const opened = await openCard(db, viewer, cardId, 'card.verify', 'change');
  if (!opened.ok) return opened;
  const stored = opened.value;
  const { status } = stored.card;
  if (status !== 'SUBMITTED' && status !== 'ACCEPTED') {
    return failed('WRONG_STATE', 'Карта у школы. Проверять можно отправленную или принятую карту.');
  }
  const closed = refusalOfClosed(stored);
  if (closed) return closed;
  const row = stored.criteria.has(code) ? rowOf(stored, code) : null;
  if (!row) return failed('INVALID', `Критерия ${code} нет в карте этой школы.`, { errors: [unknownCriterion(code)] });
  return version === stored.card.version ? done({ stored, row }) : stale(viewer, stored);
}

const unknownCriterion = (code: string) => ({ path: 'criterion', message: `Критерия ${code} нет в карте этой школы.` });

async function store(
  db: ScopedDatabase,
  viewer: Viewer,
  stored: StoredCard,
  code: string,
  row: AnswerRow,
  reason: string,
  now: Date,
): Promise<Outcome<CardJson>> {
  const after = await storeCard(db, stored, {}, new Map([[code, row]]));
  if (!after) return stale(viewer, stored);
  const [from, to] = [answerThatCounts(stored.rows.get(code)), answerThatCounts(row)];
  const { id, schoolId, municipalityId, status } = stored.card;
  await record(db, viewer, now, {
    action: 'card.verify',
    subjectType: 'card',
    subjectId: id,
    schoolId,
    municipalityId,
    detail: code,
    from,
    to,
    reason,
  });
  // while the card is being reviewed the school hears of everything at once, with the decision
  if (status === 'ACCEPTED' && !sameAnswer(from, to)) {
    const title = `${nameOfCard(stored)}: МОЦ исправил принятый ответ`;
    await tellSchool(db, stored, { title, text: `${code}. ${reason}` }, now);
  }
  return done(cardJson(viewer, after));
}

/** A remark on a criterion, from the school or from МОЦ, at any time. */
export function commentOnCriterion(
  viewer: Viewer,
  cardId: string,
  { criterion, text }: CommentInput,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const opened = await openCard(db, viewer, cardId, 'card.comment');
    if (!opened.ok) return opened;
    const stored = opened.value;
    const criterionId = stored.instrument.criterionIds.get(criterion);
    if (criterionId === undefined || !stored.criteria.has(criterion)) {
      const error = unknownCriterion(criterion);
      return failed('INVALID', error.message, { errors: [error] });
    }
    const { id: subjectId, schoolId, municipalityId, status } = stored.card;
    const author = { authorId: viewer.accountId, authorName: viewer.name };
    const comment = await db.cardComment.create({
      data: { cardId, schoolId, municipalityId, criterionId, ...author, text, at: now },
    });
    await record(db, viewer, now, {
      action: 'card.comment',
      subjectType: 'card',
      subjectId,
      schoolId,
      municipalityId,
      detail: criterion,
      to: text,
    });
    const tidings = { title: `${nameOfCard(stored)}: замечание к ${criterion}`, text };
    // the one who has the card now sees the remark there; the other side is told
    const bySchool = viewer.role === 'PRINCIPAL';
    if (bySchool && (status === 'SUBMITTED' || status === 'ACCEPTED')) await tellCentre(db, stored, tidings, now);
    if (!bySchool && status !== 'SUBMITTED') await tellSchool(db, stored, tidings, now);
    return done({ id: comment.id });
  });
}
