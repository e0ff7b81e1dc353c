import { Handshake } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { supportPlace } from '@/app/(portal)/support/place';
import { PartnershipStatusMark } from '@/components/partnerships/partnership-status';
import { SupportFilter } from '@/components/support/support-filter';
import { SupportTabs } from '@/components/support/support-tabs';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { formatSchoolYear, formatShortDate } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { NETWORK_KINDS } from '@/lib/domain/support/partnership';
import { networkList } from '@/lib/portal/networks/queries';
import { partnershipList } from '@/lib/portal/partnerships/queries';

export const metadata: Metadata = { title: 'Партнёры и сети' };

export default async function PartnersPage({
  searchParams,
}: {
  searchParams: Promise<{ year?: string; municipality?: string }>;
}) {
  const { year = '', municipality: asked } = await searchParams;
  const { viewer, municipality, choices } = await supportPlace(asked);
  const list = opened(await partnershipList(viewer, isSchoolYear(year) ? year : undefined, new Date()));
  const networks = opened(await networkList(viewer));
  return (
    <>
      <PageHeader
        title="Партнёры и сети"
        description="Школы-лидеры помогают школам списка: соглашение, план совместных событий, что получилось. Решает МОЦ."
        actions={
          list.mayChange ? (
            <>
              <LinkButton href="/support/partners/method">Как подбираются</LinkButton>
              <LinkButton href={`/support/partners/new?year=${list.schoolYear}`}>Новое партнёрство</LinkButton>
              <LinkButton href={`/support/partners/proposal?year=${list.schoolYear}`} variant="primary">
                <Handshake aria-hidden /> Подобрать партнёров
              </LinkButton>
            </>
          ) : null
        }
      />
      <SupportTabs view="partners" ownSchool={viewer.role === 'PRINCIPAL'} />
      <SupportFilter years={list.years} schoolYear={list.schoolYear} choices={choices} />
      <Panel
        title={`Партнёрства ${formatSchoolYear(list.schoolYear)}`}
        actions={
          list.rows.length > 0 ? (
            <TableFileLinks href="/support/partners/file" query={{ year: list.schoolYear, municipality }} />
          ) : null
        }
        padding="flush"
        className="mb-6"
      >
        {list.rows.length > 0 ? (
          <Table caption="Партнёрства">
            <TableHead>
              <tr>
                <HeaderCell>Партнёрство</HeaderCell>
                <HeaderCell>Школа-лидер</HeaderCell>
                <HeaderCell>Кого поддерживает</HeaderCell>
                <HeaderCell>Состояние</HeaderCell>
                <HeaderCell numeric>Событий</HeaderCell>
                <HeaderCell>Ближайшее</HeaderCell>
              </tr>
            </TableHead>
            <TableBody>
              {list.rows.map((row) => (
                <TableRow key={row.id}>
                  <RowHeader>
                    <Link className="link" href={`/support/partners/${row.id}`}>
                      {row.title}
                    </Link>
                  </RowHeader>
                  <Cell>{row.host}</Cell>
                  <Cell>{row.schools.join(', ')}</Cell>
                  <Cell>
                    <PartnershipStatusMark status={row.status} />
                  </Cell>
                  <Cell numeric>{row.events}</Cell>
                  <Cell>
                    {row.nextEvent ? `${formatShortDate(new Date(row.nextEvent.on))} ${row.nextEvent.title}` : '—'}
                  </Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          <EmptyState title="Партнёрств нет">
            {list.mayChange
              ? 'Портал подберёт школам списка партнёров и объяснит почему.'
              : 'МОЦ ещё не согласовал партнёрств вашей школы.'}
          </EmptyState>
        )}
      </Panel>
      <Panel
        title="Сети"
        description="Творческие лаборатории, методические объединения, сетевые сообщества, тьюторы."
        actions={
          <>
            {networks.rows.length > 0 ? (
              <TableFileLinks href="/support/partners/file" query={{ table: 'networks', municipality }} label="Сети" />
            ) : null}
            {networks.mayChange ? <LinkButton href="/support/networks/new">Новая сеть</LinkButton> : null}
          </>
        }
        padding="flush"
      >
        {networks.rows.length > 0 ? (
          <Table caption="Сети">
            <TableHead>
              <tr>
                <HeaderCell>Сеть</HeaderCell>
                <HeaderCell>Вид</HeaderCell>
                <HeaderCell numeric>Школ</HeaderCell>
                <HeaderCell numeric>Педагогов</HeaderCell>
                <HeaderCell numeric>Событий в плане</HeaderCell>
              </tr>
            </TableHead>
            <TableBody>
              {networks.rows.map((row) => (
                <TableRow key={row.id}>
                  <RowHeader>
                    <Link className="link" href={`/support/networks/${row.id}`}>
                      {row.title}
                    </Link>
                    {row.active ? null : <span className="text-sm font-normal text-muted"> (не работает)</span>}
                  </RowHeader>
                  <Cell>{NETWORK_KINDS[row.kind]}</Cell>
                  <Cell numeric>{row.schools}</Cell>
                  <Cell numeric>{row.teachers}</Cell>
                  <Cell numeric>{row.events}</Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          <EmptyState title="Сетей пока нет" />
        )}
      </Panel>
    </>
  );
}
