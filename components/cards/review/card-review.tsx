import { EmptyState } from '@/components/ui/empty-state';
import { FigureWithChange } from '@/components/ui/figure-with-change';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { TabLinks } from '@/components/ui/tab-links';
import { countOf, formatMoment, formatPercent, formatSchoolYear } from '@/lib/domain/russian';
import type { CriterionState, ReviewView } from '@/lib/portal/cards/views';
import { pointsOf } from '../answer-in-words';
import { differsFromData } from '../evidence/computed-words';
import { CriterionReview } from './criterion-review';
import { DecisionPanel } from './decision-panel';
import type { ReviewActions } from './review-actions';

interface CardReviewProps {
  view: ReviewView;
  actions: ReviewActions;
  show: ReviewFilter;
  /** the criterion whose verification begins with what data answer */
  take: string | null;
  now: Date;
}

const FILTERS = {
  all: 'Все критерии',
  points: 'С баллами',
  changed: 'Изменённые',
  remarked: 'С замечаниями',
  disputed: 'Оспариваются',
  differ: 'Расходятся с данными',
} as const;

export type ReviewFilter = keyof typeof FILTERS;

export function reviewFilter(text: string | undefined): ReviewFilter {
  return text && Object.hasOwn(FILTERS, text) ? (text as ReviewFilter) : 'all';
}

function fits(filter: ReviewFilter, state: CriterionState, changed: boolean): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'points':
      return pointsOf(state.counted.answer) > 0;
    case 'changed':
      return changed;
    case 'remarked':
      return state.comments.length > 0 || state.note !== '' || state.verified !== null;
    case 'disputed':
      return state.disputes.length > 0;
    case 'differ':
      return differsFromData(state);
  }
}

/** A card that is not being filled in: for review, and for the school to see what was decided and why. */
export function CardReview({ view, actions, show, take, now }: CardReviewProps) {
  const changes = new Map(view.changes.map((change) => [change.criterion, change.from]));
  const { score } = view.card;
  const disputed = view.card.disputed.length;
  const shown = (code: string) => {
    const state = view.criteria[code];
    return state !== undefined && fits(show, state, changes.has(code));
  };
  const count = (filter: ReviewFilter) =>
    Object.entries(view.criteria).filter(([code, state]) => fits(filter, state, changes.has(code))).length;
  const tables = view.instrument.tables
    .map((table) => ({
      ...table,
      groups: table.groups
        .map((group) => ({ ...group, criteria: group.criteria.filter((criterion) => shown(criterion.code)) }))
        .filter((group) => group.criteria.length > 0),
    }))
    .filter((table) => table.groups.length > 0);
  return (
    <div className="space-y-6">
      {view.lock ? (
        <Notice tone="info" title={view.lock.why}>
          <p>
            {view.lock.by ? `${view.lock.by}, ` : ''}
            {view.lock.since ? `${formatMoment(view.lock.since, now)}. ` : ''}
            {view.lock.reopen}
          </p>
        </Notice>
      ) : null}
      {view.card.returnComment && view.card.status === 'RETURNED' ? (
        <Notice tone="warning" title="Сообщение МОЦ">
          <p className="whitespace-pre-line">{view.card.returnComment}</p>
        </Notice>
      ) : null}
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <FigureWithChange
          label={disputed > 0 ? 'Сумма отрицательных критериев, оспаривается' : 'Сумма отрицательных критериев'}
          value={String(score.negativeSum)}
          unit={`из ${score.maximum}`}
          {...(view.lastYear
            ? {
                change: {
                  value: score.negativeSum - view.lastYear.negativeSum,
                  since: `к ${formatSchoolYear(view.lastYear.schoolYear)}`,
                  better: 'down' as const,
                },
              }
            : {})}
          hint={disputed > 0 ? `Оспаривается: ${countOf(disputed, 'балл', 'балла', 'баллов')}` : undefined}
        />
        {score.tables.map((table) => (
          <FigureWithChange
            key={table.code}
            label={view.instrument.tables.find((one) => one.code === table.code)?.title ?? table.code}
            value={String(table.negativeSum)}
            unit={`из ${table.maximum}, ${formatPercent(table.maximum ? table.negativeSum / table.maximum : null)}`}
          />
        ))}
        <FigureWithChange
          label="Отвечено"
          value={String(view.card.answered)}
          unit={`из ${view.card.applicable}`}
          hint={
            view.card.submittedAt
              ? `Отправлена ${formatMoment(new Date(view.card.submittedAt), now)}`
              : 'Ещё не отправлена'
          }
        />
      </div>
      {view.card.counts === 'COMPUTED' ? (
        <p className="text-sm text-muted">
          В этой кампании, если МОЦ не проверял ответ, считается рассчитанное по данным.
        </p>
      ) : null}
      <TabLinks
        label="Показать критерии"
        items={(Object.keys(FILTERS) as ReviewFilter[]).map((filter) => ({
          href: `?show=${filter}`,
          label: FILTERS[filter],
          current: filter === show,
          count: count(filter),
        }))}
      />
      {tables.length === 0 ? (
        <Panel>
          <EmptyState title="Таких критериев нет">Выберите другой вид.</EmptyState>
        </Panel>
      ) : null}
      {tables.map((table) => (
        <section key={table.code} aria-label={table.title} className="space-y-4">
          <h2 className="text-xl font-semibold">{table.title}</h2>
          {table.groups.map((group) => {
            const part = score.groups.find((one) => one.code === group.code);
            return (
              <Panel
                key={group.code}
                level={3}
                title={group.title}
                padding="flush"
                actions={
                  part ? (
                    <span className="text-muted tabular-nums">{`${part.negativeSum} из ${part.maximum}`}</span>
                  ) : null
                }
              >
                <div className="divide-y divide-line">
                  {group.criteria.map((criterion) => {
                    const state = view.criteria[criterion.code];
                    return state ? (
                      <CriterionReview
                        key={criterion.code}
                        cardId={view.card.id}
                        version={view.card.version}
                        criterion={criterion}
                        state={state}
                        changedFrom={changes.has(criterion.code) ? (changes.get(criterion.code) ?? null) : undefined}
                        isTaken={take === criterion.code}
                        takeHref={`?show=${show}&take=${encodeURIComponent(criterion.code)}#${encodeURIComponent(criterion.code)}`}
                        actions={actions}
                        may={view.may}
                        now={now}
                      />
                    ) : null;
                  })}
                </div>
              </Panel>
            );
          })}
        </section>
      ))}
      <DecisionPanel view={view} actions={actions} />
    </div>
  );
}
