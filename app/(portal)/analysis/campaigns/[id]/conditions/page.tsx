import { FileSpreadsheet, FileText } from 'lucide-react';
import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { AnalysisTabs } from '@/components/ranking/analysis-tabs';
import { PrintButton } from '@/components/ranking/print-button';
import { YearLinks } from '@/components/ranking/year-links';
import { conditionsChoice, conditionsQuery, shownConditions } from '@/components/social-conditions/conditions-choice';
import { ConditionsPanel } from '@/components/social-conditions/conditions-panel';
import { ConditionsTable } from '@/components/social-conditions/conditions-table';
import { IndexSettingsForm } from '@/components/social-conditions/index-settings-form';
import { PartnersPanel } from '@/components/social-conditions/partners-panel';
import { SharesPanel } from '@/components/social-conditions/shares-panel';
import { TypeLists } from '@/components/social-conditions/type-lists';
import { TypologyChart } from '@/components/social-conditions/typology-chart';
import { buttonLook } from '@/components/ui/button-look';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { FEWEST_SCHOOLS } from '@/lib/domain/social-index';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { conditionsDetails, conditionsView } from '@/lib/portal/social-conditions/queries';
import { saveSocialIndex } from '../../../conditions/actions';

export const metadata: Metadata = { title: 'Социальные условия' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The index of social conditions, four kinds of school, resilient ones as possible partners. */
export default async function ConditionsPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const view = opened(await conditionsView(viewer, id));
  const { campaign, table, tables, settings, schools } = view;
  const choice = conditionsChoice(await searchParams);
  const details = choice.school ? await conditionsDetails(viewer, view, choice.school) : null;
  const shown = shownConditions(schools, choice);
  const address = `/analysis/campaigns/${id}/conditions`;
  const href = (change: Partial<typeof choice>) => `${address}${conditionsQuery({ ...choice, ...change })}`;
  const exported = (format: string) => `/api/v1/campaigns/${id}/conditions/export?format=${format}`;
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
        title="Социальные условия"
        description={`В каких условиях работают школы и с какими результатами. Социальные паспорта и результаты ${formatSchoolYear(campaign.resultsYear)}.`}
        actions={
          <>
            <YearLinks
              current={campaign.schoolYear}
              years={view.years.map(({ campaignId, schoolYear }) => ({
                schoolYear,
                href: `/analysis/campaigns/${campaignId}/conditions`,
              }))}
            />
            {viewer.role === 'REGION_COORDINATOR' ? (
              <LinkButton href={`/analysis/conditions?schoolYear=${campaign.schoolYear}`}>
                Муниципалитеты региона
              </LinkButton>
            ) : null}
          </>
        }
      />
      <AnalysisTabs
        campaignId={id}
        municipalityId={campaign.municipalityId}
        tables={tables.map(({ code, track }) => ({ code, title: TRACK_NAMES[track] }))}
        tableCode={table.code}
        view="conditions"
      />
      <div className="space-y-4">
        {view.measured === 0 ? (
          <Notice tone="warning" title="Индекс не посчитан">
            {schools.some((school) => school.loaded)
              ? `Социальных паспортов мало: нужно не меньше ${FEWEST_SCHOOLS} школ с достаточными данными. Группы школ показаны по правилу таблицы условий.`
              : 'Социальные паспорта за этот год не загружены. Группы школ показаны по правилу таблицы условий, индекс появится после загрузки.'}
          </Notice>
        ) : (
          <Panel>
            <TypologyChart view={view} />
          </Panel>
        )}
        <TypeLists schools={schools} typeHref={(type) => `${href({ type, school: null })}#schools`} />
        <PartnersPanel schools={schools} />
        <div className={details ? 'grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_28rem]' : undefined}>
          <Panel
            id="schools"
            title={`Школы: ${shown.length}${choice.type ? ` из ${schools.length}` : ''}`}
            description="Индекс открывает свои части: долю, среднее по городу и вклад."
            padding="flush"
            actions={
              <div data-print="none" className="flex flex-wrap gap-2">
                {choice.type ? (
                  <LinkButton href={href({ type: null })} scroll={false} size="sm">
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
            <ConditionsTable
              caption={`Социальные условия, ${formatSchoolYear(campaign.schoolYear)}`}
              schools={shown}
              open={details?.school.schoolCode ?? null}
              sort={choice.sort}
              sortHref={(sort) => href({ sort })}
              schoolHref={(school) => href({ school })}
            />
          </Panel>
          {details ? <ConditionsPanel details={details} view={view} closeHref={href({ school: null })} /> : null}
        </div>
        <SharesPanel view={view}>
          {view.may.changeSettings ? (
            <details data-print="none" className="pt-3 text-base text-ink">
              <summary className="cursor-pointer py-1 font-medium text-accent">Изменить веса</summary>
              <div className="mt-3 max-w-5xl">
                <IndexSettingsForm
                  values={settings.values}
                  version={settings.version}
                  own={settings.from === 'MUNICIPALITY'}
                  save={saveSocialIndex}
                />
              </div>
            </details>
          ) : null}
        </SharesPanel>
      </div>
    </>
  );
}
