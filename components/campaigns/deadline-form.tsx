'use client';

import { useActionState } from 'react';
import { Field, TextField } from '@/components/ui/field';
import { FormResult } from '@/components/ui/form-result';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';

interface DeadlineFormProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  campaignId: string;
  /** «2020-10-15» */
  dueDay: string;
  schools: { cardId: string; name: string }[];
}

/** Moves the deadline for all schools or for one. */
export function DeadlineForm({ send, campaignId, dueDay, schools }: DeadlineFormProps) {
  const [state, action] = useActionState(send, {});
  return (
    <form action={action} className="space-y-4">
      <input type="hidden" name="campaignId" value={campaignId} />
      <FormResult state={state} />
      <Field id="cardId" label="Кому">
        {(ties) => (
          <Select
            {...ties}
            name="cardId"
            defaultValue={state.values?.cardId ?? ''}
            options={[
              { value: '', label: 'Всем школам' },
              ...schools.map((school) => ({ value: school.cardId, label: school.name })),
            ]}
          />
        )}
      </Field>
      <TextField
        label="Новый срок"
        hint="До конца этого дня по московскому времени."
        name="dueAt"
        type="date"
        required
        defaultValue={state.values?.dueAt ?? dueDay}
        error={faultOf(state, 'dueAt')}
      />
      <SubmitButton variant="secondary" pendingText="Переносим…">
        Перенести срок
      </SubmitButton>
    </form>
  );
}
