import type { Metadata } from 'next';
import { requireViewer } from '@/app/(portal)/viewer';
import { PasswordChangeForm } from '@/components/accounts/password-change-form';
import { TokenForm } from '@/components/accounts/token-form';
import { TokenList } from '@/components/accounts/token-list';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { MINIMUM_PASSWORD_LENGTH } from '@/lib/access/password-rule';
import { ROLE_NAMES } from '@/lib/domain/role-names';
import { tokensOf } from '@/lib/portal/accounts/tokens';
import { shellOf } from '@/lib/portal/shell/queries';
import { sendNewToken, sendPasswordChange, sendRevokeToken, sendSignOutEverywhere } from './actions';

export const metadata: Metadata = { title: 'Профиль' };

const HALF_A_YEAR_MS = 183 * 24 * 60 * 60 * 1000;

export default async function ProfilePage() {
  const viewer = await requireViewer();
  const now = new Date();
  const [tokens, shell] = await Promise.all([tokensOf(viewer, now), shellOf(viewer)]);
  return (
    <>
      <PageHeader title="Профиль" />
      <div className="space-y-6">
        <Panel title="Учётная запись">
          <DescriptionList
            items={[
              { term: 'Имя', value: viewer.name },
              { term: 'Электронная почта', value: viewer.email },
              { term: 'Роль', value: ROLE_NAMES[viewer.role] },
              { term: 'Доступ', value: shell.scopeName },
            ]}
          />
        </Panel>
        <Panel title="Пароль" description="После смены пароля все сеансы, и этот тоже, завершаются.">
          <PasswordChangeForm send={sendPasswordChange} minimumLength={MINIMUM_PASSWORD_LENGTH} />
        </Panel>
        <Panel
          title="Сеансы"
          description="Если вы вошли на чужом компьютере и забыли выйти, завершите все сеансы сразу."
        >
          <form action={sendSignOutEverywhere}>
            <SubmitButton variant="secondary" pendingText="Завершаем…">
              Выйти на всех устройствах
            </SubmitButton>
          </form>
        </Panel>
        <Panel
          title="Личные токены"
          description="Для программ и календарей, которые обращаются к порталу от вашего имени и видят то же, что и вы. Не передавайте токен другим."
        >
          <div className="space-y-6">
            <TokenList tokens={tokens} now={now} revoke={sendRevokeToken} />
            <TokenForm
              send={sendNewToken}
              suggestedExpiry={new Date(now.getTime() + HALF_A_YEAR_MS).toISOString().slice(0, 10)}
            />
          </div>
        </Panel>
      </div>
    </>
  );
}
