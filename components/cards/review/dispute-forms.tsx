import { ActionForm } from '@/components/ui/action-form';
import { Field, TextareaField } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Answer } from '@/lib/domain/answers';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import type { ReviewActions } from './review-actions';

interface DisputeFormProps {
  send: ReviewActions['dispute'];
  cardId: string;
  criterion: CriterionDefinition;
  found: Answer;
}

/** The school disputes a point; the evidence is what is attached to the answer. */
export function DisputeForm({ send, cardId, criterion, found }: DisputeFormProps) {
  const signs = Array.isArray(found) ? criterion.signs.filter((sign) => found.includes(sign.code)) : [];
  return (
    <ActionForm send={send} className="space-y-3">
      <input type="hidden" name="cardId" value={cardId} />
      <input type="hidden" name="criterion" value={criterion.code} />
      {signs.length > 0 ? (
        <Field id={`${criterion.code}-sign`} label="Признак">
          {(ties) => (
            <Select
              {...ties}
              name="sign"
              options={signs.map((sign) => ({ value: sign.code, label: `${sign.code}. ${sign.text}` }))}
            />
          )}
        </Field>
      ) : null}
      <TextareaField
        id={`${criterion.code}-dispute`}
        label="Почему балл начислен неверно"
        hint="До решения МОЦ сумма будет с пометкой «оспаривается»."
        name="reason"
        rows={3}
        required
        maxLength={4000}
      />
      <SubmitButton variant="secondary" size="sm">
        Оспорить балл
      </SubmitButton>
    </ActionForm>
  );
}

interface DecideFormProps {
  send: ReviewActions['decide'];
  cardId: string;
  disputeId: string;
}

/** The centre decides a dispute. */
export function DecideForm({ send, cardId, disputeId }: DecideFormProps) {
  return (
    <ActionForm send={send} className="space-y-3">
      <input type="hidden" name="cardId" value={cardId} />
      <input type="hidden" name="disputeId" value={disputeId} />
      <TextareaField
        id={`decision-${disputeId}`}
        label="Решение по возражению"
        hint="Директор увидит эти слова, дату и ваше имя."
        name="reason"
        rows={2}
        required
        maxLength={4000}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="secondary" size="sm" name="decision" value="UPHELD">
          Снять балл
        </SubmitButton>
        <SubmitButton variant="secondary" size="sm" name="decision" value="REJECTED">
          Оставить балл
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
