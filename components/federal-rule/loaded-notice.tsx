import { Notice } from '@/components/ui/notice';
import { procedureShortName } from '@/lib/domain/federal-procedures';
import { formatSchoolYear } from '@/lib/domain/russian';
import { previousSchoolYear } from '@/lib/domain/school-year';
import type { LoadedProcedure } from '@/lib/portal/federal-rule/views';

export interface LoadedNoticeProps {
  procedures: readonly LoadedProcedure[];
  resultsYear: string;
}

/** Which procedures of the rule nobody loaded for the two years; nothing when all are there. */
export function LoadedNotice({ procedures, resultsYear }: LoadedNoticeProps) {
  const years = [
    { schoolYear: resultsYear, missing: procedures.filter(({ year }) => year === 0) },
    { schoolYear: previousSchoolYear(resultsYear), missing: procedures.filter(({ before }) => before === 0) },
  ].filter(({ missing }) => missing.length > 0);
  if (years.length === 0) return null;
  return (
    <Notice tone="warning" title="Загружены не все процедуры федерального правила">
      <ul className="list-disc pl-5">
        {years.map(({ schoolYear, missing }) => (
          <li key={schoolYear}>
            {formatSchoolYear(schoolYear)}:{' '}
            {missing.length === procedures.length
              ? 'не загружено ничего'
              : `нет данных ни одной школы: ${missing.map(({ code }) => procedureShortName(code)).join(', ')}`}
          </li>
        ))}
      </ul>
      <p className="mt-1">Там, где данных меньше, чем требует правило, портал не делает вывода.</p>
    </Notice>
  );
}
