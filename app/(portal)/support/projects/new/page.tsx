import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ProjectFields } from '@/components/projects/project-fields';
import { ActionForm } from '@/components/ui/action-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { projectChoices } from '@/lib/portal/projects/queries';
import { sendProject } from '../actions';

export const metadata: Metadata = { title: 'Новый проект' };

export default async function NewProjectPage() {
  const viewer = await requireViewer();
  const schools = opened(await projectChoices(viewer));
  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Проекты и опыт', href: '/support/projects' }]} title="Новый проект" />
      <Panel>
        <ActionForm send={sendProject.bind(null, null)} className="space-y-6">
          <ProjectFields schools={schools} />
          <SubmitButton pendingText="Сохраняем…">Создать</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  );
}
