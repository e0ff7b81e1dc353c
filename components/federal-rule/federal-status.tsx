import { CircleCheck, CircleHelp, ShieldAlert, TriangleAlert } from 'lucide-react';
import { Status } from '@/components/ui/status';
import type { FederalResult } from '@/lib/domain/federal-rule';
import { FEDERAL_RESULT_NAMES } from '@/lib/domain/federal-words';

const LOOKS = {
  LOW: { tone: 'danger', icon: ShieldAlert },
  RISK: { tone: 'warning', icon: TriangleAlert },
  NO: { tone: 'success', icon: CircleCheck },
  LITTLE_DATA: { tone: 'neutral', icon: CircleHelp },
} as const;

/** What the federal rule says: «ШНОР по федеральному правилу», «группа риска», «нет», «мало данных». */
export function FederalStatus({ result, look }: { result: FederalResult; look?: 'badge' | 'line' }) {
  return (
    <Status {...LOOKS[result]} look={look}>
      {FEDERAL_RESULT_NAMES[result]}
    </Status>
  );
}
