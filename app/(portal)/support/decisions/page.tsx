import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { DecisionStatus } from '@/components/decisions/decision-status';
import { SupportTabs } from '@/components/support/support-tabs';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { formatShortDate } from '@/lib/domain/russian';
import { DECISION_KINDS } from '@/lib/domain/support/decision';
import { decisionList } from '@/lib/portal/decisions/queries';

export const metadata: Metadata = { title: 'Управленческие решения' };

export default async function DecisionsPage() {
  const viewer = await requireViewer();
  const { rows, mayChange } = opened(await decisionList(viewer, new Date()));
  return (
    <>
      <PageHeader
        title="Управленческие решения"
        description="Приказы, письма, повестки и протоколы: о каких школах, что вводят в действие, исполнены ли."
        actions={
          <>
            {rows.length > 0 ? <TableFileLinks href="/support/decisions/file" /> : null}
            {mayChange ? (
              <LinkButton href="/support/decisions/new" variant="primary">
                Новое решение
              </LinkButton>
            ) : null}
          </>
        }
      />
      <SupportTabs view="decisions" ownSchool={viewer.role === 'PRINCIPAL'} />
      <Panel padding="flush">
        {rows.length > 0 ? (
          <Table caption="Решения">
            <TableHead>
              <tr>
                <HeaderCell>Решение</HeaderCell>
                <HeaderCell>Номер и дата</HeaderCell>
                <HeaderCell>Ответственный</HeaderCell>
                <HeaderCell>Срок</HeaderCell>
                <HeaderCell numeric>Школ</HeaderCell>
                <HeaderCell>Контроль</HeaderCell>
              </tr>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.id}>
                  <RowHeader className="max-w-xl">
                    <Link className="link" href={`/support/decisions/${row.id}`}>
                      {row.title}
                    </Link>
                  </RowHeader>
                  <Cell>
                    {DECISION_KINDS[row.kind]} № {row.number} от {formatShortDate(new Date(row.decidedOn))}
                  </Cell>
                  <Cell>{row.responsible || '—'}</Cell>
                  <Cell>{row.dueOn ? formatShortDate(new Date(row.dueOn)) : '—'}</Cell>
                  <Cell numeric>{viewer.role === 'PRINCIPAL' ? '—' : row.schools}</Cell>
                  <Cell>
                    <DecisionStatus state={row.state} late={row.late} />
                  </Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          <EmptyState title="Решений нет">
            {mayChange
              ? 'Запишите приказ или письмо, чтобы видеть его исполнение.'
              : 'Решений, которые вас касаются, пока нет.'}
          </EmptyState>
        )}
      </Panel>
    </>
  );
}
