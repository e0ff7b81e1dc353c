import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { AccountTable } from '@/components/accounts/account-table';
import { InvitationForm } from '@/components/accounts/invitation-form';
import { OpenInvitations } from '@/components/accounts/open-invitations';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { accountsInScope, invitationChoices, managedAccount, openInvitations } from '@/lib/portal/accounts/queries';
import { pagingSchema } from '@/lib/portal/paging';
import { sendAccountActive, sendInvitation, sendRevokeInvitation } from './actions';
import { askedName } from './asked';

export const metadata: Metadata = { title: 'Учётные записи' };

type Search = { q?: string; page?: string; link?: string };

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const viewer = await requireViewer();
  if (!may(viewer, 'account.read')) forbidden();
  const now = new Date();
  const search = await searchParams;
  const q = askedName(search);
  const paging = pagingSchema.parse({ page: search.page });
  const [accounts, invitations, choices, known] = await Promise.all([
    accountsInScope(viewer, { q }, paging),
    openInvitations(viewer, now),
    invitationChoices(viewer),
    search.link ? managedAccount(viewer, search.link) : null,
  ]);
  return (
    <>
      <PageHeader
        title="Учётные записи"
        description="Люди входят по своей почте. Закрытая запись перестаёт работать сразу, её история остаётся."
      />
      <div className="space-y-6">
        <Panel
          id="invitation"
          title={known ? 'Ссылка для нового пароля' : 'Пригласить'}
          description="Человек сам задаст пароль по ссылке. Ссылка действует 7 дней и срабатывает один раз."
        >
          <InvitationForm
            key={known?.email ?? 'new'}
            send={sendInvitation}
            {...choices}
            {...(known ? { initial: known } : {})}
          />
        </Panel>
        {invitations.length > 0 ? (
          <Panel title="Ждут ответа">
            <OpenInvitations invitations={invitations} now={now} revoke={sendRevokeInvitation} />
          </Panel>
        ) : null}
        <Panel
          title={`Все записи: ${accounts.total}`}
          actions={<TableFileLinks href="/settings/accounts/file" query={{ q }} />}
          padding="flush"
        >
          <form className="flex flex-wrap items-end gap-3 px-4 pb-4 sm:px-5">
            <TextField label="Имя, почта или школа" name="q" type="search" defaultValue={q} />
            <SubmitButton variant="secondary">Найти</SubmitButton>
          </form>
          {accounts.items.length > 0 ? (
            <AccountTable accounts={accounts.items} now={now} setActive={sendAccountActive} />
          ) : (
            <EmptyState title="Никого не нашлось">Измените запрос или пригласите человека.</EmptyState>
          )}
          <Pagination {...accounts} hrefOf={(page) => `?${new URLSearchParams({ q, page: String(page) })}`} />
        </Panel>
      </div>
    </>
  );
}
