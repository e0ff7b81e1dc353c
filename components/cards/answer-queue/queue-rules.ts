/**
 * The rules of the answer queue: pure steps from state to state, no DOM, no network, no clock. An edit goes to the
 * server only while the field there still holds what the person saw when making it; otherwise the person is asked.
 */
import {
  type Conflict,
  criterionOf,
  type Edit,
  type FieldKey,
  type FieldValue,
  type Flight,
  isAnswerField,
  type QueueState,
  type Reply,
  type ServerFields,
  sameValue,
} from './queue-state';

export function emptyQueue(server: ServerFields): QueueState {
  return {
    server,
    flight: null,
    waiting: [],
    conflicts: [],
    refused: [],
    halt: null,
    failures: 0,
    savedAt: null,
  };
}

const valueAt = (server: ServerFields, key: FieldKey): FieldValue => server.values[key] ?? null;
const without = <T>(items: readonly T[], keyOf: (item: T) => FieldKey, key: FieldKey) =>
  items.filter((item) => keyOf(item) !== key);

/** The person wrote a value into a field. `confirms`: said again on purpose, to be sent although it is the same. */
export function edited(
  state: QueueState,
  change: { key: FieldKey; value: FieldValue; at: number; confirms?: boolean },
): QueueState {
  const { key, value, at, confirms = false } = change;
  const conflict = state.conflicts.find(({ mine }) => mine.key === key);
  if (conflict) {
    const conflicts = state.conflicts.map((one) =>
      one === conflict ? { ...one, mine: { ...one.mine, value, at, confirms } } : one,
    );
    return { ...state, conflicts };
  }
  const flying = state.flight?.edits.find((edit) => edit.key === key);
  const earlier = state.waiting.find((edit) => edit.key === key);
  const refused = state.refused.find(({ edit }) => edit.key === key)?.edit;
  const basis = earlier?.basis ?? flying?.value ?? refused?.basis ?? valueAt(state.server, key);
  const waiting = without(state.waiting, (edit) => edit.key, key);
  return {
    ...state,
    refused: without(state.refused, ({ edit }) => edit.key, key),
    waiting: sameValue(value, basis) && !confirms ? waiting : [...waiting, { key, value, basis, at, confirms }],
  };
}

/** What has to be sent now: the flight that nobody answered, or all waiting edits as a new one; null when nothing. */
export function departing(state: QueueState): { state: QueueState; flight: Flight } | null {
  if (state.halt) return null;
  if (state.flight) return { state, flight: state.flight };
  if (state.waiting.length === 0) return null;
  const flight = { version: state.server.version, edits: state.waiting };
  return { state: { ...state, flight, waiting: [] }, flight };
}

/** The edits of the flight back in the queue, each under the newer edit of its field if there is one. */
function landed(state: QueueState, isBack: (edit: Edit) => boolean = () => true): QueueState {
  const back = (state.flight?.edits ?? []).filter(isBack);
  const newer = new Map(state.waiting.map((edit) => [edit.key, edit]));
  const under = back.map((edit) => {
    const over = newer.get(edit.key);
    newer.delete(edit.key);
    return over ? { ...over, basis: edit.basis } : edit;
  });
  return { ...state, flight: null, waiting: [...under, ...newer.values()] };
}

/** The server has this card now: what it confirms leaves the queue, what both sides changed becomes a conflict. */
export function reconciled(state: QueueState, card: ServerFields): QueueState {
  if (card.version < state.server.version) return state;
  const waiting: Edit[] = [];
  const conflicts: Conflict[] = [];
  for (const edit of state.waiting) {
    const theirs = valueAt(card, edit.key);
    if (sameValue(theirs, edit.value)) {
      if (edit.confirms) waiting.push({ ...edit, basis: theirs });
    } else if (sameValue(theirs, edit.basis)) waiting.push(edit);
    else conflicts.push({ mine: edit, theirs });
  }
  for (const { mine } of state.conflicts) {
    const theirs = valueAt(card, mine.key);
    if (sameValue(theirs, mine.value)) continue;
    if (sameValue(theirs, mine.basis)) waiting.push(mine);
    else conflicts.push({ mine, theirs });
  }
  return { ...state, server: card, waiting, conflicts };
}

/** Whether the flight is behind the card: then each of its edits is either there, or free to go again, or a conflict. */
function flightSettled(state: QueueState, card: ServerFields): QueueState {
  const isThere = (edit: Edit) => sameValue(valueAt(card, edit.key), edit.value) && !edit.confirms;
  return reconciled(
    landed(state, (edit) => !isThere(edit)),
    card,
  );
}

