import Link from 'next/link';
import { CountBadge } from './count-badge';

export interface TabLink {
  href: string;
  label: string;
  current: boolean;
  count?: number;
}

/** Tabs as links: each has its address, works without JavaScript and is found by the browser's «back». */
export function TabLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav aria-label={label} data-print="none" className="mb-6 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className="flex min-h-11 items-center gap-2 border-b-3 border-transparent px-3 py-2 text-muted no-underline hover:border-line-strong hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {item.label}
              {item.count === undefined ? null : <CountBadge count={item.count} tone="neutral" />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
