import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { OpenCampaignForm } from '@/components/campaigns/open-campaign-form';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { may } from '@/lib/access/policy';
import { dayOf, formatDate } from '@/lib/domain/russian';
import { newCampaignChoices } from '@/lib/portal/campaigns/board';
import { sendOpenCampaign } from '../actions';

export const metadata: Metadata = { title: 'Новая кампания' };

const FILLING_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

export default async function NewCampaignPage() {
  const viewer = await requireViewer();
  if (!may(viewer, 'campaign.open')) forbidden();
  const now = new Date();
  const choices = await newCampaignChoices(viewer, now);
  const due = new Date(now.getTime() + FILLING_DAYS * DAY_MS);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Мониторинг', href: '/monitoring' }]}
        title="Новая кампания"
        description="Каждая школа муниципалитета получит карту; ответы прошлого года, которые редко меняются, перейдут в неё с пометкой «проверьте»."
      />
      <Panel>
        {choices.versions.length === 0 ? (
          <EmptyState
            title="Нет опубликованной карты"
            actions={<LinkButton href="/settings/instruments">К диагностическим картам</LinkButton>}
          >
            Опубликуйте свою версию или попросите СОИРО опубликовать региональную.
          </EmptyState>
        ) : (
          <OpenCampaignForm
            send={sendOpenCampaign}
            versions={choices.versions}
            schools={choices.schools}
            initial={{
              schoolYear: choices.schoolYear,
              opensAt: dayOf(now),
              dueAt: dayOf(due),
              letter: `Уважаемые коллеги!\n\nЗаполните диагностическую карту школы до ${formatDate(due)}. На это нужно около десяти минут, ответы сохраняются сами.`,
            }}
          />
        )}
      </Panel>
    </>
  );
}
