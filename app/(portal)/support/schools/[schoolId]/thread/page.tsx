import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { SupportFilter } from '@/components/support/support-filter';
import { ThreadTable } from '@/components/support-cases/thread-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { threadView } from '@/lib/portal/support-cases/queries';

export const metadata: Metadata = { title: 'От балла до эффекта' };

interface PageProps {
  params: Promise<{ schoolId: string }>;
  searchParams: Promise<{ year?: string }>;
}

export default async function ThreadPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const schoolId = idOf((await params).schoolId);
  const { year = '' } = await searchParams;
  const view = opened(await threadView(viewer, schoolId, isSchoolYear(year) ? year : undefined, new Date()));
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Поддержка', href: '/support' },
          { label: view.schoolName, href: `/support/schools/${schoolId}?year=${view.schoolYear}` },
        ]}
        title="От балла до эффекта"
        description="Критерий → причина → вывод → рекомендация → мера → партнёр → тот же критерий через год. Обрыв виден сразу."
      />
      <SupportFilter years={view.years} schoolYear={view.schoolYear} />
      {view.groundless.length > 0 ? (
        <Notice tone="warning" title="Меры без основания" className="mb-6">
          {view.groundless.map(({ title }) => title).join('; ')}
        </Notice>
      ) : null}
      <Panel title={`Баллы ${formatSchoolYear(view.schoolYear)}`} padding="flush">
        {view.threads.length > 0 ? (
          <ThreadTable threads={view.threads} causes={view.causes} />
        ) : (
          <EmptyState title="Баллов нет">
            В этом году у школы нет принятой карты или нет отрицательных критериев.
          </EmptyState>
        )}
      </Panel>
    </>
  );
}
