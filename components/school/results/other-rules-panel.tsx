import Link from 'next/link';
import { FederalStatus } from '@/components/federal-rule/federal-status';
import { TypeName } from '@/components/social-conditions/type-mark';
import { Panel } from '@/components/ui/panel';
import { federalRuleWords, verdictWords } from '@/lib/domain/federal-words';
import { formatNumber, formatSchoolYear, NBSP } from '@/lib/domain/russian';
import type { SchoolFederalRule } from '@/lib/portal/federal-rule/views';
import type { SchoolConditions } from '@/lib/portal/social-conditions/views';

export interface OtherRulesPanelProps {
  rule: SchoolFederalRule;
  /** null: who looks may not compare schools */
  conditions: SchoolConditions | null;
}

/** What stands beside the sums: the federal rule and, for who compares schools, the index of conditions. */
export function OtherRulesPanel({ rule, conditions }: OtherRulesPanelProps) {
  const { campaignId, resultsYear, settings, verdict } = rule;
  const open = conditions ? `?school=${encodeURIComponent(conditions.schoolCode)}` : null;
  return (
    <div className={`mt-8 grid items-start gap-4 ${conditions ? 'lg:grid-cols-2' : ''}`}>
      <Panel
        title="Федеральное правило"
        description={`Результаты ${formatSchoolYear(resultsYear)} и${NBSP}года до${NBSP}него.`}
      >
        <FederalStatus result={verdict.result} />
        <p className="mt-2 max-w-prose">{verdictWords(verdict, settings)}</p>
        <p className="mt-2 max-w-prose text-sm text-muted">
          Школа отбирается, если {federalRuleWords(settings)}. Набор процедур и{NBSP}наименьшее число участников
          {NBSP}— предложение разработчиков портала.
        </p>
        {open ? (
          <p data-print="none" className="mt-2">
            <Link href={`/analysis/campaigns/${campaignId}/rules${open}`} className="link" prefetch={false}>
              Доли и источники
            </Link>
          </p>
        ) : null}
      </Panel>
      {conditions ? (
        <Panel title="Социальные условия" description="Индекс среди школ муниципалитета: среднее 100, больше — лучше.">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="text-3xl font-semibold tabular-nums">{formatNumber(conditions.index, 1)}</span>
            <span className="text-sm text-muted">{placeWords(conditions)}</span>
          </p>
          {conditions.type ? (
            <p className="mt-2">
              <TypeName type={conditions.type} />
              {conditions.resilient ? `; возможный партнёр` : ''}
            </p>
          ) : null}
          <p data-print="none" className="mt-2">
            <Link href={`/analysis/campaigns/${campaignId}/conditions${open}`} className="link" prefetch={false}>
              Из чего складывается индекс
            </Link>
          </p>
        </Panel>
      ) : null}
    </div>
  );
}

function placeWords({ index, place, measured, loaded }: SchoolConditions): string {
  if (index !== null) return `место ${place} из${NBSP}${measured} от${NBSP}трудных условий`;
  return loaded ? 'данных для индекса мало' : 'социальный паспорт не загружен';
}
