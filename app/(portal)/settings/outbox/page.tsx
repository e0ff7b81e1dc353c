import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { LetterTable } from '@/components/settings/letter-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { mailSettings } from '@/lib/env';
import { outboxOf } from '@/lib/portal/messages/queries';
import { pagingSchema } from '@/lib/portal/paging';
import { sendLetterAgain, sendLetterCancel } from './actions';

export const metadata: Metadata = { title: 'Исходящая почта' };

export default async function OutboxPage({ searchParams }: { searchParams: Promise<{ page?: string }> }) {
  const viewer = await requireViewer();
  if (!may(viewer, 'outbox.read')) forbidden();
  const letters = await outboxOf(viewer, pagingSchema.parse(await searchParams));
  return (
    <>
      <PageHeader
        title="Исходящая почта"
        description="Каждое письмо, которое написал портал."
        actions={letters.total > 0 ? <TableFileLinks href="/settings/outbox/file" /> : null}
      />
      {mailSettings() ? null : (
        <Notice tone="warning" title="Почтовый сервер не настроен" className="mb-6">
          Письма хранятся здесь и никому не отправлены. Чтобы они уходили, администратор задаёт SMTP_URL и MAIL_FROM.
        </Notice>
      )}
      <Panel padding="flush">
        {letters.total > 0 ? (
          <LetterTable
            letters={letters.items}
            now={new Date()}
            again={sendLetterAgain}
            cancel={sendLetterCancel}
            delivering={mailSettings() !== null}
          />
        ) : (
          <EmptyState title="Писем ещё нет">
            Они появятся, когда вы пригласите людей, напомните школам о сроке или когда у людей будет новое.
          </EmptyState>
        )}
        <Pagination {...letters} hrefOf={(page) => `?page=${page}`} />
      </Panel>
    </>
  );
}
