import { DescriptionList } from '@/components/ui/description-list';
import { capitalised, formatDate, formatNumber, typeset } from '@/lib/domain/russian';
import type { ComputedView } from '@/lib/portal/cards/schema';
import { sourceInWords } from './source-words';

/** What a computed answer rests on: measure, the school's value, threshold, pupils, rule, files and rows. */
export function EvidenceDetails({ computed, className }: { computed: ComputedView; className?: string }) {
  const { measure, value, threshold, n, schools, rule, versionNumber, sources, computedAt } = computed;
  return (
    <DescriptionList
      className={className}
      items={[
        { term: 'Показатель', value: capitalised(typeset(measure)) },
        { term: 'У школы', value: <span className="font-medium tabular-nums">{value}</span> },
        ...(threshold === null ? [] : [{ term: 'Порог', value: <span className="tabular-nums">{threshold}</span> }]),
        ...(n ? [{ term: capitalised(n.of), value: formatNumber(n.count) }] : []),
        ...(schools === null ? [] : [{ term: 'Школ с таким показателем', value: formatNumber(schools) }]),
        { term: 'Правило', value: `${capitalised(typeset(rule))}. Версия карты ${versionNumber}.` },
        {
          term: sources.length > 1 ? 'Файлы' : 'Файл',
          value:
            sources.length === 0 ? (
              'данных ещё нет'
            ) : (
              <ul>
                {sources.map((source) => (
                  <li key={`${source.importId} ${source.sheet}`} className="break-words">
                    {sourceInWords(source)}
                  </li>
                ))}
              </ul>
            ),
        },
        { term: 'Рассчитано', value: formatDate(computedAt) },
      ]}
    />
  );
}
