import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { gradesInWords, SCHOOL_KINDS } from '@/components/schools/school-kinds';
import { Checkbox } from '@/components/ui/checkbox';
import { EmptyState } from '@/components/ui/empty-state';
import { Field, TextField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { countOf, formatNumber, formatShortDate } from '@/lib/domain/russian';
import { pagingSchema } from '@/lib/portal/paging';
import { schoolRows } from '@/lib/portal/schools/queries';
import { askedSchools } from './asked';

export const metadata: Metadata = { title: 'Школы' };

type Search = { q?: string; page?: string; municipality?: string; closed?: string };

export default async function SchoolsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const viewer = await requireViewer();
  if (viewer.role === 'PRINCIPAL') redirect(`/schools/${viewer.schoolId}`);
  const search = await searchParams;
  const { filter, municipalities } = await askedSchools(viewer, search);
  const schools = await schoolRows(viewer, filter, pagingSchema.parse({ page: search.page, pageSize: 100 }));
  const several = municipalities.length > 1;
  const { q, closed, municipalityId = '' } = filter;
  const kept = { q, municipality: municipalityId, closed: closed ? 'yes' : '' };
  const hrefOf = (page: number) => `?${new URLSearchParams({ ...kept, page: String(page) })}`;
  return (
    <>
      <PageHeader
        title="Школы"
        description={countOf(schools.total, 'школа', 'школы', 'школ')}
        actions={
          <>
            <TableFileLinks href="/schools/file" query={kept} />
            {may(viewer, 'school.edit') ? (
              <LinkButton href="/schools/new" variant="primary">
                Добавить школу
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Panel padding="flush">
        <form className="flex flex-wrap items-end gap-3 p-4 sm:px-5" data-print="none">
          <TextField label="Название или код" name="q" type="search" defaultValue={q} />
          {several ? (
            <Field id="municipality" label="Муниципалитет">
              {(ties) => (
                <Select
                  {...ties}
                  name="municipality"
                  defaultValue={municipalityId}
                  options={[
                    { value: '', label: 'Все' },
                    ...municipalities.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
              )}
            </Field>
          ) : null}
          <Checkbox name="closed" value="yes" defaultChecked={closed} label="Показать закрытые" />
          <SubmitButton variant="secondary">Найти</SubmitButton>
        </form>
        {schools.total === 0 ? (
          <EmptyState title="Школ не нашлось">
            Измените запрос{may(viewer, 'school.edit') ? ' или добавьте школу' : ''}.
          </EmptyState>
        ) : (
          <Table caption="Школы">
            <TableHead>
              <TableRow>
                <HeaderCell>Школа</HeaderCell>
                {several ? <HeaderCell>Муниципалитет</HeaderCell> : null}
                <HeaderCell>Код</HeaderCell>
                <HeaderCell>Вид</HeaderCell>
                <HeaderCell>Классы</HeaderCell>
                <HeaderCell numeric>Обучающихся</HeaderCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {schools.items.map((school) => (
                <TableRow key={school.id}>
                  <RowHeader>
                    <Link href={`/schools/${school.id}`} className="text-accent underline underline-offset-2">
                      {school.shortName}
                    </Link>
                    {school.closedOn ? (
                      <Status look="line" className="ml-3">
                        закрыта {formatShortDate(school.closedOn)}
                      </Status>
                    ) : null}
                  </RowHeader>
                  {several ? <Cell>{school.municipalityName}</Cell> : null}
                  <Cell className="whitespace-nowrap">{school.code}</Cell>
                  <Cell>{SCHOOL_KINDS[school.kind]}</Cell>
                  <Cell>{gradesInWords(school.gradeFrom, school.gradeTo)}</Cell>
                  <Cell numeric>{formatNumber(school.pupils)}</Cell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
        <Pagination {...schools} hrefOf={hrefOf} />
      </Panel>
    </>
  );
}
