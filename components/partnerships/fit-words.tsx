import { formatNumber } from '@/lib/domain/russian';
import type { Fit } from '@/lib/domain/support/partner-fit';

/** Why a host fits, and what speaks against it. */
export function FitWords({ fit }: { fit: Fit }) {
  return (
    <>
      <p className="text-sm text-muted">соответствие {formatNumber(fit.value, 1)} из 100</p>
      <ul className="mt-1 list-disc pl-5 text-sm">
        {fit.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {fit.against.length > 0 ? (
        <ul className="mt-1 list-disc pl-5 text-sm text-muted">
          {fit.against.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
