import Link from 'next/link';
import { EffectStatus } from '@/components/effectiveness/effect-status';
import { conclusionOf, EFFECTIVENESS, intervalWords } from '@/components/effectiveness/effect-words';
import { Panel } from '@/components/ui/panel';
import { countOf, formatChange, formatSchoolYear } from '@/lib/domain/russian';
import { nextSchoolYear } from '@/lib/domain/school-year';
import type { CityAnalysis } from '@/lib/portal/dashboard/views';

interface VerdictPanelProps {
  municipalityId: string;
  analysis: Pick<CityAnalysis, 'effect' | 'warnings'>;
}

/** Whether support worked, and who may be next: one line each, with the page that says why. */
export function VerdictPanel({ municipalityId, analysis: { effect, warnings } }: VerdictPanelProps) {
  const { from, to, words, effect: found, supported } = effect;
  return (
    <Panel id="effect" title="Помогло ли">
      <div className="space-y-2">
        {from && to ? (
          <>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <EffectStatus words={words} />
              <Link className="link" href={`${EFFECTIVENESS}?municipality=${municipalityId}&from=${from}&to=${to}`}>
                Список {formatSchoolYear(from)}, итог {formatSchoolYear(to)}
              </Link>
              {found.value === null ? null : (
                <span className="text-sm text-muted tabular-nums">
                  {formatChange(found.value, 1)} балла против ожидаемого, интервал {intervalWords(found)}, школ{' '}
                  {supported.n}
                </span>
              )}
            </p>
            <p className="max-w-3xl text-sm text-muted">{conclusionOf(words, found)}</p>
          </>
        ) : (
          <p className="text-muted">Данных недостаточно: закрытых кампаний ещё нет.</p>
        )}
      </div>
      <h3 className="mt-4 font-semibold">Кто может оказаться в списке следующего года</h3>
      <p className="mt-1">
        {warnings ? (
          <>
            <Link className="link" href={`/analysis/early-warning?municipality=${municipalityId}`}>
              Раннее предупреждение
            </Link>
            : {countOf(warnings.schools, 'школа', 'школы', 'школ')} вне списка, прогноз на{' '}
            {formatSchoolYear(nextSchoolYear(warnings.schoolYear))}.
          </>
        ) : (
          <>
            <Link className="link" href={`/analysis/early-warning?municipality=${municipalityId}`}>
              Раннее предупреждение
            </Link>
            : прогноза нет, лет с картами мало.
          </>
        )}
      </p>
    </Panel>
  );
}
