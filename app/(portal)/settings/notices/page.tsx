import type { Metadata } from 'next';
import { requireViewer } from '@/app/(portal)/viewer';
import { NoticeChannelFields } from '@/components/settings/notice-channel-fields';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { mailSettings } from '@/lib/env';
import { noticeChannelsOf } from '@/lib/portal/messages/settings';
import { sendNoticeChannels } from './actions';

export const metadata: Metadata = { title: 'Настройка уведомлений' };

export default async function NoticeSettingsPage() {
  const viewer = await requireViewer();
  const channels = await noticeChannelsOf(viewer);
  return (
    <>
      <PageHeader
        title="Уведомления"
        description="О чём и как вам сообщать. Результатов и имён в письмах нет: только ссылка на портал."
      />
      {mailSettings() ? null : (
        <Notice tone="warning" title="Почтовый сервер не настроен" className="mb-6">
          Письма пока никому не уходят; уведомления на портале приходят.
        </Notice>
      )}
      <Panel title="Виды сообщений" description="Письмо раз в день приходит в 8:00 по Москве, если есть новое.">
        <ActionForm keeps send={sendNoticeChannels} className="max-w-3xl space-y-4">
          <NoticeChannelFields channels={channels} />
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </ActionForm>
        <p className="mt-4 max-w-3xl text-sm text-muted">
          Приглашения и письма о вашей учётной записи приходят всегда: без них не войти в портал.
        </p>
      </Panel>
    </>
  );
}
