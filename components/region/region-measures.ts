/** What the tiles of the region can show: one figure a municipality with its state in words. */
import { CircleCheck, CircleDashed, Clock, type LucideIcon, Minus, TriangleAlert } from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import { type FunnelPlace, funnelPlace } from '@/lib/domain/funnel';
import { formatPercent, NO_VALUE } from '@/lib/domain/russian';
import type { MunicipalityOverview } from '@/lib/portal/overview/schema';
import type { MunicipalityProgress } from '@/lib/portal/overview/views';

export const REGION_MEASURES = {
  coverage: 'Охват',
  list: 'Доля в списке',
  late: 'Опоздания',
  programmes: 'Программы',
  recommendations: 'Рекомендации',
} as const;
export type RegionMeasure = keyof typeof REGION_MEASURES;

export const regionMeasure = (text: string | undefined): RegionMeasure =>
  text !== undefined && Object.hasOwn(REGION_MEASURES, text) ? (text as RegionMeasure) : 'coverage';

export interface MeasuredTile {
  /** «43 из 43» */
  value: string;
  words: string;
  tone: Tone;
  icon: LucideIcon;
}

const none = (words: string): MeasuredTile => ({ value: NO_VALUE, words, tone: 'neutral', icon: Minus });
const whole = (value: string, words: string): MeasuredTile => ({ value, words, tone: 'success', icon: CircleCheck });
const under = (value: string, words: string): MeasuredTile => ({ value, words, tone: 'info', icon: CircleDashed });
const behind = (value: string, words: string): MeasuredTile => ({ value, words, tone: 'warning', icon: Clock });

const LIST_WORDS: Record<FunnelPlace, string> = {
  INSIDE: 'в пределах случая',
  ABOVE: 'больше, чем бывает случайно',
  BELOW: 'меньше, чем бывает случайно',
};

/** The figure of one municipality; `share` is that of the region's lists, 0..1, null without lists. */
export function measuredTile(
  measure: RegionMeasure,
  row: MunicipalityOverview,
  progress: MunicipalityProgress | undefined,
  share: number | null,
): MeasuredTile {
  if (!row.campaign) return none('кампании не было');
  const listed = row.listInForce ? row.flagged : null;
  switch (measure) {
    case 'coverage': {
      const value = `${row.cardsAccepted} из ${row.schools}`;
      return row.cardsAccepted === row.schools ? whole(value, 'все карты приняты') : under(value, 'карт принято');
    }
    case 'list': {
      if (listed === null || share === null) return none('список не утверждён');
      const place = funnelPlace(row, share);
      const tone = place === 'INSIDE' ? ('neutral' as const) : ('warning' as const);
      const icon = place === 'INSIDE' ? Minus : TriangleAlert;
      return { value: formatPercent(row.flaggedShare), words: LIST_WORDS[place], tone, icon };
    }
    case 'late': {
      const late = progress?.cardsLate ?? 0;
      return late > 0 ? behind(String(late), 'карт опаздывает') : whole('0', 'опозданий нет');
    }
    case 'programmes': {
      if (listed === null) return none('список не утверждён');
      const inForce = progress?.programmesInForce ?? 0;
      const value = `${inForce} из ${listed}`;
      return inForce >= listed ? whole(value, 'у всех школ списка') : under(value, 'школ списка с программой');
    }
    case 'recommendations': {
      const {
        recommendationsIssued: issued = 0,
        recommendationsDone: did = 0,
        recommendationsLate: late = 0,
      } = progress ?? {};
      if (issued === 0) return none('не направляли');
      const value = `${did} из ${issued}`;
      if (late > 0) return behind(value, `выполнено, без ответа в срок ${late}`);
      return did === issued ? whole(value, 'все выполнены') : under(value, 'выполнено');
    }
  }
}
