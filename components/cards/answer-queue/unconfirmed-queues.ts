/**
 * Queues that IndexedDB has not confirmed yet. It stores a moment after it was asked to, and a page that is closed or
 * loaded anew within that moment would take the last answers with it; localStorage stores at once. A record stands here
 * for milliseconds, longer only where IndexedDB fails; where localStorage fails, IndexedDB stores by itself.
 */
import { withoutFault } from '@/components/ui/without-fault';
import type { QueueState } from './queue-state';

/** The queue of one tab. */
export interface StoredQueue {
  tab: string;
  /** account and card: nobody else's page ever reads it */
  owner: string;
  state: QueueState;
}

const PREFIX = 'moc-card-unconfirmed-';
const turns = new Map<string, number>();

/** Writes the queue down at once; gives what takes it away again unless a newer one was written meanwhile. */
export function writeDown(queue: StoredQueue): () => void {
  const turn = (turns.get(queue.tab) ?? 0) + 1;
  turns.set(queue.tab, turn);
  withoutFault(() => localStorage.setItem(PREFIX + queue.tab, JSON.stringify(queue)));
  return () => {
    if (turns.get(queue.tab) === turn) strikeOut(queue.tab);
  };
}

export function strikeOut(tab: string): void {
  withoutFault(() => localStorage.removeItem(PREFIX + tab));
}

/** What stands written down of this owner. */
export function writtenDown(owner: string): StoredQueue[] {
  const found: StoredQueue[] = [];
  withoutFault(() => {
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))) {
      const queue: StoredQueue = JSON.parse(localStorage.getItem(key) ?? '');
      if (queue.owner === owner) found.push(queue);
    }
  });
  return found;
}
