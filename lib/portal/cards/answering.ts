/** The school answers: all answers of one call are stored or none. contract.md, `PATCH /api/v1/cards/{id}/answers`. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Answer as AnswerRow } from '@/lib/db/generated/client';
import { type Answer, answerFault, normalAnswer, sameAnswer } from '@/lib/domain/answers';
import { done, type FieldError, failed, type Outcome } from '@/lib/domain/failure';
import { type JournalRecord, record } from '@/lib/portal/journal/commands';
import { cardJson } from './card-json';
import { lockInWords, lockOf } from './lock';
import { type AnswersPatch, answerSchema, type CardJson } from './schema';
import { answerOfPeople, loadCard, openCard, type StoredCard } from './stored-card';
import { emptyRow, storeCard } from './storing';
import { verifiedColumns } from './verified-columns';

/**
 * Stores answers and notes of the school and gives the whole card with its new version. STALE_VERSION (with the card as
 * it is in `extra.current`) when somebody changed the card since `version`; NOT_EDITABLE when it is locked; INVALID with
 * an error for each code that is unknown, does not apply or got an answer that its criterion does not take.
 */
export function saveAnswers(
  viewer: Viewer,
  cardId: string,
  patch: AnswersPatch,
  now: Date,
): Promise<Outcome<CardJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openCard(db, viewer, cardId, 'card.answer');
    if (!opened.ok) return opened;
    const stored = opened.value;
    const lock = lockOf(stored);
    if (lock) return failed('NOT_EDITABLE', lockInWords(lock), current(viewer, stored));
    const answers = checkedAnswers(stored, patch);
    if (!answers.ok) return answers;
    if (stored.card.version !== patch.version) return stale(viewer, stored);
    const rows = changedRows(viewer, stored, answers.value, patch.comments ?? {}, now);
    const refused = refusalOfLockedRows(viewer, stored, rows);
    if (refused) return refused;
    const startedAt = stored.card.startedAt ?? (rows.size > 0 ? now : null);
    const after = await storeCard(db, stored, { startedAt }, rows);
    if (!after) return stale(viewer, (await loadCard(db, cardId)) ?? stored);
    await recordChanges(db, viewer, stored, rows, now);
    return done(cardJson(viewer, after));
  });
}

const current = (viewer: Viewer, stored: StoredCard) => ({ extra: { current: cardJson(viewer, stored) } });

/** STALE_VERSION with the card as it is now. */
export function stale(viewer: Viewer, stored: StoredCard) {
  return failed(
    'STALE_VERSION',
    'Карту изменили в другом окне. Сверьте ответы с нынешней картой и сохраните ещё раз.',
    current(viewer, stored),
  );
}

/** An answer as this criterion takes it, or what is wrong with it in Russian. */
export function checkedAnswer(stored: StoredCard, code: string, given: unknown): Outcome<Answer> {
  const criterion = stored.criteria.get(code);
  if (!criterion) return failed('INVALID', faultOfCode(stored, code));
  const parsed = answerSchema.safeParse(given);
  if (!parsed.success) {
    return failed('INVALID', 'Ожидается «yes», «no», «na», null или список кодов найденных признаков.');
  }
  const fault = answerFault(criterion, parsed.data);
  return fault === null ? done(normalAnswer(criterion, parsed.data)) : failed('INVALID', fault);
}

function faultOfCode({ instrument }: StoredCard, code: string): string {
  return instrument.criterionIds.has(code)
    ? `Критерий ${code} не относится к этой школе: в ней нет таких классов.`
    : `Критерия ${code} нет в диагностической карте этой кампании.`;
}

