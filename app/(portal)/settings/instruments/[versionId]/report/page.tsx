import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { DiagnosisTable } from '@/components/instruments/report/diagnosis-table';
import { ReportChoiceForm } from '@/components/instruments/report/report-choice-form';
import { ReportLimits } from '@/components/instruments/report/report-limits';
import { EmptyState } from '@/components/ui/empty-state';
import { FigureWithChange } from '@/components/ui/figure-with-change';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { countOf, formatNumber } from '@/lib/domain/russian';
import { criteriaReport } from '@/lib/portal/instruments/queries';
import { type CriteriaReport, reportChoiceSchema } from '@/lib/portal/instruments/schema';
import type { VersionParams } from '../version';

export const metadata: Metadata = { title: 'Отчёт о критериях' };

interface PageInput extends VersionParams {
  searchParams: Promise<{ year?: string | string[]; municipality?: string }>;
}

export default async function ReportPage({ params, searchParams }: PageInput) {
  const { year, municipality } = await searchParams;
  const choice = reportChoiceSchema.parse({ years: year, municipalityId: municipality ?? null });
  const found = await criteriaReport(await requireViewer(), (await params).versionId, choice);
  if (!found.ok) return found.failure.code === 'FORBIDDEN' ? forbidden() : notFound();
  const report = found.value;
  const { version } = report;
  const questioned = report.diagnoses.filter(({ findings }) => findings.length > 0 && !findings.includes('TOO_FEW'));
  return (
    <>
      <PageHeader
        title="Отчёт о критериях"
        description="Какие вопросы карты не различают школы: никогда не срабатывают, срабатывают у всех, повторяют друг друга или не связаны с остальными."
        breadcrumbs={[
          { label: 'Диагностические карты', href: '/settings/instruments' },
          { label: `${version.title}, версия ${version.number}`, href: `/settings/instruments/${version.id}` },
        ]}
        actions={
          report.years.length > 0 ? (
            <TableFileLinks
              href={`/settings/instruments/${version.id}/report/file`}
              query={{ year: choice.years, municipality: choice.municipalityId ?? undefined }}
            />
          ) : null
        }
      />
      {report.years.length === 0 ? (
        <Panel>
          <EmptyState title="Данных пока нет">
            По этой версии ещё не проводили кампаний. Отчёт появится, когда будут приняты карты школ.
          </EmptyState>
        </Panel>
      ) : (
        <div className="space-y-6">
          <ReportChoiceForm report={report} />
          <Findings report={report} questioned={questioned} />
        </div>
      )}
      <div className="mt-6 space-y-6">
        <Groundless report={report} />
        <Panel title="По каким порогам сделаны выводы">
          <ReportLimits />
        </Panel>
      </div>
    </>
  );
}

function Findings({ report, questioned }: { report: CriteriaReport; questioned: CriteriaReport['diagnoses'] }) {
  const tooFew = report.diagnoses.filter(({ findings }) => findings.includes('TOO_FEW')).length;
  const ofAll = `из ${countOf(report.diagnoses.length, 'критерия', 'критериев', 'критериев')}`;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-3">
        <FigureWithChange label="Принятых карт учтено" value={formatNumber(report.cards)} />
        <FigureWithChange label="Стоит пересмотреть" value={formatNumber(questioned.length)} unit={ofAll} />
        <FigureWithChange label="Данных недостаточно" value={formatNumber(tooFew)} unit={ofAll} />
      </div>
      {tooFew > 0 ? (
        <Notice tone="neutral" title="О части критериев судить рано">
          Данных недостаточно о {countOf(tooFew, 'критерии', 'критериях', 'критериях')}: карт с определённым ответом
          мало. Выберите больше лет.
        </Notice>
      ) : null}
      <Panel title={`Стоит пересмотреть: ${questioned.length}`} padding={questioned.length > 0 ? 'flush' : 'normal'}>
        {questioned.length > 0 ? (
          <DiagnosisTable caption="Критерии с замечаниями" diagnoses={questioned} explained />
        ) : (
          <p>Среди критериев, о которых можно судить, замечаний нет.</p>
        )}
      </Panel>
      <details className="rounded-lg border border-line bg-surface">
        <summary className="link px-4 py-3 font-medium sm:px-5">Все критерии: {report.diagnoses.length}</summary>
        <div className="border-t border-line">
          <DiagnosisTable caption="Все критерии карты" diagnoses={report.diagnoses} />
        </div>
      </details>
    </>
  );
}

/** Why each question is asked must be said: the list of those that do not. */
function Groundless({ report }: { report: CriteriaReport }) {
  return (
    <Panel title={`Без правового основания или цели: ${report.groundless.length}`}>
      {report.groundless.length > 0 ? (
        <ul className="divide-y divide-line">
          {report.groundless.map(({ code, text }) => (
            <li key={code} className="py-2">
              <span className="block text-sm text-muted">{code}</span>
              {text}
            </li>
          ))}
        </ul>
      ) : (
        <p>Для каждого критерия записано, зачем школу об этом спрашивают.</p>
      )}
    </Panel>
  );
}
