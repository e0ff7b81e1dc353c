import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { HeatMapKeys } from '@/components/heat-map/heat-map-keys';
import { OBJECTIVITY } from '@/components/objectivity/addresses';
import { MapFilterForm } from '@/components/objectivity/map-filter-form';
import { MapLegend } from '@/components/objectivity/map-legend';
import { MapTable } from '@/components/objectivity/map-table';
import { ObjectivityTabs } from '@/components/objectivity/objectivity-tabs';
import { WordingNote } from '@/components/objectivity/wording-note';
import { MunicipalitySwitch } from '@/components/ranking/municipality-switch';
import { PrintButton } from '@/components/ranking/print-button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { capitalised, countOf, formatSchoolYear } from '@/lib/domain/russian';
import { objectivityMap } from '@/lib/portal/objectivity/queries';
import { askedMap, type MapSearch } from './asked';
import { type PlaceSearch, placeOf } from './place';

export const metadata: Metadata = { title: 'Объективность результатов ВПР' };

interface PageProps {
  searchParams: Promise<PlaceSearch & MapSearch>;
}

/** «Карта объективности»: where in the three years signs were found, school by school. */
export default async function ObjectivityPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const search = await searchParams;
  const { municipalityId, schoolYear, choices } = await placeOf(viewer, search);
  const filter = askedMap(search);
  const view = opened(await objectivityMap(viewer, municipalityId, schoolYear, filter));
  const withSigns = view.rows.filter((row) => row.signs > 0).length;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Анализ', href: '/analysis' }]}
        kind={capitalised(view.municipalityName)}
        title="Карта объективности результатов ВПР"
        description="Где данные требуют дополнительного анализа: школы, классы и предметы за три года. Клетка открывает распределение баллов, цифры каждого признака и перепроверку."
        actions={
          <>
            {choices.length > 1 ? (
              <MunicipalitySwitch campaigns={choices} current={municipalityId} action={OBJECTIVITY} />
            ) : null}
            <PrintButton />
          </>
        }
      />
      <ObjectivityTabs municipalityId={municipalityId} schoolYear={view.schoolYear} view="map" />
      {view.years.length === 0 ? (
        <EmptyState title="Результатов ВПР ещё нет">
          Карта появится, когда в разделе «Данные» будут загружены файлы ВПР.
        </EmptyState>
      ) : (
        <div className="space-y-4">
          <WordingNote />
          <Panel
            title={`Школы с признаками: ${withSigns} из ${view.rows.length}`}
            description={`${formatSchoolYear(view.shown[0] ?? '')} – ${formatSchoolYear(view.schoolYear)}, ${countOf(view.columns.length, 'работа', 'работы', 'работ')}. Стрелками можно идти по клеткам, Enter открывает клетку.`}
            actions={
              view.rows.length > 0 ? (
                <TableFileLinks
                  href={`${OBJECTIVITY}/file`}
                  query={{
                    municipality: municipalityId,
                    year: view.schoolYear,
                    grade: filter.grade === null ? undefined : String(filter.grade),
                    subject: filter.subject ?? undefined,
                    sign: filter.sign ?? undefined,
                  }}
                />
              ) : null
            }
            padding="flush"
          >
            <div className="space-y-4 px-4 pb-4 sm:px-5">
              <MapFilterForm view={view} />
              <MapLegend />
            </div>
            {view.rows.length === 0 ? (
              <p className="px-4 pb-5 text-muted sm:px-5">По этому отбору результатов нет.</p>
            ) : (
              <HeatMapKeys point={null} leave>
                <MapTable
                  caption={`Карта объективности результатов ВПР, ${view.municipalityName}`}
                  columns={view.columns}
                  rows={view.rows}
                />
              </HeatMapKeys>
            )}
          </Panel>
        </div>
      )}
    </>
  );
}
