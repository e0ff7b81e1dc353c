import { FigureWithChange } from '@/components/ui/figure-with-change';
import { countOf, formatPercent, formatSchoolYear, NBSP } from '@/lib/domain/russian';
import type { ResultsView, ResultYear } from '@/lib/portal/schools/views';
import { pointsHref, tablePlace } from '../addresses';
import { cityWords } from './city-words';

interface SumFiguresProps {
  schoolId: string;
  latest: ResultYear;
  view: Pick<ResultsView, 'tables' | 'previous'>;
}

/** The sums of the newest accepted card, each against last year and the city; a click opens its points. */
export function SumFigures({ schoolId, latest, view: { tables, previous } }: SumFiguresProps) {
  return (
    <div className="grid gap-3 md:grid-cols-2">
      {tables.map(({ code, title }) => {
        const sum = latest.tables?.[code];
        if (!sum) return null;
        const before = previous?.tables?.[code];
        return (
          <FigureWithChange
            key={code}
            label={title}
            value={String(sum.negativeSum)}
            unit={`из${NBSP}${countOf(sum.maximum, 'балла', 'баллов', 'баллов')}, ${formatPercent(sum.maximum ? sum.negativeSum / sum.maximum : null)}`}
            href={pointsHref(schoolId, latest.schoolYear, tablePlace(code))}
            {...(before && previous
              ? {
                  change: {
                    value: sum.negativeSum - before.negativeSum,
                    since: `к${NBSP}${formatSchoolYear(previous.schoolYear)}, было ${before.negativeSum} из${NBSP}${before.maximum}`,
                    better: 'down' as const,
                  },
                }
              : {})}
            hint={cityWords(sum.negativeSum, latest.city.tables[code])}
          />
        );
      })}
    </div>
  );
}
