'use client';

import { Paperclip, Trash2, Upload as UploadIcon, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { formatFileSize, formatPercent, NBSP } from '@/lib/domain/russian';
import type { CriterionAttachment } from '@/lib/portal/cards/schema';
import { FILE_TYPES, FILE_TYPES_IN_WORDS } from './upload';
import { type UploadTarget, useUploads } from './use-uploads';

interface AttachmentsProps extends UploadTarget {
  attachments: readonly CriterionAttachment[];
}

/** Evidence of one answer: the files that are there, those on their way, and a way to add more. */
export function Attachments({ attachments, ...target }: AttachmentsProps) {
  const input = useRef<HTMLInputElement>(null);
  const { sending, fault, add, stop, remove } = useUploads(target);
  const [hadFiles] = useState(attachments.length > 0);
  return (
    <details className="min-w-0 open:basis-full" open={hadFiles || undefined}>
      <summary className="link flex w-fit items-center gap-1.5 py-1 text-sm">
        <Paperclip aria-hidden className="size-4 shrink-0" />
        Файлы{attachments.length > 0 ? ` (${attachments.length})` : ''}
      </summary>
      <div className="mt-1 space-y-2">
        <p className="text-sm text-muted">
          Подтверждение ответа: {FILE_TYPES_IN_WORDS}, каждый до 20{NBSP}МБ. Без персональных данных учеников.
        </p>
        {attachments.length > 0 ? (
          <ul className="divide-y divide-line rounded-md border border-line">
            {attachments.map((file) => (
              <li key={file.id} className="flex items-center gap-3 px-3 py-1.5 text-sm">
                <a
                  href={`/api/v1/cards/${target.cardId}/attachments/${file.id}`}
                  className="link min-w-0 flex-1"
                  download
                >
                  {file.name}
                </a>
                <span className="shrink-0 text-muted tabular-nums">{formatFileSize(file.size)}</span>
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={`Удалить файл «${file.name}»`}
                  onClick={() => remove(file)}
                >
                  <Trash2 aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
        {sending.map((one) => (
          <div key={one.id} className="flex items-center gap-3 text-sm">
            <ProgressBar
              className="flex-1"
              value={one.share}
              max={1}
              label={`«${one.name}»: отправлено ${formatPercent(one.share, 0)}`}
              labelShown
            />
            <Button size="sm" onClick={() => stop(one.id)} aria-label={`Отменить отправку «${one.name}»`}>
              <X aria-hidden />
              Отменить
            </Button>
          </div>
        ))}
        {fault ? (
          <p role="alert" className="text-sm font-medium text-danger">
            {fault}
          </p>
        ) : null}
        <input
          ref={input}
          type="file"
          multiple
          accept={FILE_TYPES}
          className="sr-only"
          tabIndex={-1}
          aria-label="Файл"
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button size="sm" className="scripting-none:hidden" onClick={() => input.current?.click()}>
          <UploadIcon aria-hidden />
          Приложить файл
        </Button>
        <p className="hidden text-sm text-muted scripting-none:block">
          Чтобы приложить файл, включите в браузере JavaScript.
        </p>
      </div>
    </details>
  );
}
