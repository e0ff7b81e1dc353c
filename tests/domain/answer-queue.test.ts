import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adopted,
  arrived,
  departing,
  edited,
  emptyQueue,
  heardOf,
  lastEditAt,
  resolved,
  resumed,
} from '@/components/cards/answer-queue/queue-rules';
import {
  answerField,
  commentField,
  type FieldKey,
  type Flight,
  type QueueState,
  type Reply,
  type ServerFields,
  sameValue,
} from '@/components/cards/answer-queue/queue-state';
import { fieldState, shownValue } from '@/components/cards/answer-queue/queue-view';

const A = answerField('A');
const B = answerField('B');
const at = 1_600_000_000_000;
const card = (version: number, values: ServerFields['values'] = {}): ServerFields => ({ version, values });
const fly = (state: QueueState): QueueState => departing(state)?.state ?? state;

describe('one window', () => {
  it('sends an answer with the version in sight and forgets it when the server has it', () => {
    const waiting = edited(emptyQueue(card(3)), { key: A, value: 'yes', at });
    expect(departing(waiting)?.flight).toMatchObject({ version: 3, edits: [{ key: A, value: 'yes', basis: null }] });
    const saved = arrived(fly(waiting), { kind: 'saved', card: card(4, { [A]: 'yes' }) }, at);
    expect(saved).toMatchObject({ flight: null, waiting: [], conflicts: [], savedAt: at });
    expect(fieldState(saved, A)).toBe('saved');
  });

  it('sends the same flight again while nobody knows what became of it', () => {
    const flying = fly(edited(emptyQueue(card(3)), { key: A, value: 'yes', at }));
    const changed = edited(arrived(flying, { kind: 'unreachable' }, at), { key: A, value: 'no', at });
    expect(departing(changed)?.flight).toEqual(flying.flight);
    expect(shownValue(changed, A)).toBe('no');
  });

  it('finds its own answer on the server after a lost response, and then sends the change of mind', () => {
    const lost = arrived(fly(edited(emptyQueue(card(3)), { key: A, value: 'yes', at })), { kind: 'unreachable' }, at);
    const changed = edited(lost, { key: A, value: 'no', at });
    const found = arrived(changed, { kind: 'stale', current: card(4, { [A]: 'yes' }) }, at);
    expect(found.conflicts).toEqual([]);
    expect(departing(found)?.flight).toMatchObject({ version: 4, edits: [{ key: A, value: 'no', basis: 'yes' }] });
  });

  it('does not send what was taken back before it left', () => {
    const once = edited(emptyQueue(card(1, { [A]: 'no' })), { key: A, value: 'yes', at });
    expect(departing(edited(once, { key: A, value: 'no', at }))).toBeNull();
  });

  it('sends a confirmed answer although it is the same', () => {
    const state = edited(emptyQueue(card(1, { [A]: 'no' })), { key: A, value: 'no', at, confirms: true });
    const stale = arrived(fly(state), { kind: 'stale', current: card(2, { [A]: 'no' }) }, at);
    expect(departing(stale)?.flight.edits).toHaveLength(1);
    expect(arrived(fly(stale), { kind: 'saved', card: card(3, { [A]: 'no' }) }, at).waiting).toEqual([]);
  });

  it('sets aside what the server will not take and sends the rest', () => {
    const both = edited(edited(emptyQueue(card(1)), { key: A, value: 'yes', at }), { key: B, value: ['S9'], at });
    const reply: Reply = { kind: 'invalid', detail: 'Проверьте', errors: [{ path: 'answers.B', message: 'Нет S9' }] };
    const state = arrived(fly(both), reply, at);
    expect(state.refused).toMatchObject([{ edit: { key: B, value: ['S9'] }, message: 'Нет S9' }]);
    expect(departing(state)?.flight.edits).toMatchObject([{ key: A }]);
    expect(edited(state, { key: B, value: [], at }).refused).toEqual([]);
  });

  it('tells a complaint about the note from one about the answer', () => {
    const note = commentField('A');
    const both = edited(edited(emptyQueue(card(1)), { key: A, value: 'yes', at }), { key: note, value: 'x', at });
    const errors = [{ path: 'comments.A', message: 'Слишком длинно' }];
    const state = arrived(fly(both), { kind: 'invalid', detail: '', errors }, at);
    expect(state.refused.map(({ edit }) => edit.key)).toEqual([note]);
  });

  it('keeps everything and stops when the session ended or the card was closed, and goes on afterwards', () => {
    const flying = fly(edited(emptyQueue(card(1)), { key: A, value: 'yes', at }));
    const out = arrived(flying, { kind: 'signed-out' }, at);
    expect(departing(out)).toBeNull();
    expect(departing(resumed(out))?.flight.edits).toMatchObject([{ key: A, value: 'yes' }]);
    const closed = arrived(flying, { kind: 'closed', code: 'NOT_EDITABLE', detail: 'Карта отправлена' }, at);
    expect(closed.halt).toMatchObject({ detail: 'Карта отправлена' });
    expect(shownValue(closed, A)).toBe('yes');
  });

  it('waits instead of spinning when a server calls its own current version stale', () => {
    const flying = fly(edited(emptyQueue(card(5)), { key: A, value: 'yes', at }));
    expect(arrived(flying, { kind: 'stale', current: card(5) }, at).failures).toBe(1);
  });

  it('takes a note that the server trimmed for its own', () => {
    const note = commentField('A');
    const flying = fly(edited(emptyQueue(card(1)), { key: note, value: 'первая строка ', at }));
    const more = edited(flying, { key: note, value: 'первая строка и вторая', at });
    const saved = arrived(more, { kind: 'saved', card: card(2, { [note]: 'первая строка' }) }, at);
    expect(saved.conflicts).toEqual([]);
    expect(saved.waiting).toHaveLength(1);
  });
});

