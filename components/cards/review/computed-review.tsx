import type { CriterionDefinition } from '@/lib/domain/instrument';
import { formatDate, typeset } from '@/lib/domain/russian';
import type { ComputedView, CriterionState } from '@/lib/portal/cards/views';
import { answerInWords } from '../answer-in-words';
import { dataInWords, differsFromData } from '../evidence/computed-words';
import { EvidenceDetails } from '../evidence/evidence-details';
import { figuresInWords, sourceInWords } from '../evidence/source-words';
import type { ReviewActions } from './review-actions';
import { VerificationForm } from './verification-form';

/** What the fields of a verification take. */
const LONGEST = 4000;

interface ComputedReviewProps {
  cardId: string;
  version: number;
  criterion: CriterionDefinition;
  state: CriterionState;
  computed: ComputedView;
  /** null: the viewer may not verify */
  verify: ReviewActions['verify'] | null;
}

/** What data answer, on what ground, and taking it over: a verification by a person, filled in from the evidence. */
export function ComputedReview({ cardId, version, criterion, state, computed, verify }: ComputedReviewProps) {
  const differs = differsFromData(state);
  return (
    <div className="mt-2 text-sm">
      {computed.answer === null ? <p className="text-muted">{typeset(dataInWords(computed))}.</p> : null}
      <details>
        <summary className="link w-fit py-1">На чём основано рассчитанное</summary>
        <EvidenceDetails computed={computed} className="max-w-3xl" />
      </details>
      {verify && differs && computed.answer !== null ? (
        <details className="contrast-frame rounded-md border border-transparent open:border-line open:bg-quiet open:p-4">
          <summary className="link w-fit py-1 font-medium">
            Принять рассчитанное: {answerInWords(computed.answer)}
          </summary>
          <p className="mt-1 mb-3 text-muted">
            Ответ, источник и причина заполнены по данным. Проверьте их: запись останется проверкой от вашего имени.
          </p>
          <VerificationForm
            send={verify}
            clear={null}
            {...{ cardId, version, criterion }}
            place="computed"
            current={computed.answer}
            filled={{ source: sourceOf(computed), reason: `По данным: ${figuresInWords(computed)}.` }}
          />
        </details>
      ) : null}
    </div>
  );
}

function sourceOf({ sources, computedAt }: ComputedView): string {
  const files = sources.map(sourceInWords).join('; ');
  return (files || `Расчёт портала ${formatDate(computedAt)}`).slice(0, LONGEST);
}
