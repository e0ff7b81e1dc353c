import { cn } from './class-names';

export interface ProgressBarProps {
  value: number;
  max: number;
  /** What is going on: «Отвечено 12 из 31». */
  label: string;
  /** Show the label beside the bar; hidden, it is still read aloud. */
  labelShown?: boolean;
  tone?: 'accent' | 'success' | 'warning' | 'danger';
  className?: string;
}

const fill = { accent: 'bg-accent', success: 'bg-success', warning: 'bg-warning', danger: 'bg-danger' };

/** A thin bar: how much is done. */
export function ProgressBar({ value, max, label, labelShown = false, tone = 'accent', className }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className={cn('min-w-0', className)}>
      {labelShown ? (
        <p aria-hidden className="mb-1 text-sm text-muted tabular-nums">
          {label}
        </p>
      ) : null}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={label}
        className="h-1.5 overflow-hidden rounded-full bg-quiet ring-1 ring-line ring-inset"
      >
        <div className={cn('h-full rounded-full', fill[tone])} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