describe('two windows', () => {
  const mine = edited(edited(emptyQueue(card(1)), { key: A, value: 'yes', at }), { key: B, value: 'no', at });

  it('sends again what the other did not touch and asks about what both changed', () => {
    const state = arrived(fly(mine), { kind: 'stale', current: card(2, { [A]: 'no' }) }, at);
    expect(state.conflicts).toMatchObject([{ theirs: 'no', mine: { key: A, value: 'yes' } }]);
    expect(departing(state)?.flight).toMatchObject({ version: 2, edits: [{ key: B }] });
    expect(fieldState(state, A)).toBe('conflict');
  });

  it('does what the person chooses', () => {
    const state = arrived(fly(mine), { kind: 'stale', current: card(2, { [A]: 'no', [B]: 'no' }) }, at);
    expect(departing(resolved(state, A, 'theirs', at))).toBeNull();
    const over = resolved(state, A, 'mine', at);
    expect(departing(over)?.flight).toMatchObject({ version: 2, edits: [{ key: A, value: 'yes', basis: 'no' }] });
  });

  it('drops the conflict when the other side came to the same answer', () => {
    const state = arrived(fly(mine), { kind: 'stale', current: card(2, { [A]: 'no', [B]: 'no' }) }, at);
    expect(heardOf(state, card(3, { [A]: 'yes', [B]: 'no' })).conflicts).toEqual([]);
  });
});

describe('a page opened again', () => {
  const left = edited(emptyQueue(card(1)), { key: A, value: 'yes', at });

  const opened = (version: number, values: ServerFields['values'] = {}) => emptyQueue(card(version, values));

  it('shows the unsent answers over those of the server', () => {
    const state = adopted(opened(4, { [B]: 'no' }), left) ?? opened(0);
    expect(shownValue(state, A)).toBe('yes');
    expect(departing(state)?.flight.version).toBe(4);
  });

  it('does not take an older page for the truth', () => {
    const later = edited(emptyQueue(card(9, { [B]: 'yes' })), { key: A, value: 'yes', at });
    expect(adopted(opened(4), later)?.server).toEqual(card(9, { [B]: 'yes' }));
  });

  it('lets the answer of a second dead tab wait for the first and then asks', () => {
    const later = edited(emptyQueue(card(1)), { key: A, value: 'no', at: at + 5 });
    expect(lastEditAt(later)).toBeGreaterThan(lastEditAt(left));
    const first = adopted(opened(1), later) ?? opened(0);
    expect(adopted(first, left)).toBeNull();
    const saved = arrived(fly(first), { kind: 'saved', card: card(2, { [A]: 'no' }) }, at);
    expect(adopted(saved, left)?.conflicts).toMatchObject([{ theirs: 'no', mine: { value: 'yes' } }]);
  });

  it('knows a flight that arrived although the page was gone', () => {
    const state = adopted(opened(2, { [A]: 'yes' }), fly(left)) ?? opened(0);
    expect(departing(state)).toBeNull();
    expect(state.conflicts).toEqual([]);
  });
});

