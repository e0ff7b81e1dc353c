import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { TemplateFields } from '@/components/recommendations/template-fields';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { templateOf } from '@/lib/portal/recommendations/queries';
import { sendTemplate } from '../../actions';

export const metadata: Metadata = { title: 'Шаблон рекомендации' };

export default async function TemplatePage({ params }: { params: Promise<{ templateId: string }> }) {
  const viewer = await requireViewer();
  const template = opened(await templateOf(viewer, idOf((await params).templateId)));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Библиотека рекомендаций', href: '/support/recommendations/templates' }]}
        title={template.title}
        description="Подготовленные раньше проекты не изменятся."
      />
      <Panel>
        <VersionedForm send={sendTemplate.bind(null, template.id)} version={template.version} className="space-y-4">
          <TemplateFields template={template} />
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </VersionedForm>
      </Panel>
    </>
  );
}
