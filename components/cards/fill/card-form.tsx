'use client';

import { type MouseEvent, useActionState, useEffect, useState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { LiveRegion } from '@/components/ui/live-region';
import { Notice } from '@/components/ui/notice';
import { showToast } from '@/components/ui/toast';
import type { FormState } from '@/lib/domain/form-state';
import { NBSP } from '@/lib/domain/russian';
import type { CardView } from '@/lib/portal/cards/schema';
import { answerField, commentField } from '../answer-queue/queue-state';
import { queueSummary } from '../answer-queue/queue-view';
import { useCardQueue } from '../answer-queue/use-card-queue';
import { cardModel, isOpen, isToCheck } from './card-model';
import { earlyEntries } from './early-answers';
import { GroupForm } from './group-form';
import { GroupMap } from './group-map';
import { KeysHelp } from './keys-help';
import type { QuestionActions } from './question';
import { SaveStatus, statusInWords } from './save-status';
import { SessionEnd } from './session-end';
import { SumPanel } from './sum-panel';
import { UnsentNotice } from './unsent-notice';
import { useAnswerKeys } from './use-answer-keys';
import { useKeysSwitch } from './use-keys-switch';
import { useMoves } from './use-moves';

export interface CardFormProps {
  view: CardView;
  account: { id: string; email: string };
  /** when the server rendered the page */
  now: Date;
  /** Saves the group's form without JavaScript. */
  saveGroup: (state: FormState, form: FormData) => Promise<FormState>;
}

/** The card as the school fills it in: one group at a time, every answer saved at once, the sum always in sight. */
export function CardForm({ view, account, now, saveGroup }: CardFormProps) {
  const { state, card, isStoring, queue, act } = useCardQueue(account.id, view.card);
  const [saved, save] = useActionState(saveGroup, {});
  const [keysOn, setKeysOn] = useKeysSwitch();
  const [signInAsked, setSignInAsked] = useState(false);
  const [early] = useState(() => earlyEntries(view.card.id));
  const address = `/monitoring/cards/${card.id}`;
  const hrefOf = (code: string) => `${address}?group=${encodeURIComponent(code)}`;
  const submitHref = card.editable ? `${address}/submit` : null;
  const model = cardModel(view.instrument, card, state);
  const moves = useMoves(model, card, hrefOf);
  const { group, current } = moves;

  // What was ticked before the page came to life is an answer like any other.
  useEffect(() => {
    if (!queue) return;
    for (const [key, value] of early) queue.edit(key, value);
  }, [queue, early]);

  const on: QuestionActions = {
    answer: (criterion, answer, confirms = false) => {
      moves.touch(criterion);
      const isConfirmed = confirms || isToCheck(card, state, criterion);
      act((one) => one.edit(answerField(criterion), answer, { confirms: isConfirmed }));
    },
    note: (criterion, text) => act((one) => one.edit(commentField(criterion), text)),
    choose: (key, choice) => act((one) => one.resolve(key, choice)),
    signIn: () => setSignInAsked(true),
  };
  /** Another page cannot come over a cut line: better to stay than to stand before the browser's error. */
  const onLeave = (event: MouseEvent<HTMLAnchorElement>) => {
    if (navigator.onLine && queueSummary(state) !== 'offline') return;
    event.preventDefault();
    showToast({
      tone: 'warning',
      text: 'Нет связи. Отправить карту можно, когда связь вернётся: ответы не потеряются.',
    });
  };
  useAnswerKeys({
    enabled: keysOn && queue !== null,
    criterion: current,
    answer: model.answers[current?.code ?? ''] ?? null,
    open: current !== undefined && isOpen(card, current.code),
    onAnswer: on.answer,
    onGo: moves.toNeighbour,
  });

  const savedAt = state.savedAt === null ? view.savedAt : new Date(state.savedAt);
  const words = statusInWords(state, savedAt, state.savedAt === null ? now : new Date(state.savedAt), isStoring);
  const detail = state.halt?.reason === 'closed' ? state.halt.detail : card.editable ? null : card.lockedReason;
  return (
    <div className="lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-8">
      <div className="contents lg:sticky lg:top-4 lg:block lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto">
        <SumPanel model={model} status={<SaveStatus state={state} words={words} onShow={moves.toPlace} />} />
        <GroupMap {...{ model, hrefOf, submitHref, onLeave }} current={group?.code ?? ''} onGo={moves.onGo} />
        <KeysHelp enabled={keysOn} onEnabled={setKeysOn} />
      </div>
      <div className="mt-4 min-w-0 lg:mt-0">
        <LiveRegion text={`${words}. Сумма ${model.score.negativeSum} из${NBSP}${model.score.maximum}`} />
        <div className="mb-4 space-y-4 empty:hidden">
          {detail ? (
            <UnsentNotice
              state={state}
              instrument={view.instrument}
              detail={detail}
              onRetry={() => act((one) => one.resume())}
              onDiscard={() => act((one) => one.discard())}
            />
          ) : null}
          {saved.failure ? <ErrorSummary title={saved.failure.detail} errors={saved.failure.errors} /> : null}
          {saved.message ? (
            <Notice tone="success" role="status">
              {saved.message}
            </Notice>
          ) : null}
        </div>
        {group ? (
          <GroupForm
            {...{ view, card, state, group, moves, now, save, on, hrefOf, submitHref, onLeave }}
            accountId={account.id}
            isAlive={queue !== null}
          />
        ) : null}
      </div>
      <SessionEnd
        needed={state.halt?.reason === 'signed-out' || signInAsked}
        account={account}
        onDone={() => {
          setSignInAsked(false);
          act((one) => one.resume());
        }}
      />
    </div>
  );
}
