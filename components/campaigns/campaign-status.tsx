import { FilePen, Lock } from 'lucide-react';
import { Status } from '@/components/ui/status';

/** The state of a campaign by icon, word and colour. */
export function CampaignStatus({ status }: { status: 'DRAFT' | 'OPEN' | 'CLOSED' }) {
  if (status === 'OPEN') return <Status tone="accent">Идёт</Status>;
  if (status === 'CLOSED') return <Status icon={Lock}>Закрыта</Status>;
  return <Status icon={FilePen}>Готовится</Status>;
}
