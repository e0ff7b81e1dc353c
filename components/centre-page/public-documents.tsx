import { Download, ExternalLink } from 'lucide-react';
import { cited } from '@/lib/domain/library/document';
import { formatFileSize, typeset } from '@/lib/domain/russian';
import type { PublicDocument } from '@/lib/portal/centre-page/views';

/** Documents for everybody, each with its text or address. */
export function PublicDocuments({ documents }: { documents: readonly PublicDocument[] }) {
  return (
    <ul className="divide-y divide-line">
      {documents.map((document) => (
        <li key={document.id} className="py-4 first:pt-0 last:pb-0">
          <h3 className="font-semibold break-words">{typeset(document.title)}</h3>
          <p className="mt-1 text-sm text-muted">
            {cited(document)}
            {document.inForce ? null : ' (утратил силу)'}
          </p>
          {document.about ? <p className="mt-2 max-w-prose whitespace-pre-line">{document.about}</p> : null}
          {document.file || document.url ? (
            <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
              {document.file ? (
                <a href={`/centre/files/${document.file.id}`} className="link inline-flex items-center gap-2">
                  <Download aria-hidden className="size-4 shrink-0" />
                  <span>
                    Скачать<span className="sr-only"> «{document.title}»</span>, {formatFileSize(document.file.size)}
                  </span>
                </a>
              ) : null}
              {document.url ? (
                <a href={document.url} rel="noreferrer" className="link inline-flex items-center gap-2">
                  <ExternalLink aria-hidden className="size-4 shrink-0" />
                  <span>
                    Открыть на сайте<span className="sr-only"> «{document.title}»</span>
                  </span>
                </a>
              ) : null}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
