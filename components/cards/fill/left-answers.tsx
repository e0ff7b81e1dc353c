'use client';

import type { InstrumentDefinition } from '@/lib/domain/instrument';
import type { CardJson } from '@/lib/portal/cards/schema';
import { unsentCount } from '../answer-queue/queue-view';
import { useCardQueue } from '../answer-queue/use-card-queue';
import { SessionEnd } from './session-end';
import { UnsentNotice } from './unsent-notice';

interface LeftAnswersProps {
  rendered: CardJson;
  instrument: InstrumentDefinition;
  account: { id: string; email: string };
}

/** On a card that is closed by now: the answers of this browser that came too late, in sight until they are dealt with. */
export function LeftAnswers({ rendered, instrument, account }: LeftAnswersProps) {
  const { state, card, act } = useCardQueue(account.id, rendered);
  if (unsentCount(state) === 0) return null;
  const detail = state.halt?.reason === 'closed' ? state.halt.detail : (card.lockedReason ?? '');
  return (
    <div className="mb-6">
      <UnsentNotice
        state={state}
        instrument={instrument}
        detail={detail}
        onRetry={() => act((queue) => queue.resume())}
        onDiscard={() => act((queue) => queue.discard())}
      />
      <SessionEnd
        needed={state.halt?.reason === 'signed-out'}
        account={account}
        onDone={() => act((queue) => queue.resume())}
      />
    </div>
  );
}
