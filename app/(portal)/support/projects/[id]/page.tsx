import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { sendFile, sendRemoveFile } from '@/app/(portal)/support/files/actions';
import { requireViewer } from '@/app/(portal)/viewer';
import { EventsPanel } from '@/components/events/events-panel';
import { ProjectFields } from '@/components/projects/project-fields';
import { ProvisionStatus } from '@/components/projects/provision-status';
import { AttachedFiles } from '@/components/support/attached-files';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { formatDate, formatMoment, NO_VALUE } from '@/lib/domain/russian';
import { PROJECT_KINDS, PROJECT_STATUSES } from '@/lib/domain/support/project';
import { eventsOf } from '@/lib/portal/events/queries';
import { projectView } from '@/lib/portal/projects/queries';
import { sendProject } from '../actions';

export const metadata: Metadata = { title: 'Проект' };

export default async function ProjectPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const project = opened(await projectView(viewer, id));
  const { stages, results, monitoring } = project.content;
  const events = opened(await eventsOf(viewer, { projectId: id }));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Проекты и опыт', href: '/support/projects' }]}
        kind={PROJECT_KINDS[project.kind]}
        title={project.title}
        status={
          <Status tone={project.status === 'FINISHED' ? 'success' : 'accent'}>
            {PROJECT_STATUSES[project.status]}
          </Status>
        }
        description={`Изменён ${formatMoment(project.changedAt, new Date())}, ${project.changedBy}.`}
      />
      <p className="mb-6">
        <ProvisionStatus provision={project.provision} />
      </p>
      {project.mayChange ? (
        <Panel title="Проект" className="mb-6">
          <VersionedForm send={sendProject.bind(null, id)} version={project.version} className="space-y-6">
            <ProjectFields project={project} schools={project.choices} />
            <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
          </VersionedForm>
        </Panel>
      ) : (
        <Panel title="О проекте" className="mb-6">
          <DescriptionList
            items={[
              { term: 'Цели', value: <span className="whitespace-pre-line">{project.aims}</span> },
              { term: 'Школы', value: project.schoolNames.join(', ') || NO_VALUE },
              {
                term: 'Этапы',
                value:
                  stages.map(({ title, done }) => `${title}${done === 'yes' ? ' (пройден)' : ''}`).join('; ') ||
                  NO_VALUE,
              },
              { term: 'Результаты', value: results || NO_VALUE },
              {
                term: 'Мониторинг',
                value:
                  monitoring
                    .map(
                      ({ on, share, conclusion }) => `${on ? formatDate(new Date(on)) : ''}: ${share} % ${conclusion}`,
                    )
                    .join('; ') || NO_VALUE,
              },
            ]}
          />
        </Panel>
      )}
      <EventsPanel events={events} now={new Date()} />
      <Panel title="Материалы">
        <AttachedFiles
          subjectType="project"
          subjectId={id}
          files={project.files}
          mayAttach={project.mayChange}
          back={`/support/projects/${id}`}
          send={sendFile}
          remove={sendRemoveFile}
        />
      </Panel>
    </>
  );
}
