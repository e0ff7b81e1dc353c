'use client';

import { Eye, LoaderCircle, Save, Send } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Status } from '@/components/ui/status';
import { countOf, formatTime } from '@/lib/domain/russian';

interface SaveBarProps {
  changed: boolean;
  saving: boolean;
  savedAt: Date | null;
  faults: number;
  /** what was removed last and can be brought back */
  removed: string | null;
  onBringBack: () => void;
  onSave: () => void;
  onPreview: () => void;
  onPublish: () => void;
  onShowFaults: () => void;
}

/** Always in sight: whether everything is saved, and what comes next. */
export function SaveBar(props: SaveBarProps) {
  const { changed, saving, savedAt, faults, removed, onSave, onPreview, onPublish, onShowFaults, onBringBack } = props;
  return (
    <section
      aria-label="Сохранение"
      data-print="none"
      className="sticky bottom-0 z-20 -mx-4 mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line-strong bg-raised px-4 py-3 sm:mx-0 sm:rounded-t-lg sm:border-x sm:px-5"
    >
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" aria-busy={saving} onClick={saving ? undefined : onSave}>
          {saving ? (
            <LoaderCircle aria-hidden className="animate-spin" />
          ) : (
            <Save aria-hidden className="hidden sm:block" />
          )}
          {saving ? 'Сохраняем…' : 'Сохранить'}
        </Button>
        <Button onClick={saving ? undefined : onPreview}>
          <Eye aria-hidden /> <span className="sr-only sm:not-sr-only">Предпросмотр</span>
        </Button>
        <Button onClick={saving ? undefined : onPublish}>
          <Send aria-hidden className="hidden sm:block" /> Опубликовать…
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <SavedState changed={changed} savedAt={savedAt} />
        {faults > 0 ? (
          <button type="button" className="link text-sm" onClick={onShowFaults}>
            До публикации: {countOf(faults, 'замечание', 'замечания', 'замечаний')}
          </button>
        ) : null}
        {removed === null ? null : (
          <p role="status" className="flex min-w-0 items-baseline gap-2 text-sm">
            <span className="max-w-64 truncate">Удалено: {removed}</span>
            <button type="button" className="link shrink-0 font-medium" onClick={onBringBack}>
              Вернуть
            </button>
          </p>
        )}
      </div>
    </section>
  );
}

function SavedState({ changed, savedAt }: { changed: boolean; savedAt: Date | null }) {
  if (changed) {
    return (
      <Status tone="warning" look="line">
        Есть несохранённые изменения
      </Status>
    );
  }
  return savedAt ? (
    <Status tone="success" look="line">
      Сохранено в {formatTime(savedAt)}
    </Status>
  ) : null;
}
