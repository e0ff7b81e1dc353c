import { Download } from 'lucide-react';
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import { IMPORT_KIND_NOTES, importKindName, isFactKind } from '@/lib/domain/evidence/import-kinds';
import { typeset } from '@/lib/domain/russian';

/** Every kind of file with what it is for and its empty table to download. */
export function KindNotes({ kinds }: { kinds: readonly ImportKind[] }) {
  return (
    <ul className="divide-y divide-line">
      {kinds.map((kind) => (
        <li key={kind} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-3">
          <div className="min-w-0 max-w-2xl">
            <p className="font-medium">{importKindName(kind)}</p>
            <p className="text-sm text-muted">{typeset(IMPORT_KIND_NOTES[kind].purpose)}</p>
          </div>
          {isFactKind(kind) ? (
            <a
              href={`/api/v1/imports/templates/${kind}`}
              download
              className="inline-flex min-h-8 items-center gap-2 text-sm text-accent underline underline-offset-2"
            >
              <Download aria-hidden className="size-4" />
              Бланк csv<span className="sr-only">: {importKindName(kind)}</span>
            </a>
          ) : (
            <span className="text-sm text-muted">файл из РЦОИ или ФИС ОКО, бланка нет</span>
          )}
        </li>
      ))}
    </ul>
  );
}
