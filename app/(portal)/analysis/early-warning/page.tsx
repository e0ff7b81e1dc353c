import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { BackTestFigure } from '@/components/early-warning/back-test-figure';
import { WarningTable } from '@/components/early-warning/warning-table';
import { PrintButton } from '@/components/ranking/print-button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { ALARM_CHANCE, MIN_HISTORIES } from '@/lib/domain/early-warning/forecast';
import { capitalised, countOf, formatNumber, formatPercent, formatSchoolYear } from '@/lib/domain/russian';
import { nextSchoolYear } from '@/lib/domain/school-year';
import { earlyWarningView } from '@/lib/portal/early-warning/queries';
import type { EarlyWarningView } from '@/lib/portal/early-warning/views';

export const metadata: Metadata = { title: 'Раннее предупреждение' };

interface PageProps {
  searchParams: Promise<{ municipality?: string }>;
}

/** Schools not on the list whose last three years point there; for a school there is no such page. */
export default async function EarlyWarningPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  if (viewer.role === 'PRINCIPAL') notFound();
  if (!may(viewer, 'ranking.read')) forbidden();
  const { municipality } = await searchParams;
  const view = opened(await earlyWarningView(viewer, municipality ? idOf(municipality) : undefined));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Анализ', href: '/analysis' }]}
        kind={view.municipality ? capitalised(view.municipality.name) : 'Все муниципалитеты'}
        title="Раннее предупреждение"
        description="Школы вне списка, которым последние три года обещают сумму у порога отбора. Видят МОЦ и СОИРО; школам страница не показывается."
        actions={
          <>
            <TableFileLinks href="/analysis/early-warning/file" query={{ municipality }} />
            <PrintButton />
          </>
        }
      />
      {view.schoolYear === null || view.line === null ? (
        <EmptyState title="Прогноза пока нет">
          Нужны карты за четыре года и больше: не меньше {MIN_HISTORIES} историй школ.
        </EmptyState>
      ) : (
        <div className="space-y-6">
          <Notice tone="info" title="Прогноз — повод присмотреться, а не вывод о школе">
            {methodWords(view.line)} Правило и порог — предложение разработчиков портала.
          </Notice>
          <Panel
            title={`Прогноз на ${formatSchoolYear(nextSchoolYear(view.schoolYear))}`}
            description={`Предупреждение — от ${formatPercent(ALARM_CHANCE, 0)} вероятности достичь порога. Без предупреждения: ${countOf(view.quiet, 'школа', 'школы', 'школ')} вне списка. Не оценены, нет трёх лет подряд: ${view.short}. На рисунке: точки — суммы трёх лет, квадрат — прогноз, красный пунктир — порог.`}
            padding={view.warnings.length > 0 ? 'flush' : 'normal'}
          >
            {view.warnings.length > 0 ? (
              <WarningTable warnings={view.warnings} withMunicipality={view.municipality === null} />
            ) : (
              <p>Ни одной школе вне списка прогноз не обещает сумму у порога.</p>
            )}
          </Panel>
          <Panel>
            <BackTestFigure tested={view.tested} description={testedWords(view.tested)} />
          </Panel>
        </div>
      )}
    </>
  );
}

function methodWords({
  weights: [first, second, third],
  spread,
  fittedOn,
}: NonNullable<EarlyWarningView['line']>): string {
  return `Прогноз — среднее муниципалитета плюс отличие школы от него: ${formatNumber(third, 2)} отличия последнего года, ${formatNumber(second, 2)} предыдущего и ${formatNumber(first, 2)} ещё более раннего. Веса измерены по ${formatNumber(fittedOn)} историям прошлых лет; обычная ошибка ${formatNumber(spread, 1)} балла.`;
}

function testedWords({ years, forecast }: EarlyWarningView['tested']): string {
  if (years.length === 0) return 'Лет для проверки ещё мало.';
  const tested = years.map((year) => formatSchoolYear(nextSchoolYear(year))).join(', ');
  return `Прогнозы на ${tested}, каждый по данным, известным к тому времени: ${countOf(forecast.n, 'случай', 'случая', 'случаев')}, порога достигли ${forecast.reached}. Ошибка Брайера: 0 — без ошибок.`;
}
