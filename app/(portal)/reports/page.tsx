import { RefreshCw } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { PlaceAndYear } from '@/components/dashboard/place-and-year';
import { MadeReportTable } from '@/components/reports/made-report-table';
import { ReportRequestForm } from '@/components/reports/report-request-form';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { may } from '@/lib/access/policy';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { DAYS_KEPT, madeReports, REPORT_KINDS, reportKind, reportPlace } from '@/lib/portal/reports/queries';
import { municipalityChoices } from '@/lib/portal/schools/queries';
import { sendReportRequest } from './actions';

export const metadata: Metadata = { title: 'Отчёты' };

const PAGE_SIZE = 20;

interface PageProps {
  searchParams: Promise<{ municipality?: string | string[]; year?: string | string[]; page?: string | string[] }>;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function ReportsPage({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const now = new Date();
  const search = await searchParams;
  const municipality = one(search.municipality);
  const asked = { municipalityId: municipality ? idOf(municipality) : undefined, schoolYear: one(search.year) };
  const place = opened(await reportPlace(viewer, asked));
  const { municipalityId, schoolYear, schools } = place;
  const paging = { page: Math.max(1, Math.trunc(Number(one(search.page))) || 1), pageSize: PAGE_SIZE };
  const made = opened(await madeReports(viewer, { municipalityId, ...paging }));
  const places = viewer.role === 'REGION_COORDINATOR' ? await municipalityChoices(viewer) : [];
  const here = (page: number) =>
    `/reports?${new URLSearchParams({ municipality: municipalityId, ...(schoolYear && { year: schoolYear }), ...(page > 1 && { page: String(page) }) })}`;
  const titleOf = ({ kind, schoolId }: { kind: string; schoolId: string | null }) =>
    [reportKind(kind)?.title ?? kind, schools.find(({ id }) => id === schoolId)?.name].filter(Boolean).join(': ');
  const waiting = made.items.some(({ state }) => state === 'QUEUED' || state === 'RUNNING');
  return (
    <>
      <PageHeader
        kind={capitalised(place.municipalityName)}
        title="Отчёты"
        description="Документы из того, что есть в портале. Числа в них те же, что на страницах. Собираются в фоне: страницу можно закрыть и вернуться."
      />
      <PlaceAndYear {...{ places, municipalityId }} years={place.schoolYears} schoolYear={schoolYear ?? undefined} />
      {schoolYear === null ? (
        <EmptyState title="Кампаний ещё не было">Отчёты появятся, когда МОЦ откроет первую кампанию.</EmptyState>
      ) : (
        <div className="space-y-6">
          <div className="grid gap-4 lg:grid-cols-2">
            {REPORT_KINDS.map((kind) => (
              <Panel
                key={kind.code}
                title={`${kind.title}, ${formatSchoolYear(schoolYear)}`}
                description={kind.description}
                actions={
                  may(viewer, 'report.template') ? (
                    <Link className="link text-sm" href={`/reports/templates/${kind.code}`}>
                      Тексты<span className="sr-only"> отчёта: {kind.title}</span>
                    </Link>
                  ) : null
                }
              >
                <ReportRequestForm
                  send={sendReportRequest}
                  kind={kind.code}
                  {...{ municipalityId, schoolYear }}
                  formats={kind.formats}
                  schools={kind.of === 'school' ? schools : undefined}
                />
              </Panel>
            ))}
          </div>
          <Panel
            title="Собранные отчёты"
            description={`Хранятся ${DAYS_KEPT} дней. Одни и те же сведения в один день дают один и тот же файл.`}
            padding={made.items.length > 0 ? 'flush' : 'normal'}
            actions={
              waiting ? (
                <LinkButton size="sm" href={here(paging.page)}>
                  <RefreshCw aria-hidden /> Обновить
                </LinkButton>
              ) : null
            }
          >
            {made.items.length > 0 ? (
              <>
                <MadeReportTable rows={made.items.map((row) => ({ ...row, title: titleOf(row) }))} now={now} />
                <Pagination page={paging.page} pageSize={PAGE_SIZE} total={made.total} hrefOf={here} />
              </>
            ) : (
              <p className="text-muted">Пока ничего не собирали.</p>
            )}
          </Panel>
          <p className="text-sm text-muted">
            Пакет свидетельств управленческого цикла собирается на странице{' '}
            <Link className="link" href={`/aims?municipality=${municipalityId}&year=${schoolYear}`}>
              целей
            </Link>
            , таблицы для расчётов — на страницах списков, csv и xlsx.
          </p>
        </div>
      )}
    </>
  );
}
