import { FilePlus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { supportPlace } from '@/app/(portal)/support/place';
import { ProgrammeStatusMark } from '@/components/programmes/programme-status';
import { SupportFilter } from '@/components/support/support-filter';
import { SupportTabs } from '@/components/support/support-tabs';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { formatDate, formatSchoolYear, formatShortDate } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { programmeList } from '@/lib/portal/programmes/queries';

export const metadata: Metadata = { title: 'Программы перехода' };

export default async function ProgrammesPage({
  searchParams,
}: {
  searchParams: Promise<{ year?: string; municipality?: string }>;
}) {
  const { year = '', municipality: asked } = await searchParams;
  const { viewer, municipality, choices } = await supportPlace(asked);
  const list = opened(await programmeList(viewer, isSchoolYear(year) ? year : undefined, new Date()));
  const principal = viewer.role === 'PRINCIPAL';
  return (
    <>
      <PageHeader
        title="Программы перехода в эффективный режим"
        description="Школа пишет, МОЦ согласует, руководитель МОЦ утверждает. Каждая мера следует из вывода, рекомендации или критерия."
        actions={
          <>
            {list.mayEditTemplates ? <LinkButton href="/support/programmes/templates">Шаблоны</LinkButton> : null}
            {list.mayBegin ? (
              <LinkButton href="/support/programmes/new" variant="primary">
                <FilePlus aria-hidden /> Начать программу
              </LinkButton>
            ) : null}
          </>
        }
      />
      <SupportTabs view="programmes" ownSchool={principal} />
      <SupportFilter years={list.years} schoolYear={list.schoolYear} choices={choices} />
      <Panel
        title={`Программы ${formatSchoolYear(list.schoolYear)}`}
        actions={<TableFileLinks href="/support/programmes/file" query={{ year: list.schoolYear, municipality }} />}
        padding="flush"
        className="mb-6"
      >
        {list.rows.length > 0 ? (
          <Table caption="Программы">
            <TableHead>
              <tr>
                <HeaderCell>Программа</HeaderCell>
                <HeaderCell>Состояние</HeaderCell>
                <HeaderCell numeric>Мер выполнено</HeaderCell>
                <HeaderCell numeric>Просрочено</HeaderCell>
                <HeaderCell>Изменена</HeaderCell>
              </tr>
            </TableHead>
            <TableBody>
              {list.rows.map((row) => (
                <TableRow key={row.id}>
                  <RowHeader>
                    <Link className="link" href={`/support/programmes/${row.id}`}>
                      {principal ? row.title : row.schoolName}
                    </Link>
                    {principal ? null : <span className="block text-sm font-normal text-muted">{row.title}</span>}
                  </RowHeader>
                  <Cell>
                    <ProgrammeStatusMark status={row.status} />
                  </Cell>
                  <Cell numeric>
                    {row.measuresDone} из {row.measures}
                  </Cell>
                  <Cell numeric>{row.late}</Cell>
                  <Cell>{formatDate(row.changedAt)}</Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          <EmptyState title="Программ нет">
            {principal
              ? 'Начните программу с чистого листа, с шаблона МОЦ или с прошлой программы.'
              : 'В этом году школы ещё не начали программ.'}
          </EmptyState>
        )}
      </Panel>
      <Panel
        title="Что просрочено"
        actions={
          <TableFileLinks
            href="/support/programmes/file"
            query={{ year: list.schoolYear, municipality, table: 'late' }}
          />
        }
        padding="flush"
      >
        {list.late.length > 0 ? (
          <Table caption="Просроченное по программам">
            <TableHead>
              <tr>
                <HeaderCell>Что</HeaderCell>
                <HeaderCell>Школа</HeaderCell>
                <HeaderCell>Кто</HeaderCell>
                <HeaderCell>Срок был</HeaderCell>
              </tr>
            </TableHead>
            <TableBody>
              {list.late.map((line) => (
                <TableRow key={`${line.programmeId} ${line.what}`}>
                  <RowHeader>
                    <Link className="link" href={`/support/programmes/${line.programmeId}`}>
                      {line.what}
                    </Link>
                  </RowHeader>
                  <Cell>{line.schoolName}</Cell>
                  <Cell>{line.who}</Cell>
                  <Cell className="whitespace-nowrap">{formatShortDate(new Date(line.since))}</Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          <EmptyState title="Ничего не просрочено">Меры, отчёты и оценки этапов идут в срок.</EmptyState>
        )}
      </Panel>
    </>
  );
}
