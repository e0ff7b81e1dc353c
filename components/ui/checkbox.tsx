import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  hint?: ReactNode;
}

/** A native checkbox with its label; the whole line is the target. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={cn('flex min-h-8 items-start gap-3 py-1', className)}>
      <input type="checkbox" className="mt-0.5 size-5 shrink-0" {...rest} />
      <span className="min-w-0">
        {label}
        {hint ? <span className="block text-sm text-muted">{hint}</span> : null}
      </span>
    </label>
  );
}
