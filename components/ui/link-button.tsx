import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonLook, buttonLook } from './button-look';
import { cn } from './class-names';

export type LinkButtonProps = ComponentProps<typeof Link> & ButtonLook;

/** A link to another page that looks like a button. */
export function LinkButton({ variant, size, className, ...rest }: LinkButtonProps) {
  return <Link data-look="button" className={cn(buttonLook({ variant, size }), className)} {...rest} />;
}
