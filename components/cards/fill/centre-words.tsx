import { formatMoment } from '@/lib/domain/russian';
import type { CriterionState } from '@/lib/portal/cards/schema';
import { answerInWords } from '../answer-in-words';

/** What МОЦ says of this answer: the verified value that counts, and remarks. */
export function CentreWords({ known, now }: { known: CriterionState; now: Date }) {
  const { verified, comments } = known;
  if (!verified && comments.length === 0) return null;
  return (
    <div className="space-y-2 border-l-4 border-info pl-4 text-sm">
      {verified ? (
        <p>
          <span className="font-semibold">МОЦ засчитал: {answerInWords(verified.answer)}.</span> {verified.reason}
          <span className="block text-muted">
            {verified.by}, {formatMoment(verified.at, now)}. Источник: {verified.source}
          </span>
        </p>
      ) : null}
      {comments.map((comment) => (
        <p key={comment.id}>
          <span className="whitespace-pre-line">{comment.text}</span>
          <span className="block text-muted">
            {comment.authorName}, {formatMoment(comment.at, now)}
          </span>
        </p>
      ))}
    </div>
  );
}
