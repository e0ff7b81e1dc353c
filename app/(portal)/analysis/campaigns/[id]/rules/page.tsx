import { FileSpreadsheet, FileText } from 'lucide-react';
import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { AgreementPanel } from '@/components/federal-rule/agreement-panel';
import { FederalPanel } from '@/components/federal-rule/federal-panel';
import { FederalSettingsForm } from '@/components/federal-rule/federal-settings-form';
import { LoadedNotice } from '@/components/federal-rule/loaded-notice';
import { rulesChoice, rulesQuery, shownByRules } from '@/components/federal-rule/rules-choice';
import { RulesExplained } from '@/components/federal-rule/rules-explained';
import { RulesFigures } from '@/components/federal-rule/rules-figures';
import { RulesTable } from '@/components/federal-rule/rules-table';
import { AnalysisTabs } from '@/components/ranking/analysis-tabs';
import { PrintButton } from '@/components/ranking/print-button';
import { YearLinks } from '@/components/ranking/year-links';
import { buttonLook } from '@/components/ui/button-look';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { federalDetails, twoRulesView } from '@/lib/portal/federal-rule/queries';
import { saveFederalRule } from '../../../rules/actions';

export const metadata: Metadata = { title: 'Два правила' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The municipal sum and the federal rule side by side, and where they agree. */
export default async function RulesPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const view = opened(await twoRulesView(viewer, id));
  const { campaign, table, tables, settings, agreement } = view;
  const choice = rulesChoice(await searchParams, agreement.confirmed !== null);
  const details = choice.school ? await federalDetails(viewer, view, choice.school) : null;
  const shown = shownByRules(view, choice);
  const filtered = shown.length < view.schools.length;
  const address = `/analysis/campaigns/${id}/rules`;
  const everything = `${address}${rulesQuery({ by: choice.by, municipal: null, federal: null, result: null, school: null })}`;
  const exported = (format: string) => `/api/v1/campaigns/${id}/rules/export?format=${format}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Анализ', href: '/analysis' },
          {
            label: TRACK_NAMES[table.track],
            href: `/analysis/campaigns/${id}?table=${encodeURIComponent(table.code)}`,
          },
        ]}
        kind={`${capitalised(campaign.municipalityName)}, ${formatSchoolYear(campaign.schoolYear, true)}`}
        title="Два правила"
        description={`Сумма отрицательных критериев и федеральное правило — два независимых взгляда на одни и те же школы. Результаты ${formatSchoolYear(campaign.resultsYear)}.`}
        actions={
          <>
            <YearLinks
              current={campaign.schoolYear}
              years={view.years.map(({ campaignId, schoolYear }) => ({
                schoolYear,
                href: `/analysis/campaigns/${campaignId}/rules`,
              }))}
            />
            {viewer.role === 'REGION_COORDINATOR' ? (
              <LinkButton href={`/analysis/rules?schoolYear=${campaign.schoolYear}`}>Муниципалитеты региона</LinkButton>
            ) : null}
          </>
        }
      />
      <AnalysisTabs
        campaignId={id}
        municipalityId={campaign.municipalityId}
        tables={tables.map(({ code, track }) => ({ code, title: TRACK_NAMES[track] }))}
        tableCode={table.code}
        view="rules"
      />
      <div className="space-y-4">
        <RulesFigures
          view={view}
          resultHref={(result) =>
            `${address}${rulesQuery({ ...choice, municipal: null, federal: null, school: null, result })}#schools`
          }
        />
        <LoadedNotice procedures={view.procedures} resultsYear={campaign.resultsYear} />
        <AgreementPanel agreement={agreement} choice={choice} address={address} />
        <div className={details ? 'grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]' : undefined}>
          <Panel
            id="schools"
            title={`Школы: ${shown.length}${filtered ? ` из ${view.schools.length}` : ''}`}
            description="Слово о федеральном правиле открывает доли, число участников и источники."
            padding="flush"
            actions={
              <div data-print="none" className="flex flex-wrap gap-2">
                {filtered ? (
                  <LinkButton href={everything} scroll={false} size="sm">
                    Показать все
                  </LinkButton>
                ) : null}
                <a href={exported('xlsx')} data-look="button" className={buttonLook({ size: 'sm' })}>
                  <FileSpreadsheet aria-hidden /> XLSX
                </a>
                <a href={exported('csv')} data-look="button" className={buttonLook({ size: 'sm' })}>
                  <FileText aria-hidden /> CSV
                </a>
                <PrintButton size="sm" />
              </div>
            }
          >
            {shown.length > 0 ? (
              <RulesTable
                caption={`Два правила, ${formatSchoolYear(campaign.schoolYear)}`}
                schools={shown}
                resultsYear={campaign.resultsYear}
                barMaximum={Math.max(1, ...view.schools.map((school) => school.maximum ?? 0))}
                open={details?.school.schoolCode ?? null}
                schoolHref={(school) => `${address}${rulesQuery({ ...choice, school })}`}
              />
            ) : (
              <EmptyState title="Таких школ нет">Покажите все школы или выберите другое число в таблице.</EmptyState>
            )}
          </Panel>
          {details ? (
            <FederalPanel
              details={details}
              settings={settings.values}
              resultsYear={campaign.resultsYear}
              closeHref={`${address}${rulesQuery({ ...choice, school: null })}`}
            />
          ) : null}
        </div>
        <RulesExplained view={view}>
          {view.may.changeSettings ? (
            <details data-print="none" className="mt-5 border-t border-line pt-4">
              <summary className="cursor-pointer py-1 font-medium text-accent">Изменить федеральное правило</summary>
              <div className="mt-3 max-w-4xl">
                <FederalSettingsForm
                  values={settings.values}
                  version={settings.version}
                  own={settings.from === 'MUNICIPALITY'}
                  save={saveFederalRule}
                />
              </div>
            </details>
          ) : null}
        </RulesExplained>
      </div>
    </>
  );
}
