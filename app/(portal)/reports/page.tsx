import { FileDown } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { PlaceAndYear } from '@/components/dashboard/place-and-year';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { may } from '@/lib/access/policy';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { cityDashboard } from '@/lib/portal/dashboard/queries';
import { municipalityChoices } from '@/lib/portal/schools/queries';

export const metadata: Metadata = { title: 'Отчёты' };

export default async function ReportsPage({
  searchParams,
}: {
  searchParams: Promise<{ municipality?: string; year?: string }>;
}) {
  const viewer = await requireViewer();
  const { municipality, year: asked = '' } = await searchParams;
  const chosen = {
    municipalityId: municipality ? idOf(municipality) : undefined,
    schoolYear: isSchoolYear(asked) ? asked : undefined,
  };
  const { municipalityId, municipalityName, year, years } = opened(await cityDashboard(viewer, chosen, new Date()));
  const places = viewer.role === 'REGION_COORDINATOR' ? await municipalityChoices(viewer) : [];
  const file = (format: string) =>
    `/reports/file?${new URLSearchParams({ municipality: municipalityId, year: year?.schoolYear ?? '', format })}`;
  return (
    <>
      <PageHeader
        kind={capitalised(municipalityName)}
        title="Отчёты"
        description="Документы из того, что есть в портале. Числа в них те же, что на страницах."
      />
      <PlaceAndYear {...{ places, municipalityId, years }} schoolYear={year?.schoolYear} />
      {year ? (
        <div className="space-y-6">
          <Panel
            title={`Годовой отчёт центра, ${formatSchoolYear(year.schoolYear)}`}
            description="Мониторинг и список, движение по годам, поддержка, партнёры, мероприятия, выводы."
          >
            <div className="flex flex-wrap gap-3">
              <LinkButton variant="primary" href={file('docx')} prefetch={false}>
                <FileDown aria-hidden /> Word
              </LinkButton>
              <LinkButton href={file('pdf')} prefetch={false}>
                <FileDown aria-hidden /> PDF
              </LinkButton>
              {may(viewer, 'report.template') ? <LinkButton href="/reports/template">Тексты отчёта</LinkButton> : null}
            </div>
          </Panel>
          <Panel title="Другие документы">
            <ul className="list-disc space-y-1 pl-5">
              <li>
                <Link className="link" href={`/support?year=${year.schoolYear}`}>
                  Досье школы
                </Link>{' '}
                — на странице поддержки школы, Word и PDF
              </li>
              <li>
                <Link className="link" href="/monitoring/causes">
                  Статистический отчёт о причинах неуспешности
                </Link>{' '}
                — на странице сбора матриц
              </li>
              <li>
                <Link
                  className="link"
                  href={year.list ? `/analysis/lists/${year.list.id}` : `/analysis/campaigns/${year.campaign.id}`}
                >
                  Список школ с приказом
                </Link>
              </li>
              <li>
                <Link className="link" href={`/aims?year=${year.schoolYear}`}>
                  Пакет свидетельств управленческого цикла
                </Link>{' '}
                — архив на странице целей
              </li>
            </ul>
          </Panel>
        </div>
      ) : (
        <EmptyState title="Кампаний ещё не было">Отчёт появится, когда МОЦ откроет первую кампанию.</EmptyState>
      )}
    </>
  );
}
