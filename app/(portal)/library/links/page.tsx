import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { CheckedLinkTable } from '@/components/documents/checked-link-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { TabLinks } from '@/components/ui/tab-links';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { checkedLinks } from '@/lib/portal/documents/queries';
import { linkQuerySchema } from '@/lib/portal/documents/schema';

export const metadata: Metadata = { title: 'Ссылки библиотеки' };

const PAGE_SIZE = 50;
const TABS = { broken: 'Не открываются', ok: 'Открываются', waiting: 'Ещё не проверены' } as const;
const EMPTY = {
  broken: 'Все проверенные ссылки открываются',
  ok: 'Проверенных ссылок пока нет',
  waiting: 'Непроверенных ссылок нет',
} as const;

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function LinksPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const { state, page } = await searchParams;
  const parsed = linkQuerySchema.safeParse({ state, page, pageSize: PAGE_SIZE });
  const query = parsed.success ? parsed.data : linkQuerySchema.parse({ state, pageSize: PAGE_SIZE });
  const links = opened(await checkedLinks(viewer, query));
  const nothingChecked = query.state === 'broken' && links.counts.ok === 0 && links.counts.waiting > 0;
  const hrefOf = (to: keyof typeof TABS, at?: number) => `/library/links?state=${to}${at ? `&page=${at}` : ''}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Библиотека', href: '/library' }]}
        title="Ссылки библиотеки"
        description="Портал открывает каждую ссылку раз в неделю, новую и изменённую — в течение нескольких минут. Если не открываются все сразу, у сервера портала нет выхода в интернет."
      />
      <TabLinks
        label="Состояние ссылок"
        items={(Object.keys(TABS) as (keyof typeof TABS)[]).map((one) => ({
          href: hrefOf(one),
          label: TABS[one],
          count: links.counts[one],
          current: one === query.state,
        }))}
      />
      <Panel
        title={TABS[query.state]}
        actions={
          links.items.length > 0 ? <TableFileLinks href="/library/links/file" query={{ state: query.state }} /> : null
        }
        padding="flush"
      >
        {links.items.length === 0 ? (
          <EmptyState title={nothingChecked ? 'Ни одна ссылка ещё не проверена' : EMPTY[query.state]} />
        ) : (
          <CheckedLinkTable items={links.items} now={new Date()} />
        )}
        <Pagination
          page={links.page}
          pageSize={links.pageSize}
          total={links.total}
          hrefOf={(at) => hrefOf(query.state, at)}
        />
      </Panel>
    </>
  );
}