/** A server, three windows (two of one browser) and a line that loses, repeats and delays. */
class World {
  server: ServerFields = card(1);
  readonly log: { window: number; key: FieldKey; from: unknown; to: unknown }[] = [];
  readonly windows: QueueState[] = [emptyQueue(card(1)), emptyQueue(card(1)), emptyQueue(card(1))];
  /** per window and field: everything that stood before the eyes of the person when acting on the field */
  readonly seen = new Map<string, Set<unknown>>();
  /** per window and field: the last value written there and not knowingly given up */
  readonly intents = new Map<string, unknown>();
  readonly left: QueueState[] = [];
  readonly delayed: { window: number; flight: Flight }[] = [];
  private clock = 0;

  now = () => ++this.clock;

  look(window: number, key: FieldKey): void {
    const eyes = this.seen.get(`${window} ${key}`) ?? new Set();
    this.seen.set(`${window} ${key}`, eyes);
    const state = this.of(window);
    eyes.add(shownValue(state, key));
    eyes.add(state.server.values[key] ?? null);
    for (const conflict of state.conflicts) if (conflict.mine.key === key) eyes.add(conflict.theirs);
  }

  of(window: number): QueueState {
    return this.windows[window] ?? emptyQueue(this.server);
  }

  edit(window: number, key: FieldKey): void {
    this.look(window, key);
    const before = shownValue(this.of(window), key);
    for (const [place, value] of this.intents) {
      if (value === before && place.endsWith(` ${key}`)) this.intents.delete(place);
    }
    const value = `v${this.now()}`;
    this.windows[window] = edited(this.of(window), { key, value, at: this.clock });
    this.intents.set(`${window} ${key}`, value);
    this.look(window, key);
  }

  patch(window: number, flight: Flight): Reply {
    if (flight.version !== this.server.version) return { kind: 'stale', current: this.server };
    const values = { ...this.server.values };
    for (const { key, value } of flight.edits) {
      this.log.push({ window, key, from: values[key] ?? null, to: value });
      values[key] = value;
    }
    this.server = card(this.server.version + 1, values);
    return { kind: 'saved', card: this.server };
  }

  send(window: number, fate: string): void {
    const leaving = departing(this.of(window));
    if (!leaving) return;
    const reached = fate !== 'request lost' && fate !== 'delayed';
    const reply: Reply = reached ? this.patch(window, leaving.flight) : { kind: 'unreachable' };
    if (fate === 'delayed' || fate === 'repeated') this.delayed.push({ window, flight: leaving.flight });
    const heard: Reply = fate === 'response lost' ? { kind: 'unreachable' } : reply;
    this.windows[window] = arrived(leaving.state, heard, this.now());
  }

  arriveLate(): void {
    const one = this.delayed.shift();
    if (one) this.patch(one.window, one.flight);
  }

  resolve(window: number, choice: 'mine' | 'theirs'): void {
    const conflict = this.of(window).conflicts[0];
    if (!conflict) return;
    const { key } = conflict.mine;
    this.look(window, key);
    const kept = choice === 'mine' ? conflict.mine.value : conflict.theirs;
    for (const [place, value] of this.intents) {
      const given = sameValue(value as string, choice === 'mine' ? conflict.theirs : conflict.mine.value);
      if (place.endsWith(` ${key}`) && given) this.intents.delete(place);
    }
    this.windows[window] = resolved(this.of(window), key, choice, this.now());
    this.intents.set(`${window} ${key}`, kept);
  }

