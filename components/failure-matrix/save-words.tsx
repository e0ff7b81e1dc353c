import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react';
import { countOf, formatMoment } from '@/lib/domain/russian';
import type { Cells } from './use-cells';

/** Whether what was entered is with the server, in words and by an icon. */
export function SaveWords({ cells }: { cells: Cells }) {
  const { state, waitingCount, refusal, savedAt } = cells;
  const waiting = countOf(waitingCount, 'клетка', 'клетки', 'клеток');
  const words =
    state === 'saved'
      ? savedAt
        ? `Сохранено, ${formatMoment(savedAt, savedAt)}`
        : 'Введённое сохраняется само'
      : state === 'offline'
        ? `Нет связи: ${waiting} ждут в этом браузере и уйдут сами`
        : state === 'refused'
          ? `Не сохранено: ${refusal}`
          : 'Сохраняем…';
  const Icon =
    state === 'saved' ? Check : state === 'offline' ? CloudOff : state === 'refused' ? TriangleAlert : LoaderCircle;
  const tone = state === 'saved' ? 'text-success' : state === 'refused' ? 'text-danger' : 'text-muted';
  return (
    <p role="status" className={`flex items-center gap-1.5 text-sm font-medium ${tone}`}>
      <Icon aria-hidden className={`size-4 shrink-0 ${state === 'saving' ? 'animate-spin' : ''}`} />
      {words}
    </p>
  );
}
