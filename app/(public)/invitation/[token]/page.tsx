import type { Metadata } from 'next';
import { NewPasswordForm } from '@/components/accounts/new-password-form';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { MINIMUM_PASSWORD_LENGTH } from '@/lib/access/password-rule';
import { invitationBehind } from '@/lib/portal/accounts/invitations';
import { sendNewPassword } from './actions';

export const metadata: Metadata = { title: 'Приглашение', referrer: 'no-referrer' };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await invitationBehind(token, new Date());
  return (
    <div className="mx-auto w-full max-w-md">
      <PageHeader
        title="Пароль для портала МОЦ"
        {...(invitation.ok ? { description: `${invitation.value.name}, задайте пароль и войдите.` } : {})}
      />
      {invitation.ok ? (
        <NewPasswordForm
          send={sendNewPassword.bind(null, token)}
          email={invitation.value.email}
          minimumLength={MINIMUM_PASSWORD_LENGTH}
        />
      ) : (
        <Notice tone="warning" title="Ссылка не работает">
          {invitation.failure.detail}
        </Notice>
      )}
    </div>
  );
}
