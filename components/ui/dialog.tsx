'use client';

import { X } from 'lucide-react';
import * as RadixDialog from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cn } from './class-names';

export interface DialogProps {
  /** The button that opens it; leave out when `open` is steered from outside. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  /** What will happen; read aloud when the dialog opens. */
  description?: ReactNode;
  children?: ReactNode;
  /** «centre»: a question; «side»: a panel beside what one works on (evidence of a cell). */
  place?: 'centre' | 'side';
  className?: string;
}

/**
 * A window over the page: takes the focus and gives it back, closes by Esc. The ground behind it is our own element
 * and not Radix's overlay, which would add a <style> tag that the security policy forbids.
 */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  children,
  place = 'centre',
  className,
}: DialogProps) {
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <RadixDialog.Trigger asChild>{trigger}</RadixDialog.Trigger> : null}
      <RadixDialog.Portal>
        <div aria-hidden className="fixed inset-0 z-40 bg-ground" />
        <RadixDialog.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          aria-modal
          className={cn(
            'page-frame fixed z-50 overflow-y-auto border border-line bg-raised shadow-raised',
            place === 'centre' &&
              'top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-[min(36rem,calc(100%-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-lg',
            place === 'side' && 'inset-y-0 right-0 w-[min(32rem,100%)] rounded-l-lg',
            className,
          )}
        >
          <div className="p-5 sm:p-6">
            <div className="flex items-start justify-between gap-4">
              <RadixDialog.Title className="text-xl font-semibold">{title}</RadixDialog.Title>
              <RadixDialog.Close asChild>
                <Button variant="quiet" size="icon" aria-label="Закрыть" className="-mt-1.5 -mr-2 shrink-0 text-muted">
                  <X aria-hidden />
                </Button>
              </RadixDialog.Close>
            </div>
            {description ? (
              <RadixDialog.Description asChild>
                <div className="mt-2 text-muted">{description}</div>
              </RadixDialog.Description>
            ) : null}
            {children ? <div className="mt-5">{children}</div> : null}
          </div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** Closes the dialog it stands in: `<DialogClose><Button>Отмена</Button></DialogClose>`. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <RadixDialog.Close asChild>{children}</RadixDialog.Close>;
}

/** The row of buttons at the end of a dialog, the main one first. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-wrap gap-2">{children}</div>;
}
