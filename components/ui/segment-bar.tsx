import { cn } from './class-names';

export interface BarSegment {
  label: string;
  value: number;
}

export interface SegmentBarProps {
  segments: readonly BarSegment[];
  /** The length of the whole bar, so that bars of different rows can be compared. */
  max: number;
  className?: string;
}

const fills = [
  'series-fill-1',
  'series-fill-2',
  'series-fill-3',
  'series-fill-4',
  'series-fill-5',
  'series-fill-6',
  'series-fill-7',
];

/**
 * A sum split by group in one thin bar, for rows of a table. The parts are told apart by pattern as well as by colour
 * and spoken as «ОГЭ 3, ЕГЭ 2»; the figures themselves stand beside it or one click away.
 */
export function SegmentBar({ segments, max, className }: SegmentBarProps) {
  const words = segments.filter((segment) => segment.value > 0).map((segment) => `${segment.label} ${segment.value}`);
  return (
    <div
      role="img"
      aria-label={words.length > 0 ? words.join(', ') : 'нет отрицательных критериев'}
      title={words.join(', ')}
      className={cn('flex h-3 min-w-24 overflow-hidden rounded-sm bg-quiet ring-1 ring-line ring-inset', className)}
    >
      {segments.map((segment, index) =>
        segment.value > 0 ? (
          <div
            key={segment.label}
            className={cn('border-r border-surface last:border-r-0', fills[index % fills.length])}
            style={{ width: `${(segment.value / Math.max(max, 1)) * 100}%` }}
          />
        ) : null,
      )}
    </div>
  );
}

/** What the fills of <SegmentBar> mean; stands once over the table. */
export function SegmentLegend({ labels }: { labels: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {labels.map((label, index) => (
        <li key={label} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className={cn('size-3.5 shrink-0 rounded-sm border border-line-strong', fills[index % fills.length])}
          />
          <span className="min-w-0">{label}</span>
        </li>
      ))}
    </ul>
  );
}
