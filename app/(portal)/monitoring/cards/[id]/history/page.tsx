import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { CardHistory } from '@/components/cards/history/card-history';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import { cardForEditing, historyOfCard } from '@/lib/portal/cards/queries';
import { pagingSchema } from '@/lib/portal/paging';

export const metadata: Metadata = { title: 'История карты' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ page?: string }>;
}

/** Who changed what and when: every answer and every change of state, the newest first. */
export default async function CardHistoryPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const now = new Date();
  const view = opened(await cardForEditing(viewer, id));
  const history = opened(await historyOfCard(viewer, id, pagingSchema.parse({ page: (await searchParams).page })));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Диагностическая карта', href: `/monitoring/cards/${id}` }]}
        kind={view.school.shortName}
        title="История карты"
        description={formatSchoolYear(view.campaign.schoolYear, true)}
      />
      <div className="space-y-6">
        {view.revisions.length > 0 ? (
          <Panel title="Отправки" description="Каждая отправка сохранена такой, какой была." padding="flush">
            <Table caption="Отправки карты">
              <TableHead>
                <TableRow>
                  <HeaderCell numeric>№</HeaderCell>
                  <HeaderCell>Когда</HeaderCell>
                  <HeaderCell>Кто отправил</HeaderCell>
                  <HeaderCell numeric>Сумма</HeaderCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {view.revisions.map((revision) => (
                  <TableRow key={revision.number}>
                    <Cell numeric>{revision.number}</Cell>
                    <Cell>{formatMoment(new Date(revision.submittedAt), now)}</Cell>
                    <Cell>{revision.submittedBy}</Cell>
                    <Cell numeric>{`${revision.negativeSum} из ${revision.maximum}`}</Cell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Panel>
        ) : null}
        <Panel title="Изменения" padding="flush">
          {history.total === 0 ? (
            <EmptyState title="Изменений ещё нет">Здесь появится каждый ответ и каждое решение.</EmptyState>
          ) : (
            <CardHistory entries={history.items} now={now} />
          )}
          <Pagination {...history} hrefOf={(page) => `?page=${page}`} />
        </Panel>
      </div>
    </>
  );
}
