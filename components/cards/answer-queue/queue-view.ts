/** What the person sees of the queue. */
import type { FieldKey, FieldValue, QueueState } from './queue-state';
import { isAnswerField } from './queue-state';

export type FieldState = 'empty' | 'saved' | 'waiting' | 'sending' | 'conflict' | 'refused';

/** The value to show: what the person wrote last stands over what the server has. */
export function shownValue(state: QueueState, key: FieldKey): FieldValue {
  const mine =
    state.conflicts.find((conflict) => conflict.mine.key === key)?.mine ??
    state.waiting.find((edit) => edit.key === key) ??
    state.refused.find(({ edit }) => edit.key === key)?.edit ??
    state.flight?.edits.find((edit) => edit.key === key);
  return mine ? mine.value : (state.server.values[key] ?? null);
}

export function fieldState(state: QueueState, key: FieldKey): FieldState {
  if (state.conflicts.some((conflict) => conflict.mine.key === key)) return 'conflict';
  if (state.refused.some(({ edit }) => edit.key === key)) return 'refused';
  if (state.waiting.some((edit) => edit.key === key)) return 'waiting';
  if (state.flight?.edits.some((edit) => edit.key === key)) return state.failures > 0 ? 'waiting' : 'sending';
  return (state.server.values[key] ?? null) === null ? 'empty' : 'saved';
}

/** The state of the whole card in one word, the worst first. */
export type QueueSummary = 'signed-out' | 'closed' | 'conflict' | 'refused' | 'offline' | 'saving' | 'saved';

export function queueSummary(state: QueueState): QueueSummary {
  if (state.halt) return state.halt.reason;
  if (state.conflicts.length > 0) return 'conflict';
  if (state.refused.length > 0) return 'refused';
  if (state.failures > 0) return 'offline';
  return state.flight || state.waiting.length > 0 ? 'saving' : 'saved';
}

/** How many answers and notes are only in this browser. */
export function unsentCount(state: QueueState): number {
  const keys = [
    ...(state.flight?.edits ?? []).map(({ key }) => key),
    ...state.waiting.map(({ key }) => key),
    ...state.conflicts.map(({ mine }) => mine.key),
    ...state.refused.map(({ edit }) => edit.key),
  ];
  return new Set(keys).size;
}

/** Criteria whose answer or note is in conflict, in the order in which the conflicts arose. */
export function conflictedAnswers(state: QueueState): FieldKey[] {
  return state.conflicts.map(({ mine }) => mine.key).filter(isAnswerField);
}
