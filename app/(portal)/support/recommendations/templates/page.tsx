import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { addresseeInWords } from '@/lib/domain/support/recommendation';
import { templatesOf } from '@/lib/portal/recommendations/queries';

export const metadata: Metadata = { title: 'Библиотека рекомендаций' };

export default async function TemplatesPage() {
  const viewer = await requireViewer();
  const { items, mayChange } = opened(await templatesOf(viewer));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Рекомендации', href: '/support/recommendations' }]}
        title="Библиотека рекомендаций"
        description="По каким критериям и рискам портал готовит проект. Тексты — предложение портала, МОЦ меняет их под свой город."
        actions={
          <>
            {items.length > 0 ? <TableFileLinks href="/support/recommendations/templates/file" /> : null}
            {mayChange ? (
              <LinkButton href="/support/recommendations/templates/new" variant="primary">
                Новый шаблон
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Panel padding="flush">
        {items.length > 0 ? (
          <Table caption="Шаблоны рекомендаций">
            <TableHead>
              <tr>
                <HeaderCell>Шаблон</HeaderCell>
                <HeaderCell>Кому</HeaderCell>
                <HeaderCell>Когда предлагается</HeaderCell>
                <HeaderCell numeric>Дней</HeaderCell>
                <HeaderCell>Состояние</HeaderCell>
              </tr>
            </TableHead>
            <TableBody>
              {items.map((one) => (
                <TableRow key={one.id}>
                  <RowHeader className="max-w-xl">
                    {mayChange ? (
                      <Link className="link" href={`/support/recommendations/templates/${one.id}`}>
                        {one.title}
                      </Link>
                    ) : (
                      one.title
                    )}
                    <span className="block text-sm font-normal text-muted">{one.text}</span>
                  </RowHeader>
                  <Cell>{addresseeInWords(one.addressee, one.subject)}</Cell>
                  <Cell>{[...one.criteria, ...one.risks].join(', ')}</Cell>
                  <Cell numeric>{one.days}</Cell>
                  <Cell>{one.active ? <Status tone="success">действует</Status> : <Status>выключен</Status>}</Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          <EmptyState title="Шаблонов пока нет">
            Добавьте первый: портал начнёт готовить проекты по баллам и рискам.
          </EmptyState>
        )}
      </Panel>
    </>
  );
}
