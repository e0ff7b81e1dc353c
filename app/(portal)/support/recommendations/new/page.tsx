import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { DraftChoice } from '@/components/recommendations/draft-choice';
import { RecommendationFields } from '@/components/recommendations/recommendation-fields';
import { SupportFilter } from '@/components/support/support-filter';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { dayOf } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { dayAfter } from '@/lib/domain/support/days';
import { draftingView } from '@/lib/portal/recommendations/queries';
import { sendDraft, sendTemplateDrafts } from '../actions';

export const metadata: Metadata = { title: 'Новая рекомендация' };

const USUAL_DAYS = 30;

interface PageProps {
  searchParams: Promise<{ year?: string; school?: string; finding?: string }>;
}

export default async function NewRecommendationPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const { year = '', school: schoolId, finding = '' } = await searchParams;
  const asked = { schoolYear: isSchoolYear(year) ? year : undefined, schoolId };
  const view = opened(await draftingView(viewer, asked, new Date()));
  const { school, schoolYear } = view;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Рекомендации', href: '/support/recommendations' }]}
        kind={school?.name}
        title="Новые рекомендации"
        description="Проекты из библиотеки по баллам и рискам школы или рекомендация своими словами. Адресат увидит её, когда руководитель МОЦ направит."
      />
      <SupportFilter
        years={view.years}
        schoolYear={schoolYear}
        choices={[
          {
            name: 'school',
            label: 'Школа',
            value: schoolId ?? '',
            options: [
              { value: '', label: 'выберите школу' },
              ...view.schools.map(({ id, name }) => ({ value: id, label: name })),
            ],
          },
        ]}
      />
      {school ? (
        <>
          <Panel title="Проекты из библиотеки" className="mb-6">
            <DraftChoice drafts={view.drafts} schoolId={school.id} schoolYear={schoolYear} send={sendTemplateDrafts} />
          </Panel>
          <Panel title="Своими словами">
            <ActionForm send={sendDraft} className="space-y-4">
              <input type="hidden" name="schoolId" value={school.id} />
              <input type="hidden" name="schoolYear" value={schoolYear} />
              <RecommendationFields
                grounds={view.grounds}
                values={{
                  addressee: 'SCHOOL',
                  subject: '',
                  text: '',
                  dueOn: dayAfter(dayOf(new Date()), USUAL_DAYS),
                  findingId: finding,
                  criteria: [],
                  risks: [],
                }}
              />
              <SubmitButton pendingText="Сохраняем…">Сохранить проект</SubmitButton>
            </ActionForm>
          </Panel>
        </>
      ) : (
        <Panel>
          <EmptyState title="Выберите школу">
            {view.schools.length > 0
              ? 'Портал покажет, что предлагает библиотека по её баллам и рискам.'
              : 'В этом году нет школ списка и обследований.'}
          </EmptyState>
        </Panel>
      )}
    </>
  );
}
