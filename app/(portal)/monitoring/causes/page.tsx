import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { MatrixCampaignList } from '@/components/failure-matrix/campaign-list';
import { OwnMatrixTable } from '@/components/failure-matrix/own-matrix-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { may } from '@/lib/access/policy';
import { matrixCampaigns, ownMatrices } from '@/lib/portal/failure-matrix/queries';

export const metadata: Metadata = { title: 'Матрица неуспешности' };

const ABOUT =
  'Причины × классы × предметы: сколько учеников и почему не успевают. Только числа, без имён; вне школы группы меньше 5 учеников скрыты.';

export default async function CausesPage() {
  const viewer = await requireViewer();
  if (!may(viewer, 'matrix.read')) forbidden();
  const own = may(viewer, 'matrix.fill');
  const matrices = own ? await ownMatrices(viewer) : [];
  const campaigns = own ? [] : await matrixCampaigns(viewer);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Мониторинг', href: '/monitoring' }]}
        title="Матрица неуспешности"
        description={ABOUT}
        actions={
          <>
            {may(viewer, 'matrix.dictionary') ? (
              <LinkButton href="/monitoring/causes/dictionary">Список причин</LinkButton>
            ) : null}
            {may(viewer, 'matrix.open') ? (
              <LinkButton href="/monitoring/causes/new" variant="primary">
                Открыть сбор
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Panel padding="flush">
        {matrices.length > 0 ? <OwnMatrixTable matrices={matrices} /> : null}
        {campaigns.length > 0 ? <MatrixCampaignList campaigns={campaigns} /> : null}
        {matrices.length + campaigns.length === 0 ? (
          <EmptyState title="Матриц ещё нет">
            {own
              ? 'Когда МОЦ откроет сбор, матрица вашей школы появится здесь.'
              : 'Руководитель МОЦ открывает сбор для школ списка: каждая получает матрицу, директор — письмо.'}
          </EmptyState>
        ) : null}
      </Panel>
    </>
  );
}
