import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { LineFields } from '@/components/support/line-fields';
import { ActionForm } from '@/components/ui/action-form';
import { TextField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatMoment } from '@/lib/domain/russian';
import { QUESTION_KINDS } from '@/lib/domain/support/workbook';
import { workbookView } from '@/lib/portal/examinations/queries';
import { sendPublish, sendQuestions } from '../actions';

export const metadata: Metadata = { title: 'Версия рабочей тетради' };

export default async function WorkbookPage({ params }: { params: Promise<{ versionId: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).versionId);
  const workbook = opened(await workbookView(viewer, id));
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Обследования', href: '/support/examinations' },
          { label: 'Рабочая тетрадь', href: '/support/workbooks' },
        ]}
        kind={`Версия ${workbook.number}`}
        title={workbook.title}
        status={
          workbook.status === 'PUBLISHED' ? <Status tone="success">Опубликована</Status> : <Status>Черновик</Status>
        }
        description={`Изменена ${formatMoment(workbook.changedAt, new Date())}, ${workbook.changedBy}.`}
      />
      {workbook.mayChange ? (
        <>
          <Panel title="Вопросы" className="mb-6">
            <VersionedForm send={sendQuestions.bind(null, id)} version={workbook.version} className="space-y-6">
              <TextField label="Название" name="title" defaultValue={workbook.title} />
              <LineFields
                legend="Вопросы по разделам"
                hint="Вопросы с одинаковым разделом стоят вместе."
                hidden={['id']}
                lines={workbook.sections.flatMap((section) =>
                  section.questions.map(({ id: question, text, kind }) => ({
                    id: question,
                    section: section.title,
                    text,
                    kind,
                  })),
                )}
                blank={3}
                columns={[
                  { name: 'text', label: 'Вопрос', className: 'min-w-64 flex-[2]' },
                  { name: 'section', label: 'Раздел', className: 'min-w-48 flex-1' },
                  {
                    name: 'kind',
                    label: 'Ответ',
                    className: 'w-48',
                    options: Object.entries(QUESTION_KINDS).map(([value, label]) => ({ value, label })),
                  },
                ]}
              />
              <SubmitButton pendingText="Сохраняем…">Сохранить черновик</SubmitButton>
            </VersionedForm>
          </Panel>
          <Panel title="Публикация" description="После публикации вопросы не изменить; изменения — новой версией.">
            <ActionForm send={sendPublish.bind(null, id)}>
              <input type="hidden" name="version" value={workbook.version} />
              <SubmitButton pendingText="Публикуем…">Опубликовать</SubmitButton>
            </ActionForm>
          </Panel>
        </>
      ) : (
        <Panel title="Вопросы">
          {workbook.sections.map((section) => (
            <section key={section.title} className="mb-4">
              <h3 className="font-semibold">{section.title}</h3>
              <ol className="list-decimal pl-6">
                {section.questions.map(({ id: question, text, kind }) => (
                  <li key={question}>
                    {text} <span className="text-sm text-muted">({QUESTION_KINDS[kind]})</span>
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </Panel>
      )}
    </>
  );
}
