'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Fragment } from 'react';
import { cn } from '@/components/ui/class-names';
import { isCurrent, type NavigationItem } from './navigation';

/** The row of places under the masthead; steps of the cycle are joined by arrows. */
export function NavigationRow({ items }: { items: readonly NavigationItem[] }) {
  const pathname = usePathname();
  return (
    <ul className="-mx-2 flex flex-wrap items-stretch xl:-mx-3">
      {items.map((item, index) => (
        <Fragment key={item.href}>
          <Joint before={items[index - 1]} after={item} />
          <li className={cn('flex', item.part === 'settings' && 'ml-auto')}>
            <Link
              href={item.href}
              aria-current={isCurrent(item, pathname) ? 'page' : undefined}
              className="relative flex min-h-12 items-center px-2 font-medium text-muted no-underline after:absolute after:inset-x-2 after:bottom-0 after:h-0.75 after:rounded-t-sm xl:px-3 xl:after:inset-x-3 hover:text-ink aria-[current=page]:text-accent aria-[current=page]:after:bg-accent"
            >
              {item.label}
            </Link>
          </li>
        </Fragment>
      ))}
    </ul>
  );
}

function Joint({ before, after }: { before?: NavigationItem; after: NavigationItem }) {
  if (!before || after.part === 'settings') return null;
  if (before.part === 'cycle' && after.part === 'cycle') {
    return (
      <li aria-hidden className="flex items-center">
        <ChevronRight className="size-4 text-line-strong" />
      </li>
    );
  }
  return before.part === after.part ? null : <li aria-hidden className="mx-1 my-3.5 w-px bg-line xl:mx-2" />;
}

/** The same places one under another, for a narrow page. */
export function NavigationColumn({ items }: { items: readonly NavigationItem[] }) {
  const pathname = usePathname();
  return (
    <ul>
      {items.map((item, index) => (
        <li
          key={item.href}
          className={cn(items[index - 1] && items[index - 1]?.part !== item.part && 'border-t border-line')}
        >
          <Link
            href={item.href}
            aria-current={isCurrent(item, pathname) ? 'page' : undefined}
            className="flex min-h-12 items-center border-l-4 border-transparent px-4 text-lg no-underline hover:bg-accent-soft aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold"
          >
            {item.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
