import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { CardStatus } from '@/components/campaigns/card-status';
import { HeatLegend } from '@/components/heat-map/heat-legend';
import { HeatMapKeys } from '@/components/heat-map/heat-map-keys';
import { type ColumnOrder, heatOrder, orderedHeat, type RowOrder } from '@/components/heat-map/heat-order';
import { HeatTable } from '@/components/heat-map/heat-table';
import { PointPanel } from '@/components/heat-map/point-panel';
import { AnalysisTabs } from '@/components/ranking/analysis-tabs';
import { YearLinks } from '@/components/ranking/year-links';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { capitalised, formatSchoolYear, typeset } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { heatMapView, pointView } from '@/lib/portal/lists/queries';

export const metadata: Metadata = { title: 'Тепловая карта' };

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ table?: string; rows?: string; columns?: string; point?: string }>;
}

export default async function HeatMapPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const search = await searchParams;
  const now = new Date();
  const view = opened(await heatMapView(viewer, id, search.table));
  const [schoolCode, criterionCode] = (search.point ?? '').split(':');
  const shown = schoolCode && criterionCode ? await pointView(viewer, id, schoolCode, criterionCode) : null;
  const point = shown?.ok ? shown.value : null;
  const { campaign, table, tables } = view;
  const order = heatOrder(search);
  const heat = orderedHeat(view.rows, view.columns, order);
  const queryOf = (change: { rows?: RowOrder; columns?: ColumnOrder; point?: string | null }) => {
    const next = { ...order, point: point ? (search.point ?? null) : null, ...change };
    const query = new URLSearchParams({ table: table.code });
    if (next.rows !== 'sum') query.set('rows', next.rows);
    if (next.columns !== 'sum') query.set('columns', next.columns);
    if (next.point) query.set('point', next.point);
    return `?${query}`;
  };
  const address = (change: Parameters<typeof queryOf>[0]) => `/analysis/campaigns/${id}/heat-map${queryOf(change)}`;
  const sorting = (label: string, href: string, current: boolean) => (
    <LinkButton
      href={href}
      scroll={false}
      size="sm"
      variant={current ? 'primary' : 'secondary'}
      aria-current={current ? 'true' : undefined}
    >
      {label}
    </LinkButton>
  );
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
        title="Тепловая карта"
        description={`Откуда берутся баллы. ${table.title}. Клетка открывает ответ, источник и комментарии.`}
        actions={
          <YearLinks
            current={campaign.schoolYear}
            years={view.years.map(({ campaignId, schoolYear }) => ({
              schoolYear,
              href: `/analysis/campaigns/${campaignId}/heat-map?table=${encodeURIComponent(table.code)}`,
            }))}
          />
        }
      />
      <AnalysisTabs
        campaignId={id}
        municipalityId={campaign.municipalityId}
        tables={tables.map(({ code, track }) => ({ code, title: TRACK_NAMES[track] }))}
        tableCode={table.code}
        view="heat-map"
      />
      {heat.rows.length === 0 ? (
        <EmptyState
          title="Принятых карт ещё нет"
          actions={<LinkButton href={`/monitoring/campaigns/${id}`}>К картам кампании</LinkButton>}
        >
          Тепловая карта строится по принятым картам.
        </EmptyState>
      ) : (
        <HeatMapKeys point={point ? (search.point ?? null) : null}>
          <div className={point ? 'grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]' : undefined}>
            <Panel
              title={`Школы: ${heat.rows.length}, критерии: ${heat.columns.length}`}
              description="Стрелками можно идти по клеткам, Enter открывает клетку."
              actions={
                <TableFileLinks
                  href={`/analysis/campaigns/${id}/heat-map/file`}
                  query={{ table: table.code, ...order }}
                />
              }
              padding="flush"
            >
              <div data-print="none" className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 pb-3 text-sm sm:px-5">
                <div className="flex flex-wrap items-center gap-2">
                  <span className="text-muted">Школы:</span>
                  {sorting('по сумме', address({ rows: 'sum' }), order.rows === 'sum')}
                  {sorting('по названию', address({ rows: 'name' }), order.rows === 'name')}
                </div>
                <div className="flex flex-wrap items-center gap-2">
                  <span className="text-muted">Критерии:</span>
                  {sorting('по сумме', address({ columns: 'sum' }), order.columns === 'sum')}
                  {sorting('как в карте', address({ columns: 'card' }), order.columns === 'card')}
                </div>
              </div>
              <div className="px-4 pb-4 sm:px-5">
                <HeatLegend />
              </div>
              <HeatTable
                caption={`Тепловая карта: ${TRACK_NAMES[table.track]}, ${formatSchoolYear(campaign.schoolYear)}`}
                rows={heat.rows}
                columns={heat.columns}
                point={point ? (search.point ?? null) : null}
                grouped={order.columns === 'card'}
                pointHref={(name) => queryOf({ point: name })}
              />
            </Panel>
            {point ? <PointPanel point={point} now={now} closeHref={address({ point: null })} /> : null}
          </div>
        </HeatMapKeys>
      )}
      {view.without.length > 0 && heat.rows.length > 0 ? (
        <Panel
          title={`Без принятой карты: ${view.without.length}`}
          description="У этих школ ещё нет суммы, поэтому на тепловой карте их нет."
          className="mt-4"
        >
          <ul className="flex flex-wrap gap-x-6 gap-y-1.5 text-sm">
            {view.without.map((school) => (
              <li key={school.schoolId} className="flex items-center gap-2">
                {typeset(school.name)} <CardStatus status={school.status} look="line" />
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  );
}
