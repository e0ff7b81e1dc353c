import { ChartColumn, Paperclip, X } from 'lucide-react';
import { dataInWords } from '@/components/cards/evidence/computed-words';
import { EvidenceDetails } from '@/components/cards/evidence/evidence-details';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { Status } from '@/components/ui/status';
import { type Answer, type AnswerSource, answerWords, sameAnswer } from '@/lib/domain/answers';
import { countOf, formatFileSize, formatMoment, typeset } from '@/lib/domain/russian';
import type { ComputedView } from '@/lib/portal/cards/views';
import type { PointView } from '@/lib/portal/lists/views';

/** What counts where МОЦ verified nothing. */
const COUNTED_WORDS: Record<AnswerSource, string> = {
  DECLARED: 'засчитан ответ школы',
  COMPUTED: 'засчитано рассчитанное по данным',
  VERIFIED: 'засчитан проверенный ответ',
};

export interface PointPanelProps {
  point: PointView;
  now: Date;
  /** the heat map without the panel */
  closeHref: string;
}

/** A point and what stands behind it: criterion, answers, source, person, date, comments, files. */
export function PointPanel({ point, now, closeHref }: PointPanelProps) {
  const { criterion, declared, verified } = point;
  return (
    <aside
      id="point"
      aria-labelledby="point-title"
      className="sticky bottom-0 z-40 max-h-[60dvh] min-w-0 overflow-y-auto rounded-lg border border-line-strong bg-raised shadow-raised xl:top-4 xl:bottom-auto xl:max-h-[calc(100dvh-2rem)] xl:self-start"
    >
      <div className="p-4 sm:p-5">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <p className="text-sm text-muted">{point.groupTitle}</p>
            <h2 id="point-title" tabIndex={-1} className="text-lg font-semibold">
              {typeset(point.schoolName)}
            </h2>
          </div>
          <LinkButton
            href={closeHref}
            scroll={false}
            prefetch={false}
            data-close
            variant="quiet"
            size="icon"
            aria-label="Закрыть"
            className="-mt-1 -mr-2 shrink-0 text-muted"
          >
            <X aria-hidden />
          </LinkButton>
        </div>
        <p className="mt-2">{typeset(criterion.text)}</p>
        <p className="mt-3">
          <Status tone={point.points > 0 ? 'danger' : 'neutral'}>
            {point.points > 0 ? `${countOf(point.points, 'балл', 'балла', 'баллов')} из ${point.maximum}` : 'балла нет'}
          </Status>
        </p>
        <DescriptionList
          className="mt-3 text-sm"
          items={[
            { term: 'Ответ школы', value: <AnswerText answer={declared.answer} point={point} /> },
            ...(declared.by && declared.at
              ? [{ term: 'Кто ответил', value: `${declared.by}, ${formatMoment(declared.at, now)}` }]
              : []),
            ...(declared.carriedOver
              ? [{ term: 'Откуда', value: 'перенесён с прошлого года, не проверен школой' }]
              : []),
            ...(declared.comment ? [{ term: 'Пояснение школы', value: declared.comment }] : []),
            ...(verified
              ? [
                  { term: 'Проверено МОЦ', value: <AnswerText answer={verified.answer} point={point} /> },
                  { term: 'Источник', value: verified.source },
                  { term: 'Почему', value: verified.reason },
                  { term: 'Кто проверил', value: `${verified.by}, ${formatMoment(verified.at, now)}` },
                ]
              : [{ term: 'Проверено МОЦ', value: `отдельно не проверялся, ${COUNTED_WORDS[point.counted]}` }]),
            ...(criterion.threshold ? [{ term: 'Когда «да»', value: criterion.threshold }] : []),
            ...(criterion.evidence ? [{ term: 'Чем подтверждается', value: criterion.evidence }] : []),
          ]}
        />
        {point.computed ? <Computed point={point} computed={point.computed} /> : null}
        <Remarks point={point} now={now} />
        <div className="mt-4 flex flex-wrap gap-2">
          <LinkButton href={`/monitoring/cards/${point.cardId}#${criterion.code}`} size="sm">
            Открыть карту
          </LinkButton>
          <LinkButton href={`/schools/${point.schoolId}`} size="sm">
            Страница школы
          </LinkButton>
        </div>
      </div>
    </aside>
  );
}

function AnswerText({ answer, point }: { answer: Answer; point: PointView }) {
  if (!Array.isArray(answer) || answer.length === 0) return answerWords(answer);
  const signs = new Map(point.criterion.signs.map((sign) => [sign.code, sign.text]));
  return (
    <ul className="list-disc pl-4">
      {answer.map((code) => (
        <li key={code}>{typeset(signs.get(code) ?? code)}</li>
      ))}
    </ul>
  );
}

/** What data answer, marked where another answer counts. */
function Computed({ point, computed }: { point: PointView; computed: ComputedView }) {
  const counted = point.verified?.answer ?? (point.counted === 'COMPUTED' ? computed.answer : point.declared.answer);
  const differs = computed.answer !== null && !sameAnswer(computed.answer, counted);
  return (
    <div className="mt-4 border-t border-line pt-3 text-sm">
      <h3>
        <Status tone={differs ? 'warning' : 'info'} icon={differs ? undefined : ChartColumn} look="line">
          {typeset(dataInWords(computed))}
        </Status>
      </h3>
      <EvidenceDetails computed={computed} />
    </div>
  );
}

const DISPUTE_WORDS = { OPEN: 'Оспаривается', UPHELD: 'Балл снят', REJECTED: 'Балл оставлен' } as const;

function Remarks({ point, now }: { point: PointView; now: Date }) {
  const { disputes, comments, attachments, cardId } = point;
  if (disputes.length + comments.length + attachments.length === 0) return null;
  return (
    <div className="mt-4 space-y-3 border-t border-line pt-3 text-sm">
      {disputes.map((dispute) => (
        <div key={dispute.id}>
          <Status tone={dispute.status === 'OPEN' ? 'warning' : 'neutral'} look="line">
            {DISPUTE_WORDS[dispute.status]}
          </Status>
          <p>{dispute.reason}</p>
          {dispute.decision ? <p className="text-muted">Решение: {dispute.decision}</p> : null}
        </div>
      ))}
      {comments.map((comment) => (
        <p key={comment.id}>
          <span className="font-medium">{comment.authorName}</span>{' '}
          <span className="text-muted">{formatMoment(comment.at, now)}</span>
          <span className="block">{comment.text}</span>
        </p>
      ))}
      {attachments.length > 0 ? (
        <ul className="space-y-1">
          {attachments.map((file) => (
            <li key={file.id}>
              <a
                href={`/api/v1/cards/${cardId}/attachments/${file.id}`}
                className="link inline-flex items-center gap-1.5"
              >
                <Paperclip aria-hidden className="size-4 shrink-0" />
                {file.name}
              </a>{' '}
              <span className="text-muted">{formatFileSize(file.size)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
