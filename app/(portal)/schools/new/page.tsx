import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { NewSchoolForm, SchoolLinesForm } from '@/components/schools/school-forms';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { may } from '@/lib/access/policy';
import { municipalityChoices } from '@/lib/portal/schools/queries';
import { sendNewSchool, sendSchoolLines } from '../actions';

export const metadata: Metadata = { title: 'Новая школа' };

export default async function NewSchoolPage() {
  const viewer = await requireViewer();
  if (!may(viewer, 'school.edit')) forbidden();
  const municipalities = await municipalityChoices(viewer);
  return (
    <>
      <PageHeader breadcrumbs={[{ label: 'Школы', href: '/schools' }]} title="Новая школа" />
      {municipalities.length === 0 ? (
        <EmptyState title="Нет муниципалитетов">Сначала добавьте их в настройках.</EmptyState>
      ) : (
        <div className="space-y-6">
          <Panel title="Одна школа">
            <NewSchoolForm send={sendNewSchool} municipalities={municipalities} />
          </Panel>
          <Panel title="Сразу несколько">
            <SchoolLinesForm send={sendSchoolLines} municipalities={municipalities} />
          </Panel>
        </div>
      )}
    </>
  );
}
