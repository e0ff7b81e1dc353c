import { Eye, Undo2 } from 'lucide-react';
import { Status } from '@/components/ui/status';
import type { ImportState } from '@/lib/portal/imports/views';
import { importStatusWords } from './import-words';

/** The state of an import by icon, word and colour. */
export function ImportStatus({ status, look = 'badge' }: { status: ImportState; look?: 'badge' | 'line' }) {
  switch (status) {
    case 'PREVIEW':
      return (
        <Status tone="info" icon={Eye} look={look}>
          {importStatusWords[status]}
        </Status>
      );
    case 'APPLIED':
      return (
        <Status tone="success" look={look}>
          {importStatusWords[status]}
        </Status>
      );
    case 'UNDONE':
      return (
        <Status icon={Undo2} look={look}>
          {importStatusWords[status]}
        </Status>
      );
  }
}
