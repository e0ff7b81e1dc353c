import { Archive, FileText, Link2 } from 'lucide-react';
import Link from 'next/link';
import { Status } from '@/components/ui/status';
import { cited, DOCUMENT_AUDIENCES, DOCUMENT_LEVELS } from '@/lib/domain/library/document';
import type { DocumentJson } from '@/lib/portal/documents/schema';
import type { FoundDocument } from '@/lib/portal/documents/views';
import { MarkedText } from './marked-text';

/** Whether an act is in force, and whom the document is kept from. */
export function DocumentStates({ document }: { document: DocumentJson }) {
  return (
    <span className="flex flex-wrap gap-2">
      {document.kind === 'ACT' ? (
        <Status tone={document.inForce ? 'success' : 'warning'}>
          {document.inForce ? 'Действует' : 'Утратил силу'}
        </Status>
      ) : null}
      {document.audience === 'CENTRE' ? <Status tone="info">{DOCUMENT_AUDIENCES.CENTRE}</Status> : null}
      {document.archived ? (
        <Status tone="neutral" icon={Archive}>
          В архиве
        </Status>
      ) : null}
    </span>
  );
}

/** What the search found, the best first, each with the place where it stands. */
export function DocumentResults({ items }: { items: readonly FoundDocument[] }) {
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => (
        <li key={item.id} className="space-y-1 px-4 py-3">
          <h3 className="font-semibold">
            <Link href={`/library/${item.id}`} className="link break-words">
              <MarkedText segments={item.marked} />
            </Link>
          </h3>
          <p className="text-sm text-muted">
            {[cited(item), item.level && DOCUMENT_LEVELS[item.level].toLowerCase(), item.subject]
              .filter(Boolean)
              .join(' · ')}
            {item.hasFile ? <FileText aria-label="есть файл" className="ml-2 inline size-4" /> : null}
            {item.url ? <Link2 aria-label="есть ссылка" className="ml-2 inline size-4" /> : null}
          </p>
          {item.excerpt.some(({ found }) => found) ? (
            <p className="max-w-prose break-words text-sm">
              <MarkedText segments={item.excerpt} />
            </p>
          ) : null}
          <DocumentStates document={item} />
        </li>
      ))}
    </ul>
  );
}
