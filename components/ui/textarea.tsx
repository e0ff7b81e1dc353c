import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { controlLook } from './control-look';

/** Several lines of text; grows with what is written where the browser can do it. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={cn(controlLook, 'field-sizing-content py-2', className)} {...rest} />;
}
