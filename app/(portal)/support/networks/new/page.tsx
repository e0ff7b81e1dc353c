import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { NetworkFields } from '@/components/partnerships/network-fields';
import { ActionForm } from '@/components/ui/action-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { networkChoices } from '@/lib/portal/networks/queries';
import { sendNetwork } from '../actions';

export const metadata: Metadata = { title: 'Новая сеть' };

export default async function NewNetworkPage() {
  const viewer = await requireViewer();
  const schools = opened(await networkChoices(viewer));
  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Партнёры и сети', href: '/support/partners' }]} title="Новая сеть" />
      <Panel>
        <ActionForm send={sendNetwork.bind(null, null)} className="space-y-6">
          <NetworkFields schools={schools} />
          <SubmitButton pendingText="Сохраняем…">Создать сеть</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  );
}
