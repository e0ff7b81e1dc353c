import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { DecisionFields } from '@/components/decisions/decision-fields';
import { ActionForm } from '@/components/ui/action-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { decisionChoices } from '@/lib/portal/decisions/queries';
import { sendDecision } from '../actions';

export const metadata: Metadata = { title: 'Новое решение' };

export default async function NewDecisionPage() {
  const viewer = await requireViewer();
  const choices = opened(await decisionChoices(viewer));
  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Решения', href: '/support/decisions' }]} title="Новое решение" />
      <Panel>
        <ActionForm send={sendDecision.bind(null, null)} className="space-y-4">
          <DecisionFields choices={choices} />
          <SubmitButton pendingText="Сохраняем…">Сохранить решение</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  );
}
