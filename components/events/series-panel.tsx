import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { TextField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import type { SeriesView } from '@/lib/portal/events/views';
import { EventStatusMark, whenOf } from './event-words';

type Send = (state: FormState, form: FormData) => Promise<FormState>;

interface SeriesPanelProps {
  series: SeriesView;
  /** the event that the page shows */
  event: { id: string; version: number; status: string };
  now: Date;
  /** null for those who only read */
  decisions: { publish: Send; cancel: Send } | null;
}

/** The other events of a series, and what is decided for several of them at once. */
export function SeriesPanel({ series: { events, drafts, later }, event, now, decisions }: SeriesPanelProps) {
  return (
    <Panel title="Серия" description={countOf(events.length, 'встреча', 'встречи', 'встреч')}>
      <ol className="divide-y divide-line">
        {events.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            {one.id === event.id ? (
              <span aria-current="page" className="font-semibold">
                {whenOf(one)}
              </span>
            ) : (
              <Link className="link" href={`/calendar/${one.id}`}>
                {whenOf(one)}
              </Link>
            )}
            <EventStatusMark status={one.status} past={one.endsAt < now} />
          </li>
        ))}
      </ol>
      {decisions ? (
        // stays when nothing is left to publish: it says what became of the drafts
        <ActionForm send={decisions.publish} className="mt-4">
          {drafts > 0 ? (
            <SubmitButton pendingText="Минуту…">
              Поставить в календарь {countOf(drafts, 'черновик', 'черновика', 'черновиков')}
            </SubmitButton>
          ) : null}
        </ActionForm>
      ) : null}
      {decisions && later > 0 && event.status !== 'CANCELLED' ? (
        <details className="mt-4">
          <summary className="link w-fit cursor-pointer">Отменить эту встречу и следующие</summary>
          <ActionForm send={decisions.cancel} className="mt-3 flex flex-wrap items-end gap-3">
            <input type="hidden" name="version" value={event.version} />
            <TextField
              label="Почему"
              name="reason"
              id="series-reason"
              hint="Черновики среди них будут удалены."
              fieldClassName="min-w-72 flex-1"
            />
            <SubmitButton variant="danger" pendingText="Отменяем…">
              Отменить {countOf(later + 1, 'встречу', 'встречи', 'встреч')}
            </SubmitButton>
          </ActionForm>
        </details>
      ) : null}
    </Panel>
  );
}
