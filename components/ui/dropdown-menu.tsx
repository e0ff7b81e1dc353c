'use client';

import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import * as Menu from 'radix-ui/dropdown-menu';
import type { ReactNode } from 'react';
import { cn } from './class-names';

export interface MenuItem {
  label: string;
  icon?: LucideIcon;
  /** A page… */
  href?: string;
  /** …or an act. */
  onSelect?: () => void;
  disabled?: boolean;
  tone?: 'danger';
}

export interface DropdownMenuProps {
  /** A <Button>. */
  trigger: ReactNode;
  items: readonly MenuItem[];
  align?: 'start' | 'end';
}

/** Further acts behind one button. Not modal: nothing is added to the page's styles, the page keeps scrolling. */
export function DropdownMenu({ trigger, items, align = 'end' }: DropdownMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-[calc(100vw-1rem)] min-w-48 overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-raised"
        >
          {items.map((item) => (
            <Menu.Item
              key={item.label}
              disabled={item.disabled}
              onSelect={item.onSelect}
              asChild={item.href !== undefined}
              className={cn(
                'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-3 py-1.5 no-underline outline-none',
                'data-highlighted:bg-accent-soft data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-focus',
                'data-disabled:cursor-not-allowed data-disabled:text-muted',
                item.tone === 'danger' && 'text-danger',
              )}
            >
              {item.href === undefined ? (
                <Entry item={item} />
              ) : (
                <Link href={item.href}>
                  <Entry item={item} />
                </Link>
              )}
            </Menu.Item>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Entry({ item }: { item: MenuItem }) {
  const Icon = item.icon;
  return (
    <>
      {Icon ? <Icon aria-hidden className="size-4 shrink-0 text-muted" /> : null}
      {item.label}
    </>
  );
}
