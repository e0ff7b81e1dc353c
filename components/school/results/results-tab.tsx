import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { countOf, formatSchoolYear, NBSP, typeset } from '@/lib/domain/russian';
import type { ResultsView, SchoolHead } from '@/lib/portal/schools/views';
import { pointsHref } from '../addresses';
import { pastIdentities } from '../past-identities';
import { FlagPanel } from './flag-panel';
import { GroupTable } from './group-table';
import { SimilarPanel } from './similar-panel';
import { SumFigures } from './sum-figures';
import { YearsPanel } from './years-panel';

/** How the school stands: the newest sums, what would lift the flag, ten years, schools in a similar position. */
export function ResultsTab({ head, view }: { head: SchoolHead; view: ResultsView }) {
  const { latest, previous, years, tables, flags, similar } = view;
  if (!latest) {
    return (
      <Panel>
        <EmptyState title="Принятых карт ещё нет">
          Суммы появятся, когда школа отправит карту, а МОЦ её примет.
        </EmptyState>
      </Panel>
    );
  }
  const similarSum = similar && latest.tables?.[similar.tableCode];
  const newest = years.at(-1);
  return (
    <div className="space-y-8">
      <section aria-labelledby="latest-title" className="space-y-4">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
          <div>
            <h2 id="latest-title" className="text-xl font-semibold">
              {formatSchoolYear(latest.schoolYear, true)}
            </h2>
            <p className="text-sm text-muted">
              Суммы отрицательных критериев: чем меньше, тем лучше.
              {newest && newest.cardId !== latest.cardId
                ? ` Последняя принятая карта; карта ${formatSchoolYear(newest.schoolYear)} года ещё не${NBSP}принята.`
                : ''}
            </p>
          </div>
          <LinkButton size="sm" href={pointsHref(head.id, latest.schoolYear)} data-print="none">
            Все баллы и основания
          </LinkButton>
        </div>
        {latest.openDisputes > 0 ? (
          <Notice tone="warning" title={`Оспаривается: ${countOf(latest.openDisputes, 'балл', 'балла', 'баллов')}`}>
            До решения МОЦ суммы могут измениться.
          </Notice>
        ) : null}
        {previous && previous.instrumentVersionId !== latest.instrumentVersionId ? (
          <Notice tone="info">
            Карта прошлого года заполнена по другой версии: часть изменения может идти от методики, а не от школы.
          </Notice>
        ) : null}
        <SumFigures schoolId={head.id} latest={latest} view={view} />
        <GroupTable schoolId={head.id} latest={latest} view={view} />
      </section>
      <section aria-labelledby="way-title" className="space-y-4">
        <div>
          <h2 id="way-title" className="text-xl font-semibold">
            {flags.some((flag) => flag.proposed !== false) ? 'Что изменить, чтобы выйти' : 'Отбор в список'}
          </h2>
          <p className="max-w-3xl text-sm text-muted">
            Предложение считает правило кампании, список утверждает МОЦ приказом. Балл снимает перемена в{NBSP}школе, а
            {NBSP}не другой ответ.
          </p>
        </div>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {flags.map((flag) => (
            <FlagPanel key={flag.tableCode} schoolId={head.id} schoolYear={latest.schoolYear} flag={flag} />
          ))}
        </div>
      </section>
      <section aria-labelledby="years-title" className="space-y-4">
        <div>
          <h2 id="years-title" className="text-xl font-semibold">
            По годам
          </h2>
          {pastIdentities(years, head).map((past) => (
            <p key={past.identity} className="text-sm text-muted">
              {past.years}: {typeset(past.identity)}.
            </p>
          ))}
        </div>
        {tables.map((table) => (
          <YearsPanel key={table.code} table={table} years={years} />
        ))}
      </section>
      {similar && similar.schools.length > 0 && similarSum ? (
        <SimilarPanel
          schools={similar.schools}
          tableTitle={tables.find((table) => table.code === similar.tableCode)?.title ?? ''}
          negativeSum={similarSum.negativeSum}
        />
      ) : null}
    </div>
  );
}
