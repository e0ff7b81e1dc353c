import { FilePen } from 'lucide-react';
import { Status } from '@/components/ui/status';

/** The state of a school's matrix by icon, word and colour. */
export function MatrixStatus({ status, begun }: { status: 'DRAFT' | 'SUBMITTED'; begun: boolean }) {
  if (status === 'SUBMITTED') return <Status tone="success">Отправлена</Status>;
  return begun ? (
    <Status tone="info" icon={FilePen}>
      Заполняется
    </Status>
  ) : (
    <Status>Не начата</Status>
  );
}
