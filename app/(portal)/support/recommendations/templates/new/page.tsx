import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { TemplateFields } from '@/components/recommendations/template-fields';
import { ActionForm } from '@/components/ui/action-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { may } from '@/lib/access/policy';
import { sendTemplate } from '../../actions';

export const metadata: Metadata = { title: 'Новый шаблон рекомендации' };

export default async function NewTemplatePage() {
  const viewer = await requireViewer();
  if (!may(viewer, 'recommendation.template')) forbidden();
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Библиотека рекомендаций', href: '/support/recommendations/templates' }]}
        title="Новый шаблон"
      />
      <Panel>
        <ActionForm send={sendTemplate.bind(null, null)} className="space-y-4">
          <TemplateFields />
          <SubmitButton pendingText="Сохраняем…">Добавить в библиотеку</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  );
}
