import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { StackedColumns } from '@/components/charts/stacked-columns';
import { MovementTable } from '@/components/lists/movement-table';
import { MunicipalitySwitch } from '@/components/ranking/municipality-switch';
import { PrintButton } from '@/components/ranking/print-button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { capitalised, formatPercent, formatSchoolYear } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { movementsView, newestCampaigns } from '@/lib/portal/lists/queries';
import type { YearMovement } from '@/lib/portal/lists/views';

export const metadata: Metadata = { title: 'Движение по годам' };

interface PageProps {
  searchParams: Promise<{ municipality?: string }>;
}

/** Who entered the lists, stayed and left over the years, of one municipality. */
export default async function MovementsPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  if (!may(viewer, 'ranking.read')) forbidden();
  const campaigns = await newestCampaigns(viewer);
  const { municipality } = await searchParams;
  const chosen = municipality ? idOf(municipality) : (viewer.municipalityId ?? campaigns[0]?.municipalityId);
  if (!chosen) notFound();
  const view = opened(await movementsView(viewer, chosen));
  const tracks = view.tracks.filter((track) => track.years.length > 0);
  const campaign = campaigns.find((one) => one.municipalityId === chosen);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Анализ', href: campaign ? `/analysis/campaigns/${campaign.campaignId}` : '/analysis' }]}
        kind={capitalised(view.municipalityName)}
        title="Движение по годам"
        description="Какие школы вошли в утверждённые списки, остались в них и вышли. Считаются списки, которые действуют."
        actions={
          <>
            {campaigns.length > 1 ? (
              <MunicipalitySwitch campaigns={campaigns} current={chosen} action="/analysis/movements" />
            ) : null}
            {tracks.length > 0 ? (
              <TableFileLinks href="/analysis/movements/file" query={{ municipality: chosen }} />
            ) : null}
            <PrintButton />
          </>
        }
      />
      {tracks.length === 0 ? (
        <EmptyState
          title="Утверждённых списков ещё нет"
          actions={
            campaign ? <LinkButton href={`/analysis/campaigns/${campaign.campaignId}`}>К рейтингу</LinkButton> : null
          }
        >
          Движение появится, когда МОЦ утвердит первый список.
        </EmptyState>
      ) : (
        <div className="space-y-6">
          {tracks.map(({ track, years }) => (
            <Panel key={track} title={TRACK_NAMES[track]} padding="flush">
              <div className="px-4 pb-5 sm:px-5">
                <StackedColumns
                  title="Школ в списке"
                  level={3}
                  rowName="Учебный год"
                  totalName="В списке"
                  height={14}
                  series={SERIES}
                  rows={years.map((year) => ({ label: formatSchoolYear(year.schoolYear), values: countsOf(year) }))}
                  summary={summaryOf(years)}
                />
              </div>
              <MovementTable
                caption={`${TRACK_NAMES[track]}: движение по годам`}
                years={years}
                schools={view.schools}
              />
            </Panel>
          ))}
        </div>
      )}
    </>
  );
}

const SERIES = [
  { key: 'stayed', label: 'Остались' },
  { key: 'entered', label: 'Вошли' },
  { key: 'first', label: 'Первый список' },
];

/** Of the first list nobody knows who is new on it. */
function countsOf({ entered, stayed, listed }: YearMovement) {
  return entered && stayed
    ? { stayed: stayed.length, entered: entered.length, first: null }
    : { stayed: null, entered: null, first: listed.length };
}

function summaryOf(years: readonly YearMovement[]): string {
  const words = years.map(
    ({ schoolYear, listed, schoolCount }) =>
      `${formatSchoolYear(schoolYear)}: ${listed.length}, ${formatPercent(schoolCount > 0 ? listed.length / schoolCount : null)}`,
  );
  return `Школ в списке по годам: ${words.join('; ')}.`;
}
