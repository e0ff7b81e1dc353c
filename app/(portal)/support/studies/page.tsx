import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { StudyFields } from '@/components/support-cases/study-fields';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatDate } from '@/lib/domain/russian';
import { curatorsView, studiesOf } from '@/lib/portal/support-cases/queries';
import { sendPublishStudy, sendStudy } from '../actions';

export const metadata: Metadata = { title: 'Что сработало' };

export default async function StudiesPage() {
  const viewer = await requireViewer();
  const { items, mayWrite, mayPublish } = opened(await studiesOf(viewer));
  const curators = mayWrite ? await curatorsView(viewer) : null;
  const schools = curators?.ok ? curators.value.schools : [];
  return (
    <>
      <PageHeader
        breadcrumbs={viewer.role === 'PRINCIPAL' ? undefined : [{ label: 'Поддержка', href: '/support' }]}
        title="Что сработало"
        description="Истории школ: с чего начали, что сделали, что изменилось. Опубликованные читают все школы города."
        actions={items.length > 0 ? <TableFileLinks href="/support/studies/file" /> : null}
      />
      {items.length > 0 ? (
        <div className="space-y-6">
          {items.map((study) => (
            <Panel
              key={study.id}
              title={study.title}
              description={`${study.schoolName} · ${study.writtenBy}, ${formatDate(study.changedAt)}`}
              actions={study.published ? <Status tone="success">опубликована</Status> : <Status>черновик</Status>}
            >
              <div className="grid gap-4 lg:grid-cols-3">
                {(
                  [
                    ['С чего начали', study.situation],
                    ['Что сделали', study.measures],
                    ['Что изменилось', study.outcome],
                  ] as const
                ).map(([title, text]) => (
                  <section key={title}>
                    <h3 className="font-semibold">{title}</h3>
                    <p className="whitespace-pre-line">{text}</p>
                  </section>
                ))}
              </div>
              {mayPublish ? (
                <ActionForm
                  send={sendPublishStudy.bind(null, { id: study.id, published: !study.published })}
                  className="mt-4"
                >
                  <SubmitButton size="sm" variant="secondary" pendingText="Минуту…">
                    {study.published ? 'Снять с публикации' : 'Опубликовать'}
                  </SubmitButton>
                </ActionForm>
              ) : null}
              {mayWrite ? (
                <details data-print="none" className="mt-3">
                  <summary className="link w-fit cursor-pointer text-sm">Изменить</summary>
                  <VersionedForm
                    send={sendStudy.bind(null, study.id)}
                    version={study.version}
                    className="mt-3 space-y-4"
                  >
                    <StudyFields study={study} schools={schools} />
                    <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
                  </VersionedForm>
                </details>
              ) : null}
            </Panel>
          ))}
        </div>
      ) : (
        <Panel>
          <EmptyState title="Историй пока нет">МОЦ напишет о том, что помогло школам.</EmptyState>
        </Panel>
      )}
      {mayWrite ? (
        <Panel title="Новая история" className="mt-6">
          <ActionForm send={sendStudy.bind(null, null)} className="space-y-4">
            <StudyFields schools={schools} />
            <SubmitButton pendingText="Сохраняем…">Сохранить черновик</SubmitButton>
          </ActionForm>
        </Panel>
      ) : null}
    </>
  );
}
