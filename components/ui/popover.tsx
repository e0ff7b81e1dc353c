'use client';

import * as RadixPopover from 'radix-ui/popover';
import type { ReactNode } from 'react';
import { cn } from './class-names';

export interface PopoverProps {
  /** A <Button>. */
  trigger: ReactNode;
  /** The name of what opens, for screen readers. */
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  className?: string;
}

/** A small sheet beside its button: filters, columns, an explanation with links. */
export function Popover({ trigger, label, children, align = 'start', className }: PopoverProps) {
  return (
    <RadixPopover.Root>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            'z-50 max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border border-line bg-raised p-4 shadow-raised',
            className,
          )}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}
