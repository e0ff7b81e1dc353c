import type { ReactNode } from 'react';
import { cn } from './class-names';

export interface Description {
  term: ReactNode;
  value: ReactNode;
}

/** Names and values of one thing (a school's passport, a campaign's dates). */
export function DescriptionList({ items, className }: { items: readonly Description[]; className?: string }) {
  return (
    <dl className={cn('divide-y divide-line', className)}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown as it is and never reordered
        <div key={index} className="grid gap-x-6 gap-y-0.5 py-2 sm:grid-cols-[minmax(10rem,1fr)_2fr]">
          <dt className="text-sm text-muted sm:pt-0.5">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
