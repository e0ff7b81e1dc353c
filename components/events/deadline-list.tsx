import Link from 'next/link';
import { Panel } from '@/components/ui/panel';
import { DEADLINE_KINDS } from '@/lib/domain/events/words';
import { formatShortDate } from '@/lib/domain/russian';
import type { DeadlineRow } from '@/lib/portal/events/views';

/** What is due in the period shown, told apart by its kind; each opens the thing that is due. */
export function DeadlineList({ title, rows }: { title: string; rows: readonly DeadlineRow[] }) {
  return (
    <Panel title={title} className="mt-6">
      <ul className="divide-y divide-line">
        {rows.map(({ on, title, href, kind }) => (
          <li key={href + title} className="flex gap-4 py-2">
            <span className="w-28 shrink-0 text-muted tabular-nums">{formatShortDate(new Date(on))}</span>
            <span className="min-w-0">
              <span className="block text-sm text-muted">{DEADLINE_KINDS[kind]}</span>
              <Link className="link" href={href}>
                {title}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
