import { ActionForm } from '@/components/ui/action-form';
import { TextareaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ReviewActions } from './review-actions';

interface CommentFormProps {
  send: ReviewActions['comment'];
  cardId: string;
  criterion: string;
}

/** A remark on a criterion, seen by the school and the centre. */
export function CommentForm({ send, cardId, criterion }: CommentFormProps) {
  return (
    <ActionForm send={send} className="space-y-3">
      <input type="hidden" name="cardId" value={cardId} />
      <input type="hidden" name="criterion" value={criterion} />
      <TextareaField
        id={`${criterion}-comment`}
        label="Замечание"
        hint="Его увидят и школа, и МОЦ."
        name="text"
        rows={2}
        required
        maxLength={4000}
      />
      <SubmitButton variant="secondary" size="sm">
        Оставить замечание
      </SubmitButton>
    </ActionForm>
  );
}