  /** Both windows of the first browser die; a new one takes over what they stored. */
  reopen(oldPage: ServerFields): void {
    for (const key of [A, B]) {
      const both = [...(this.seen.get(`0 ${key}`) ?? []), ...(this.seen.get(`1 ${key}`) ?? [])];
      this.seen.set(`0 ${key}`, new Set(both));
    }
    for (const window of [0, 1]) this.left.push(JSON.parse(JSON.stringify(this.of(window))) as QueueState);
    for (const window of [0, 1]) {
      for (const key of [A, B]) {
        const value = this.intents.get(`${window} ${key}`);
        this.intents.delete(`${window} ${key}`);
        if (value !== undefined) this.intents.set(`dead ${this.now()} ${key}`, value);
      }
    }
    this.left.sort((a, b) => lastEditAt(b) - lastEditAt(a));
    this.windows[0] = emptyQueue(oldPage);
    this.windows[1] = emptyQueue(this.server);
    this.takeOver();
  }

  takeOver(): void {
    for (const one of [...this.left]) {
      const taken = adopted(this.of(0), one);
      if (!taken) continue;
      this.windows[0] = taken;
      this.left.splice(this.left.indexOf(one), 1);
    }
  }

  drain(): void {
    while (this.delayed.length > 0) this.arriveLate();
    for (let round = 0; round < 20; round++) {
      for (const window of [0, 1, 2]) this.send(window, 'ok');
      this.takeOver();
    }
    for (const window of [0, 1, 2]) this.windows[window] = heardOf(this.of(window), this.server);
  }
}

const key = fc.constantFrom<FieldKey>(A, B);
const window = fc.nat(2);
const act = fc.oneof(
  fc.record({ act: fc.constant('edit' as const), window, key }),
  fc.record({
    act: fc.constant('send' as const),
    window,
    fate: fc.constantFrom('ok', 'request lost', 'response lost', 'delayed', 'repeated'),
  }),
  fc.record({
    act: fc.constant('resolve' as const),
    window,
    choice: fc.constantFrom('mine' as const, 'theirs' as const),
  }),
  fc.record({ act: fc.constant('late' as const) }),
  fc.record({ act: fc.constant('hear' as const), window }),
  fc.record({ act: fc.constant('reopen' as const), oldPage: fc.boolean() }),
);

function lived(acts: readonly (typeof act extends fc.Arbitrary<infer T> ? T : never)[]): World {
  const world = new World();
  let older = world.server;
  for (const one of acts) {
    const before = world.server;
    if (one.act === 'edit') world.edit(one.window, one.key);
    if (one.act === 'send') world.send(one.window, one.fate);
    if (one.act === 'resolve') world.resolve(one.window, one.choice);
    if (one.act === 'late') world.arriveLate();
    if (one.act === 'hear') world.windows[one.window] = heardOf(world.of(one.window), world.server);
    if (one.act === 'reopen') world.reopen(one.oldPage ? older : world.server);
    if (before !== world.server) older = before;
  }
  world.drain();
  return world;
}

describe('any order of edits, losses, repetitions, delays, reloads', () => {
  const acts = fc.array(act, { minLength: 5, maxLength: 60 });
  const runs = { numRuns: 3_000 };

  it('never overwrites what its author had not before the eyes', () => {
    fc.assert(
      fc.property(acts, (list) => {
        for (const { window, key, from, to } of lived(list).log) {
          if (from === to) continue;
          expect(`${[...(lived(list).seen.get(`${window} ${key}`) ?? [])]}`).toContain(`${from ?? ''}`);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('loses no answer: the last of each window was stored, or stands in a conflict', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const world = lived(list);
        const stored = new Set(world.log.map(({ to }) => to));
        const asked = new Set(
          [...world.windows, ...world.left].flatMap(({ conflicts, waiting, flight }) => [
            ...conflicts.flatMap(({ mine, theirs }) => [mine.value, theirs]),
            // left by a second dead tab: it asks after the first one's question is answered
            ...[...waiting, ...(flight?.edits ?? [])].map(({ value }) => value),
          ]),
        );
        for (const value of world.intents.values()) {
          if (value !== null) expect(stored.has(value) || asked.has(value as string)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('comes to rest: nothing waits, and every window shows the card of the server but for its conflicts', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const world = lived(list);
        for (const state of world.windows) {
          expect(state.flight).toBeNull();
          expect(state.waiting).toEqual([]);
          for (const key of [A, B]) {
            if (state.conflicts.some(({ mine }) => mine.key === key)) continue;
            expect(shownValue(state, key)).toEqual(world.server.values[key] ?? null);
          }
        }
      }),
      runs,
    );
  });
});
