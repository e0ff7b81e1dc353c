import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { sendFile, sendRemoveFile } from '@/app/(portal)/support/files/actions';
import { requireViewer } from '@/app/(portal)/viewer';
import { ExperienceFields } from '@/components/projects/experience-fields';
import { AttachedFiles } from '@/components/support/attached-files';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatDate } from '@/lib/domain/russian';
import { experienceList } from '@/lib/portal/projects/queries';
import { sendExperience, sendPublication } from '../projects/actions';

export const metadata: Metadata = { title: 'Опыт школ' };

export default async function ExperiencePage() {
  const viewer = await requireViewer();
  const { items, schools, projects, mayWrite, mayPublish } = opened(await experienceList(viewer));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Проекты и опыт', href: '/support/projects' }]}
        title="Опыт школ"
        description="Школы и МОЦ описывают, что удалось. Опубликованное читают все школы города, оно находится и в библиотеке."
        actions={items.length > 0 ? <TableFileLinks href="/support/experience/file" /> : null}
      />
      <div className="space-y-6">
        {items.map((item) => (
          <Panel
            key={item.id}
            id={item.id}
            title={item.title}
            description={[item.school, item.direction, formatDate(item.changedAt)].filter(Boolean).join(' · ')}
            actions={item.publishedAt ? <Status tone="success">опубликовано</Status> : <Status>черновик</Status>}
          >
            <p className="max-w-prose whitespace-pre-line">{item.text}</p>
            {item.mayChange || item.files.length > 0 ? (
              <div className="mt-4">
                <AttachedFiles
                  subjectType="experience"
                  subjectId={item.id}
                  files={item.files}
                  mayAttach={item.mayChange}
                  back="/support/experience"
                  send={sendFile}
                  remove={sendRemoveFile}
                />
              </div>
            ) : null}
            {mayPublish ? (
              <ActionForm
                send={sendPublication.bind(null, { id: item.id, published: item.publishedAt === null })}
                className="mt-4"
              >
                <SubmitButton size="sm" variant="secondary" pendingText="Минуту…">
                  {item.publishedAt ? 'Снять с публикации' : 'Опубликовать'}
                </SubmitButton>
              </ActionForm>
            ) : null}
            {item.mayChange ? (
              <details data-print="none" className="mt-3">
                <summary className="link w-fit cursor-pointer text-sm">Изменить</summary>
                <VersionedForm
                  send={sendExperience.bind(null, item.id)}
                  version={item.version}
                  className="mt-3 space-y-4"
                >
                  <ExperienceFields item={item} schools={schools} projects={projects} />
                  <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
                </VersionedForm>
              </details>
            ) : null}
          </Panel>
        ))}
        {items.length === 0 ? (
          <Panel>
            <EmptyState title="Описаний опыта пока нет" />
          </Panel>
        ) : null}
        {mayWrite ? (
          <Panel title="Описать опыт">
            <ActionForm send={sendExperience.bind(null, null)} className="space-y-4">
              <ExperienceFields schools={schools} projects={projects} />
              <SubmitButton pendingText="Сохраняем…">Сохранить черновик</SubmitButton>
            </ActionForm>
          </Panel>
        ) : null}
      </div>
    </>
  );
}
