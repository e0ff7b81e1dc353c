import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { PlanForm } from '@/components/examinations/plan-form';
import { PageHeader } from '@/components/ui/page-header';
import { isSchoolYear } from '@/lib/domain/school-year';
import { planChoices } from '@/lib/portal/examinations/queries';
import { sendPlan } from '../actions';

export const metadata: Metadata = { title: 'План обследования' };

interface PageProps {
  searchParams: Promise<{ year?: string; school?: string }>;
}

export default async function NewExaminationPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const { year = '', school } = await searchParams;
  const choices = opened(await planChoices(viewer, isSchoolYear(year) ? year : undefined, new Date()));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Обследования', href: '/support/examinations' }]}
        title="Запланировать обследование"
        description="Одно обследование на каждую отмеченную школу. Школа увидит график, выводы — когда обследование завершено."
      />
      <PlanForm choices={choices} chosen={school} send={sendPlan} />
    </>
  );
}