/** What the queue does with the answer to its flight; `at` is now, ms since 1970. */
export function arrived(state: QueueState, reply: Reply, at: number): QueueState {
  if (!state.flight) return state;
  const reached = { ...state, failures: 0 };
  switch (reply.kind) {
    case 'saved':
      return reconciled({ ...reached, flight: null, savedAt: at }, reply.card);
    case 'stale':
      // A server that calls stale what it itself shows as current is out of order: wait, do not spin.
      if (reply.current.version <= state.flight.version) return { ...state, failures: state.failures + 1 };
      return flightSettled(reached, reply.current);
    case 'invalid':
      return refusedBy(reached, state.flight, reply);
    case 'signed-out':
      return { ...landed(reached), halt: { reason: 'signed-out' } };
    case 'closed':
      return { ...landed(reached), halt: { reason: 'closed', code: reply.code, detail: reply.detail } };
    case 'unreachable':
      return { ...state, failures: state.failures + 1 };
  }
}

function refusedBy(state: QueueState, flight: Flight, reply: Extract<Reply, { kind: 'invalid' }>): QueueState {
  // The server names a field «answers.CODE», «comments.CODE» or plainly «CODE».
  const complaintOf = (edit: Edit) => {
    const criterion = criterionOf(edit.key);
    const paths = isAnswerField(edit.key) ? [criterion, `answers.${criterion}`] : [`comments.${criterion}`];
    return reply.errors.find(({ path }) => paths.some((one) => path === one || path.startsWith(`${one}.`)))?.message;
  };
  const named = flight.edits.filter((edit) => complaintOf(edit) !== undefined);
  const atFault = new Set(named.length > 0 ? named : flight.edits);
  const back = landed(state, (edit) => !atFault.has(edit));
  const newer = new Set(back.waiting.map((edit) => edit.key));
  const refused = [...atFault]
    .filter((edit) => !newer.has(edit.key))
    .map((edit) => ({ edit, message: complaintOf(edit) ?? reply.detail }));
  // An edit over a refused one starts from what the server really has.
  const waiting = back.waiting.map((edit) => {
    const under = [...atFault].find((one) => one.key === edit.key);
    return under ? { ...edit, basis: under.basis } : edit;
  });
  return { ...back, waiting, refused: [...state.refused, ...refused] };
}

/** News of the card from elsewhere (the page, another tab, a look at the server). */
export function heardOf(state: QueueState, card: ServerFields): QueueState {
  // With a flight under way its own answer tells; the news would be mistaken for somebody else's change.
  return state.flight || card.version <= state.server.version ? state : reconciled(state, card);
}

/** The person chose: «mine» goes to the server over what was seen there, «theirs» stays. */
export function resolved(state: QueueState, key: FieldKey, choice: 'mine' | 'theirs', at: number): QueueState {
  const conflict = state.conflicts.find(({ mine }) => mine.key === key);
  if (!conflict) return state;
  const value = choice === 'mine' ? conflict.mine.value : conflict.theirs;
  const rest = { ...state, conflicts: without(state.conflicts, ({ mine }) => mine.key, key) };
  return edited(rest, { key, value, at });
}

/** Sending goes on after a sign-in, or is tried again. */
export function resumed(state: QueueState): QueueState {
  return { ...state, halt: null, failures: 0 };
}

/** The person gives up the edits that the server will not take or that came too late. */
export function discarded(state: QueueState): QueueState {
  return { ...emptyQueue(state.server), savedAt: state.savedAt };
}

const unsentKeys = ({ flight, waiting, conflicts, refused }: QueueState): FieldKey[] => [
  ...(flight?.edits ?? []).map(({ key }) => key),
  ...waiting.map(({ key }) => key),
  ...conflicts.map(({ mine }) => mine.key),
  ...refused.map(({ edit }) => edit.key),
];

/**
 * Takes over what another page of this browser left unsent. null while the two have a field in common or a flight is
 * under way: then the left one waits until this one is through, and meets its answers on the server like anybody's.
 */
export function adopted(state: QueueState, left: QueueState): QueueState | null {
  const own = new Set(unsentKeys(state));
  if (state.flight || unsentKeys(left).some((key) => own.has(key))) return null;
  const card = left.server.version > state.server.version ? left.server : state.server;
  const settled = flightSettled({ ...left, halt: null }, card);
  const base = reconciled(state, card);
  return {
    ...base,
    waiting: [...base.waiting, ...settled.waiting],
    conflicts: [...base.conflicts, ...settled.conflicts],
    refused: [...base.refused, ...settled.refused],
  };
}

/** The moment of the last edit in a queue, ms since 1970: of several left queues the latest is taken over first. */
export function lastEditAt({ flight, waiting, conflicts, refused }: QueueState): number {
  const edits = [...(flight?.edits ?? []), ...waiting, ...conflicts.map(({ mine }) => mine)];
  return Math.max(0, ...[...edits, ...refused.map(({ edit }) => edit)].map(({ at }) => at));
}
