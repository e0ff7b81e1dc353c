import { CircleCheck, ListChecks, Users } from 'lucide-react';
import Link from 'next/link';
import { FirmnessStatus } from '@/components/ranking/firmness-status';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { firmnessWords } from '@/lib/domain/firmness';
import { CHECKED_BY_DATA, CHECKED_BY_DATA_NOTE, type PointInTheWay } from '@/lib/domain/leave-the-list';
import { countOf } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import type { TableFlag } from '@/lib/portal/schools/views';
import { pointPlace, pointsHref } from '../addresses';

interface FlagPanelProps {
  schoolId: string;
  schoolYear: string;
  flag: TableFlag;
}

/** What the rule says of the school, how firm that is, and which points stand between it and leaving. */
export function FlagPanel({ schoolId, schoolYear, flag }: FlagPanelProps) {
  const { rule, firmness, aboveNext, points } = flag;
  return (
    <Panel title={TRACK_NAMES[flag.track]} level={3}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ProposalStatus flag={flag} />
        {firmness ? <FirmnessStatus firmness={firmness.firmness} /> : null}
      </div>
      <p className="mt-3 max-w-prose">{flag.words}</p>
      {aboveNext === null ? null : (
        <p className="mt-2 max-w-prose">
          {aboveNext === 0
            ? 'Столько же баллов у первой школы, которую правило не предлагает.'
            : `У первой школы, которую правило не предлагает, меньше на ${countOf(aboveNext, 'балл', 'балла', 'баллов')}.`}
        </p>
      )}
      {firmness && rule ? <p className="mt-2 max-w-prose text-sm text-muted">{firmnessWords(firmness, rule)}</p> : null}
      {flag.proposed !== false && points.length > 0 ? (
        <details className="mt-3">
          <summary className="cursor-pointer py-1 font-medium text-accent">
            Какие баллы это могут быть: {points.length}
          </summary>
          <WayPoints {...{ schoolId, schoolYear, points }} />
        </details>
      ) : null}
    </Panel>
  );
}

function ProposalStatus({ flag: { rule, proposed } }: { flag: TableFlag }) {
  if (!rule) return <Status>правила нет</Status>;
  if (proposed === null) {
    return (
      <Status tone="info" icon={Users}>
        зависит от других школ
      </Status>
    );
  }
  return proposed ? (
    <Status tone="warning" icon={ListChecks}>
      правило предлагает в список
    </Status>
  ) : (
    <Status tone="success" icon={CircleCheck}>
      правило не предлагает
    </Status>
  );
}

function WayPoints({
  schoolId,
  schoolYear,
  points,
}: Omit<FlagPanelProps, 'flag'> & { points: readonly PointInTheWay[] }) {
  const groups = Map.groupBy(points, (point) => point.groupTitle);
  const all = points.every((point) => point.checkedByData);
  return (
    <div className="mt-2 space-y-3">
      {points.some((point) => point.checkedByData) ? (
        <p className="max-w-prose text-sm text-muted">
          {all ? 'Все эти баллы проверяются по данным. ' : 'Отмечены баллы, которые проверяются по данным. '}
          {CHECKED_BY_DATA_NOTE}
        </p>
      ) : null}
      {[...groups].map(([title, own]) => (
        <section key={title}>
          <h4 className="text-sm font-semibold">
            {title}: {countOf(own.length, 'балл', 'балла', 'баллов')}
          </h4>
          <ul className="mt-1 list-disc space-y-1 pl-5 text-sm">
            {own.map((point) => (
              <li key={`${point.criterion}-${point.sign}`}>
                <Link href={pointsHref(schoolId, schoolYear, pointPlace(point.criterion, point.sign))} className="link">
                  {point.signText ?? point.criterionText}
                </Link>
                {point.sign ? <span className="text-muted"> — признак, требующий дополнительного анализа</span> : null}
                {point.checkedByData && !all ? <span className="text-muted"> — {CHECKED_BY_DATA}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
