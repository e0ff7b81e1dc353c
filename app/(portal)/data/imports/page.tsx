import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ImportTable } from '@/components/imports/import-table';
import { importStatusWords, schoolYearOption } from '@/components/imports/import-words';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { importKindName } from '@/lib/domain/evidence/import-kinds';
import { countOf } from '@/lib/domain/russian';
import { importKindsFor, importRows, yearsForImport } from '@/lib/portal/imports/queries';
import { importListQuerySchema } from '@/lib/portal/imports/schema';

export const metadata: Metadata = { title: 'Загрузки' };

const STATUSES = [
  { value: '', label: 'Любое' },
  ...Object.entries(importStatusWords).map(([value, label]) => ({ value, label })),
];

interface PageProps {
  searchParams: Promise<{ kind?: string; schoolYear?: string; status?: string; page?: string }>;
}

export default async function ImportsPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const search = await searchParams;
  // a filter of an old address that means nothing any more is left out
  const asked = importListQuerySchema.safeParse({ ...search, pageSize: 50 });
  const query = asked.data ?? importListQuerySchema.parse({ page: search.page, pageSize: 50 });
  const years = await yearsForImport(viewer, new Date());
  const imports = opened(await importRows(viewer, query));
  const hrefOf = (page: number) =>
    `?${new URLSearchParams({ kind: query.kind ?? '', schoolYear: query.schoolYear ?? '', status: query.status ?? '', page: String(page) })}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Данные', href: '/data' }]}
        title="Загрузки"
        description={countOf(imports.total, 'загрузка', 'загрузки', 'загрузок')}
        actions={
          <>
            <TableFileLinks
              href="/data/imports/file"
              query={{ kind: query.kind, schoolYear: query.schoolYear, status: query.status }}
            />
            <LinkButton href="/data/upload" variant="primary">
              Загрузить файл
            </LinkButton>
          </>
        }
      />
      <Panel padding="flush">
        <form className="flex flex-wrap items-end gap-3 p-4 sm:px-5" data-print="none" aria-label="Отбор загрузок">
          <SelectField
            label="Что в файле"
            name="kind"
            defaultValue={query.kind ?? ''}
            options={[
              { value: '', label: 'Любые данные' },
              ...importKindsFor(viewer).map((kind) => ({ value: kind, label: importKindName(kind) })),
            ]}
          />
          <SelectField
            label="Учебный год"
            name="schoolYear"
            defaultValue={query.schoolYear ?? ''}
            options={[{ value: '', label: 'Любой' }, ...years.all.map(schoolYearOption)]}
          />
          <SelectField label="Состояние" name="status" defaultValue={query.status ?? ''} options={STATUSES} />
          <Button type="submit">Показать</Button>
        </form>
        {imports.total === 0 ? (
          <EmptyState title="Загрузок не нашлось">Измените отбор или загрузите файл.</EmptyState>
        ) : (
          <ImportTable imports={imports.items} places={viewer.role === 'REGION_COORDINATOR'} now={new Date()} />
        )}
        <Pagination {...imports} hrefOf={hrefOf} />
      </Panel>
    </>
  );
}
