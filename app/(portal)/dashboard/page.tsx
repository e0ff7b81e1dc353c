import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { ChangesPanel } from '@/components/dashboard/changes-panel';
import { SumCharts, TrendCharts } from '@/components/dashboard/dashboard-charts';
import { FlaggedPanel } from '@/components/dashboard/flagged-panel';
import { GroupHeat } from '@/components/dashboard/group-heat';
import { PlaceAndYear } from '@/components/dashboard/place-and-year';
import { CriteriaPanel, SignsPanel } from '@/components/dashboard/subject-panels';
import { PartnersPanel, StuckPanel, WeekPanel } from '@/components/dashboard/support-panels';
import { VerdictPanel } from '@/components/dashboard/verdict-panel';
import { cycleOf } from '@/components/dashboard/year-cycle';
import { FigureRow, yearFigures } from '@/components/dashboard/year-figures';
import { YearSteps } from '@/components/home/year-steps';
import { PrintButton } from '@/components/ranking/print-button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { capitalised } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { cityAnalysis, cityDashboard } from '@/lib/portal/dashboard/queries';
import { municipalityChoices } from '@/lib/portal/schools/queries';

export const metadata: Metadata = { title: 'Обзор года' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where a municipality stands in the year: who, why, what changed, what is stuck, who helps, whether it worked. */
export default async function DashboardPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const now = new Date();
  const { municipality, year: asked } = await searchParams;
  const chosen = {
    municipalityId: municipality ? idOf(String(municipality)) : undefined,
    schoolYear: typeof asked === 'string' && isSchoolYear(asked) ? asked : undefined,
  };
  const dashboard = opened(await cityDashboard(viewer, chosen, now));
  const { municipalityId, municipalityName, year, running, years, trend } = dashboard;
  const analysis = opened(await cityAnalysis(viewer, dashboard));
  const places = viewer.role === 'REGION_COORDINATOR' ? await municipalityChoices(viewer) : [];
  const figures = yearFigures(dashboard);
  const support = running ?? year;
  const schools = new URLSearchParams({ municipality: municipalityId, ...(year && { year: year.schoolYear }) });
  return (
    <>
      <PageHeader
        kind={capitalised(municipalityName)}
        title="Обзор года"
        description="Где мы в годовом цикле, каким школам нужна помощь, что стоит. Каждое число открывается своим списком."
        actions={
          <>
            <LinkButton href={`/dashboard/schools?${schools}`}>Ход работы по школам</LinkButton>
            {trend.length > 0 ? (
              <LinkButton href={`/analysis/movements?municipality=${municipalityId}`}>Движение по годам</LinkButton>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <PlaceAndYear {...{ places, municipalityId, years }} schoolYear={year?.schoolYear} />
      {year && support && analysis && figures ? (
        <div className="space-y-6">
          <YearSteps steps={cycleOf(dashboard)} />
          <FigureRow figures={Object.values(figures)} className="grid grid-cols-2 gap-3 lg:grid-cols-6" />
          <FlaggedPanel year={year} analysis={analysis} />
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <div className="space-y-6">
              <StuckPanel {...{ municipalityId, support }} earlier={running !== null} />
              <WeekPanel coming={year.coming} now={now} />
            </div>
            <div className="space-y-6">
              <PartnersPanel {...{ municipalityId, support }} earlier={running !== null} />
              <ChangesPanel year={year} now={now} />
            </div>
          </div>
          <VerdictPanel municipalityId={municipalityId} analysis={analysis} />
          <TrendCharts trend={trend} municipalityId={municipalityId} />
          <SumCharts analysis={analysis} />
          <GroupHeat analysis={analysis} />
          <SignsPanel municipalityId={municipalityId} analysis={analysis} />
          <CriteriaPanel analysis={analysis} />
          <p className="flex flex-wrap gap-3" data-print="none">
            <LinkButton href="/monitoring/causes">Причины неуспешности</LinkButton>
          </p>
        </div>
      ) : (
        <EmptyState title="Кампаний ещё не было">Обзор появится, когда МОЦ откроет первую кампанию.</EmptyState>
      )}
    </>
  );
}
