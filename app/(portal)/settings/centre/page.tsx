import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { CentreFields } from '@/components/centre-page/centre-fields';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatMoment } from '@/lib/domain/russian';
import { eventsToShow, ownCentrePage } from '@/lib/portal/centre-page/queries';
import { sendCentrePage, sendEventShown } from './actions';

export const metadata: Metadata = { title: 'Открытая страница' };

export default async function CentreSettingsPage() {
  const viewer = await requireViewer();
  const now = new Date();
  const page = opened(await ownCentrePage(viewer));
  const events = opened(await eventsToShow(viewer, now));
  return (
    <>
      <PageHeader
        title="Открытая страница центра"
        description="Её читают без входа. На ней стоят также документы библиотеки, открытые для всех."
        actions={page.version > 0 ? <LinkButton href={`/centre/${page.code}`}>Посмотреть</LinkButton> : null}
      />
      <div className="space-y-6">
        <Panel title="О центре">
          <VersionedForm send={sendCentrePage} version={page.version} className="max-w-3xl space-y-4">
            <CentreFields values={page} />
            <SubmitButton pendingText="Сохраняем…">{page.version > 0 ? 'Сохранить' : 'Открыть страницу'}</SubmitButton>
          </VersionedForm>
        </Panel>
        <Panel title="Мероприятия на странице" description="Предстоящие мероприятия центра.">
          {events.length === 0 ? <p className="text-muted">Предстоящих мероприятий нет.</p> : null}
          <ul className="divide-y divide-line">
            {events.map((event) => (
              <li key={event.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
                <div className="min-w-0">
                  <p className="font-medium">{event.title}</p>
                  <p className="text-sm text-muted">
                    {formatMoment(event.startsAt, now)} · {event.public ? 'видят все' : 'только участники портала'}
                  </p>
                </div>
                <ActionForm send={sendEventShown.bind(null, { id: event.id, shown: !event.public })}>
                  <SubmitButton variant="secondary" size="sm" pendingText="Сохраняем…">
                    {event.public ? 'Убрать' : 'Показать всем'}
                    <span className="sr-only"> «{event.title}»</span>
                  </SubmitButton>
                </ActionForm>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}
