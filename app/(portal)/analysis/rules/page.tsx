import type { Metadata } from 'next';
import { forbidden, redirect } from 'next/navigation';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { FederalSettingsForm } from '@/components/federal-rule/federal-settings-form';
import { RegionRulesTable } from '@/components/federal-rule/region-rules-table';
import { SettingsOrigin } from '@/components/federal-rule/settings-origin';
import { PrintButton } from '@/components/ranking/print-button';
import { YearLinks } from '@/components/ranking/year-links';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { federalRuleWords } from '@/lib/domain/federal-words';
import { agreementWords } from '@/lib/domain/rule-agreement';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { regionRules } from '@/lib/portal/federal-rule/queries';
import { newestCampaigns } from '@/lib/portal/lists/queries';
import { saveFederalRule } from './actions';

export const metadata: Metadata = { title: 'Два правила по региону' };

interface PageProps {
  searchParams: Promise<{ schoolYear?: string }>;
}

/** The municipalities of the region by both rules; МОЦ goes straight to its newest campaign. */
export default async function RegionRulesPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  if (!may(viewer, 'federalRule.read')) forbidden();
  if (viewer.municipalityId) {
    const [campaign] = await newestCampaigns(viewer);
    redirect(campaign ? `/analysis/campaigns/${campaign.campaignId}/rules` : '/analysis');
  }
  const { schoolYear: asked } = await searchParams;
  const view = opened(await regionRules(viewer, asked && isSchoolYear(asked) ? asked : undefined));
  const { schoolYear, settings, total } = view;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Анализ', href: '/analysis' }]}
        kind={schoolYear ? formatSchoolYear(schoolYear, true) : undefined}
        title="Два правила по региону"
        description="Сколько школ выделяет сумма отрицательных критериев каждого муниципалитета, сколько — федеральное правило и как часто они согласны."
        actions={
          <>
            {schoolYear ? (
              <YearLinks
                current={schoolYear}
                years={view.schoolYears.map((year) => ({
                  schoolYear: year,
                  href: `/analysis/rules?schoolYear=${year}`,
                }))}
              />
            ) : null}
            {schoolYear ? <TableFileLinks href="/analysis/rules/file" query={{ schoolYear }} /> : null}
            <PrintButton />
          </>
        }
      />
      {schoolYear === null ? (
        <EmptyState title="Кампаний ещё не было">Сводка появится, когда муниципалитеты откроют кампании.</EmptyState>
      ) : (
        <div className="space-y-4">
          <Panel
            title={`Муниципалитеты: ${view.municipalities.length}`}
            description={`Регион в целом. ${agreementWords(total.agreement)}`}
            padding="flush"
          >
            <RegionRulesTable caption={`Два правила, ${formatSchoolYear(schoolYear)}`} view={view} />
          </Panel>
          <Panel title="Федеральное правило региона">
            <p>{capitalised(federalRuleWords(settings.values))}.</p>
            <p className="mt-1 text-sm text-muted">
              <SettingsOrigin settings={settings} /> Муниципалитет может задать свои значения.
            </p>
            {view.may.changeSettings ? (
              <details data-print="none" className="mt-4">
                <summary className="cursor-pointer py-1 font-medium text-accent">Изменить правило</summary>
                <div className="mt-3 max-w-4xl">
                  <FederalSettingsForm
                    values={settings.values}
                    version={settings.version}
                    own={settings.from === 'REGION'}
                    save={saveFederalRule}
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
