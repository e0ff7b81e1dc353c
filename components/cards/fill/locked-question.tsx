import { LockKeyhole, Paperclip } from 'lucide-react';
import { Notice } from '@/components/ui/notice';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import type { CardJson, CriterionAttachment, CriterionState } from '@/lib/portal/cards/schema';
import { answerInWords } from '../answer-in-words';
import { answerField, commentField, type QueueState } from '../answer-queue/queue-state';
import { ComputedNote } from '../evidence/computed-note';
import { isVerified, shownAnswer, shownNote } from './card-model';
import { CentreWords } from './centre-words';

interface LockedQuestionProps {
  criterion: CriterionDefinition;
  number: number;
  known: CriterionState;
  files: readonly CriterionAttachment[];
  state: QueueState;
  /** why the answer cannot be changed */
  locked: string;
  card: CardJson;
  now: Date;
}

/** A question whose answer is closed: what was answered, and why it cannot be changed. */
export function LockedQuestion({ criterion, number, known, files, state, locked, card, now }: LockedQuestionProps) {
  const { code } = criterion;
  const note = shownNote(state, code);
  const refusals = state.refused.filter(({ edit }) => [answerField(code), commentField(code)].includes(edit.key));
  return (
    <article
      id={code}
      tabIndex={-1}
      data-question={code}
      aria-labelledby={`question-${code}`}
      className="scroll-mt-24 rounded-lg border border-line bg-surface px-4 py-3 sm:px-5 lg:scroll-mt-6"
    >
      <p className="text-sm text-muted">
        Вопрос {number} · <span className="tabular-nums">{code}</span>
      </p>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 id={`question-${code}`} className="max-w-3xl min-w-0 font-medium">
          {criterion.text}
        </h3>
        <p className="font-semibold">{answerInWords(shownAnswer(state, code))}</p>
      </div>
      {note ? <p className="mt-1 text-sm whitespace-pre-line">{note}</p> : null}
      {files.map((file) => (
        <a
          key={file.id}
          href={`/api/v1/cards/${card.id}/attachments/${file.id}`}
          download
          className="link mt-1 flex w-fit items-center gap-1.5 text-sm"
        >
          <Paperclip aria-hidden className="size-4 shrink-0" />
          {file.name}
        </a>
      ))}
      <CentreWords criterion={code} card={card} comments={known.comments} now={now} />
      {known.computed ? (
        <div className="mt-2">
          <ComputedNote
            computed={known.computed}
            given={shownAnswer(state, code)}
            counts={card.counts}
            verified={isVerified(card, code, shownAnswer(state, code))}
          />
        </div>
      ) : null}
      {refusals.map(({ edit, message }) => (
        <Notice key={edit.key} tone="danger" role="alert" title="Ответ не принят" className="mt-2">
          {message}
        </Notice>
      ))}
      <p className="mt-1 flex items-start gap-2 text-sm text-muted">
        <LockKeyhole aria-hidden className="mt-0.5 size-4 shrink-0" />
        {locked}
      </p>
    </article>
  );
}
