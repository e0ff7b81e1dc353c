/**
 * Queues in the browser (IndexedDB): one record a tab, so that tabs never write over each other. A new page takes over
 * what dead tabs of the same account and card left. Whether a tab lives is told by a Web Lock; where the browser has no
 * locks every record is taken over, which the queue's rules bear: a repeated answer finds itself on the server.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { QueueState } from './queue-state';
import { type StoredQueue, strikeOut, writeDown, writtenDown } from './unconfirmed-queues';

interface QueueDatabase extends DBSchema {
  queues: { key: string; value: StoredQueue; indexes: { owner: string } };
}

const lockName = (tab: string) => `moc-card-tab-${tab}`;

let opened: Promise<IDBPDatabase<QueueDatabase>> | null = null;

function database(): Promise<IDBPDatabase<QueueDatabase>> {
  opened ??= openDB<QueueDatabase>('moc-card-answers', 1, {
    upgrade(db) {
      db.createObjectStore('queues', { keyPath: 'tab' }).createIndex('owner', 'owner');
    },
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opened = null;
    },
  });
  return opened;
}

export function ownerOf(accountId: string, cardId: string): string {
  return `${accountId}/${cardId}`;
}

/** A name for this page that no other page has; `crypto.randomUUID` is missing where the portal is not on https. */
export function newTabName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join('');
}

/** Marks the tab as living until the page goes. */
export function markAlive(tab: string): void {
  void navigator.locks?.request(lockName(tab), () => new Promise(() => {})).catch(() => {});
}

async function isDead(tab: string): Promise<boolean> {
  if (!navigator.locks) return true;
  return navigator.locks.request(lockName(tab), { ifAvailable: true }, (lock) => lock !== null);
}

/** What dead tabs of this owner left unsent; the records stay until `keepQueue` takes them over. */
export async function leftQueues(owner: string): Promise<{ tab: string; state: QueueState }[]> {
  const confirmed = await database()
    .then((db) => db.getAllFromIndex('queues', 'owner', owner))
    .catch((): StoredQueue[] => []);
  // what was written down is newer than what was confirmed
  const all = [...new Map([...confirmed, ...writtenDown(owner)].map((queue) => [queue.tab, queue])).values()];
  const dead = await Promise.all(all.map(({ tab }) => isDead(tab)));
  return all.filter((_, index) => dead[index]);
}

/** Stores the tab's queue and drops the records that it took over, in one transaction; an empty queue leaves no record. */
export async function keepQueue(
  tab: string,
  owner: string,
  state: QueueState,
  takenOver: readonly string[],
): Promise<void> {
  const unsent = hasUnsent(state);
  const confirmed = unsent ? writeDown({ tab, owner, state }) : () => strikeOut(tab);
  const db = await database();
  const change = db.transaction('queues', 'readwrite');
  await Promise.all([
    ...takenOver.map((one) => change.store.delete(one)),
    unsent ? change.store.put({ tab, owner, state }) : change.store.delete(tab),
    change.done,
  ]);
  confirmed();
  for (const one of takenOver) strikeOut(one);
}

/** Whether anything of the person's work is not on the server yet. */
export function hasUnsent(state: QueueState): boolean {
  return state.flight !== null || state.waiting.length > 0 || state.conflicts.length > 0 || state.refused.length > 0;
}
