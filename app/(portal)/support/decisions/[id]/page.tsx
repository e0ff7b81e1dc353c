import type { Metadata } from 'next';
import { LinkedPanel } from '@/app/(portal)/library/linked-panel';
import { idOf, opened } from '@/app/(portal)/opened';
import { sendFile, sendRemoveFile } from '@/app/(portal)/support/files/actions';
import { requireViewer } from '@/app/(portal)/viewer';
import { DecisionFields } from '@/components/decisions/decision-fields';
import { DecisionStatus } from '@/components/decisions/decision-status';
import { AttachedFiles } from '@/components/support/attached-files';
import { DescriptionList } from '@/components/ui/description-list';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatDate, formatMoment, NO_VALUE } from '@/lib/domain/russian';
import { DECISION_KINDS, DECISION_STATES } from '@/lib/domain/support/decision';
import { decisionView } from '@/lib/portal/decisions/queries';
import { sendDecision, sendExecution } from '../actions';

export const metadata: Metadata = { title: 'Решение' };

export default async function DecisionPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const one = opened(await decisionView(viewer, id, new Date()));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Решения', href: '/support/decisions' }]}
        kind={`${DECISION_KINDS[one.kind]} № ${one.number} от ${formatDate(new Date(one.decidedOn))}`}
        title={one.title}
        status={<DecisionStatus state={one.state} late={one.late} />}
        description={`Изменено ${formatMoment(one.changedAt, new Date())}, ${one.changedBy}.`}
      />
      <Panel title="Решение" className="mb-6">
        {one.choices ? (
          <VersionedForm send={sendDecision.bind(null, id)} version={one.version} className="space-y-4">
            <DecisionFields decision={one} choices={one.choices} />
            <SubmitButton pendingText="Сохраняем…">Сохранить решение</SubmitButton>
          </VersionedForm>
        ) : (
          <>
            <p className="mb-3 max-w-prose whitespace-pre-line">{one.text || 'Текст приложен файлом или не внесён.'}</p>
            <DescriptionList
              items={[
                { term: 'Ответственный', value: one.responsible || NO_VALUE },
                { term: 'Срок', value: one.dueOn ? formatDate(new Date(one.dueOn)) : NO_VALUE },
                { term: 'Школы', value: one.schoolNames.join(', ') || NO_VALUE },
                { term: 'Список', value: one.list ?? NO_VALUE },
                { term: 'Рекомендации', value: one.recommendations.map(({ text }) => text).join('; ') || NO_VALUE },
              ]}
            />
          </>
        )}
      </Panel>
      <Panel title="Исполнение" className="mb-6">
        {one.mayControl ? (
          <VersionedForm send={sendExecution.bind(null, id)} version={one.version} className="space-y-4">
            <div className="grid gap-4 sm:grid-cols-2">
              <SelectField
                label="Состояние"
                name="state"
                defaultValue={one.state}
                options={Object.entries(DECISION_STATES).map(([value, label]) => ({ value, label }))}
              />
              <TextField
                label="Когда исполнено"
                name="executedOn"
                type="date"
                optional
                defaultValue={one.executedOn ?? ''}
              />
            </div>
            <TextareaField label="По чему видно" name="executionNote" rows={3} defaultValue={one.executionNote} />
            <SubmitButton pendingText="Записываем…">Записать исполнение</SubmitButton>
          </VersionedForm>
        ) : (
          <p className="max-w-prose whitespace-pre-line">
            {DECISION_STATES[one.state]}
            {one.executedOn ? ` ${formatDate(new Date(one.executedOn))}` : ''}. {one.executionNote}
          </p>
        )}
      </Panel>
      <LinkedPanel
        viewer={viewer}
        places={[{ subjectType: 'decision', subjectId: id, label: 'Решение' }]}
        back={`/support/decisions/${id}`}
        className="mb-6"
      />
      <Panel title="Файлы">
        <AttachedFiles
          subjectType="decision"
          subjectId={id}
          files={one.files}
          mayAttach={one.mayControl}
          back={`/support/decisions/${id}`}
          send={sendFile}
          remove={sendRemoveFile}
        />
      </Panel>
    </>
  );
}
