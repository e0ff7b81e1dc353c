import { MessageSquareWarning, Paperclip, PencilLine, RotateCcw, ShieldCheck } from 'lucide-react';
import { answerInWords, pointsOf } from '@/components/cards/answer-in-words';
import { DescriptionList } from '@/components/ui/description-list';
import { Status } from '@/components/ui/status';
import { type Answer, sameAnswer } from '@/lib/domain/answers';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import { countOf, formatFileSize, formatMoment } from '@/lib/domain/russian';
import type { CriterionState } from '@/lib/portal/cards/views';
import { differsFromData } from '../evidence/computed-words';
import { CommentForm } from './comment-form';
import { ComputedReview, groundOfComputed } from './computed-review';
import { DecideForm, DisputeForm } from './dispute-forms';
import type { ReviewActions } from './review-actions';
import { VerificationForm } from './verification-form';

interface CriterionReviewProps {
  cardId: string;
  version: number;
  criterion: CriterionDefinition;
  state: CriterionState;
  changedFrom: Answer | undefined;
  /** the verification begins with what data answer */
  isTaken: boolean;
  takeHref: string;
  actions: ReviewActions;
  may: { verify: boolean; comment: boolean; dispute: boolean; decideDisputes: boolean };
  now: Date;
}

/** One criterion of a card: what was answered, verified, said and disputed, and what may be done. */
export function CriterionReview(props: CriterionReviewProps) {
  const { cardId, version, criterion, state, changedFrom, isTaken, takeHref, actions, may, now } = props;
  const counted = state.counted.answer;
  const points = pointsOf(counted);
  const differs = differsFromData(state);
  const taken = isTaken && differs ? state.computed : null;
  const openDispute = state.disputes.find((dispute) => dispute.status === 'OPEN');
  return (
    <article id={criterion.code} className="scroll-mt-24 px-4 py-4 sm:px-5" aria-labelledby={`${criterion.code}-text`}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 max-w-3xl">
          <p className="text-sm text-muted">{criterion.code}</p>
          <h4 id={`${criterion.code}-text`} className="font-medium">
            {criterion.text}
          </h4>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {changedFrom === undefined ? null : (
            <Status tone="info" icon={PencilLine}>
              изменено, было: {answerInWords(changedFrom)}
            </Status>
          )}
          {state.verified ? (
            <Status tone="success" icon={ShieldCheck}>
              проверено МОЦ
            </Status>
          ) : null}
          {differs ? <Status tone="warning">расходится с данными</Status> : null}
          {openDispute ? (
            <Status tone="warning" icon={MessageSquareWarning}>
              оспаривается
            </Status>
          ) : null}
          {state.carriedOver ? <Status icon={RotateCcw}>перенесено, не проверено</Status> : null}
          <span
            className={
              points > 0
                ? 'rounded-full bg-danger-soft px-3 py-0.5 font-semibold text-danger tabular-nums'
                : 'px-3 py-0.5 text-muted tabular-nums'
            }
          >
            {points > 0 ? countOf(points, 'балл', 'балла', 'баллов') : '0'}
          </span>
        </div>
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-1 text-sm">
        <Pair term="Школа ответила" value={answerInWords(state.declared)} strong />
        {state.verified && !sameAnswer(state.verified.answer, state.declared) ? (
          <Pair term="Проверенный ответ" value={answerInWords(state.verified.answer)} strong />
        ) : null}
        {state.computed && state.computed.answer !== null ? (
          <Pair
            term={`По данным ${state.computed.data}`}
            value={`${answerInWords(state.computed.answer)}${state.counted.source === 'COMPUTED' ? ', считается' : ''}`}
            strong
          />
        ) : null}
        <Pair term="Прошлый год" value={state.lastYear === undefined ? '—' : answerInWords(state.lastYear)} />
      </dl>
      {state.computed ? (
        <ComputedReview computed={state.computed} takeHref={differs && may.verify ? takeHref : null} />
      ) : null}
      {Array.isArray(counted) && counted.length > 0 ? (
        <ul className="mt-2 list-disc pl-5 text-sm">
          {criterion.signs
            .filter((sign) => counted.includes(sign.code))
            .map((sign) => (
              <li key={sign.code}>
                {sign.code}. {sign.text} — признак, требующий дополнительного анализа
              </li>
            ))}
        </ul>
      ) : null}
      {state.note ? (
        <p className="mt-2 max-w-prose text-sm whitespace-pre-line">
          <span className="text-muted">Пояснение школы: </span>
          {state.note}
        </p>
      ) : null}
      {state.attachments.length > 0 ? (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {state.attachments.map((file) => (
            <li key={file.id} className="flex items-center gap-1.5">
              <Paperclip aria-hidden className="size-4 text-muted" />
              <a href={`/api/v1/cards/${cardId}/attachments/${file.id}`} className="text-accent underline">
                {file.name}
              </a>
              <span className="text-muted">{formatFileSize(file.size)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Remarks state={state} now={now} />
      {openDispute && may.decideDisputes ? (
        <div className="mt-3 rounded-md border border-warning p-4">
          <DecideForm send={actions.decide} cardId={cardId} disputeId={openDispute.id} />
        </div>
      ) : null}
      <details className="mt-2" open={taken !== null || undefined}>
        <summary className="cursor-pointer py-1 text-sm text-accent">
          {may.verify ? 'Основание, проверка и замечание' : 'Основание балла'}
        </summary>
        <div className="mt-2 grid gap-6 lg:grid-cols-2">
          <DescriptionList items={groundsOf(criterion, state, now)} />
          <div className="space-y-6">
            {taken ? (
              <p className="text-sm text-muted">
                Ответ, источник и причина заполнены по данным. Проверьте их: запись останется проверкой от вашего имени.
              </p>
            ) : null}
            {may.verify ? (
              <VerificationForm
                key={taken ? 'computed' : 'own'}
                send={actions.verify}
                clear={state.verified ? actions.clearVerification : null}
                {...{ cardId, version, criterion }}
                current={taken ? taken.answer : counted}
                filled={taken ? groundOfComputed(taken) : undefined}
              />
            ) : null}
            {may.comment ? <CommentForm send={actions.comment} cardId={cardId} criterion={criterion.code} /> : null}
            {may.dispute && points > 0 && !openDispute ? (
              <DisputeForm send={actions.dispute} cardId={cardId} criterion={criterion} found={counted} />
            ) : null}
          </div>
        </div>
      </details>
    </article>
  );
}

function Pair({ term, value, strong = false }: { term: string; value: string; strong?: boolean }) {
  return (
    <div className="flex gap-2">
      <dt className="text-muted">{term}:</dt>
      <dd className={strong ? 'font-medium' : ''}>{value}</dd>
    </div>
  );
}

function groundsOf(criterion: CriterionDefinition, state: CriterionState, now: Date) {
  const who = (by: string | null, at: Date | null) => (by && at ? `${by}, ${formatMoment(at, now)}` : '—');
  return [
    { term: 'Когда «да»', value: criterion.threshold || '—' },
    { term: 'Чем подтверждается', value: criterion.evidence || '—' },
    { term: 'Зачем спрашивают', value: criterion.purpose || '—' },
    { term: 'Ответил(а)', value: who(state.declaredBy, state.declaredAt) },
    ...(state.verified
      ? [
          { term: 'Проверил(а)', value: who(state.verified.by, state.verified.at) },
          { term: 'Источник проверки', value: state.verified.source },
          { term: 'Причина', value: state.verified.reason },
        ]
      : []),
  ];
}

const DECISIONS = { OPEN: 'решения ещё нет', UPHELD: 'балл снят', REJECTED: 'балл оставлен' } as const;

function Remarks({ state, now }: { state: CriterionState; now: Date }) {
  if (state.comments.length === 0 && state.disputes.length === 0) return null;
  return (
    <ul className="mt-3 space-y-2 border-l-2 border-line pl-4 text-sm">
      {state.comments.map((comment) => (
        <li key={comment.id}>
          <p className="text-muted">
            {comment.authorName}, {formatMoment(comment.at, now)}
          </p>
          <p className="max-w-prose whitespace-pre-line">{comment.text}</p>
        </li>
      ))}
      {state.disputes.map((dispute) => (
        <li key={dispute.id}>
          <p className="text-muted">
            Возражение{dispute.sign ? ` по признаку ${dispute.sign}` : ''}: {dispute.raisedBy},{' '}
            {formatMoment(dispute.raisedAt, now)} — {DECISIONS[dispute.status]}
          </p>
          <p className="max-w-prose whitespace-pre-line">{dispute.reason}</p>
          {dispute.decision && dispute.decidedAt ? (
            <p className="mt-1 max-w-prose whitespace-pre-line">
              <span className="text-muted">
                Решение, {dispute.decidedBy}, {formatMoment(dispute.decidedAt, now)}:{' '}
              </span>
              {dispute.decision}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
