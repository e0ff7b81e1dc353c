import type { Metadata } from 'next';
import Link from 'next/link';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { HeatMapKeys } from '@/components/heat-map/heat-map-keys';
import { cellHref, OBJECTIVITY, placeHref, schoolHref } from '@/components/objectivity/addresses';
import { MapLegend } from '@/components/objectivity/map-legend';
import { ReviewStatus } from '@/components/objectivity/review-steps';
import { SchoolWorks } from '@/components/objectivity/school-works';
import { WordingNote } from '@/components/objectivity/wording-note';
import { YearLinks } from '@/components/ranking/year-links';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { formatDate, formatSchoolYear, NO_VALUE, typeset } from '@/lib/domain/russian';
import { schoolObjectivity } from '@/lib/portal/objectivity/queries';
import type { ReviewJson } from '@/lib/portal/objectivity-reviews/schema';
import { yearOf } from '../../place';

export const metadata: Metadata = { title: 'Объективность результатов школы' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ year?: string }>;
}

/** One school: its works of three years and every re-check; what a principal sees of objectivity. */
export default async function SchoolObjectivityPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const view = opened(await schoolObjectivity(viewer, id, yearOf((await searchParams).year)));
  return (
    <>
      <PageHeader
        breadcrumbs={
          view.mayMap
            ? [
                { label: 'Анализ', href: '/analysis' },
                {
                  label: 'Карта объективности',
                  href: placeHref('', { municipality: view.municipalityId, year: view.schoolYear }),
                },
              ]
            : [{ label: view.school.name, href: `/schools/${id}` }]
        }
        kind="Объективность результатов ВПР"
        title={typeset(view.school.name)}
        actions={
          <>
            <LinkButton href={`/schools/${id}`}>Страница школы</LinkButton>
            <LinkButton href={`${OBJECTIVITY}/method`}>Как считаются признаки</LinkButton>
            {view.years.length > 0 ? (
              <YearLinks
                current={view.schoolYear}
                years={view.years.map((year) => ({ schoolYear: year, href: `${schoolHref(id)}?year=${year}` }))}
              />
            ) : null}
          </>
        }
      />
      <div className="space-y-6">
        <WordingNote />
        {view.row ? (
          <Panel
            title={`Признаков за три года: ${view.row.signs}`}
            description="Клетка открывает распределение баллов и цифры признака."
            actions={<TableFileLinks href={`${schoolHref(id)}/file`} query={{ year: view.schoolYear }} />}
            padding="flush"
          >
            <div className="px-4 pb-4 sm:px-5">
              <MapLegend />
            </div>
            <HeatMapKeys point={null} leave>
              <SchoolWorks columns={view.columns} row={view.row} />
            </HeatMapKeys>
          </Panel>
        ) : (
          <EmptyState title="Результатов ВПР ещё нет">
            Страница заполнится, когда МОЦ или школа загрузит файлы ВПР.
          </EmptyState>
        )}
        {view.reviews.length > 0 ? (
          <Panel
            title={`Перепроверки: ${view.reviews.length}`}
            actions={
              <TableFileLinks
                href={`${schoolHref(id)}/file`}
                query={{ table: 'reviews', year: view.schoolYear }}
                label="Перепроверки"
              />
            }
            padding="flush"
          >
            <ReviewTable reviews={view.reviews} />
          </Panel>
        ) : null}
      </div>
    </>
  );
}

function ReviewTable({ reviews }: { reviews: readonly ReviewJson[] }) {
  return (
    <Table caption="Перепроверки признаков">
      <TableHead>
        <tr>
          <HeaderCell>Работа</HeaderCell>
          <HeaderCell>Учебный год</HeaderCell>
          <HeaderCell>Признак</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          <HeaderCell>Срок</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {reviews.map((review) => (
          <TableRow key={review.id}>
            <RowHeader>
              <Link href={`${cellHref(review)}#${review.sign}`} className="link">
                {review.subject}, {review.grade} класс
              </Link>
            </RowHeader>
            <Cell>{formatSchoolYear(review.schoolYear)}</Cell>
            <Cell>{review.sign}</Cell>
            <Cell>
              <ReviewStatus state={review.state} />
            </Cell>
            <Cell>{review.due ? formatDate(new Date(review.due)) : NO_VALUE}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
