import { CircleMinus, ListChecks, LogIn, LogOut, Repeat } from 'lucide-react';
import { Status } from '@/components/ui/status';
import type { Track } from '@/lib/domain/instrument';
import { LIST_PLACE_NAMES, type ListPlace } from '@/lib/domain/movements';

/** The tracks in one or two words, for narrow places. */
export const TRACK_SHORT_NAMES: Record<Track, string> = {
  LOW_RESULTS: 'Низкие результаты',
  ADVERSE_CONDITIONS: 'Социальные условия',
};

const LOOKS = {
  LISTED: { icon: ListChecks, tone: 'warning' },
  ENTERED: { icon: LogIn, tone: 'warning' },
  STAYED: { icon: Repeat, tone: 'warning' },
  LEFT: { icon: LogOut, tone: 'success' },
  OFF: { icon: CircleMinus, tone: 'neutral' },
} as const;

/** Where the school stood on a confirmed list against the one before: «вошла», «осталась», «вышла». */
export function ListPlaceStatus({ place, look = 'line' }: { place: ListPlace; look?: 'line' | 'badge' }) {
  const { icon, tone } = LOOKS[place];
  return (
    <Status tone={tone} icon={icon} look={look}>
      {LIST_PLACE_NAMES[place]}
    </Status>
  );
}
