import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { aimsHref } from '@/components/aims/aims-href';
import { AimsTabs } from '@/components/aims/aims-tabs';
import { BeginYear } from '@/components/aims/begin-year';
import { CompletenessLegend, CompletenessTable } from '@/components/aims/completeness-table';
import { CyclePositions } from '@/components/aims/cycle-positions';
import { SupportFilter } from '@/components/support/support-filter';
import { buttonLook } from '@/components/ui/button-look';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { Viewer } from '@/lib/access/viewer';
import { POSITION_CODES } from '@/lib/domain/aims/positions';
import { formatSchoolYear } from '@/lib/domain/russian';
import { completenessOf, cycleView } from '@/lib/portal/aims/queries';
import { sendBeginYear } from './actions';
import { type AimsSearch, askedAims } from './asked';

export const metadata: Metadata = { title: 'Цели и показатели' };

/** The management cycle of a municipality's year; for who sees several municipalities first all of them. */
export default async function AimsPage({ searchParams }: { searchParams: AimsSearch }) {
  const { viewer, asked } = await askedAims(searchParams);
  if (asked.municipalityId === undefined && viewer.municipalityIds.length > 1) {
    return <AllMunicipalities viewer={viewer} schoolYear={asked.schoolYear} />;
  }
  const { place, begun, copyFrom, positions, complete } = opened(await cycleView(viewer, asked));
  const { schoolYear } = place;
  const progress = `Заполнено ${complete} из ${POSITION_CODES.length}`;
  return (
    <>
      <PageHeader
        kind={`${place.municipality}, ${formatSchoolYear(schoolYear, true)}`}
        title="Цели и показатели"
        description="Полный управленческий цикл: программа повышения качества и девять позиций, по которым оценивают муниципальные механизмы."
        actions={
          begun ? (
            <a
              href={aimsHref('/aims/pack', place)}
              className={buttonLook({ variant: 'primary' })}
              data-look="button"
              download
            >
              Скачать пакет материалов
            </a>
          ) : null
        }
      />
      <AimsTabs place={place} view="cycle" />
      {begun ? (
        <>
          <div className="mb-6 max-w-xl">
            <ProgressBar value={complete} max={POSITION_CODES.length} label={progress} labelShown />
            <p className="mt-2 text-sm text-muted">
              Что считать заполненным — предложение портала, не официальная оценка.
            </p>
          </div>
          <h2 className="sr-only">Позиции</h2>
          <CyclePositions place={place} positions={positions} />
        </>
      ) : (
        <BeginYear
          schoolYear={schoolYear}
          copyFrom={copyFrom}
          begin={place.mayChange ? (from) => sendBeginYear.bind(null, { schoolYear, copyFrom: from }) : null}
        />
      )}
    </>
  );
}

async function AllMunicipalities({ viewer, schoolYear }: { viewer: Viewer; schoolYear: string | undefined }) {
  const view = opened(await completenessOf(viewer, schoolYear));
  return (
    <>
      <PageHeader
        kind={formatSchoolYear(view.schoolYear, true)}
        title="Цели и показатели муниципалитетов"
        description="Насколько описан управленческий цикл. Это не оценка школ и не место муниципалитета: стоят по алфавиту."
      />
      <SupportFilter years={view.schoolYears} schoolYear={view.schoolYear} />
      <Panel padding="flush">
        <CompletenessTable rows={view.rows} schoolYear={view.schoolYear} />
      </Panel>
      <div className="mt-4">
        <CompletenessLegend />
      </div>
    </>
  );
}
