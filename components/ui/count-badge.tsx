import { cn } from './class-names';
import { type Tone, toneSoft } from './tone';

/** A small figure beside a name: how many wait. `label` is what a screen reader says instead of the bare figure. */
export function CountBadge({
  count,
  label,
  tone = 'accent',
  className,
}: {
  count: number;
  label?: string;
  tone?: Tone;
  className?: string;
}) {
  return (
    <span
      className={cn(
        'contrast-frame inline-flex min-w-6 items-center justify-center rounded-full border border-transparent px-1.5 text-xs font-semibold tabular-nums',
        toneSoft[tone],
        className,
      )}
    >
      <span aria-hidden={label ? true : undefined}>{count}</span>
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
