import { Lightbulb, Lock, PencilLine } from 'lucide-react';
import { Status } from '@/components/ui/status';
import { PROPOSAL_LABEL } from './instrument-words';

interface VersionStateProps {
  version: { status: 'DRAFT' | 'PUBLISHED'; frozenAt: Date | null; proposal: boolean };
}

/** Draft, published or in use; and whether it is our own proposal that the centre has not replaced yet. */
export function VersionState({ version }: VersionStateProps) {
  return (
    <span className="inline-flex flex-wrap gap-2">
      {version.status === 'DRAFT' ? (
        <Status tone="warning" icon={PencilLine}>
          Черновик
        </Status>
      ) : version.frozenAt ? (
        <Status tone="accent" icon={Lock}>
          Используется
        </Status>
      ) : (
        <Status tone="success">Опубликована</Status>
      )}
      {version.proposal ? (
        <Status tone="info" icon={Lightbulb}>
          {PROPOSAL_LABEL}
        </Status>
      ) : null}
    </span>
  );
}
