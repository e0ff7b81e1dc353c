import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { DocumentFields } from '@/components/documents/document-fields';
import { ActionForm } from '@/components/ui/action-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { replaceableActs } from '@/lib/portal/documents/queries';
import { sendDocument } from '../actions';

export const metadata: Metadata = { title: 'Новый документ' };

export default async function NewDocumentPage() {
  const viewer = await requireViewer();
  const acts = opened(await replaceableActs(viewer));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Библиотека', href: '/library' }]}
        title="Новый документ"
        description="Файл прикладывается следующим шагом, на странице документа."
      />
      <Panel>
        <ActionForm send={sendDocument} className="space-y-4">
          <DocumentFields acts={acts} />
          <SubmitButton pendingText="Сохраняем…">Добавить</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  );
}
