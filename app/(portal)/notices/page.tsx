import type { Metadata } from 'next';
import Link from 'next/link';
import { requireViewer } from '@/app/(portal)/viewer';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { TabLinks } from '@/components/ui/tab-links';
import { NOTICE_KINDS, type NoticeKind } from '@/lib/domain/notices/kind';
import { formatMoment } from '@/lib/domain/russian';
import { noticesOf } from '@/lib/portal/messages/queries';
import { pagingSchema } from '@/lib/portal/paging';
import { sendAllRead, sendRead } from './actions';

export const metadata: Metadata = { title: 'Уведомления' };

interface PageProps {
  searchParams: Promise<{ page?: string; kind?: string; show?: string }>;
}

export default async function NoticesPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const now = new Date();
  const { kind: asked = '', show, ...params } = await searchParams;
  const kind = Object.hasOwn(NOTICE_KINDS, asked) ? (asked as NoticeKind) : undefined;
  const filter = { kind, unread: show === 'new' };
  const notices = await noticesOf(viewer, pagingSchema.parse(params), filter);
  const unread = notices.items.some((notice) => !notice.readAt);
  const other = (to: { kind?: string | undefined; show?: string | undefined; page?: number }) => {
    const next = { kind, show, ...to };
    return `/notices?${new URLSearchParams(Object.entries(next).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))}`;
  };
  return (
    <>
      <PageHeader
        title="Уведомления"
        actions={
          <>
            <LinkButton href="/settings/notices">Что и как присылать</LinkButton>
            {unread ? (
              <form action={sendAllRead}>
                <SubmitButton variant="secondary">Отметить все прочитанными</SubmitButton>
              </form>
            ) : null}
          </>
        }
      />
      <TabLinks
        label="Какие уведомления"
        items={[
          { href: other({ show: undefined }), label: 'Все', current: show !== 'new' },
          { href: other({ show: 'new' }), label: 'Новые', current: show === 'new' },
        ]}
      />
      <form data-print="none" className="mb-4 flex flex-wrap items-end gap-3">
        {show === 'new' ? <input type="hidden" name="show" value="new" /> : null}
        <SelectField
          label="О чём"
          name="kind"
          fieldClassName="w-72 max-w-full"
          defaultValue={kind ?? ''}
          options={[
            { value: '', label: 'обо всём' },
            ...Object.entries(NOTICE_KINDS).map(([value, { label }]) => ({ value, label })),
          ]}
        />
        <Button type="submit">Показать</Button>
      </form>
      <Panel padding="flush">
        {notices.total === 0 ? (
          <EmptyState title="Уведомлений нет">
            {kind || show === 'new'
              ? 'По этим условиям ничего нет.'
              : 'Здесь появятся напоминания о сроках, решения МОЦ и ответы школ.'}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {notices.items.map((notice) => (
              <li
                key={notice.id}
                className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-5"
              >
                <div className="min-w-0">
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
                  <p className="text-sm text-muted">
                    {NOTICE_KINDS[notice.kind].label} · {formatMoment(notice.createdAt, now)}
                  </p>
                </div>
                {notice.readAt ? null : (
                  <form action={sendRead.bind(null, notice.id)}>
                    <SubmitButton variant="secondary" size="sm">
                      Прочитано<span className="sr-only">: {notice.title}</span>
                    </SubmitButton>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
        <Pagination {...notices} hrefOf={(page) => other({ page })} />
      </Panel>
    </>
  );
}
