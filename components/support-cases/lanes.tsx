import { formatDate } from '@/lib/domain/russian';
import { TIMELINE_LANES, type TimelineFact } from '@/lib/domain/support/timeline';
import type { SchoolSupport } from '@/lib/portal/support-cases/views';

const SHOWN = 3;

/** The story in five columns, each with its newest lines: read in two minutes. */
export function Lanes({ support }: { support: SchoolSupport }) {
  const { counts, timeline } = support;
  const figures: Record<string, string> = {
    FOUND: `выводов ${counts.findings}`,
    RECOMMENDED: `рекомендаций ${counts.recommendations}`,
    PLANNED: `мер в программе ${counts.measures}`,
    DONE: `выполнено рекомендаций ${counts.recommendationsDone}, мер ${counts.measuresDone}`,
    CHANGED: sumChange(support.sums),
  };
  return (
    <ol className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2 lg:grid-cols-5">
      {TIMELINE_LANES.map(({ lane, label }) => (
        <li key={lane} className="min-w-0 bg-surface p-4">
          <h3 className="font-semibold">{label}</h3>
          <p className="mb-2 text-sm text-muted">{figures[lane]}</p>
          <ul className="space-y-1.5 text-sm">
            {newest(timeline, lane).map(({ on, title }) => (
              <li key={`${on} ${title}`}>
                <span className="line-clamp-3">{title}</span>
                <span className="text-xs text-muted">{formatDate(new Date(on))}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

const newest = (facts: readonly TimelineFact[], lane: string) =>
  facts
    .filter((fact) => fact.lane === lane)
    .slice(-SHOWN)
    .reverse();

function sumChange(sums: SchoolSupport['sums']): string {
  const [before, after] = sums.slice(-2);
  if (!before || !after) return 'сравнить пока не с чем';
  const change = after.negativeSum - before.negativeSum;
  return `сумма карты ${before.negativeSum} → ${after.negativeSum}${change === 0 ? '' : change < 0 ? ', стало лучше' : ', стало хуже'}`;
}
