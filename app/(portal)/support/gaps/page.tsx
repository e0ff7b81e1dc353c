import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { supportPlace } from '@/app/(portal)/support/place';
import { SupportFilter } from '@/components/support/support-filter';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { countOf, formatSchoolYear, formatShortDate } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { gapsView } from '@/lib/portal/support-cases/queries';

export const metadata: Metadata = { title: 'Пробелы поддержки' };

interface PageProps {
  searchParams: Promise<{ year?: string; municipality?: string; who?: string }>;
}

export default async function GapsPage({ searchParams }: PageProps) {
  const { year = '', municipality: asked, who = '' } = await searchParams;
  const { viewer, municipality, choices } = await supportPlace(asked);
  const view = opened(await gapsView(viewer, isSchoolYear(year) ? year : undefined, new Date()));
  const whose = [...new Set(view.rows.map((row) => row.who))].sort((a, b) => a.localeCompare(b, 'ru'));
  const rows = view.rows.filter((row) => who === '' || row.who === who);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Поддержка', href: `/support?year=${view.schoolYear}` }]}
        title="Чего не хватает"
        description="Портал просматривает поддержку каждой школы и называет, чего нет, кто должен сделать и с какого дня. Прошедший год показан на день его окончания. Сроки, после которых это пробел, — предложение портала."
        actions={<TableFileLinks href="/support/gaps/file" query={{ year: view.schoolYear, municipality, who }} />}
      />
      <SupportFilter
        years={view.years}
        schoolYear={view.schoolYear}
        choices={[
          ...choices,
          {
            name: 'who',
            label: 'Кто должен сделать',
            value: who,
            options: [{ value: '', label: 'все' }, ...whose.map((value) => ({ value, label: value }))],
          },
        ]}
      />
      <Panel
        title={`Пробелы ${formatSchoolYear(view.schoolYear)}`}
        description={`${countOf(rows.length, 'пробел', 'пробела', 'пробелов')}, школ: ${view.schools}`}
        padding="flush"
      >
        {rows.length > 0 ? (
          <Table caption="Пробелы поддержки">
            <TableHead>
              <tr>
                <HeaderCell>Чего не хватает</HeaderCell>
                <HeaderCell>Школа</HeaderCell>
                <HeaderCell>Кто</HeaderCell>
                <HeaderCell>С какого дня</HeaderCell>
              </tr>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={`${row.schoolId} ${row.code} ${row.text}`}>
                  <RowHeader className="max-w-2xl font-normal">{row.text}</RowHeader>
                  <Cell>
                    <Link className="link" href={`/support/schools/${row.schoolId}?year=${view.schoolYear}`}>
                      {row.schoolName}
                    </Link>
                  </Cell>
                  <Cell>{row.who}</Cell>
                  <Cell className="whitespace-nowrap">{formatShortDate(new Date(row.since))}</Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        ) : (
          <EmptyState title="Пробелов нет">
            {view.schools === 0 ? 'В этом году нет школ списка.' : 'По этим условиям всё сделано в срок.'}
          </EmptyState>
        )}
      </Panel>
    </>
  );
}
