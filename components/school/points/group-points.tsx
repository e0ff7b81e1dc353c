import type { GroupDefinition } from '@/lib/domain/instrument';
import type { PointExplanation } from '@/lib/domain/point-explanation';
import type { PartScore } from '@/lib/domain/scoring';
import type { CriterionState } from '@/lib/portal/cards/views';
import { groupPlace, pointPlace } from '../addresses';
import { PointDetails } from './point-details';

interface GroupPointsProps {
  cardId: string;
  group: GroupDefinition;
  score: PartScore | undefined;
  points: readonly PointExplanation[];
  states: Readonly<Record<string, CriterionState>>;
  now: Date;
}

/** A group of criteria with its points; a group without points is one quiet line. */
export function GroupPoints({ cardId, group, score, points, states, now }: GroupPointsProps) {
  const answered = group.criteria.some((criterion) => (states[criterion.code]?.declared ?? null) !== null);
  return (
    <section
      id={groupPlace(group.code)}
      aria-labelledby={`${group.code}-title`}
      className="scroll-mt-6 rounded-lg border border-line bg-surface target:border-accent"
    >
      <div className="flex items-baseline justify-between gap-6 px-4 py-3 sm:px-5">
        <h3 id={`${group.code}-title`} className={points.length > 0 ? 'font-semibold' : ''}>
          {group.title}
        </h3>
        <p className="shrink-0 tabular-nums">
          {points.length > 0 ? <strong>{score?.negativeSum}</strong> : (score?.negativeSum ?? 0)}{' '}
          <span className="text-muted">из {score?.maximum ?? 0}</span>
        </p>
      </div>
      {points.length > 0 ? (
        <div className="divide-y divide-line border-t border-line">
          {points.map((point) => (
            <PointDetails
              key={pointPlace(point.criterion, point.sign)}
              cardId={cardId}
              point={point}
              state={states[point.criterion]}
              now={now}
            />
          ))}
        </div>
      ) : answered ? null : (
        <p className="border-t border-line px-4 py-2 text-sm text-muted sm:px-5">Ответов пока нет.</p>
      )}
    </section>
  );
}
