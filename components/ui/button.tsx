import type { ComponentProps } from 'react';
import { type ButtonLook, buttonLook } from './button-look';
import { cn } from './class-names';

export type ButtonProps = ComponentProps<'button'> & ButtonLook;

/** A button; `type` is «button» unless told, so that it never sends a form by accident. */
export function Button({ variant, size, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} data-look="button" className={cn(buttonLook({ variant, size }), className)} {...rest} />;
}
