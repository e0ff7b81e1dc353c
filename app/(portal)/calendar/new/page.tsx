import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { EventFields } from '@/components/events/event-fields';
import { SeriesFields } from '@/components/events/series-fields';
import { ActionForm } from '@/components/ui/action-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { eventChoices } from '@/lib/portal/events/queries';
import { sendNewEvent } from '../actions';

export const metadata: Metadata = { title: 'Новое мероприятие' };

export default async function NewEventPage() {
  const viewer = await requireViewer();
  const choices = opened(await eventChoices(viewer));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Календарь', href: '/calendar' }]}
        title="Новое мероприятие"
        description={
          viewer.municipalityId
            ? 'Сначала черновик: школы увидят его, когда вы поставите его в календарь.'
            : 'Мероприятие региона, для всех муниципалитетов. Сначала черновик.'
        }
      />
      <Panel>
        <ActionForm send={sendNewEvent} className="space-y-6">
          <EventFields choices={choices} />
          <SeriesFields />
          <SubmitButton pendingText="Сохраняем…">Сохранить черновик</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  );
}
