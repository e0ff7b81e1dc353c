import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { EventFields } from '@/components/events/event-fields';
import { Checkbox } from '@/components/ui/checkbox';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { countOf } from '@/lib/domain/russian';
import { eventChoices, eventView } from '@/lib/portal/events/queries';
import { seriesOf } from '@/lib/portal/events/series';
import { sendEventChange } from '../../actions';

export const metadata: Metadata = { title: 'Изменить мероприятие' };

export default async function EditEventPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const event = opened(await eventView(viewer, id));
  if (!event.mayChange) forbidden();
  const choices = opened(await eventChoices(viewer));
  const later = opened(await seriesOf(viewer, id))?.later ?? 0;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Календарь', href: '/calendar' },
          { label: event.title, href: `/calendar/${id}` },
        ]}
        title="Изменить мероприятие"
        description={
          event.status === 'PUBLISHED' ? 'О переносе узнают школы, для которых оно проводится, и площадка.' : undefined
        }
      />
      <Panel>
        <VersionedForm send={sendEventChange.bind(null, id)} version={event.version} className="space-y-6">
          <EventFields event={event} choices={choices} />
          {later > 0 ? (
            <Checkbox
              name="following"
              value="yes"
              label={`Изменить так же и ${countOf(later, 'следующую встречу', 'следующие встречи', 'следующих встреч')} серии; день и время сдвинутся на столько же`}
            />
          ) : null}
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </VersionedForm>
      </Panel>
    </>
  );
}
