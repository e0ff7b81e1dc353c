import Link from 'next/link';
import { formatDate, typeset } from '@/lib/domain/russian';
import type { ComputedView } from '@/lib/portal/cards/views';
import { answerInWords } from '../answer-in-words';
import { dataInWords } from '../evidence/computed-words';
import { EvidenceDetails } from '../evidence/evidence-details';
import { figuresInWords, sourceInWords } from '../evidence/source-words';

/** What the fields of a verification take. */
const LONGEST = 4000;

interface ComputedReviewProps {
  computed: ComputedView;
  /** opens the verification filled in from the evidence; null: there is nothing to take over, or the viewer may not */
  takeHref: string | null;
}

/** What a computed answer rests on, or why there is none, and the way to take it over. */
export function ComputedReview({ computed, takeHref }: ComputedReviewProps) {
  return (
    <div className="mt-2 text-sm">
      {computed.answer === null ? <p className="text-muted">{typeset(dataInWords(computed))}.</p> : null}
      <details>
        <summary className="link w-fit py-1">На чём основано рассчитанное</summary>
        <EvidenceDetails computed={computed} className="max-w-3xl" />
      </details>
      {takeHref ? (
        <Link href={takeHref} prefetch={false} className="link inline-block py-1 font-medium">
          Принять рассчитанное: {answerInWords(computed.answer)}
        </Link>
      ) : null}
    </div>
  );
}

/** Source and reason of a verification, as the evidence gives them: the person who verifies looks them over. */
export function groundOfComputed(computed: ComputedView): { source: string; reason: string } {
  const files = computed.sources.map(sourceInWords).join('; ');
  return {
    source: (files || `Расчёт портала ${formatDate(computed.computedAt)}`).slice(0, LONGEST),
    reason: `По данным: ${figuresInWords(computed)}.`.slice(0, LONGEST),
  };
}
