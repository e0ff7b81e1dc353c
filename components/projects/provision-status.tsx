import { Status } from '@/components/ui/status';
import type { Provision } from '@/lib/domain/support/project';

/** Whether a programme has the equipment and staff that it needs. */
export function ProvisionStatus({ provision: { enough, words } }: { provision: Provision }) {
  return (
    <Status tone={enough === null ? 'neutral' : enough ? 'success' : 'warning'} look="line">
      {words}
    </Status>
  );
}
