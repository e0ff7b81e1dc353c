'use client';

import { LoaderCircle } from 'lucide-react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

export interface SubmitButtonProps extends Omit<ButtonProps, 'type'> {
  /** What the button says while the form is on its way, for example «Сохраняем…». */
  pendingText?: string;
}

/** The button that sends a form; it says so while the form is on its way and cannot be pressed twice. */
export function SubmitButton({ children, pendingText, variant = 'primary', onClick, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      variant={variant}
      aria-busy={pending}
      aria-disabled={pending || rest['aria-disabled']}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {pending ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
      {pending && pendingText ? pendingText : children}
    </Button>
  );
}