function checkedAnswers(stored: StoredCard, patch: AnswersPatch): Outcome<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const errors: FieldError[] = [];
  for (const [code, given] of Object.entries(patch.answers)) {
    const answer = checkedAnswer(stored, code, given);
    if (answer.ok) answers.set(code, answer.value);
    else errors.push({ path: code, message: answer.failure.detail });
  }
  for (const code of Object.keys(patch.comments ?? {})) {
    if (!stored.criteria.has(code)) errors.push({ path: code, message: faultOfCode(stored, code) });
  }
  return errors.length === 0
    ? done(answers)
    : failed('INVALID', 'Ничего не сохранено: исправьте ответы, перечисленные по критериям.', { errors });
}

/**
 * The rows that this patch changes: another answer, another note, or a carried-over answer now confirmed. A school that
 * answers otherwise than МОЦ verified before it returned the card takes the place of that: the verification ends, the
 * journal keeps it and the reviewer sees the answer as changed. What data answer is no answer of the school: giving the
 * same one by hand is a change.
 */
function changedRows(
  viewer: Viewer,
  stored: StoredCard,
  answers: Map<string, Answer>,
  comments: Record<string, string>,
  now: Date,
): Map<string, AnswerRow> {
  const rows = new Map<string, AnswerRow>();
  for (const code of new Set([...answers.keys(), ...Object.keys(comments)])) {
    const row = rowOf(stored, code);
    if (!row) continue;
    const before = answerOfPeople(row);
    const answer = answers.get(code);
    const comment = comments[code] ?? row.comment;
    const answered = answer !== undefined && (row.carriedOver || !sameAnswer(before, answer));
    if (!answered && comment === row.comment) continue;
    rows.set(code, {
      ...row,
      ...(answered && {
        ...declaredColumns(answer),
        ...verifiedColumns(null),
        declaredAt: now,
        declaredBy: viewer.name,
        carriedOver: false,
      }),
      comment,
    });
  }
  return rows;
}

/** The stored row of a criterion, an empty one when there is none yet. */
export function rowOf(stored: StoredCard, code: string): AnswerRow | null {
  const criterionId = stored.instrument.criterionIds.get(code);
  return stored.rows.get(code) ?? (criterionId === undefined ? null : emptyRow(stored.card, criterionId));
}

/** A declared answer in its columns. */
export function declaredColumns(answer: Answer) {
  const isList = Array.isArray(answer);
  return {
    declaredValue: isList ? null : answer,
    declaredSigns: isList ? answer : [],
    declaredIsList: isList,
  };
}

/** NOT_EDITABLE when the card was returned for some criteria only and another one is changed. */
function refusalOfLockedRows(viewer: Viewer, stored: StoredCard, rows: Map<string, AnswerRow>): Outcome<never> | null {
  if (!stored.card.partlyUnlocked) return null;
  const locked = [...rows].filter(([, row]) => !row.unlocked).map(([code]) => code);
  if (locked.length === 0) return null;
  const message = 'Карта возвращена только для отмеченных критериев. Если ошибка и здесь, напишите МОЦ.';
  const errors = locked.map((path) => ({ path, message }));
  return failed('NOT_EDITABLE', message, { errors, ...current(viewer, stored) });
}

async function recordChanges(
  db: ScopedDatabase,
  viewer: Viewer,
  stored: StoredCard,
  rows: Map<string, AnswerRow>,
  now: Date,
): Promise<void> {
  const { id, schoolId, municipalityId } = stored.card;
  const about = { action: 'card.answer', subjectType: 'card', subjectId: id, schoolId, municipalityId } as const;
  const records = [...rows].flatMap(([code, row]): JournalRecord[] => {
    const earlier = stored.rows.get(code);
    const [from, to] = [answerOfPeople(earlier), answerOfPeople(row)];
    const note = { from: earlier?.comment ?? '', to: row.comment };
    return [
      ...(sameAnswer(from, to) ? [] : [{ ...about, detail: code, from, to }]),
      ...(note.from === note.to
        ? []
        : [{ ...about, detail: code, from: { comment: note.from }, to: { comment: note.to } }]),
    ];
  });
  if (records.length > 0) await record(db, viewer, now, ...records);
}
