import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { CampaignTable } from '@/components/campaigns/campaign-table';
import { OwnCardTable } from '@/components/home/own-card-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TabLinks } from '@/components/ui/tab-links';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { formatSchoolYear } from '@/lib/domain/russian';
import { campaignSummaries } from '@/lib/portal/campaigns/board';
import { ownCards } from '@/lib/portal/home/queries';
import type { OwnCard } from '@/lib/portal/home/views';
import { askedYear } from './asked';

export const metadata: Metadata = { title: 'Мониторинг' };

const HEAD = 'Мониторинг';

export default async function MonitoringPage({ searchParams }: { searchParams: Promise<{ year?: string }> }) {
  const viewer = await requireViewer();
  if (viewer.role === 'PRINCIPAL') return <OwnCards cards={await ownCards(viewer)} />;
  if (!may(viewer, 'campaign.board')) forbidden();
  const region = viewer.role === 'REGION_COORDINATOR';
  const { years, year } = await askedYear(viewer, (await searchParams).year);
  const campaigns = await campaignSummaries(viewer, year);
  return (
    <>
      <PageHeader
        title={HEAD}
        description="Раз в год каждая школа заполняет диагностическую карту. Охват — 100 % школ муниципалитета."
        actions={
          <>
            {campaigns.length > 0 ? <TableFileLinks href="/monitoring/file" query={{ year }} /> : null}
            <LinkButton href="/monitoring/causes">Матрица неуспешности</LinkButton>
            {may(viewer, 'campaign.open') ? (
              <LinkButton href="/monitoring/campaigns/new" variant="primary">
                Открыть кампанию
              </LinkButton>
            ) : null}
          </>
        }
      />
      {region ? (
        <TabLinks
          label="Учебный год"
          items={years.slice(0, 12).map((one) => ({
            href: `/monitoring?year=${one}`,
            label: formatSchoolYear(one),
            current: one === year,
          }))}
        />
      ) : null}
      <Panel padding="flush">
        {campaigns.length > 0 ? (
          <CampaignTable campaigns={campaigns} withMunicipality={region} />
        ) : (
          <EmptyState title="Кампаний ещё нет">
            Руководитель МОЦ открывает кампанию на учебный год: каждая школа получает карту, директор — письмо.
          </EmptyState>
        )}
      </Panel>
    </>
  );
}

/** A principal's monitoring: the cards of the own school. */
function OwnCards({ cards }: { cards: readonly OwnCard[] }) {
  return (
    <>
      <PageHeader
        title={HEAD}
        description="Диагностические карты вашей школы."
        actions={<LinkButton href="/monitoring/causes">Матрица неуспешности</LinkButton>}
      />
      <Panel padding="flush">
        {cards.length > 0 ? (
          <OwnCardTable cards={cards} />
        ) : (
          <EmptyState title="Карт ещё нет">Когда МОЦ откроет кампанию, карта вашей школы появится здесь.</EmptyState>
        )}
      </Panel>
    </>
  );
}
