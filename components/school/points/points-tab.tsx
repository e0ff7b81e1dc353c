import { CardStatus } from '@/components/campaigns/card-status';
import { YearLinks } from '@/components/ranking/year-links';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { countOf, formatSchoolYear, NBSP } from '@/lib/domain/russian';
import type { PointsView, SchoolHead } from '@/lib/portal/schools/views';
import { pointsHref, tablePlace } from '../addresses';
import { otherIdentity } from '../past-identities';
import { GroupPoints } from './group-points';

/** Every point of a year, by table and group; each opens to its ground. */
export function PointsTab({ head, view, now }: { head: SchoolHead; view: PointsView | null; now: Date }) {
  if (!view) {
    return (
      <Panel>
        <EmptyState title="Карт ещё нет">
          Баллы появятся, когда МОЦ откроет кампанию и школа ответит на вопросы.
        </EmptyState>
      </Panel>
    );
  }
  const { card, schoolYear, years, points } = view;
  const { score, status } = card.card;
  const identity = otherIdentity(view.identity, head);
  const disputed = card.card.disputed.length;
  return (
    <div className="space-y-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xl font-semibold">
            {formatSchoolYear(schoolYear, true)}
            <CardStatus status={status} begun={card.savedAt !== null} />
          </h2>
          <p className="text-sm text-muted">
            Сумма {score.negativeSum} из{NBSP}
            {score.maximum}, по{NBSP}результатам {formatSchoolYear(card.campaign.resultsYear)}.
            {identity ? ` Тогда: ${identity}.` : ''}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2" data-print="none">
          <YearLinks
            years={years.map((year) => ({ schoolYear: year.schoolYear, href: pointsHref(head.id, year.schoolYear) }))}
            current={schoolYear}
          />
          <LinkButton href={`/monitoring/cards/${card.card.id}`}>Открыть карту</LinkButton>
        </div>
      </div>
      {status === 'ACCEPTED' ? null : (
        <Notice tone="info" title="Предварительные баллы">
          Карта ещё не принята: в список школ и в средние по муниципалитету она не входит.
        </Notice>
      )}
      {disputed > 0 ? (
        <Notice tone="warning" title={`Оспаривается: ${countOf(disputed, 'балл', 'балла', 'баллов')}`}>
          До решения МОЦ сумма может измениться.
        </Notice>
      ) : null}
      {card.instrument.tables.map((table) => {
        const sum = score.tables.find((part) => part.code === table.code);
        return (
          <section
            key={table.code}
            id={tablePlace(table.code)}
            aria-labelledby={`${table.code}-title`}
            className="scroll-mt-6 space-y-4"
          >
            <h2
              id={`${table.code}-title`}
              className="flex flex-wrap items-baseline justify-between gap-x-6 text-lg font-semibold"
            >
              {table.title}
              <span className="tabular-nums">
                {sum?.negativeSum ?? 0} <span className="font-normal text-muted">из {sum?.maximum ?? 0}</span>
              </span>
            </h2>
            {table.groups.map((group) => (
              <GroupPoints
                key={group.code}
                cardId={card.card.id}
                group={group}
                score={score.groups.find((part) => part.code === group.code)}
                points={points.filter((point) => group.criteria.some((one) => one.code === point.criterion))}
                states={card.criteria}
                now={now}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}
