import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { YearLinks } from '@/components/ranking/year-links';
import { RegionSchoolTable } from '@/components/region/region-school-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { TabLinks } from '@/components/ui/tab-links';
import { TableFileLinks } from '@/components/ui/table-file-links';
import type { Track } from '@/lib/domain/instrument';
import { capitalised, formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { rankingOfRegion } from '@/lib/portal/lists/queries';
import { regionOverview } from '@/lib/portal/overview/queries';
import { pagingSchema } from '@/lib/portal/paging';

export const metadata: Metadata = { title: 'Школы региона' };

interface PageProps {
  searchParams: Promise<{ schoolYear?: string; track?: string; municipality?: string; page?: string }>;
}

export default async function RegionSchoolsPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  if (viewer.role !== 'REGION_COORDINATOR') forbidden();
  const search = await searchParams;
  const asked = search.schoolYear && isSchoolYear(search.schoolYear) ? search.schoolYear : undefined;
  const overview = opened(await regionOverview(viewer, asked));
  const { schoolYear, municipalities } = overview;
  if (!schoolYear) notFound();
  const track: Track = search.track === 'ADVERSE_CONDITIONS' ? 'ADVERSE_CONDITIONS' : 'LOW_RESULTS';
  const municipality = municipalities.find((one) => one.municipalityId === search.municipality);
  const ranking = opened(
    await rankingOfRegion(viewer, {
      ...pagingSchema.parse({ page: search.page }),
      schoolYear,
      track,
      ...(municipality ? { municipalityId: municipality.municipalityId } : {}),
    }),
  );
  const address = (change: Record<string, string>) =>
    `/region/schools?${new URLSearchParams({
      schoolYear,
      track,
      ...(municipality ? { municipality: municipality.municipalityId } : {}),
      ...change,
    })}`;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Регион', href: `/region?schoolYear=${schoolYear}` }]}
        kind={formatSchoolYear(schoolYear, true)}
        title="Школы региона"
        description="Каждую школу судит правило её муниципалитета. Карты разных муниципалитетов могут отличаться."
        actions={
          <YearLinks
            current={schoolYear}
            years={overview.schoolYears.map((year) => ({ schoolYear: year, href: address({ schoolYear: year }) }))}
          />
        }
      />
      <TabLinks
        label="Направления"
        items={(['LOW_RESULTS', 'ADVERSE_CONDITIONS'] as const).map((one) => ({
          href: address({ track: one }),
          label: TRACK_NAMES[one],
          current: one === track,
        }))}
      />
      <Panel
        title={`Школы: ${formatNumber(ranking.total)}`}
        padding="flush"
        actions={
          <TableFileLinks
            href="/region/schools/file"
            query={{ schoolYear, track, municipality: municipality?.municipalityId }}
          />
        }
      >
        <form data-print="none" className="flex flex-wrap items-end gap-3 px-4 pb-4 sm:px-5">
          <input type="hidden" name="schoolYear" value={schoolYear} />
          <input type="hidden" name="track" value={track} />
          <SelectField
            label="Муниципалитет"
            name="municipality"
            defaultValue={municipality?.municipalityId ?? ''}
            options={[
              { value: '', label: 'Все' },
              ...municipalities.map(({ municipalityId, name }) => ({
                value: municipalityId,
                label: capitalised(name),
              })),
            ]}
            fieldClassName="w-80 max-w-full"
          />
          <Button type="submit">Показать</Button>
        </form>
        {ranking.items.length > 0 ? (
          <RegionSchoolTable caption={`${TRACK_NAMES[track]}: школы региона`} schools={ranking.items} />
        ) : (
          <EmptyState title="Школ не нашлось">В этом году здесь не было кампании.</EmptyState>
        )}
        <Pagination {...ranking} hrefOf={(page) => address({ page: String(page) })} />
      </Panel>
    </>
  );
}
