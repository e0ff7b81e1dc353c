import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { SumCharts, TrendCharts } from '@/components/dashboard/dashboard-charts';
import { DashboardLists } from '@/components/dashboard/dashboard-lists';
import { PlaceAndYear } from '@/components/dashboard/place-and-year';
import { cycleOf } from '@/components/dashboard/year-cycle';
import { YearSteps } from '@/components/home/year-steps';
import { PrintButton } from '@/components/ranking/print-button';
import { EmptyState } from '@/components/ui/empty-state';
import { FigureWithChange } from '@/components/ui/figure-with-change';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { capitalised, formatPercent, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { cityDashboard } from '@/lib/portal/dashboard/queries';
import type { DashboardYear } from '@/lib/portal/dashboard/views';
import { heatMapView } from '@/lib/portal/lists/queries';
import { municipalityChoices } from '@/lib/portal/schools/queries';

export const metadata: Metadata = { title: 'Обзор года' };

interface PageProps {
  searchParams: Promise<{ municipality?: string; year?: string }>;
}

export default async function DashboardPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const now = new Date();
  const { municipality, year: asked = '' } = await searchParams;
  const chosen = {
    municipalityId: municipality ? idOf(municipality) : undefined,
    schoolYear: isSchoolYear(asked) ? asked : undefined,
  };
  const { municipalityId, municipalityName, year, years, trend } = opened(await cityDashboard(viewer, chosen, now));
  const places = viewer.role === 'REGION_COORDINATOR' ? await municipalityChoices(viewer) : [];
  const before = trend.filter(({ schoolYear }) => year && schoolYear < year.schoolYear).at(-1);
  const sums = year ? opened(await heatMapView(viewer, year.campaign.id)) : null;
  const earlier = sums?.years.filter(({ schoolYear }) => year && schoolYear < year.schoolYear).sort(newestFirst)[0];
  const sumsBefore = earlier ? opened(await heatMapView(viewer, earlier.campaignId)) : null;
  return (
    <>
      <PageHeader
        kind={capitalised(municipalityName)}
        title="Обзор года"
        description="Где мы в годовом цикле, каким школам нужна помощь, что стоит. Каждое число открывается своим списком."
        actions={
          <>
            {trend.length > 0 ? (
              <LinkButton href={`/analysis/movements?municipality=${municipalityId}`}>Движение по годам</LinkButton>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <PlaceAndYear {...{ places, municipalityId, years }} schoolYear={year?.schoolYear} />
      {year ? (
        <div className="space-y-6">
          <YearSteps steps={cycleOf(year, { municipalityId, trend })} />
          <Figures year={year} before={before} />
          <DashboardLists year={year} sums={sums} now={now} />
          <TrendCharts trend={trend} />
          {sums ? <SumCharts now={sums} before={sumsBefore} /> : null}
          <p className="flex flex-wrap gap-3" data-print="none">
            <LinkButton href={`/analysis/campaigns/${year.campaign.id}/heat-map`}>Школы и критерии</LinkButton>
            <LinkButton href={`/analysis/objectivity?year=${year.schoolYear}`}>
              Предметы и классы: признаки ВПР
            </LinkButton>
            <LinkButton href="/monitoring/causes">Причины неуспешности</LinkButton>
          </p>
        </div>
      ) : (
        <EmptyState title="Кампаний ещё не было">Обзор появится, когда МОЦ откроет первую кампанию.</EmptyState>
      )}
    </>
  );
}

const newestFirst = (a: { schoolYear: string }, b: { schoolYear: string }) => b.schoolYear.localeCompare(a.schoolYear);

interface FiguresProps {
  year: DashboardYear;
  before: { schoolYear: string; listed: readonly string[] } | undefined;
}

function Figures({ year, before }: FiguresProps) {
  const { campaign, cards, list, recommendations, schoolYear } = year;
  const board = `/monitoring/campaigns/${campaign.id}`;
  const notFiled = cards.DRAFT + cards.RETURNED;
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-6">
      <FigureWithChange
        label="Охват"
        value={formatPercent(cards.all === 0 ? null : cards.ACCEPTED / cards.all)}
        unit={`${cards.ACCEPTED} из ${cards.all}`}
        href={`${board}?show=accepted`}
      />
      <FigureWithChange label="Не сдали" value={String(notFiled)} href={`${board}?show=notFiled`} />
      <FigureWithChange label="Опаздывают" value={String(cards.late)} href={`${board}?show=late`} />
      <FigureWithChange label="Ждут проверки" value={String(cards.review)} href={`${board}?show=review`} />
      <FigureWithChange
        label="В списке"
        value={list ? String(list.schools.length) : '—'}
        href={list ? `/analysis/lists/${list.id}` : `/analysis/campaigns/${campaign.id}`}
        {...(list && before
          ? {
              change: {
                value: list.schools.length - before.listed.length,
                since: `к ${formatSchoolYear(before.schoolYear)}`,
                better: 'down' as const,
              },
            }
          : {})}
      />
      <FigureWithChange
        label="Рекомендации выполнены"
        value={String(recommendations.done)}
        unit={`из ${recommendations.issued}`}
        href={`/support/recommendations?year=${schoolYear}&status=DONE`}
        {...(recommendations.late > 0 ? { hint: `без ответа в срок: ${recommendations.late}` } : {})}
      />
    </div>
  );
}
