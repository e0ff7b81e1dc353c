import { PrintButton } from '@/components/ranking/print-button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { formatDate, formatMoment, formatSchoolYear, typeset } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import type { HistoryView, SchoolHead, SchoolPassport } from '@/lib/portal/schools/views';
import { identityEvents } from '../passport/identity-events';
import { HistoryDisputes } from './history-disputes';
import { HistoryYears } from './history-years';
import { PredecessorSums } from './predecessor-sums';

interface HistoryTabProps {
  head: SchoolHead;
  passport: SchoolPassport;
  view: HistoryView;
  now: Date;
}

/** The school on one page, for a new principal or curator: ten years fit on one printed sheet. */
export function HistoryTab({ head, passport, view, now }: HistoryTabProps) {
  const events = identityEvents(passport.periods, passport.predecessors, passport.successors);
  return (
    <div className="space-y-6 print:space-y-3 print:[zoom:0.82]">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <ul className="min-w-0 max-w-3xl space-y-1 print:max-w-none">
          {view.tracks.map(({ track, words }) => (
            <li key={track}>
              <strong className="font-semibold">{TRACK_NAMES[track]}.</strong> {words}
            </li>
          ))}
        </ul>
        <div data-print="none">
          <PrintButton />
        </div>
      </div>
      <Panel title="Карты и списки по годам" padding="flush">
        {view.years.length > 0 ? (
          <HistoryYears head={head} view={view} />
        ) : (
          <EmptyState title="Карт ещё нет">История начнётся с первой кампании МОЦ.</EmptyState>
        )}
      </Panel>
      {view.predecessors.length > 0 ? <PredecessorSums view={view} linked={head.may.compare} /> : null}
      <div className="grid items-start gap-6 lg:grid-cols-2 print:grid-cols-2 print:gap-3">
        <Panel title="Имя, классы, муниципалитет">
          {events.length > 0 ? (
            <ul className="space-y-3">
              {events.map((event) => (
                <li key={`${event.on.toISOString()}${event.what}`}>
                  <span className="font-medium">{formatDate(event.on)}.</span> {typeset(event.what)}
                  {event.ground ? <span className="block text-sm text-muted">{typeset(event.ground)}</span> : null}
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-muted">С начала наблюдения не менялись.</p>
          )}
        </Panel>
        <Panel title="Возвраты на доработку">
          {view.returns.length > 0 ? (
            <ul className="space-y-3">
              {view.returns.map((one) => (
                <li key={one.at.toISOString()}>
                  <span className="font-medium">{formatSchoolYear(one.schoolYear)}.</span> {one.message}
                  <span className="block text-sm text-muted">
                    {one.reopened ? 'Открыта заново' : 'Возвращена'}: {one.by}, {formatMoment(one.at, now)}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-muted">Возвратов не было.</p>
          )}
        </Panel>
      </div>
      <HistoryDisputes disputes={view.disputes} now={now} />
    </div>
  );
}
