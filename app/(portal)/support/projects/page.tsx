import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ProvisionStatus } from '@/components/projects/provision-status';
import { SupportTabs } from '@/components/support/support-tabs';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { formatShortDate } from '@/lib/domain/russian';
import { PROJECT_KINDS, PROJECT_STATUSES } from '@/lib/domain/support/project';
import { projectList } from '@/lib/portal/projects/queries';

export const metadata: Metadata = { title: 'Проекты и опыт' };

export default async function ProjectsPage() {
  const viewer = await requireViewer();
  const { rows, mayChange } = opened(await projectList(viewer));
  return (
    <>
      <PageHeader
        title="Проекты и программы МОЦ"
        description="Цели, школы, этапы, результаты и мониторинг; есть ли у программы нужное оборудование и специалисты."
        actions={
          <>
            {rows.length > 0 ? <TableFileLinks href="/support/projects/file" /> : null}
            <LinkButton href="/support/experience">Опыт школ</LinkButton>
            {mayChange ? (
              <LinkButton href="/support/projects/new" variant="primary">
                Новый проект
              </LinkButton>
            ) : null}
          </>
        }
      />
      <SupportTabs view="projects" ownSchool={viewer.role === 'PRINCIPAL'} />
      <Panel padding="flush">
        {rows.length > 0 ? (
          <Table caption="Проекты и программы">
            <TableHead>
              <tr>
                <HeaderCell>Название</HeaderCell>
                <HeaderCell>Вид</HeaderCell>
                <HeaderCell>Состояние</HeaderCell>
                <HeaderCell>Сроки</HeaderCell>
                <HeaderCell numeric>Школ</HeaderCell>
                <HeaderCell numeric>Выполнено</HeaderCell>
                <HeaderCell>Обеспечение</HeaderCell>
              </tr>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.id}>
                  <RowHeader>
                    <Link className="link" href={`/support/projects/${row.id}`}>
                      {row.title}
                    </Link>
                  </RowHeader>
                  <Cell>{PROJECT_KINDS[row.kind]}</Cell>
                  <Cell>{PROJECT_STATUSES[row.status]}</Cell>
                  <Cell className="whitespace-nowrap">
                    {formatShortDate(new Date(row.startsOn))}
                    {row.endsOn ? ` – ${formatShortDate(new Date(row.endsOn))}` : ''}
                  </Cell>
                  <Cell numeric>{row.schools}</Cell>
                  <Cell numeric>{row.progress === null ? '—' : `${row.progress} %`}</Cell>
                  <Cell className="max-w-xs">
                    <ProvisionStatus provision={row.provision} />
                  </Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          <EmptyState title="Проектов пока нет" />
        )}
      </Panel>
    </>
  );
}
