import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names';
import { FieldError } from './field-set';
import { Input } from './input';
import { Select, type SelectProps } from './select';
import { Textarea } from './textarea';

/** What a control must carry to belong to its label, hint and error. */
export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  /** Also the address that the error summary links to. */
  id: string;
  label: ReactNode;
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: string;
  /** Says «необязательно» beside the label; required fields say nothing. */
  optional?: boolean;
  children: (control: FieldControl) => ReactNode;
  className?: string;
}

/** Label, hint, error and control, tied together. */
export function Field({ id, label, labelHidden, hint, error, optional, children, className }: FieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={cn('min-w-0', error && 'border-l-4 border-danger pl-3', className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'mb-1 block font-medium'}>
        {label}
        {optional ? <span className="font-normal text-muted"> (необязательно)</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

type Named<Props> = Omit<Props, 'id'> &
  Pick<FieldProps, 'label' | 'labelHidden' | 'hint' | 'error' | 'optional'> & {
    name: string;
    id?: string;
    /** Of the whole field; `className` is the control's. */
    fieldClassName?: string;
  };

/** A line of text with its label, hint and error; the id is the name unless told. */
export function TextField({
  label,
  labelHidden,
  hint,
  error,
  optional,
  fieldClassName,
  ...control
}: Named<ComponentProps<typeof Input>>) {
  const id = control.id ?? control.name;
  return (
    <Field {...{ id, label, labelHidden, hint, error, optional, className: fieldClassName }}>
      {(ties) => <Input {...control} {...ties} />}
    </Field>
  );
}

/** Several lines of text with label, hint and error. */
export function TextareaField({
  label,
  labelHidden,
  hint,
  error,
  optional,
  fieldClassName,
  ...control
}: Named<ComponentProps<'textarea'>>) {
  const id = control.id ?? control.name;
  return (
    <Field {...{ id, label, labelHidden, hint, error, optional, className: fieldClassName }}>
      {(ties) => <Textarea {...control} {...ties} />}
    </Field>
  );
}

/** A native list of choices with label, hint and error. */
export function SelectField({
  label,
  labelHidden,
  hint,
  error,
  optional,
  fieldClassName,
  ...control
}: Named<SelectProps>) {
  const id = control.id ?? control.name;
  return (
    <Field {...{ id, label, labelHidden, hint, error, optional, className: fieldClassName }}>
      {(ties) => <Select {...control} {...ties} />}
    </Field>
  );
}
