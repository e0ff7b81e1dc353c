'use client';

import { CircleHelp } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Notice } from '@/components/ui/notice';
import type { Answer } from '@/lib/domain/answers';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import type { CardJson, CriterionAttachment, CriterionState } from '@/lib/portal/cards/schema';
import { answerInWords } from '../answer-in-words';
import { answerField, commentField, type FieldKey, type QueueState } from '../answer-queue/queue-state';
import { fieldState } from '../answer-queue/queue-view';
import { ComputedNote } from '../evidence/computed-note';
import { Attachments } from './attachments';
import { isVerified, shownAnswer, shownNote } from './card-model';
import { CentreWords } from './centre-words';
import { MergeChoice } from './merge-choice';
import { NoteField } from './note-field';
import { QuestionHelp } from './question-help';
import { QuestionState } from './question-state';
import { SignAnswer } from './sign-answer';
import { YesNoAnswer } from './yes-no-answer';

export interface QuestionActions {
  answer: (criterion: string, answer: Answer, confirms?: boolean) => void;
  note: (criterion: string, text: string) => void;
  choose: (key: FieldKey, choice: 'mine' | 'theirs') => void;
  signIn: () => void;
}

interface QuestionProps {
  criterion: CriterionDefinition;
  number: number;
  known: CriterionState;
  files: readonly CriterionAttachment[];
  onFiles: (change: (files: readonly CriterionAttachment[]) => CriterionAttachment[]) => void;
  state: QueueState;
  toCheck: boolean;
  /** the question that the keys answer */
  isCurrent: boolean;
  lastSchoolYear: string | null;
  /** the newest card heard of */
  card: CardJson;
  accountId: string;
  now: Date;
  on: QuestionActions;
}

/** One criterion: the question, its large answers, what it means beside it, what belongs to it under it. */
export function Question(props: QuestionProps) {
  const {
    criterion,
    number,
    known,
    files,
    onFiles,
    state,
    toCheck,
    isCurrent,
    lastSchoolYear,
    card,
    accountId,
    now,
    on,
  } = props;
  const { code } = criterion;
  const answer = shownAnswer(state, code);
  const answerState = fieldState(state, answerField(code));
  const conflicts = state.conflicts.filter(({ mine }) => [answerField(code), commentField(code)].includes(mine.key));
  const refusals = state.refused.filter(({ edit }) => [answerField(code), commentField(code)].includes(edit.key));
  const helpId = `help-${code}`;
  const onAnswer = (next: Answer) => on.answer(code, next);
  return (
    <article
      id={code}
      tabIndex={-1}
      data-question={code}
      aria-labelledby={`question-${code}`}
      className={cn(
        'scroll-mt-24 rounded-lg border bg-surface p-4 outline-offset-0 focus:outline-none focus-visible:outline-3 sm:p-5 lg:scroll-mt-6',
        isCurrent ? 'border-accent shadow-[inset_0.25rem_0_0_var(--accent)]' : 'border-line',
      )}
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-muted">
          Вопрос {number} · <span className="tabular-nums">{code}</span>
        </p>
        <QuestionState state={answerState} toCheck={toCheck} />
      </div>
      <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_18rem] xl:grid-rows-[auto_1fr] xl:gap-x-6">
        <div className="min-w-0 space-y-4">
          <fieldset className="min-w-0" aria-describedby={criterion.help ? helpId : undefined}>
            <legend id={`question-${code}`} className="mb-4 max-w-3xl text-lg leading-snug font-semibold sm:text-xl">
              {criterion.text}
            </legend>
            {criterion.type === 'YES_NO' ? (
              <YesNoAnswer criterion={code} answer={answer} onAnswer={onAnswer} />
            ) : (
              <SignAnswer criterion={criterion} answer={answer} onAnswer={onAnswer} />
            )}
          </fieldset>
          {known.computed ? (
            <ComputedNote
              computed={known.computed}
              given={answer}
              counts={card.counts}
              verified={isVerified(card, code, answer)}
            />
          ) : null}
          {conflicts.map((conflict) => (
            <MergeChoice key={conflict.mine.key} conflict={conflict} onChoose={on.choose} />
          ))}
          {refusals.map(({ edit, message }) => (
            <Notice key={edit.key} tone="danger" role="alert" title="Ответ не принят">
              {message}
            </Notice>
          ))}
          {toCheck ? <CarriedOver answer={answer} onConfirm={() => on.answer(code, answer, true)} /> : null}
          <CentreWords criterion={code} card={card} comments={known.comments} now={now} />
        </div>
        <QuestionHelp
          id={helpId}
          criterion={criterion}
          lastYear={lastSchoolYear ? { answer: known.lastYear, schoolYear: lastSchoolYear } : null}
        />
        <div className="flex min-w-0 flex-wrap items-start gap-x-6 gap-y-1">
          <NoteField criterion={code} note={shownNote(state, code)} onNote={(text) => on.note(code, text)} />
          <Attachments
            cardId={card.id}
            accountId={accountId}
            criterion={code}
            attachments={files}
            onSignedOut={on.signIn}
            onStored={(file) => onFiles((all) => [...all, file])}
            onRemoved={(file) => onFiles((all) => all.filter(({ id }) => id !== file.id))}
          />
          {answer !== null ? (
            <button
              type="button"
              className="link w-fit py-1 text-left text-sm text-muted scripting-none:hidden"
              onClick={() => onAnswer(null)}
            >
              Снять ответ
            </button>
          ) : null}
        </div>
      </div>
    </article>
  );
}

function CarriedOver({ answer, onConfirm }: { answer: Answer; onConfirm: () => void }) {
  return (
    <div className="contrast-frame flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-transparent bg-warning-soft px-4 py-3">
      <CircleHelp aria-hidden className="size-5 shrink-0 text-warning" />
      <p className="min-w-48 flex-1">
        Ответ «{answerInWords(answer)}» перенесён из прошлого года. Проверьте, верен ли он сейчас.
      </p>
      <Button size="sm" className="scripting-none:hidden" onClick={onConfirm}>
        Да, верно
      </Button>
    </div>
  );
}
