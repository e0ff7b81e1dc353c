import type { Metadata } from 'next';
import { forbidden, redirect } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { MunicipalityChooser } from '@/components/ranking/municipality-chooser';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { may } from '@/lib/access/policy';
import { newestCampaigns } from '@/lib/portal/lists/queries';

export const metadata: Metadata = { title: 'Анализ' };

/** МОЦ goes straight to the newest campaign, СОИРО chooses a municipality. */
export default async function AnalysisPage() {
  const viewer = await requireViewer();
  if (!may(viewer, 'ranking.read')) forbidden();
  const campaigns = await newestCampaigns(viewer);
  const [only] = campaigns;
  if (only && viewer.municipalityId) redirect(`/analysis/campaigns/${only.campaignId}`);
  return (
    <>
      <PageHeader
        title="Анализ"
        description="Рейтинг школ по сумме отрицательных критериев, правило отбора и утверждённые списки."
        actions={only ? <LinkButton href="/region">Сводка по региону</LinkButton> : null}
      />
      {only ? (
        <Panel title="Выберите муниципалитет" description="Откроется его последняя кампания." padding="flush">
          <MunicipalityChooser campaigns={campaigns} />
        </Panel>
      ) : (
        <EmptyState title="Кампаний ещё не было" actions={<LinkButton href="/monitoring">К мониторингу</LinkButton>}>
          Рейтинг появится, когда откроется первая кампания и карты будут приняты.
        </EmptyState>
      )}
    </>
  );
}
