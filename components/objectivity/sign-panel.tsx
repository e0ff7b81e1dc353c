import { Status } from '@/components/ui/status';
import type { Tone } from '@/components/ui/tone';
import type { SignResult } from '@/lib/domain/objectivity/signs';
import { formatNumber, NBSP, typeset } from '@/lib/domain/russian';
import { ReviewPanel, type ReviewPanelProps, ReviewStatus } from './review-steps';
import { figuresInWords, RESULT_WORDS, SIGN_TITLES } from './sign-words';

const TONES: Record<SignResult, Tone> = { SIGN: 'warning', NO_SIGN: 'success', NO_DATA: 'neutral' };

/** One sign: what it is, what was found, by which figures, and what was done about it. */
export function SignPanel(props: ReviewPanelProps) {
  const { sign } = props;
  const { code, result, pValue, qValue, review } = sign;
  return (
    <section
      id={code}
      aria-labelledby={`${code}-title`}
      className="rounded-lg border border-line bg-surface p-4 sm:px-5"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 id={`${code}-title`} className="font-semibold">
          {code}. {typeset(SIGN_TITLES[code])}
        </h3>
        <span className="flex flex-wrap gap-2">
          <Status tone={TONES[result]}>{RESULT_WORDS[result]}</Status>
          {review ? <ReviewStatus state={review.state} /> : null}
        </span>
      </div>
      <div className="mt-2 max-w-3xl space-y-1">
        {figuresInWords(sign).map((words) => (
          <p key={words}>{typeset(words)}</p>
        ))}
        {pValue === null ? null : (
          <p className="text-sm text-muted">
            {typeset(
              `Вероятность таких данных без необъективности p${probability(pValue)}${
                qValue === null ? '' : `, с поправкой на все проверки муниципалитета за год q${probability(qValue)}`
              }.`,
            )}
          </p>
        )}
      </div>
      <ReviewPanel {...props} />
    </section>
  );
}

/** « = 0,013», « < 0,0001». */
function probability(value: number): string {
  const [space, digits] = [NBSP, value < 0.01 ? 4 : value < 0.995 ? 2 : 0];
  return value < 0.0001 ? `${space}<${space}0,0001` : `${space}=${space}${formatNumber(value, digits)}`;
}
