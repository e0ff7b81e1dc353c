import type { ReactNode } from 'react';
import { Status } from '@/components/ui/status';
import type { Tone } from '@/components/ui/tone';
import { isDecided, mayBeDecided, REVIEW_WORDS, type ReviewState } from '@/lib/domain/objectivity-review';
import { formatDate, formatMoment } from '@/lib/domain/russian';
import type { ObjectivityCellView, SignView } from '@/lib/portal/objectivity/views';
import type { ReviewJson } from '@/lib/portal/objectivity-reviews/schema';
import {
  AskForm,
  type CellOfReview,
  DecisionForm,
  ExplanationForm,
  type ReviewSteps,
  SecondResultForm,
} from './review-forms';

const TONES: Record<ReviewState, Tone> = {
  RECHECK: 'warning',
  SECOND_RESULT: 'warning',
  EXPLAINED: 'warning',
  CONFIRMED: 'danger',
  WITHDRAWN: 'success',
};

export function ReviewStatus({ state }: { state: ReviewState }) {
  return <Status tone={TONES[state]}>{REVIEW_WORDS[state]}</Status>;
}

export interface ReviewPanelProps {
  sign: SignView;
  cell: CellOfReview;
  may: ObjectivityCellView['may'];
  steps: ReviewSteps;
  now: Date;
}

/** What was done about a sign, and what the viewer may do next. */
export function ReviewPanel({ sign: { code, result, review }, cell, may, steps, now }: ReviewPanelProps) {
  if (!review) {
    if (result !== 'SIGN' || !may.recheck) return null;
    return (
      <details className="mt-3">
        <summary className="text-sm text-accent hover:underline">Назначить перепроверку</summary>
        <div className="mt-3">
          <AskForm send={steps.ask} cell={cell} sign={code} />
        </div>
      </details>
    );
  }
  return (
    <div className="mt-4 space-y-4 border-t border-line pt-4">
      <ReviewStory review={review} now={now} />
      <NextSteps review={review} may={may} steps={steps} />
    </div>
  );
}

/** The words of both sides in the order of the workflow. */
export function ReviewStory({ review, now }: { review: ReviewJson; now: Date }) {
  const told = [
    {
      what: 'Назначена перепроверка',
      text: review.due ? `${review.note}\nСрок: ${formatDate(new Date(review.due))}.` : review.note,
      by: review.askedBy,
      at: review.askedAt,
    },
    { what: 'Второй результат', text: review.secondResult, by: review.secondBy, at: review.secondAt },
    { what: 'Пояснение школы', text: review.explanation, by: review.explainedBy, at: review.explainedAt },
    {
      what: `Решение: ${isDecided(review.state) ? REVIEW_WORDS[review.state] : ''}`,
      text: review.decision,
      by: review.decidedBy,
      at: review.decidedAt,
    },
  ];
  return (
    <ol className="space-y-3">
      {told.map(({ what, text, by, at }) =>
        text === null || at === null ? null : (
          <li key={what} className="border-l-2 border-line-strong pl-3">
            <p className="text-sm text-muted">
              <span className="font-medium text-ink">{what}</span>, {by}, {formatMoment(new Date(at), now)}
            </p>
            <p className="whitespace-pre-line">{text}</p>
          </li>
        ),
      )}
    </ol>
  );
}

function NextSteps({ review, may, steps }: Pick<ReviewPanelProps, 'may' | 'steps'> & { review: ReviewJson }) {
  const decided = isDecided(review.state);
  const forms = [
    may.secondResult && !decided ? (
      <Step key="second" title="Второй результат" open={review.secondResult === null}>
        <SecondResultForm send={steps.secondResult} review={review} />
      </Step>
    ) : null,
    may.explain && !decided ? (
      <Step key="explain" title="Пояснение школы" open={review.explanation === null}>
        <ExplanationForm send={steps.explain} review={review} />
      </Step>
    ) : null,
    may.decide && mayBeDecided(review.state) ? (
      <Step key="decide" title={decided ? 'Изменить решение' : 'Принять решение'} open={!decided}>
        <DecisionForm send={steps.decide} review={review} />
      </Step>
    ) : null,
  ];
  return <div className="space-y-3">{forms}</div>;
}

function Step({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open}>
      <summary className="text-sm font-medium text-accent hover:underline">{title}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
