import type { ReactNode } from 'react';
import { ProgressBar } from '@/components/ui/progress-bar';
import { formatNumber, NBSP } from '@/lib/domain/russian';
import type { CardModel } from './card-model';

/** The running sum, how much is answered and whether it is saved: always in sight, beside the questions or over them. */
export function SumPanel({ model, status }: { model: CardModel; status: ReactNode }) {
  const { score, answered, applicable, byData } = model;
  const progress = `Отвечено ${answered} из${NBSP}${applicable}`;
  return (
    <section
      aria-label="Сумма и сохранение"
      className="sticky top-0 z-20 -mx-4 border-b border-line bg-surface px-4 py-2 sm:-mx-6 sm:px-6 lg:static lg:mx-0 lg:rounded-lg lg:border lg:px-4 lg:py-3"
    >
      <div className="flex items-center justify-between gap-4 lg:block">
        <p className="shrink-0">
          <span className="text-sm text-muted lg:block">
            Сумма<span className="hidden lg:inline"> отрицательных критериев</span>
          </span>{' '}
          <span data-sum className="text-xl font-semibold tabular-nums lg:text-4xl">
            {formatNumber(score.negativeSum)}
          </span>{' '}
          <span className="text-sm text-muted tabular-nums">
            из{NBSP}
            {formatNumber(score.maximum)}
          </span>
        </p>
        <div className="min-w-0 lg:mt-2">{status}</div>
      </div>
      <ProgressBar
        className="mt-1.5 lg:hidden"
        value={answered}
        max={applicable}
        label={progress}
        tone={answered === applicable ? 'success' : 'accent'}
      />
      <ProgressBar
        className="mt-3 hidden lg:block"
        value={answered}
        max={applicable}
        label={progress}
        labelShown
        tone={answered === applicable ? 'success' : 'accent'}
      />
      <TableSums model={model} />
      {byData === null ? null : (
        <p className="mt-2 hidden text-sm text-muted lg:block">
          Где МОЦ не проверял ответ, считается рассчитанное по данным. Баллов по данным:{' '}
          <span className="tabular-nums">{formatNumber(byData)}</span>.
        </p>
      )}
    </section>
  );
}

function TableSums({ model }: { model: CardModel }) {
  const titles = new Map(model.groups.map(({ table }) => [table.code, table.title]));
  return (
    <dl className="mt-3 hidden space-y-0.5 border-t border-line pt-2 text-sm lg:block">
      {model.score.tables.map(({ code, negativeSum, maximum }) => (
        <div key={code} className="flex justify-between gap-3">
          <dt className="text-muted">{titles.get(code)?.split('.')[0] ?? code}</dt>
          <dd className="tabular-nums">
            {formatNumber(negativeSum)} из{NBSP}
            {formatNumber(maximum)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
