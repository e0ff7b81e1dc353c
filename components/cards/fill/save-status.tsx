import { Check, CloudOff, GitMerge, LoaderCircle, LockKeyhole, LogIn, TriangleAlert } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { countOf, dayOf, formatMoment, formatTime, NBSP } from '@/lib/domain/russian';
import { criterionOf, type QueueState } from '../answer-queue/queue-state';
import { type QueueSummary, queueSummary, unsentCount } from '../answer-queue/queue-view';

const LOOK: Record<QueueSummary, { icon: typeof Check; colour: string }> = {
  saved: { icon: Check, colour: 'text-success' },
  saving: { icon: LoaderCircle, colour: 'text-muted' },
  offline: { icon: CloudOff, colour: 'text-warning' },
  conflict: { icon: GitMerge, colour: 'text-danger' },
  refused: { icon: TriangleAlert, colour: 'text-danger' },
  'signed-out': { icon: LogIn, colour: 'text-danger' },
  closed: { icon: LockKeyhole, colour: 'text-danger' },
};

/** «Сохранено в 14:32»; another day with its date. */
export function savedInWords(savedAt: Date | null, now: Date): string {
  if (savedAt === null) return 'Ответы сохраняются сами';
  const moment = dayOf(savedAt) === dayOf(now) ? `в${NBSP}${formatTime(savedAt)}` : formatMoment(savedAt, now);
  return `Сохранено ${moment}`;
}

/** The state of the whole card in words, as it stands in sight and is read aloud. */
export function statusInWords(state: QueueState, savedAt: Date | null, now: Date, isStoring: boolean): string {
  const unsent = countOf(unsentCount(state), 'ответ', 'ответа', 'ответов');
  switch (queueSummary(state)) {
    case 'saved':
      return savedInWords(savedAt, now);
    case 'saving':
      return 'Сохраняю…';
    case 'offline':
      return isStoring
        ? `Нет связи: ответы хранятся в${NBSP}браузере, отправим сами (${unsent})`
        : `Нет связи, а${NBSP}браузер не${NBSP}хранит ответы: не${NBSP}закрывайте страницу`;
    case 'conflict':
      return 'Конфликт: выберите ответ';
    case 'refused':
      return 'Не принято: исправьте ответ';
    case 'signed-out':
      return `Сеанс завершён: ${unsent} в${NBSP}браузере`;
    case 'closed':
      return `Не отправлено: ${unsent}`;
  }
}

interface SaveStatusProps {
  state: QueueState;
  words: string;
  /** leads to the question that waits for the person */
  onShow?: (criterion: string) => void;
}

/** The state of saving by icon and words; fixed in sight. */
export function SaveStatus({ state, words, onShow }: SaveStatusProps) {
  const waiting = state.conflicts[0]?.mine ?? state.refused[0]?.edit;
  const summary = queueSummary(state);
  const { icon: Icon, colour } = LOOK[summary];
  return (
    <p data-save-state={summary} className={cn('flex min-w-0 items-start gap-1.5 text-sm font-medium', colour)}>
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', summary === 'saving' && 'animate-spin')} />
      <span className="min-w-0">
        {words}
        {waiting && onShow ? (
          <>
            {' '}
            <button type="button" className="link" onClick={() => onShow(criterionOf(waiting.key))}>
              Показать
            </button>
          </>
        ) : null}
      </span>
    </p>
  );
}
