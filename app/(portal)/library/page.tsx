import { FilePlus } from 'lucide-react';
import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { DocumentFilter } from '@/components/documents/document-filter';
import { DocumentResults } from '@/components/documents/document-results';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { countOf } from '@/lib/domain/russian';
import { documentList } from '@/lib/portal/documents/queries';
import { askedDocuments } from './asked';

export const metadata: Metadata = { title: 'Библиотека' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function LibraryPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const asked = Object.fromEntries(
    Object.entries(await searchParams).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const query = askedDocuments(asked);
  const list = opened(await documentList(viewer, query));
  const { page: _page, pageSize: _size, ...kept } = query;
  const conditions = Object.fromEntries(
    Object.entries(kept).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const hrefOf = (page: number) => `/library?${new URLSearchParams({ ...conditions, page: String(page) })}`;
  return (
    <>
      <PageHeader
        title="Библиотека"
        description="Нормативные акты и методические материалы центра и региона. Поиск смотрит и в текст файлов."
        actions={
          list.mayAdd ? (
            <>
              <LinkButton href="/library/links">Проверка ссылок</LinkButton>
              <LinkButton href="/library/new" variant="primary">
                <FilePlus aria-hidden /> Добавить документ
              </LinkButton>
            </>
          ) : null
        }
      />
      <DocumentFilter query={query} />
      {list.corrected ? (
        <Notice className="mb-4">
          Показаны результаты для «{list.corrected}». Слов, как вы их написали, в документах нет.
        </Notice>
      ) : null}
      <Panel
        title={query.q ? 'Найдено' : 'Документы'}
        description={countOf(list.total, 'документ', 'документа', 'документов')}
        actions={<TableFileLinks href="/library/file" query={conditions} />}
        padding="flush"
      >
        {list.items.length === 0 ? (
          <EmptyState title={query.q ? 'Ничего не найдено' : 'Документов нет'}>
            {query.q
              ? 'Уберите часть слов или условий.'
              : 'Измените условия или дождитесь, пока МОЦ добавит документы.'}
          </EmptyState>
        ) : (
          <DocumentResults items={list.items} />
        )}
        <Pagination page={list.page} pageSize={list.pageSize} total={list.total} hrefOf={hrefOf} />
      </Panel>
    </>
  );
}
