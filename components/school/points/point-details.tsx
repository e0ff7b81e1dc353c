import { ChartColumn, ChevronRight, MessageSquareWarning, Paperclip, ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { dataInWords } from '@/components/cards/evidence/computed-words';
import { EvidenceDetails } from '@/components/cards/evidence/evidence-details';
import { type Description, DescriptionList } from '@/components/ui/description-list';
import { Status } from '@/components/ui/status';
import type { PointExplanation } from '@/lib/domain/point-explanation';
import { DISPUTED } from '@/lib/domain/point-explanation';
import { formatFileSize, formatMoment, NO_VALUE } from '@/lib/domain/russian';
import type { CriterionState } from '@/lib/portal/cards/views';
import { pointPlace } from '../addresses';
import { disputeWords } from './dispute-words';

interface PointDetailsProps {
  cardId: string;
  point: PointExplanation;
  state: CriterionState | undefined;
  now: Date;
}

/** One point: its criterion at a glance, and behind it the answer, its source, person, date and evidence. */
export function PointDetails({ cardId, point, state, now }: PointDetailsProps) {
  return (
    <details id={pointPlace(point.criterion, point.sign)} className="group scroll-mt-24 target:bg-accent-soft">
      <summary className="flex cursor-pointer items-start gap-3 px-4 py-3 hover:bg-quiet sm:px-5 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="mt-1 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        <span className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-6 gap-y-1">
          <span className="min-w-0 max-w-3xl">
            <span className="block">{point.signText ?? point.criterionText}</span>
            {point.sign ? (
              <span className="block text-sm text-muted">Признак {point.sign}, требует дополнительного анализа</span>
            ) : null}
          </span>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {point.disputed ? (
              <Status tone="warning" icon={MessageSquareWarning}>
                {DISPUTED}
              </Status>
            ) : null}
            {point.contradiction ? (
              <Status tone="warning" look="line">
                {point.contradiction}
              </Status>
            ) : null}
            {point.source === 'COMPUTED' ? (
              <Status tone="info" icon={ChartColumn} look="line">
                {point.sourceName}
              </Status>
            ) : point.source === 'VERIFIED' ? (
              <Status tone="success" icon={ShieldCheck} look="line">
                {point.sourceName}
              </Status>
            ) : (
              <span className="text-sm text-muted">{point.sourceName}</span>
            )}
          </span>
        </span>
      </summary>
      <div className="space-y-3 px-4 pb-4 pl-11 sm:pr-5">
        <DescriptionList items={grounds(point, state, now)} className="max-w-3xl" />
        {state?.computed ? (
          <section aria-label="Рассчитанное по данным" className="max-w-3xl">
            <h4 className="font-medium">{dataInWords(state.computed)}</h4>
            <EvidenceDetails computed={state.computed} className="text-sm" />
          </section>
        ) : null}
        {state && state.attachments.length > 0 ? (
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {state.attachments.map((file) => (
              <li key={file.id} className="flex items-center gap-1.5">
                <Paperclip aria-hidden className="size-4 text-muted" />
                <a href={`/api/v1/cards/${cardId}/attachments/${file.id}`} className="link">
                  {file.name}
                </a>
                <span className="text-muted">{formatFileSize(file.size)}</span>
              </li>
            ))}
          </ul>
        ) : null}
        <p className="text-sm">
          <Link href={`/monitoring/cards/${cardId}#${point.criterion}`} className="link">
            Открыть критерий в карте
          </Link>
        </p>
      </div>
    </details>
  );
}

const CARRIED_OVER = 'перенесено с прошлого года, школа ещё не подтвердила';

function grounds(point: PointExplanation, state: CriterionState | undefined, now: Date): Description[] {
  const when = point.at ? formatMoment(point.at, now) : NO_VALUE;
  const criterion = point.sign ? `${point.criterion}. ${point.criterionText}` : point.criterion;
  return [
    { term: 'Критерий', value: criterion },
    { term: 'Ответ', value: point.answer },
    { term: 'Источник', value: point.sourceName },
    point.source === 'COMPUTED'
      ? { term: 'Рассчитано', value: when }
      : {
          term: point.ground ? 'Проверил(а)' : 'Ответил(а)',
          value: point.person ? `${point.person}, ${when}` : state?.carriedOver ? CARRIED_OVER : NO_VALUE,
        },
    ...(point.ground
      ? [
          { term: 'Причина', value: point.ground.reason },
          { term: 'Документ', value: point.ground.source },
        ]
      : []),
    ...(point.declared === null ? [] : [{ term: 'Школа заявила', value: point.declared }]),
    ...(state?.note ? [{ term: 'Пояснение школы', value: state.note }] : []),
    ...(state?.disputes ?? [])
      .filter((dispute) => dispute.sign === null || dispute.sign === point.sign)
      .map((dispute) => ({ term: 'Возражение', value: disputeWords(dispute, now) })),
    ...(state && state.attachments.length === 0 ? [{ term: 'Файлы', value: 'не приложены' }] : []),
  ];
}
