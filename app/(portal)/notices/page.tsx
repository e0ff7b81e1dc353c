import type { Metadata } from 'next';
import Link from 'next/link';
import { requireViewer } from '@/app/(portal)/viewer';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatMoment } from '@/lib/domain/russian';
import { noticesOf } from '@/lib/portal/messages/queries';
import { pagingSchema } from '@/lib/portal/paging';
import { sendAllRead } from './actions';

export const metadata: Metadata = { title: 'Уведомления' };

export default async function NoticesPage({ searchParams }: { searchParams: Promise<{ page?: string }> }) {
  const viewer = await requireViewer();
  const now = new Date();
  const notices = await noticesOf(viewer, pagingSchema.parse(await searchParams));
  const unread = notices.items.some((notice) => !notice.readAt);
  return (
    <>
      <PageHeader
        title="Уведомления"
        actions={
          unread ? (
            <form action={sendAllRead}>
              <SubmitButton variant="secondary">Отметить все прочитанными</SubmitButton>
            </form>
          ) : null
        }
      />
      <Panel padding="flush">
        {notices.total === 0 ? (
          <EmptyState title="Уведомлений нет">Здесь появятся напоминания о сроках и решения по картам.</EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {notices.items.map((notice) => (
              <li key={notice.id} className="px-4 py-3 sm:px-5">
                <div className="flex flex-wrap items-center gap-3">
                  {notice.href ? (
                    <Link href={notice.href} className="font-medium text-accent underline underline-offset-2">
                      {notice.title}
                    </Link>
                  ) : (
                    <span className="font-medium">{notice.title}</span>
                  )}
                  {notice.readAt ? null : <Status tone="accent">Новое</Status>}
                </div>
                <p className="max-w-prose whitespace-pre-line">{notice.text}</p>
                <p className="text-sm text-muted">{formatMoment(notice.createdAt, now)}</p>
              </li>
            ))}
          </ul>
        )}
        <Pagination {...notices} hrefOf={(page) => `?page=${page}`} />
      </Panel>
    </>
  );
}
