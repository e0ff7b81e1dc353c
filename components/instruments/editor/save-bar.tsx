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
  onSave: () => void;
  onPreview: () => void;
  onPublish: () => void;
  onShowFaults: () => void;
}

/** Always in sight: whether everything is saved, and what comes next. */
export function SaveBar({
  changed,
  saving,
  savedAt,
  faults,
  onSave,
  onPreview,
  onPublish,
  onShowFaults,
}: SaveBarProps) {
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
