import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { DocumentFields } from '@/components/documents/document-fields';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { documentView, replaceableActs } from '@/lib/portal/documents/queries';
import { sendDocumentChange } from '../../actions';

export const metadata: Metadata = { title: 'Изменить документ' };

export default async function EditDocumentPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const document = opened(await documentView(viewer, id));
  if (!document.mayChange) forbidden();
  const acts = opened(await replaceableActs(viewer));
  // the act that it replaced already is chosen in the form, though it may be archived by now
  const { replaces } = document;
  const known = !replaces || acts.some((act) => act.id === replaces.id) ? acts : [replaces, ...acts];
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Библиотека', href: '/library' },
          { label: document.title, href: `/library/${id}` },
        ]}
        title="Изменить документ"
      />
      <Panel>
        <VersionedForm send={sendDocumentChange.bind(null, id)} version={document.version} className="space-y-4">
          <DocumentFields values={document} acts={known.filter((act) => act.id !== id)} />
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </VersionedForm>
      </Panel>
    </>
  );
}
