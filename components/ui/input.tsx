import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { controlLook } from './control-look';

/** One line of text. `numeric` aligns figures to the right and calls the numeric keyboard. */
export function Input({ className, numeric, ...rest }: ComponentProps<'input'> & { numeric?: boolean }) {
  return (
    <input
      type="text"
      inputMode={numeric ? 'decimal' : undefined}
      className={cn(controlLook, numeric && 'text-right tabular-nums', className)}
      {...rest}
    />
  );
}
