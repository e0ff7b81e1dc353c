import type { Metadata } from 'next';
import Link from 'next/link';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { OBJECTIVITY, placeHref } from '@/components/objectivity/addresses';
import { ObjectivityTabs } from '@/components/objectivity/objectivity-tabs';
import { type PlaneMeasure, planeOf } from '@/components/objectivity/quadrants';
import { TrustPlane } from '@/components/objectivity/trust-plane';
import { WordingNote } from '@/components/objectivity/wording-note';
import { MunicipalitySwitch } from '@/components/ranking/municipality-switch';
import { PrintButton } from '@/components/ranking/print-button';
import { YearLinks } from '@/components/ranking/year-links';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { capitalised, typeset } from '@/lib/domain/russian';
import { objectivityPlane } from '@/lib/portal/objectivity/queries';
import type { PlanePoint } from '@/lib/portal/objectivity/views';
import { type PlaceSearch, placeOf } from '../place';

export const metadata: Metadata = { title: 'Результат и доверие' };

interface PageProps {
  searchParams: Promise<PlaceSearch & { result?: string }>;
}

/** Results beside trust: which schools ask for which support. */
export default async function PlanePage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const search = await searchParams;
  const { municipalityId, schoolYear, choices } = await placeOf(viewer, search);
  const view = opened(await objectivityPlane(viewer, municipalityId, schoolYear));
  const measure = search.result === 'mark' ? 'mark' : 'sum';
  const plane = planeOf(view.points, measure);
  const { middle } = plane;
  const address = (year: string, result = measure) =>
    placeHref('/plane', { municipality: municipalityId, year, result: result === 'sum' ? null : result });
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Анализ', href: '/analysis' }]}
        kind={capitalised(view.municipalityName)}
        title="Результат и доверие"
        description="Низкий результат с надёжными данными и хороший с сомнительными просят разной помощи."
        actions={
          <>
            {choices.length > 1 ? (
              <MunicipalitySwitch campaigns={choices} current={municipalityId} action={`${OBJECTIVITY}/plane`} />
            ) : null}
            {view.years.length > 0 ? (
              <YearLinks
                current={view.schoolYear}
                years={view.years.map((year) => ({ schoolYear: year, href: address(year) }))}
              />
            ) : null}
            {view.points.length > 0 ? (
              <TableFileLinks
                href={`${OBJECTIVITY}/plane/file`}
                query={{ municipality: municipalityId, year: view.schoolYear, result: measure }}
              />
            ) : null}
            <PrintButton />
          </>
        }
      />
      <ObjectivityTabs municipalityId={municipalityId} schoolYear={view.schoolYear} view="plane" />
      <div className="space-y-4">
        <WordingNote />
        <div data-print="none" className="flex flex-wrap items-center gap-2 text-sm">
          <span className="text-muted">Результат:</span>
          {(['sum', 'mark'] as const).map((one) => (
            <LinkButton
              key={one}
              href={address(view.schoolYear, one)}
              size="sm"
              scroll={false}
              variant={one === measure ? 'primary' : 'secondary'}
              aria-current={one === measure ? 'true' : undefined}
            >
              {one === 'sum' ? 'сумма отрицательных критериев' : 'средняя отметка ВПР'}
            </LinkButton>
          ))}
        </div>
        {middle ? (
          <Panel>
            <TrustPlane plane={{ ...plane, middle }} measure={measure} />
          </Panel>
        ) : (
          <EmptyState title="Поставить на плоскость пока некого">
            {measure === 'sum'
              ? 'Нужны принятые карты кампании, которая считает этот год, и результаты ВПР.'
              : 'Нужны отметки ВПР за этот год и хотя бы несколько проверенных признаков.'}
          </EmptyState>
        )}
        {plane.apart.length > 0 ? <Apart points={plane.apart} measure={measure} /> : null}
      </div>
    </>
  );
}

function Apart({ points, measure }: { points: readonly PlanePoint[]; measure: PlaneMeasure }) {
  const missing = measure === 'sum' ? 'карта ещё не принята' : 'нет отметок ВПР';
  return (
    <Panel
      title={`Вне плоскости: ${points.length}`}
      description="Портал воздерживается: проверок слишком мало, чтобы судить о доверии, или нет результата."
    >
      <ul className="flex flex-wrap gap-x-6 gap-y-1.5 text-sm">
        {points.map(({ schoolId, name, trust }) => (
          <li key={schoolId}>
            <Link href={`${OBJECTIVITY}/schools/${schoolId}`} className="link" prefetch={false}>
              {typeset(name)}
            </Link>{' '}
            <span className="text-muted">{trust.value === null ? `проверок ${trust.checks}` : missing}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
