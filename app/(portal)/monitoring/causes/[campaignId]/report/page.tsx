import type { Metadata } from 'next';
import Link from 'next/link';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ReportTable } from '@/components/failure-matrix/report-table';
import { PrintButton } from '@/components/ranking/print-button';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { TextareaField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { TabLinks } from '@/components/ui/tab-links';
import { may } from '@/lib/access/policy';
import { failureReport, LEAST_GROUP } from '@/lib/domain/failure-matrix';
import { capitalised, countOf, formatSchoolYear } from '@/lib/domain/russian';
import { matrixReport } from '@/lib/portal/failure-matrix/queries';
import { sendReturnMatrix } from '../../actions';

export const metadata: Metadata = { title: 'Отчёт по матрице неуспешности' };

interface PageProps {
  params: Promise<{ campaignId: string }>;
  searchParams: Promise<{ by?: string; school?: string }>;
}

export default async function MatrixReportPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const campaignId = idOf((await params).campaignId);
  const search = await searchParams;
  const by = search.by === 'grade' ? 'grade' : 'subject';
  const view = opened(await matrixReport(viewer, campaignId, search.school ? idOf(search.school) : null, new Date()));
  const { campaign, school, schools, groups } = view;
  const report = failureReport(campaign, groups, by);
  const base = `/monitoring/causes/${campaign.id}/report`;
  const address = (change: { by?: string; school?: string | null }) => {
    const query = new URLSearchParams();
    const next = { by, school: school?.id ?? null, ...change };
    if (next.by !== 'subject') query.set('by', next.by);
    if (next.school) query.set('school', next.school);
    return query.size > 0 ? `${base}?${query}` : base;
  };
  const exported = (format: string) =>
    `/api/v1/failure-campaigns/${campaign.id}/export?${new URLSearchParams({ format, by, ...(school && { schoolId: school.id }) })}`;
  const sent = campaign.rows.filter((row) => row.status === 'SUBMITTED').length;
  const matrix = campaign.rows.find((row) => row.schoolId === school?.id);
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Матрица неуспешности', href: '/monitoring/causes' },
          { label: `Сбор ${formatSchoolYear(campaign.schoolYear)}`, href: `/monitoring/causes/${campaign.id}` },
        ]}
        kind={`${capitalised(campaign.municipalityName)}, ${formatSchoolYear(campaign.schoolYear, true)}`}
        title={school ? school.name : 'Причины неуспешности: статистический отчёт'}
        description={
          school
            ? `Группы меньше ${LEAST_GROUP} учеников видит только сама школа.`
            : `Отправили ${sent} из ${campaign.rows.length}. Звёздочка: без групп меньше ${LEAST_GROUP} учеников. Суммы складываются только из показанных чисел.`
        }
        actions={
          <>
            <LinkButton href={exported('xlsx')} prefetch={false}>
              Скачать xlsx
            </LinkButton>
            <LinkButton href={exported('csv')} prefetch={false}>
              csv
            </LinkButton>
            <PrintButton />
          </>
        }
      />
      <TabLinks
        label="Разрез"
        items={[
          { href: address({ by: 'subject' }), label: 'По предметам', current: by === 'subject' },
          { href: address({ by: 'grade' }), label: 'По классам', current: by === 'grade' },
        ]}
      />
      <Panel padding="flush">
        {groups.length > 0 ? (
          <ReportTable
            caption={`Причины неуспешности ${by === 'subject' ? 'по предметам' : 'по классам'}: число учеников`}
            report={report}
            by={by}
          />
        ) : (
          <EmptyState title="Сводить пока нечего">Отчёт строится по отправленным матрицам.</EmptyState>
        )}
      </Panel>
      <p className="mt-3 max-w-prose text-sm text-muted">
        Один ученик может быть назван по нескольким причинам, поэтому «всего» — это число указаний, а не учеников.
        {report.total.hidden > 0
          ? ` Скрыто: ${countOf(report.total.hidden, 'группа', 'группы', 'групп')} меньше ${LEAST_GROUP} учеников.`
          : ''}{' '}
        Состав причин — предложение разработчиков портала, если центр не заменил его своим.
      </p>
      <Panel
        title={school ? 'Другие школы' : 'По школам'}
        className="mt-6"
        description="Отчёт отдельной школы, как его видно вне школы."
      >
        {schools.length === 0 ? (
          <p className="text-muted">Матриц ещё никто не отправил.</p>
        ) : (
          <ul className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2 lg:grid-cols-3">
            {school ? (
              <li>
                <Link href={address({ school: null })} className="text-accent underline underline-offset-2">
                  Весь муниципалитет
                </Link>
              </li>
            ) : null}
            {schools
              .filter(({ id }) => id !== school?.id)
              .map(({ id, name }) => (
                <li key={id}>
                  <Link href={address({ school: id })} className="text-accent underline underline-offset-2">
                    {name}
                  </Link>
                </li>
              ))}
          </ul>
        )}
      </Panel>
      {matrix &&
      campaign.status === 'OPEN' &&
      may(viewer, 'matrix.return', { municipalityId: campaign.municipalityId }) ? (
        <Panel title="Вернуть школе" className="mt-6">
          <ActionForm send={sendReturnMatrix} className="max-w-2xl space-y-4">
            <input type="hidden" name="matrixId" value={matrix.matrixId} />
            <input type="hidden" name="campaignId" value={campaign.id} />
            <TextareaField label="Что уточнить" name="comment" rows={3} maxLength={2000} required />
            <SubmitButton variant="secondary" pendingText="Возвращаем…">
              Вернуть матрицу
            </SubmitButton>
          </ActionForm>
        </Panel>
      ) : null}
    </>
  );
}
