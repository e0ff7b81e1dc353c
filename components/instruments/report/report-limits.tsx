import { DIAGNOSTIC_SETTINGS } from '@/lib/domain/instrument-diagnostics';
import { formatNumber, NBSP } from '@/lib/domain/russian';
import { PROPOSAL_LABEL } from '../instrument-words';

/** By which limits the report judges, and whose they are. */
export function ReportLimits() {
  const { minimumCards, duplicatePhi, duplicateMinimumFires, noiseCorrelation } = DIAGNOSTIC_SETTINGS;
  return (
    <div className="max-w-3xl space-y-2">
      <p className="font-medium">{PROPOSAL_LABEL}: в методике этих порогов нет.</p>
      <ul className="list-disc space-y-1 pl-5">
        <li>
          «Данных недостаточно»: меньше {formatNumber(minimumCards)} принятых карт, где есть ответ «да» или «нет»
          (признаки найдены или не найдены).
        </li>
        <li>«Никогда» и «всегда»: ни одной такой карты с баллом или балл во всех.</li>
        <li>
          «Повторяет другой»: оба критерия срабатывают на одних и тех же картах (φ не меньше{' '}
          {formatNumber(duplicatePhi, 1)}) и каждый хотя бы на {formatNumber(duplicateMinimumFires)} из них.
        </li>
        <li>
          «Шум»: связь с остальными критериями таблицы слабее {formatNumber(noiseCorrelation, 1)} (коэффициент Пирсона
          {NBSP}r, по модулю).
        </li>
      </ul>
      <p className="text-muted">
        Вывод — повод перечитать формулировку, а не суждение о школах. Карты одной школы за разные годы похожи: при
        нескольких годах вывод выглядит надёжнее, чем он есть.
      </p>
    </div>
  );
}
