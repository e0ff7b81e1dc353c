import { Check, CloudOff, GitMerge, LoaderCircle, TriangleAlert } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { Status } from '@/components/ui/status';
import type { FieldState } from '../answer-queue/queue-view';

const LOOK = {
  saved: { icon: Check, words: 'Сохранён', colour: 'text-success' },
  sending: { icon: LoaderCircle, words: 'Сохраняю…', colour: 'text-muted' },
  waiting: { icon: CloudOff, words: 'Ждёт отправки', colour: 'text-warning' },
  conflict: { icon: GitMerge, words: 'Изменён в другом окне', colour: 'text-danger' },
  refused: { icon: TriangleAlert, words: 'Не принят', colour: 'text-danger' },
};

/** What became of this answer: nothing yet, saved, on its way, waiting for the line, to be chosen, refused. */
export function QuestionState({ state, toCheck }: { state: FieldState; toCheck: boolean }) {
  if (toCheck) return <Status tone="warning">Проверьте</Status>;
  if (state === 'empty') return <span className="text-sm text-muted">Нет ответа</span>;
  const { icon: Icon, words, colour } = LOOK[state];
  return (
    <span data-answer-state={state} className={cn('inline-flex items-center gap-1.5 text-sm font-medium', colour)}>
      <Icon aria-hidden className={cn('size-4 shrink-0', state === 'sending' && 'animate-spin')} />
      {words}
    </span>
  );
}
