import type { Metadata } from 'next';
import { forbidden, redirect } from 'next/navigation';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { SettingsOrigin } from '@/components/federal-rule/settings-origin';
import { PrintButton } from '@/components/ranking/print-button';
import { YearLinks } from '@/components/ranking/year-links';
import { IndexSettingsForm } from '@/components/social-conditions/index-settings-form';
import { RegionConditionsTable } from '@/components/social-conditions/region-conditions-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { SHARE_CODES, SHARE_NAMES } from '@/lib/domain/social-shares';
import { newestCampaigns } from '@/lib/portal/lists/queries';
import { regionConditions } from '@/lib/portal/social-conditions/queries';
import { saveSocialIndex } from './actions';

export const metadata: Metadata = { title: 'Социальные условия по региону' };

interface PageProps {
  searchParams: Promise<{ schoolYear?: string }>;
}

/** The municipalities of the region by kinds of their schools; МОЦ goes straight to its newest campaign. */
export default async function RegionConditionsPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  if (!may(viewer, 'socialConditions.read')) forbidden();
  if (viewer.municipalityId) {
    const [campaign] = await newestCampaigns(viewer);
    redirect(campaign ? `/analysis/campaigns/${campaign.campaignId}/conditions` : '/analysis');
  }
  const { schoolYear: asked } = await searchParams;
  const view = opened(await regionConditions(viewer, asked && isSchoolYear(asked) ? asked : undefined));
  const { schoolYear, settings } = view;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Анализ', href: '/analysis' }]}
        kind={schoolYear ? formatSchoolYear(schoolYear, true) : undefined}
        title="Социальные условия по региону"
        description="Сколько школ каждой группы в муниципалитетах. Индекс сравнивает школы внутри своего муниципалитета, поэтому нижняя четверть есть в каждом."
        actions={
          <>
            {schoolYear ? (
              <YearLinks
                current={schoolYear}
                years={view.schoolYears.map((year) => ({
                  schoolYear: year,
                  href: `/analysis/conditions?schoolYear=${year}`,
                }))}
              />
            ) : null}
            {schoolYear ? <TableFileLinks href="/analysis/conditions/file" query={{ schoolYear }} /> : null}
            <PrintButton />
          </>
        }
      />
      {schoolYear === null ? (
        <EmptyState title="Кампаний ещё не было">Сводка появится, когда муниципалитеты откроют кампании.</EmptyState>
      ) : (
        <div className="space-y-4">
          <Panel title={`Муниципалитеты: ${view.municipalities.length}`} padding="flush">
            <RegionConditionsTable caption={`Социальные условия, ${formatSchoolYear(schoolYear)}`} view={view} />
          </Panel>
          <Panel title="Веса индекса в регионе">
            <p>
              {SHARE_CODES.map(
                (code) => `${SHARE_NAMES[code]}: ${formatNumber(settings.values.weights[code], 1)}`,
              ).join('; ')}
              .
            </p>
            <p className="mt-1 text-sm text-muted">
              <SettingsOrigin settings={settings} /> Муниципалитет может задать свои значения.
            </p>
            {view.may.changeSettings ? (
              <details data-print="none" className="mt-4">
                <summary className="cursor-pointer py-1 font-medium text-accent">Изменить веса</summary>
                <div className="mt-3 max-w-5xl">
                  <IndexSettingsForm
                    values={settings.values}
                    version={settings.version}
                    own={settings.from === 'REGION'}
                    save={saveSocialIndex}
                  />
                </div>
              </details>
            ) : null}
          </Panel>
        </div>
      )}
    </>
  );
}
