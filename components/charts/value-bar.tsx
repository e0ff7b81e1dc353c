import { cn } from '@/components/ui/class-names';

export interface ValueBarProps {
  value: number | null;
  max: number;
  /** «Сумма 7 из 29, среднее по городу 6,4»: everything that the bar shows, in words. */
  label: string;
  /** Small marks across the bar: the mean of the city, the threshold. Two looks, told apart by their form. */
  marks?: readonly { value: number; look: 'line' | 'dashed' }[];
  className?: string;
}

/** One value against what it is compared with, in plain CSS: for tables and lists. */
export function ValueBar({ value, max, label, marks = [], className }: ValueBarProps) {
  const place = (amount: number) => `${Math.min(1, Math.max(0, amount / Math.max(max, 1))) * 100}%`;
  return (
    <div
      role="img"
      aria-label={label}
      title={label}
      className={cn('relative h-3 min-w-24 rounded-sm bg-quiet ring-1 ring-line ring-inset', className)}
    >
      {value === null ? null : <div className="series-fill-1 h-full rounded-sm" style={{ width: place(value) }} />}
      {marks.map((mark) => (
        <div
          key={`${mark.look}${mark.value}`}
          className={cn(
            'absolute -inset-y-1 w-0 border-l-2',
            mark.look === 'line' ? 'border-ink' : 'border-dashed border-danger',
          )}
          style={{ left: place(mark.value) }}
        />
      ))}
    </div>
  );
}
