/** The queue's way to the server: `PATCH /api/v1/cards/{id}/answers` and what each answer of it means. */
import type { FieldError } from '@/lib/domain/failure';
import type { CardJson } from '@/lib/portal/cards/schema';
import { fieldsOf, patchOf } from './card-fields';
import type { Flight, Reply } from './queue-state';

const LONGEST_ANSWER_MS = 30_000;

interface Problem {
  type?: string;
  detail?: string;
  errors?: FieldError[];
  current?: CardJson;
}

export interface CardServer {
  send: (flight: Flight) => Promise<Reply>;
  /** The card as the server has it now; null when it cannot be reached or seen. */
  look: () => Promise<CardJson | null>;
}

/**
 * Talks for one account: the header makes the server refuse with 401 when somebody else signed in in this browser
 * meanwhile. `onCard` hears every card that comes back.
 */
export function cardServer(cardId: string, accountId: string, onCard: (card: CardJson) => void): CardServer {
  const address = `/api/v1/cards/${cardId}`;
  const headers = { 'content-type': 'application/json', 'moc-account': accountId };
  return {
    async send(flight) {
      const body = JSON.stringify(patchOf(flight));
      const response = await fetch(`${address}/answers`, {
        method: 'PATCH',
        headers,
        body,
        // goes on when the page is closed; browsers allow that for small bodies only
        keepalive: body.length < 32_000,
        signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      }).catch(() => null);
      return response ? replyOf(response, onCard) : { kind: 'unreachable' };
    },
    async look() {
      const response = await fetch(address, { headers, signal: AbortSignal.timeout(LONGEST_ANSWER_MS) }).catch(
        () => null,
      );
      const card = response?.ok ? await jsonOf<CardJson>(response) : null;
      if (card) onCard(card);
      return card;
    },
  };
}

async function jsonOf<T>(response: Response): Promise<T | null> {
  const type = response.headers.get('content-type') ?? '';
  return /\bjson\b/.test(type) ? response.json().catch(() => null) : null;
}

async function replyOf(response: Response, onCard: (card: CardJson) => void): Promise<Reply> {
  if (response.ok) {
    const card = await jsonOf<CardJson>(response);
    // A page of a café's network may answer 200 to anything.
    if (typeof card?.version !== 'number') return { kind: 'unreachable' };
    onCard(card);
    return { kind: 'saved', card: fieldsOf(card) };
  }
  const problem = await jsonOf<Problem>(response);
  if (response.status >= 500 || [408, 425, 429].includes(response.status) || !problem) {
    return { kind: 'unreachable', retryAfter: Number(response.headers.get('retry-after')) || undefined };
  }
  if (response.status === 401) return { kind: 'signed-out' };
  if (problem.current && problem.type?.endsWith('stale-version')) {
    onCard(problem.current);
    return { kind: 'stale', current: fieldsOf(problem.current) };
  }
  const detail = problem.detail ?? 'Сервер не принял ответы.';
  // A card returned in part names the criteria that are not open: they are set aside, the rest goes on.
  if (response.status === 422 || problem.errors?.length)
    return { kind: 'invalid', detail, errors: problem.errors ?? [] };
  const code = problem.type?.split(':').at(-1) ?? String(response.status);
  return { kind: 'closed', code, detail };
}
