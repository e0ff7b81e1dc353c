'use client';

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CardJson } from '@/lib/portal/cards/schema';
import { fieldsOf } from './card-fields';
import { type CardQueue, cardQueue } from './card-queue';
import { emptyQueue } from './queue-rules';
import type { QueueState } from './queue-state';

export interface CardQueueView {
  state: QueueState;
  /** the newest card heard of */
  card: CardJson;
  isStoring: boolean;
  /** The queue itself; null on the server and until the page came to life. */
  queue: CardQueue | null;
  /** Does something with the queue; in a browser alone, but there even while the page is coming to life. */
  act: (work: (queue: CardQueue) => void) => void;
}

const nothing = () => () => {};

/** The unsent and sent answers of a card, live; `card` is what the server rendered. */
export function useCardQueue(accountId: string, card: CardJson): CardQueueView {
  const rendered = useMemo(() => emptyQueue(fieldsOf(card)), [card]);
  const [queue, setQueue] = useState<CardQueue | null>(null);
  useEffect(() => {
    const one = cardQueue(accountId, card);
    one.hearCard(card);
    setQueue(one);
  }, [accountId, card]);
  const act = (work: (one: CardQueue) => void) => work(queue ?? cardQueue(accountId, card));
  const state = useSyncExternalStore(
    queue?.subscribe ?? nothing,
    useCallback(() => queue?.state() ?? rendered, [queue, rendered]),
    () => rendered,
  );
  return { state, card: queue?.card() ?? card, isStoring: queue?.isStoring() ?? true, queue, act };
}
