import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { controlLook } from './control-look';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export type SelectProps = ComponentProps<'select'> & { options?: readonly SelectOption[] };

/** A native list of choices: works without JavaScript and with the keyboard of a phone. */
export function Select({ className, options, children, ...rest }: SelectProps) {
  return (
    <span className="relative block">
      <select className={cn(controlLook, 'appearance-none pr-10', className)} {...rest}>
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled} className="bg-surface text-ink">
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2" />
    </span>
  );
}
