'use client';

import { type MouseEvent, useState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CardJson, CardView, CriterionAttachment } from '@/lib/portal/cards/schema';
import type { QueueState } from '../answer-queue/queue-state';
import { type GroupModel, isOpen, isToCheck, lockOf } from './card-model';
import { formId } from './early-answers';
import { GroupSection } from './group-section';
import { LockedQuestion } from './locked-question';
import { Question, type QuestionActions } from './question';
import type { Moves } from './use-moves';

interface GroupFormProps {
  view: CardView;
  /** the newest card heard of */
  card: CardJson;
  state: QueueState;
  group: GroupModel;
  moves: Moves;
  accountId: string;
  now: Date;
  /** the page came to life: answers go by themselves, the button is not needed */
  isAlive: boolean;
  save: (form: FormData) => void;
  on: QuestionActions;
  hrefOf: (group: string) => string;
  submitHref: string | null;
  onLeave: (event: MouseEvent<HTMLAnchorElement>) => void;
}

/** The questions of one group as a form: without JavaScript it is sent by a button. */
export function GroupForm(props: GroupFormProps) {
  const { view, card, state, group, moves, accountId, now, isAlive, save, on, ...ways } = props;
  const [files, setFiles] = useState(() => filesOf(view));
  const onFiles = (criterion: string) => (change: (files: readonly CriterionAttachment[]) => CriterionAttachment[]) =>
    setFiles((all) => ({ ...all, [criterion]: change(all[criterion] ?? []) }));
  const { unanswered } = moves;
  return (
    <form
      id={formId(card.id)}
      action={save}
      // a browser that brings back old ticks on reload would answer for the person
      autoComplete="off"
      onSubmit={(event) => {
        if (isAlive) event.preventDefault();
      }}
      onFocusCapture={(event) => {
        const question = event.target.closest('[data-question]')?.getAttribute('data-question');
        if (question) moves.touch(question);
      }}
    >
      <input type="hidden" name="cardId" value={card.id} />
      <input type="hidden" name="seen" value={JSON.stringify(seenOf(view, card, group))} />
      <GroupSection
        {...ways}
        group={group}
        previous={moves.previous}
        next={moves.next}
        onGo={moves.onGo}
        headingRef={moves.heading}
        onNextUnanswered={unanswered ? () => moves.toQuestion(unanswered.code) : null}
      >
        {group.criteria.map((criterion, index) => {
          const { code } = criterion;
          const known = view.criteria[code];
          if (!known) return null;
          const place = { criterion, known, card, state, now, number: index + 1, files: files[code] ?? [] };
          const locked = lockOf(card, code);
          return locked === null ? (
            <Question
              key={code}
              {...place}
              on={on}
              onFiles={onFiles(code)}
              toCheck={isToCheck(card, state, code)}
              isCurrent={isAlive && code === moves.current?.code}
              lastSchoolYear={view.lastYear?.schoolYear ?? null}
              accountId={accountId}
            />
          ) : (
            <LockedQuestion key={code} {...place} locked={locked} />
          );
        })}
        {isAlive ? null : (
          <SubmitButton size="lg" pendingText="Сохраняем…">
            Сохранить раздел
          </SubmitButton>
        )}
      </GroupSection>
    </form>
  );
}

/** What stood in the group's open fields when the page was made: the form without JavaScript sends it back. */
function seenOf(view: CardView, card: CardJson, group: GroupModel) {
  const { version, answers, comments } = view.card;
  const codes = group.criteria.map(({ code }) => code).filter((code) => isOpen(card, code));
  return {
    version,
    answers: Object.fromEntries(codes.map((code) => [code, answers[code] ?? null])),
    comments: Object.fromEntries(codes.map((code) => [code, comments[code] ?? ''])),
  };
}

function filesOf(view: CardView): Record<string, CriterionAttachment[]> {
  return Object.fromEntries(Object.entries(view.criteria).map(([code, { attachments }]) => [code, attachments]));
}
