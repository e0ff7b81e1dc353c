import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { Panel } from '@/components/ui/panel';
import { formatMoment } from '@/lib/domain/russian';
import type { Change, DashboardYear } from '@/lib/portal/dashboard/views';

/** What others did since the visit before; each line opens to the things that it counts. */
export function ChangesPanel({ year: { since, changes }, now }: { year: DashboardYear; now: Date }) {
  const moment = formatMoment(since.at, now);
  return (
    <Panel
      id="changes"
      title={since.of === 'VISIT' ? 'Что изменилось с прошлого визита' : 'Что изменилось за 7 дней'}
      description={
        since.of === 'VISIT' ? `Вы входили на портал: ${moment}.` : `С ${moment}: прошлого визита портал не помнит.`
      }
    >
      {changes.length === 0 ? <p className="text-muted">Ничего не изменилось.</p> : null}
      <ul className="divide-y divide-line">
        {changes.map((change) => (
          <li key={change.text} className="py-2">
            <details className="group">
              <summary className="flex cursor-pointer list-none items-center gap-1.5">
                <ChevronRight aria-hidden className="size-4 shrink-0 text-muted group-open:rotate-90" />
                {change.text}: <span className="font-semibold tabular-nums">{change.count}</span>
              </summary>
              <Things change={change} now={now} />
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Things({ change: { things, count, href }, now }: { change: Change; now: Date }) {
  return (
    <ul className="mt-1 ml-5.5 space-y-1 text-sm">
      {things.map((thing) => (
        <li key={`${thing.href} ${thing.name} ${thing.at?.getTime()}`}>
          <Link className="link" href={thing.href}>
            {thing.name}
          </Link>
          {thing.at ? <span className="text-muted">, {formatMoment(thing.at, now)}</span> : null}
        </li>
      ))}
      <li>
        <Link className="link" href={href}>
          {count > things.length ? `И ещё ${count - things.length}: все` : 'Открыть все'}
        </Link>
      </li>
    </ul>
  );
}
