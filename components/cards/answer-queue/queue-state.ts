import type { Answer } from '@/lib/domain/answers';

/** One thing of a card that can be written: an answer or the principal's note on it. */
export type FieldKey = `answer/${string}` | `comment/${string}`;
export type FieldValue = Answer | string;

export const answerField = (criterion: string): FieldKey => `answer/${criterion}`;
export const commentField = (criterion: string): FieldKey => `comment/${criterion}`;
export const criterionOf = (key: FieldKey): string => key.slice(key.indexOf('/') + 1);
export const isAnswerField = (key: FieldKey): boolean => key.startsWith('answer/');

/** The card as the server has it at one version. */
export interface ServerFields {
  version: number;
  values: Readonly<Record<string, FieldValue>>;
}

/** One change by the person at the screen. */
export interface Edit {
  key: FieldKey;
  value: FieldValue;
  /** the server's value that the person had in sight when changing it: whatever else stands there later is not theirs to overwrite */
  basis: FieldValue;
  /** when, ms since 1970, by the clock of the browser */
  at: number;
  /** the same value said again on purpose: «проверьте» was looked at */
  confirms: boolean;
}

/** A field changed on both sides: the person chooses. */
export interface Conflict {
  mine: Edit;
  theirs: FieldValue;
}

/** An edit that the server will not take (422). */
export interface Refusal {
  edit: Edit;
  message: string;
}

/** What was sent and not answered yet; sent again as it is until the server says what became of it. */
export interface Flight {
  version: number;
  edits: readonly Edit[];
}

/** Why nothing is sent: the session ended, or the card may not be changed. */
export type Halt = { reason: 'signed-out' } | { reason: 'closed'; code: string; detail: string };

/** The whole queue of one tab; plain data, stored in the browser as it is. */
export interface QueueState {
  server: ServerFields;
  flight: Flight | null;
  /** in the order in which they were made; one a field */
  waiting: readonly Edit[];
  conflicts: readonly Conflict[];
  refused: readonly Refusal[];
  halt: Halt | null;
  /** failures to reach the server in a row */
  failures: number;
  /** when the server last took an answer, ms since 1970 */
  savedAt: number | null;
}

/** What came back for a flight. */
export type Reply =
  | { kind: 'saved'; card: ServerFields }
  | { kind: 'stale'; current: ServerFields }
  | { kind: 'invalid'; detail: string; errors: readonly { path: string; message: string }[] }
  | { kind: 'signed-out' }
  | { kind: 'closed'; code: string; detail: string }
  /** the line is cut, the server is busy or broken: nobody knows whether it was stored */
  | { kind: 'unreachable'; retryAfter?: number };

/** Signs in any order are the same answer; spaces around a note and an empty note are nothing. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((code) => b.includes(code));
  return plain(a) === plain(b);
}

function plain(value: FieldValue | undefined): FieldValue {
  return typeof value === 'string' ? value.trim() || null : (value ?? null);
}
