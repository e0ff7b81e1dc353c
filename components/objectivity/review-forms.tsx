import { ActionForm } from '@/components/ui/action-form';
import { TextareaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import type { SignCode } from '@/lib/domain/objectivity/signs';
import type { ReviewJson } from '@/lib/portal/objectivity-reviews/schema';

type Send = (state: FormState, form: FormData) => Promise<FormState>;

/** The server actions of a cell's page. */
export interface ReviewSteps {
  ask: Send;
  secondResult: Send;
  explain: Send;
  decide: Send;
}

export interface CellOfReview {
  schoolId: string;
  schoolYear: string;
  grade: number;
  subject: string;
}

/** МОЦ asks for a re-check of a sign. */
export function AskForm({ send, cell, sign }: { send: Send; cell: CellOfReview; sign: SignCode }) {
  return (
    <ActionForm send={send} className="space-y-3">
      {Object.entries({ ...cell, sign }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextareaField
        id={`${sign}-note`}
        name="note"
        label="Что и как перепроверить"
        hint="Школа увидит эти слова, дату и ваше имя."
        rows={3}
        required
        maxLength={4000}
      />
      <TextField id={`${sign}-due`} name="due" type="date" label="Срок" optional fieldClassName="max-w-56" />
      <SubmitButton variant="secondary" size="sm" pendingText="Назначаем…">
        Назначить перепроверку
      </SubmitButton>
    </ActionForm>
  );
}

interface StepFormProps {
  send: Send;
  review: ReviewJson;
}

function Named({ review }: { review: ReviewJson }) {
  return (
    <>
      <input type="hidden" name="id" value={review.id} />
      <input type="hidden" name="version" value={review.version} />
    </>
  );
}

/** МОЦ records what the re-check showed. */
export function SecondResultForm({ send, review }: StepFormProps) {
  return (
    <ActionForm send={send} className="space-y-3">
      <Named review={review} />
      <TextareaField
        id={`${review.sign}-second`}
        name="secondResult"
        label={review.secondResult === null ? 'Что показала перепроверка' : 'Исправить второй результат'}
        hint="Кто проверял, сколько работ, какие баллы и отметки получились."
        defaultValue={review.secondResult ?? undefined}
        rows={3}
        required
        maxLength={4000}
      />
      <SubmitButton variant="secondary" size="sm" pendingText="Сохраняем…">
        Сохранить второй результат
      </SubmitButton>
    </ActionForm>
  );
}

/** The school explains, before the second result or after it. */
export function ExplanationForm({ send, review }: StepFormProps) {
  return (
    <ActionForm send={send} className="space-y-3">
      <Named review={review} />
      <TextareaField
        id={`${review.sign}-explanation`}
        name="explanation"
        label={review.explanation === null ? 'Пояснение школы' : 'Исправить пояснение школы'}
        hint="Чем объясняется результат: состав класса, углублённое изучение, ход проверки. Без имён учеников."
        defaultValue={review.explanation ?? undefined}
        rows={4}
        required
        maxLength={4000}
      />
      <SubmitButton variant="secondary" size="sm" pendingText="Отправляем…">
        Отправить пояснение
      </SubmitButton>
    </ActionForm>
  );
}

/** The head of МОЦ decides, or decides otherwise than before. */
export function DecisionForm({ send, review }: StepFormProps) {
  return (
    <ActionForm send={send} className="space-y-3">
      <Named review={review} />
      <TextareaField
        id={`${review.sign}-reason`}
        name="reason"
        label="Обоснование решения"
        hint="Школа увидит эти слова. Снятый признак больше не засчитывается, карта школы пересчитывается сразу."
        rows={3}
        required
        maxLength={4000}
      />
      <div className="flex flex-wrap gap-2">
        {review.state === 'WITHDRAWN' ? null : (
          <SubmitButton variant="secondary" size="sm" name="decision" value="WITHDRAWN">
            Снять признак
          </SubmitButton>
        )}
        {review.state === 'CONFIRMED' ? null : (
          <SubmitButton variant="secondary" size="sm" name="decision" value="CONFIRMED">
            Признак подтверждён перепроверкой
          </SubmitButton>
        )}
      </div>
    </ActionForm>
  );
}
