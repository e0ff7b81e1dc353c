'use client';

import { useSearchParams } from 'next/navigation';
import { useActionState, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ErrorSummary } from '@/components/ui/error-summary';
import { LiveRegion } from '@/components/ui/live-region';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import { NBSP } from '@/lib/domain/russian';
import type { CardView } from '@/lib/portal/cards/schema';
import { answerField, commentField } from '../answer-queue/queue-state';
import { useCardQueue } from '../answer-queue/use-card-queue';
import { cardModel, groupToGoOn, isOpen, isToCheck, lockOf } from './card-model';
import { earlyAnswers } from './early-answers';
import { GroupMap } from './group-map';
import { GroupSection } from './group-section';
import { KeysHelp } from './keys-help';
import { Question, type QuestionActions } from './question';
import { SaveStatus, statusInWords } from './save-status';
import { SessionEnd } from './session-end';
import { SumPanel } from './sum-panel';
import { UnsentNotice } from './unsent-notice';
import { useAnswerKeys } from './use-answer-keys';
import { useKeysSwitch } from './use-keys-switch';

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
  const { state, card, isStoring, queue } = useCardQueue(account.id, view.card);
  const model = cardModel(view.instrument, card, state);
  const [startGroup] = useState(() => groupToGoOn(model.groups));
  const asked = useSearchParams().get('group');
  const place = Math.max(
    0,
    model.groups.findIndex(({ code }) => code === asked || (asked === null && code === startGroup)),
  );
  const group = model.groups[place];
  const [current, setCurrent] = useState<string | null>(null);
  const [keysOn, setKeysOn] = useKeysSwitch();
  const [saved, save] = useActionState(saveGroup, {});
  const [signInAsked, setSignInAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const address = `/monitoring/cards/${card.id}`;
  const hrefOf = (code: string) => `${address}?group=${encodeURIComponent(code)}`;
  const submitHref = card.editable ? `${address}/submit` : null;

  const criteria = group?.criteria ?? [];
  const currentCode =
    criteria.find(({ code }) => code === current)?.code ??
    criteria.find(({ code }) => (model.answers[code] ?? null) === null && isOpen(card, code))?.code ??
    criteria[0]?.code;

  // What was ticked before the page came to life is an answer like any other.
  useEffect(() => {
    if (!queue || !form.current) return;
    for (const [criterion, answer] of earlyAnswers(form.current, queue.state()))
      queue.edit(answerField(criterion), answer);
  }, [queue]);

  const on: QuestionActions = {
    answer: (criterion, answer, confirms = false) => {
      setCurrent(criterion);
      queue?.edit(answerField(criterion), answer, { confirms: confirms || isToCheck(card, state, criterion) });
    },
    note: (criterion, text) => queue?.edit(commentField(criterion), text),
    choose: (key, choice) => queue?.resolve(key, choice),
    signIn: () => setSignInAsked(true),
  };

  function goToQuestion(code: string) {
    setCurrent(code);
    const question = document.getElementById(code);
    question?.focus({ preventScroll: true });
    question?.scrollIntoView({ block: 'center' });
  }
  /** Another group without asking the server, so that it works with the line cut; the address says where one is. */
  function goToGroup(code: string) {
    flushSync(() => {
      window.history.pushState(null, '', hrefOf(code));
      setCurrent(null);
    });
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }
  function go(direction: 'next' | 'previous') {
    const at = criteria.findIndex(({ code }) => code === currentCode);
    const focused = document.activeElement?.closest('[data-question]') !== null;
    const next = criteria[direction === 'previous' ? at - 1 : focused ? at + 1 : at];
    if (next) goToQuestion(next.code);
    else if (direction === 'next' && model.groups[place + 1]) goToGroup(model.groups[place + 1]?.code ?? '');
  }
  const onGo = (event: React.MouseEvent<HTMLAnchorElement>, code: string) => {
    if (!queue || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goToGroup(code);
  };
  useAnswerKeys({
    enabled: keysOn && queue !== null,
    criterion: criteria.find(({ code }) => code === currentCode),
    answer: model.answers[currentCode ?? ''] ?? null,
    open: currentCode !== undefined && isOpen(card, currentCode),
    onAnswer: on.answer,
    onGo: go,
  });

  const savedAt = state.savedAt === null ? view.savedAt : new Date(state.savedAt);
  const words = statusInWords(state, savedAt, state.savedAt === null ? now : new Date(state.savedAt), isStoring);
  const nextUnanswered = criteria.find(
    ({ code }) => (model.answers[code] ?? null) === null && isOpen(card, code),
  )?.code;
  const detail = state.halt?.reason === 'closed' ? state.halt.detail : card.editable ? null : card.lockedReason;

  return (
    <div className="lg:grid lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-8">
      <div className="contents lg:sticky lg:top-4 lg:block lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto">
        <SumPanel model={model} status={<SaveStatus state={state} words={words} />} />
        <GroupMap {...{ model, hrefOf, submitHref, onGo }} current={group?.code ?? ''} />
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
              onRetry={() => queue?.resume()}
              onDiscard={() => queue?.discard()}
            />
          ) : null}
          <ErrorSummary title={saved.failure?.detail} errors={saved.failure?.errors} />
          {saved.message ? (
            <Notice tone="success" role="status">
              {saved.message}
            </Notice>
          ) : null}
        </div>
        {group ? (
          <form
            key={group.code}
            ref={form}
            action={save}
            onSubmit={(event) => {
              if (queue) event.preventDefault();
            }}
            onFocusCapture={(event) => {
              const question = event.target.closest('[data-question]')?.getAttribute('data-question');
              if (question) setCurrent(question);
            }}
          >
            <input type="hidden" name="cardId" value={card.id} />
            <input type="hidden" name="group" value={group.code} />
            <input
              type="hidden"
              name="seen"
              value={JSON.stringify(
                seenOf(
                  view,
                  criteria.map(({ code }) => code),
                ),
              )}
            />
            <GroupSection
              {...{ group, hrefOf, onGo, submitHref }}
              previous={model.groups[place - 1]}
              next={model.groups[place + 1]}
              headingRef={heading}
              onNextUnanswered={nextUnanswered ? () => goToQuestion(nextUnanswered) : null}
            >
              {criteria.map((criterion, index) => {
                const known = view.criteria[criterion.code];
                return known ? (
                  <Question
                    key={criterion.code}
                    {...{ criterion, known, state, now, on }}
                    number={index + 1}
                    locked={lockOf(card, criterion.code)}
                    toCheck={isToCheck(card, state, criterion.code)}
                    isCurrent={queue !== null && criterion.code === currentCode}
                    lastSchoolYear={view.lastYear?.schoolYear ?? null}
                    ids={{ cardId: card.id, accountId: account.id }}
                  />
                ) : null;
              })}
              {queue ? null : (
                <SubmitButton size="lg" pendingText="Сохраняем…">
                  Сохранить раздел
                </SubmitButton>
              )}
            </GroupSection>
          </form>
        ) : null}
      </div>
      <SessionEnd
        needed={state.halt?.reason === 'signed-out' || signInAsked}
        account={account}
        onDone={() => {
          setSignInAsked(false);
          queue?.resume();
        }}
      />
    </div>
  );
}

/** What stood in the group's fields when the page was made: the form without JavaScript sends it back. */
function seenOf(view: CardView, codes: readonly string[]) {
  const { version, answers, comments } = view.card;
  return {
    version,
    answers: Object.fromEntries(codes.map((code) => [code, answers[code] ?? null])),
    comments: Object.fromEntries(codes.map((code) => [code, comments[code] ?? ''])),
  };
}
