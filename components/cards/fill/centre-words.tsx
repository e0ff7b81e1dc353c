import { formatMoment } from '@/lib/domain/russian';
import type { CardJson, CriterionComment } from '@/lib/portal/cards/schema';
import { answerInWords } from '../answer-in-words';

interface CentreWordsProps {
  criterion: string;
  card: CardJson;
  comments: readonly CriterionComment[];
  now: Date;
}

/** What МОЦ says of this answer: the verified value that counts, and remarks. */
export function CentreWords({ criterion, card, comments, now }: CentreWordsProps) {
  const verified = card.verified[criterion];
  if (!verified && comments.length === 0) return null;
  return (
    <div className="space-y-2 border-l-4 border-info pl-4 text-sm">
      {verified ? (
        <p>
          <span className="font-semibold">
            МОЦ засчитал: {answerInWords(verified.answer)}. Вы отвечали: {answerInWords(card.declared[criterion])}.
          </span>{' '}
          {verified.reason}
          <span className="block text-muted">
            {verified.by}, {formatMoment(new Date(verified.at), now)}. Источник: {verified.source}
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
