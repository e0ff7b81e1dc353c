import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { PrintButton } from '@/components/ranking/print-button';
import { YearLinks } from '@/components/ranking/year-links';
import { FunnelPlot } from '@/components/region/funnel-plot';
import { MunicipalityTable, PROGRESS_LABELS } from '@/components/region/municipality-table';
import { ProgressTable } from '@/components/region/progress-table';
import { RegionFigures } from '@/components/region/region-figures';
import { REGION_MEASURES, regionMeasure } from '@/components/region/region-measures';
import { FEW_SCHOOLS, orderedMunicipalities, regionSort } from '@/components/region/region-order';
import { RegionTiles } from '@/components/region/region-tiles';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SegmentLegend } from '@/components/ui/segment-bar';
import { TabLinks } from '@/components/ui/tab-links';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { commonShare } from '@/lib/domain/funnel';
import { formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { regionOverview, supportProgress } from '@/lib/portal/overview/queries';

export const metadata: Metadata = { title: 'Регион' };

/** Below so many lists a spread says nothing. */
const FEWEST_PLACES = 5;

interface PageProps {
  searchParams: Promise<{ schoolYear?: string; sort?: string; direction?: string; show?: string }>;
}

export default async function RegionPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  if (viewer.role !== 'REGION_COORDINATOR') forbidden();
  const search = await searchParams;
  const asked = search.schoolYear && isSchoolYear(search.schoolYear) ? search.schoolYear : undefined;
  const { schoolYear, schoolYears, municipalities } = opened(await regionOverview(viewer, asked));
  const order = regionSort(search);
  const sorted: Record<string, string> = search.sort ? { sort: order.sort, direction: order.direction } : {};
  const dashboardOf = (id: string) => `/dashboard?${new URLSearchParams({ municipality: id, year: schoolYear ?? '' })}`;
  const measure = regionMeasure(search.show);
  const supported = schoolYear ? opened(await supportProgress(viewer, schoolYear, new Date())) : [];
  const progress = new Map(supported.map((row) => [row.municipalityId, row]));
  const withList = municipalities.filter((row) => row.listInForce);
  const share = commonShare(withList);
  return (
    <>
      <PageHeader
        kind={schoolYear ? formatSchoolYear(schoolYear, true) : undefined}
        title="Муниципалитеты региона"
        description="Как идут кампании и сколько школ в утверждённых списках. Муниципалитеты разного размера сравнивайте осторожно."
        actions={
          <>
            {schoolYear ? (
              <YearLinks
                current={schoolYear}
                years={schoolYears.map((year) => ({ schoolYear: year, href: `/region?schoolYear=${year}` }))}
              />
            ) : null}
            {schoolYear ? (
              <LinkButton href={`/region/schools?schoolYear=${schoolYear}`}>Все школы региона</LinkButton>
            ) : null}
            <PrintButton />
          </>
        }
      />
      {schoolYear === null ? (
        <EmptyState title="Кампаний ещё не было">
          Сводка появится, когда муниципалитеты откроют кампании. Карту для всех публикуют в настройках.
        </EmptyState>
      ) : (
        <div className="space-y-4">
          <RegionFigures municipalities={municipalities} />
          <Panel
            title="Схема региона"
            description="Схема, не карта: соседи стоят примерно рядом, размер плитки ничего не значит. Плитка открывает обзор муниципалитета."
          >
            <TabLinks
              label="Что показать"
              items={Object.entries(REGION_MEASURES).map(([code, label]) => ({
                href: `/region?${new URLSearchParams({ schoolYear, show: code, ...sorted })}`,
                label,
                current: code === measure,
              }))}
            />
            <RegionTiles
              measure={measure}
              label={`Муниципалитеты: ${REGION_MEASURES[measure].toLowerCase()}, ${formatSchoolYear(schoolYear)}`}
              {...{ municipalities, progress, share }}
              hrefOf={dashboardOf}
            />
          </Panel>
          {share !== null && share > 0 && withList.length >= FEWEST_PLACES ? (
            <Panel>
              <FunnelPlot municipalities={withList} share={share} hrefOf={dashboardOf} />
            </Panel>
          ) : null}
          <Panel
            title={`Муниципалитеты: ${municipalities.length}`}
            description={`Где школ меньше ${FEW_SCHOOLS}, одна школа меняет долю больше чем на 10 процентных пунктов.`}
            padding="flush"
            actions={
              <TableFileLinks
                href="/region/file"
                query={{ schoolYear, sort: order.sort, direction: order.direction }}
              />
            }
          >
            <div className="px-4 pb-3 sm:px-5">
              <SegmentLegend labels={PROGRESS_LABELS.slice(0, 2)} />
            </div>
            <MunicipalityTable
              caption={`Муниципалитеты региона, ${formatSchoolYear(schoolYear)}`}
              schoolYear={schoolYear}
              municipalities={orderedMunicipalities(municipalities, order)}
              {...order}
              sortHref={(sort, direction) =>
                `/region?${new URLSearchParams({ schoolYear, show: measure, sort, direction })}`
              }
            />
          </Panel>
          <Panel
            title="Ход поддержки"
            description="Каждое число открывает свой список, суженный до муниципалитета."
            padding="flush"
          >
            <ProgressTable
              caption={`Ход поддержки по муниципалитетам, ${formatSchoolYear(schoolYear)}`}
              {...{ schoolYear, progress }}
              municipalities={orderedMunicipalities(municipalities, order)}
            />
          </Panel>
          <p className="text-sm text-muted">
            «В списке» — школы утверждённого списка с низкими результатами. Средняя сумма считается по всем таблицам
            принятых карт.
          </p>
        </div>
      )}
    </>
  );
}
