import { History } from 'lucide-react';
import type { Answer } from '@/lib/domain/answers';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import { formatSchoolYear } from '@/lib/domain/russian';
import { answerInWords } from '../answer-in-words';

interface QuestionHelpProps {
  criterion: CriterionDefinition;
  lastYear: { answer: Answer | undefined; schoolYear: string } | null;
  id: string;
  /** the rule by which data answer, in words */
  byData?: string;
}

/** Beside the question: what it means, what was answered last year, and why it is asked at all. */
export function QuestionHelp({ criterion, lastYear, id, byData = '' }: QuestionHelpProps) {
  const grounds = [
    { term: 'Зачем спрашиваем', value: criterion.purpose },
    { term: 'Порог', value: criterion.threshold },
    { term: 'По каким данным', value: criterion.evidence },
    { term: 'Как считает портал', value: byData },
    { term: 'Основание', value: criterion.source },
  ].filter(({ value }) => value);
  return (
    <aside
      className="min-w-0 space-y-3 text-sm xl:row-span-2 xl:border-l xl:border-line xl:pl-5"
      aria-label="Пояснение"
    >
      {lastYear && lastYear.answer !== undefined ? (
        <p className="flex items-start gap-2">
          <History aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <span className="min-w-0">
            <span className="text-muted">{formatSchoolYear(lastYear.schoolYear)}: </span>
            <span className="font-medium">{answerInWords(lastYear.answer)}</span>
          </span>
        </p>
      ) : null}
      {criterion.help ? <p id={id}>{criterion.help}</p> : null}
      {grounds.length > 0 ? (
        <details>
          <summary className="link w-fit py-1">Основание и цель</summary>
          <dl className="mt-1 space-y-2">
            {grounds.map(({ term, value }) => (
              <div key={term}>
                <dt className="text-muted">{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </aside>
  );
}
