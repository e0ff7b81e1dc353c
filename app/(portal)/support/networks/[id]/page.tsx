import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { sendFile, sendRemoveFile } from '@/app/(portal)/support/files/actions';
import { requireViewer } from '@/app/(portal)/viewer';
import { EventsPanel } from '@/components/events/events-panel';
import { NetworkFields } from '@/components/partnerships/network-fields';
import { PlanReading } from '@/components/partnerships/plan-fields';
import { AttachedFiles } from '@/components/support/attached-files';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatMoment } from '@/lib/domain/russian';
import { NETWORK_KINDS } from '@/lib/domain/support/partnership';
import { eventsOf } from '@/lib/portal/events/queries';
import { networkView } from '@/lib/portal/networks/queries';
import { sendNetwork } from '../actions';

export const metadata: Metadata = { title: 'Сеть' };

export default async function NetworkPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const network = opened(await networkView(viewer, id));
  const events = opened(await eventsOf(viewer, { networkId: id }));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Партнёры и сети', href: '/support/partners' }]}
        kind={NETWORK_KINDS[network.kind]}
        title={network.title}
        status={network.active ? <Status tone="success">работает</Status> : <Status>не работает</Status>}
        description={`Изменена ${formatMoment(network.changedAt, new Date())}, ${network.changedBy}.`}
      />
      {network.mayChange ? (
        <Panel title="Сеть" className="mb-6">
          <VersionedForm send={sendNetwork.bind(null, id)} version={network.version} className="space-y-6">
            <NetworkFields network={network} schools={network.schools} />
            <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
          </VersionedForm>
        </Panel>
      ) : (
        <>
          <Panel title="О сети" className="mb-6">
            <p className="max-w-prose whitespace-pre-line">{network.about || 'Описания пока нет.'}</p>
            <p className="mt-2 text-sm text-muted">
              {[network.subject, network.leader && `ведёт: ${network.leader}`].filter(Boolean).join(' · ')}
            </p>
          </Panel>
          <Panel title="Участники" className="mb-6">
            <ul className="grid gap-x-8 sm:grid-cols-2">
              {network.members.map(({ schoolId, name, teachers }) => (
                <li key={schoolId}>
                  {name}: {teachers}
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title="План" className="mb-6">
            <PlanReading plan={network.plan} />
          </Panel>
        </>
      )}
      <EventsPanel events={events} now={new Date()} />
      <Panel title="Материалы">
        <AttachedFiles
          subjectType="network"
          subjectId={id}
          files={network.files}
          mayAttach={network.mayChange}
          back={`/support/networks/${id}`}
          send={sendFile}
          remove={sendRemoveFile}
        />
      </Panel>
    </>
  );
}
