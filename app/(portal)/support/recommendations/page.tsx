import { FilePlus } from 'lucide-react';
import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { supportPlace } from '@/app/(portal)/support/place';
import { RecommendationTable } from '@/components/recommendations/recommendation-table';
import { SupportFilter } from '@/components/support/support-filter';
import { SupportTabs } from '@/components/support/support-tabs';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { formatSchoolYear } from '@/lib/domain/russian';
import { RECOMMENDATION_STATUSES } from '@/lib/domain/support/recommendation';
import { recommendationList } from '@/lib/portal/recommendations/queries';
import { sendIssueMany } from './actions';
import { askedRecommendations, type RecommendationQuery } from './asked';

export const metadata: Metadata = { title: 'Рекомендации' };

interface PageProps {
  searchParams: Promise<RecommendationQuery & { municipality?: string }>;
}

export default async function RecommendationsPage({ searchParams }: PageProps) {
  const search = await searchParams;
  const { viewer, municipality, choices } = await supportPlace(search.municipality);
  const { school = '', status = '', late } = search;
  const filter = askedRecommendations(search);
  const list = opened(await recommendationList(viewer, filter, new Date()));
  const principal = viewer.role === 'PRINCIPAL';
  const choosing = list.rows.some(({ mayIssue }) => mayIssue);
  const { counts } = list;
  const table = <RecommendationTable rows={list.rows} choosing={choosing} withSchool={!principal} />;
  return (
    <>
      <PageHeader
        title="Адресные рекомендации"
        description="Каждая следует из вывода, балла или риска, имеет адресата и срок. Проекты видит только МОЦ."
        actions={
          list.mayDraft ? (
            <>
              <LinkButton href="/support/recommendations/templates">Библиотека шаблонов</LinkButton>
              <LinkButton href={`/support/recommendations/new?year=${list.schoolYear}`} variant="primary">
                <FilePlus aria-hidden /> Новая
              </LinkButton>
            </>
          ) : null
        }
      />
      <SupportTabs view="recommendations" ownSchool={principal} />
      <SupportFilter
        years={list.years}
        schoolYear={list.schoolYear}
        choices={[
          ...choices,
          ...(principal
            ? []
            : [
                {
                  name: 'school',
                  label: 'Школа',
                  value: school,
                  options: [
                    { value: '', label: 'все' },
                    ...list.schools.map(({ id, name }) => ({ value: id, label: name })),
                  ],
                },
              ]),
          {
            name: 'status',
            label: 'Состояние',
            value: status,
            options: [
              { value: '', label: 'любое' },
              ...Object.entries(RECOMMENDATION_STATUSES)
                .filter(([value]) => !principal || value !== 'DRAFT')
                .map(([value, label]) => ({ value, label })),
            ],
          },
        ]}
        switches={[{ name: 'late', label: 'Только просроченные', on: filter.overdue }]}
      />
      <Panel
        title={`Рекомендации ${formatSchoolYear(list.schoolYear)}`}
        description={[
          principal ? null : `проектов ${counts.drafts}`,
          `ждут выполнения ${counts.waiting}`,
          `просрочено ${counts.overdue}`,
          `выполнено ${counts.done}`,
          `не выполнено ${counts.notDone}`,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={
          <TableFileLinks
            href="/support/recommendations/file"
            query={{ year: list.schoolYear, municipality, school, status, late }}
          />
        }
        padding="flush"
      >
        {list.rows.length === 0 ? (
          <EmptyState title="Рекомендаций нет">
            {principal
              ? 'МОЦ пока не направил вашей школе рекомендаций.'
              : 'Измените условия или подготовьте проекты для школы.'}
          </EmptyState>
        ) : choosing ? (
          <ActionForm send={sendIssueMany}>
            {table}
            <div className="border-t border-line p-4">
              <SubmitButton pendingText="Направляем…">Направить отмеченные</SubmitButton>
            </div>
          </ActionForm>
        ) : (
          table
        )}
      </Panel>
    </>
  );
}
