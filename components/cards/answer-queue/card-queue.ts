'use client';

/** The queue of one account and card on this page: stored in the browser, sent to the server, told to the other tabs. */
import type { CardJson } from '@/lib/portal/cards/schema';
import { type AnswerQueue, runAnswerQueue } from './answer-queue';
import { fieldsOf } from './card-fields';
import { cardServer } from './card-server';
import { emptyQueue, lastEditAt } from './queue-rules';
import type { QueueState } from './queue-state';
import { keepQueue, leftQueues, markAlive, newTabName, ownerOf } from './queue-storage';

/** How long the page may lie aside before a look at the server is worth it, ms. */
const STALE_AFTER_MS = 15_000;

export interface CardQueue extends AnswerQueue {
  /** the newest card that this page has heard of */
  card: () => CardJson;
  hearCard: (card: CardJson) => void;
}

const running = new Map<string, CardQueue>();

/**
 * The queue for this card, one a page: leaving the form for another page of the portal does not stop the sending.
 * `card` is what the server rendered now.
 */
export function cardQueue(accountId: string, card: CardJson): CardQueue {
  const owner = ownerOf(accountId, card.id);
  const queue = running.get(owner) ?? started(owner, accountId, card);
  running.set(owner, queue);
  return queue;
}

function started(owner: string, accountId: string, card: CardJson): CardQueue {
  const tab = newTabName();
  let newest = card;
  let takenOver: string[] = [];
  let left: { tab: string; state: QueueState }[] = [];
  let heardAt = Date.now();

  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`moc-card-${card.id}`) : null;
  const server = cardServer(card.id, accountId, (heard) => {
    heardAt = Date.now();
    if (heard.version > newest.version) {
      newest = heard;
      channel?.postMessage(heard.version);
    }
  });
  const queue = runAnswerQueue(emptyQueue(fieldsOf(card)), {
    store: async (state) => {
      const dropped = takenOver;
      await keepQueue(tab, owner, state, dropped);
      takenOver = takenOver.filter((one) => !dropped.includes(one));
    },
    send: server.send,
    now: Date.now,
    random: Math.random,
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  });

  /** What dead tabs left is taken over, the latest first, as soon as it has no field in common with what is under way. */
  const takeOver = () => {
    for (const one of left) {
      // the record goes in the transaction that stores its answers here
      takenOver = [...takenOver, one.tab];
      if (queue.adopt(one.state)) left = left.filter((other) => other !== one);
      else takenOver = takenOver.filter((tab) => tab !== one.tab);
    }
  };
  const look = () => server.look().then((heard) => heard && queue.hear(fieldsOf(heard)));

  markAlive(tab);
  void leftQueues(owner)
    .then((found) => {
      left = found.sort((a, b) => lastEditAt(b.state) - lastEditAt(a.state));
      takeOver();
    })
    .catch(() => {});
  queue.subscribe(() => {
    if (left.length > 0) queueMicrotask(takeOver);
  });
  channel?.addEventListener('message', ({ data }) => {
    if (typeof data === 'number' && data > newest.version) void look();
  });
  window.addEventListener('online', queue.wake);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    queue.wake();
    if (Date.now() - heardAt > STALE_AFTER_MS) void look();
  });
  return {
    ...queue,
    card: () => newest,
    hearCard: (heard) => {
      if (heard.version > newest.version) newest = heard;
      queue.hear(fieldsOf(heard));
    },
  };
}
