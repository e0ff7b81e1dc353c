import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { PlaceAndYear } from '@/components/dashboard/place-and-year';
import { orderedProgress, PROGRESS_VIEWS, progressOrder } from '@/components/dashboard/school-progress-order';
import { SchoolProgressTable } from '@/components/dashboard/school-progress-table';
import { PrintButton } from '@/components/ranking/print-button';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TabLinks } from '@/components/ui/tab-links';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { capitalised, countOf, formatPercent, formatSchoolYear } from '@/lib/domain/russian';
import { schoolProgress } from '@/lib/portal/overview/queries';
import type { SchoolProgress } from '@/lib/portal/overview/views';
import { municipalityChoices } from '@/lib/portal/schools/queries';

export const metadata: Metadata = { title: 'Ход работы по школам' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** For the department of a city: every school and how far the work with it has come. */
export default async function SchoolProgressPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const search = await searchParams;
  const asked = (name: string) => {
    const value = search[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const municipality = asked('municipality');
  const chosen = { municipalityId: municipality ? idOf(municipality) : undefined, schoolYear: asked('year') };
  const view = opened(await schoolProgress(viewer, chosen, new Date()));
  const { municipalityId, schoolYear, schools } = view;
  const places = viewer.role === 'REGION_COORDINATOR' ? await municipalityChoices(viewer) : [];
  const order = progressOrder({ show: asked('show'), sort: asked('sort'), direction: asked('direction') });
  const here = (more: Record<string, string>) =>
    `/dashboard/schools?${new URLSearchParams({ municipality: municipalityId, year: schoolYear ?? '', ...order, ...more })}`;
  const shown = orderedProgress(schools, order);
  const overview = new URLSearchParams({ municipality: municipalityId, ...(schoolYear && { year: schoolYear }) });
  return (
    <>
      <PageHeader
        breadcrumbs={[
          ...(viewer.role === 'REGION_COORDINATOR'
            ? [{ label: 'Регион', href: `/region${schoolYear ? `?schoolYear=${schoolYear}` : ''}` }]
            : []),
          { label: 'Обзор года', href: `/dashboard?${overview}` },
        ]}
        kind={capitalised(view.municipalityName)}
        title="Ход работы по школам"
        description="Для управления образования: что сдано, кого поддерживают и что сделано. Это ход работы, а не место в рейтинге; школам страница не показывается."
        actions={
          <>
            <TableFileLinks
              href="/dashboard/schools/file"
              query={{ municipality: municipalityId, year: schoolYear ?? undefined, ...order }}
            />
            <PrintButton />
          </>
        }
      />
      <PlaceAndYear {...{ places, municipalityId }} years={view.schoolYears} schoolYear={schoolYear ?? undefined} />
      {schoolYear === null ? (
        <EmptyState title="Кампаний ещё не было">Страница заполнится, когда МОЦ откроет первую кампанию.</EmptyState>
      ) : (
        <div className="space-y-6">
          <Panel title={`Итог ${formatSchoolYear(schoolYear)}`}>
            <DescriptionList items={summaryOf(schools)} />
          </Panel>
          <div>
            <TabLinks
              label="Какие школы"
              items={Object.entries(PROGRESS_VIEWS).map(([show, { label, fits }]) => ({
                href: here({ show }),
                label: `${label} (${schools.filter(fits).length})`,
                current: show === order.show,
              }))}
            />
            <Panel padding="flush">
              {shown.length > 0 ? (
                <SchoolProgressTable
                  caption={`Школы: ход работы, ${formatSchoolYear(schoolYear)}`}
                  {...{ schoolYear, order }}
                  schools={shown}
                  sortHref={(sort, direction) => here({ sort, direction })}
                />
              ) : (
                <EmptyState title="Таких школ нет">Выберите другой вид.</EmptyState>
              )}
            </Panel>
          </div>
          <p className="text-sm text-muted">
            «Отстают» — карта не сдана в срок, рекомендация осталась без ответа в срок, или у школы списка программа не
            сдана. Что считать отставанием — предложение разработчиков портала.
          </p>
        </div>
      )}
    </>
  );
}

/** The page in a few lines, for who reads no table. */
function summaryOf(schools: readonly SchoolProgress[]) {
  const count = (fits: (school: SchoolProgress) => boolean) => schools.filter(fits).length;
  const total = (value: (school: SchoolProgress) => number) => schools.reduce((sum, school) => sum + value(school), 0);
  const accepted = count(({ card }) => card === 'ACCEPTED');
  const listed = count((school) => school.listed);
  const inForce = count(
    ({ listed: on, programme }) =>
      on && (programme === 'APPROVED' || programme === 'RUNNING' || programme === 'FINISHED'),
  );
  return [
    {
      term: 'Карты',
      value: `приняты ${accepted} из ${schools.length} (${formatPercent(schools.length > 0 ? accepted / schools.length : null, 0)}), опаздывают ${count(({ late }) => late)}`,
    },
    { term: 'Список', value: listed > 0 ? countOf(listed, 'школа', 'школы', 'школ') : 'не утверждён или пуст' },
    {
      term: 'Обследования',
      value: `проведены ${total((school) => school.examinationsDone)} из ${total((school) => school.examinations)}`,
    },
    { term: 'Программы', value: `в силе у ${inForce} из ${listed} школ списка` },
    {
      term: 'Рекомендации',
      value: `выполнены ${total((school) => school.recommendationsDone)} из ${total((school) => school.recommendationsIssued)}, без ответа в срок ${total((school) => school.recommendationsLate)}`,
    },
    { term: 'Партнёры', value: `есть у ${count(({ partners }) => partners.length > 0)} школ` },
  ];
}
