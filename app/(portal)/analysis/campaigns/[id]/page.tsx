import { FileCheck, FileSpreadsheet, FileText } from 'lucide-react';
import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { CampaignStatus } from '@/components/campaigns/campaign-status';
import { AnalysisTabs } from '@/components/ranking/analysis-tabs';
import { PrintButton } from '@/components/ranking/print-button';
import { RankingFigures } from '@/components/ranking/ranking-figures';
import { RankingFilterForm } from '@/components/ranking/ranking-filter-form';
import { RankingNotices } from '@/components/ranking/ranking-notices';
import { RankingTable } from '@/components/ranking/ranking-table';
import { RuleActions } from '@/components/ranking/rule-actions';
import { packSchools } from '@/components/ranking/what-if/packed-schools';
import { triedRule } from '@/components/ranking/what-if/tried-rule';
import { WhatIfProvider } from '@/components/ranking/what-if/what-if-context';
import { WhatIfPanel } from '@/components/ranking/what-if/what-if-panel';
import { YearLinks } from '@/components/ranking/year-links';
import { buttonLook } from '@/components/ui/button-look';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SegmentLegend } from '@/components/ui/segment-bar';
import { capitalised, countOf, formatSchoolYear } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { rankingView } from '@/lib/portal/lists/queries';
import { filterCount, rankingFilters, rankingQuery, shownSchools } from '@/lib/portal/lists/ranking-filters';
import { saveRule } from './actions';

export const metadata: Metadata = { title: 'Рейтинг школ' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function RankingPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const search = await searchParams;
  const view = opened(await rankingView(viewer, id, one(search.table)));
  const { campaign, table, tables, rule, schools, listInForce } = view;
  const filters = rankingFilters(search);
  const shown = shownSchools(schools, filters, rule?.kind);
  const tried = triedRule(table.code, { rule: one(search.rule), value: one(search.value) });
  const address = `/analysis/campaigns/${id}`;
  const asked = rankingQuery(table.code, filters);
  const kept = (...names: string[]) => [...asked].filter(([name]) => names.includes(name));
  const exported = (format: string) => `/api/v1/campaigns/${id}/export?${asked}&format=${format}`;
  const count = filterCount(filters);

  return (
    <WhatIfProvider key={`${id} ${table.code}`} packed={packSchools(schools)} campaignRule={rule} initialRule={tried}>
      <PageHeader
        breadcrumbs={[{ label: 'Анализ', href: '/analysis' }]}
        kind={`${capitalised(campaign.municipalityName)}, ${formatSchoolYear(campaign.schoolYear, true)}`}
        title={TRACK_NAMES[table.track]}
        status={<CampaignStatus status={campaign.status} />}
        description={`${table.title}. ${campaign.instrumentTitle}. Результаты ${formatSchoolYear(campaign.resultsYear)}.`}
        actions={
          <>
            <YearLinks
              current={campaign.schoolYear}
              years={view.years.map(({ campaignId, schoolYear }) => ({
                schoolYear,
                href: `/analysis/campaigns/${campaignId}?table=${encodeURIComponent(table.code)}`,
              }))}
            />
            <LinkButton
              href={`${address}/confirm?table=${encodeURIComponent(table.code)}`}
              variant={view.may.confirm ? 'primary' : 'secondary'}
            >
              <FileCheck aria-hidden />
              {view.may.confirm ? (listInForce ? 'Новый приказ' : 'Утвердить список') : 'Проект списка'}
            </LinkButton>
          </>
        }
      />
      <AnalysisTabs
        campaignId={id}
        municipalityId={campaign.municipalityId}
        tables={tables.map(({ code, track }) => ({ code, title: TRACK_NAMES[track] }))}
        tableCode={table.code}
        view="list"
      />
      <div className="space-y-4">
        <RankingFigures view={view} listHref={listInForce ? `/analysis/lists/${listInForce.id}` : null} />
        <RankingNotices view={view} />
        <WhatIfPanel
          tableCode={table.code}
          schoolCount={schools.length}
          hiddenFields={[...asked]}
          actions={<RuleActions campaignId={id} tableCode={table.code} may={view.may} saveRule={saveRule} />}
        />
        <Panel
          title={`Школы: ${shown.length}${count > 0 ? ` из ${schools.length}` : ''}`}
          padding="flush"
          actions={
            <div data-print="none" className="flex flex-wrap gap-2">
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
          <RankingFilterForm
            filters={filters}
            groups={table.groups}
            hiddenFields={kept('table', 'sort', 'direction')}
            clearHref={count > 0 ? `${address}?${rankingQuery(table.code, { ...filters, ...NO_FILTERS })}` : null}
          />
          {filters.columns.includes('groups') ? (
            <div className="px-4 pb-3 sm:px-5">
              <SegmentLegend labels={table.groups.map((group) => group.title)} />
            </div>
          ) : null}
          {shown.length > 0 ? (
            <RankingTable
              caption={`${TRACK_NAMES[table.track]}, ${formatSchoolYear(campaign.schoolYear)}: ${countOf(shown.length, 'школа', 'школы', 'школ')}`}
              schools={shown}
              groupTitles={new Map(table.groups.map((group) => [group.code, group.title]))}
              barMaximum={Math.max(1, ...schools.map((school) => school.negativeSum ?? 0))}
              filters={filters}
              ruleSort={rule?.kind === 'SHARE' ? 'share' : 'sum'}
              sortHref={(sort, direction) => `${address}?${rankingQuery(table.code, { ...filters, sort, direction })}`}
            />
          ) : (
            <EmptyState title="Таких школ нет">Измените отбор или сбросьте его.</EmptyState>
          )}
        </Panel>
      </div>
    </WhatIfProvider>
  );
}

const NO_FILTERS = { q: '', status: '', mark: '', kind: '', group: '' } as const;
