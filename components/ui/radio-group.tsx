import type { ReactNode } from 'react';
import { cn } from './class-names';
import { FieldSet } from './field-set';

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps {
  name: string;
  legend: ReactNode;
  options: readonly RadioOption[];
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  /** «row»: options beside each other, wrapping; «segments»: joined like one switch. */
  layout?: 'column' | 'row' | 'segments';
  legendHidden?: boolean;
  className?: string;
}

/** One of several, by native radio buttons: arrow keys, forms and screen readers work by themselves. */
export function RadioGroup({ layout = 'column', options, name, ...props }: RadioGroupProps) {
  const { defaultValue, value, onValueChange, required, disabled } = props;
  return (
    <FieldSet
      id={name}
      legend={props.legend}
      legendHidden={props.legendHidden}
      hint={props.hint}
      error={props.error}
      className={props.className}
    >
      <div
        className={cn(
          layout === 'column' && 'flex flex-col gap-1',
          layout === 'row' && 'flex flex-wrap gap-x-6 gap-y-1',
          layout === 'segments' && 'flex flex-wrap gap-1',
        )}
      >
        {options.map((option, index) => (
          <label
            key={option.value}
            className={layout === 'segments' ? segmentLook : 'flex min-h-8 items-start gap-3 py-1'}
          >
            <input
              type="radio"
              id={index === 0 ? `${name}-first` : undefined}
              name={name}
              value={option.value}
              required={required}
              disabled={disabled || option.disabled}
              className={layout === 'segments' ? 'size-4 shrink-0' : 'mt-0.5 size-5 shrink-0'}
              {...(onValueChange
                ? { checked: value === option.value, onChange: () => onValueChange(option.value) }
                : { defaultChecked: defaultValue === option.value })}
            />
            <span className="min-w-0">
              {option.label}
              {option.hint ? <span className="block text-sm text-muted">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}

const segmentLook = [
  'flex min-h-10 items-center gap-2 rounded-md border border-line-strong bg-surface px-3 py-1',
  'hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium',
  'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
].join(' ');
