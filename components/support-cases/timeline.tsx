import { Clock } from 'lucide-react';
import Link from 'next/link';
import { Status } from '@/components/ui/status';
import { formatDate } from '@/lib/domain/russian';
import { TIMELINE_LANES, type TimelineFact, type TimelineLane } from '@/lib/domain/support/timeline';

const EDGES: Readonly<Record<TimelineLane, string>> = {
  FOUND: 'border-l-warning',
  RECOMMENDED: 'border-l-accent',
  PLANNED: 'border-l-line-strong',
  DONE: 'border-l-success',
  CHANGED: 'border-l-info',
};
const label = (lane: TimelineLane) => TIMELINE_LANES.find((one) => one.lane === lane)?.label ?? lane;

/** One line of time: what was found, recommended, planned, done, changed, told by word and edge. */
export function Timeline({ facts }: { facts: readonly TimelineFact[] }) {
  if (facts.length === 0) return <p className="text-muted">Пока ничего не происходило.</p>;
  const days = [...Map.groupBy(facts, ({ on }) => on)];
  return (
    <ol className="space-y-4">
      {days.map(([day, own]) => (
        <li key={day} className="grid gap-x-6 gap-y-1 sm:grid-cols-[9rem_1fr]">
          <p className="text-sm text-muted sm:pt-1">{formatDate(new Date(day))}</p>
          <ul className="space-y-2">
            {own.map((fact) => (
              <li key={`${fact.lane} ${fact.title}`} className={`border-l-4 pl-3 ${EDGES[fact.lane]}`}>
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <span className="text-xs font-medium text-muted">{label(fact.lane)}</span>
                  {fact.late ? (
                    <Status tone="danger" icon={Clock} look="line">
                      ждёт
                    </Status>
                  ) : null}
                </p>
                <p className="max-w-prose">
                  {fact.href ? (
                    <Link className="link" href={fact.href}>
                      {fact.title}
                    </Link>
                  ) : (
                    fact.title
                  )}
                </p>
                {fact.detail ? <p className="max-w-prose text-sm text-muted">{fact.detail}</p> : null}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
