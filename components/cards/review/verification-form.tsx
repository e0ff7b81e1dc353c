import { ActionForm } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { Field, TextareaField, TextField } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Answer } from '@/lib/domain/answers';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import type { ReviewActions } from './review-actions';

interface VerificationFormProps {
  send: ReviewActions['verify'];
  /** takes a verification back; null: there is none */
  clear: ReviewActions['clearVerification'] | null;
  cardId: string;
  version: number;
  criterion: CriterionDefinition;
  current: Answer;
  /** what the evidence gives as source and reason */
  filled?: { source: string; reason: string };
}

/** МОЦ confirms or corrects an answer; without a source and a reason nothing is stored. */
export function VerificationForm(props: VerificationFormProps) {
  const { send, clear, cardId, version, criterion, current, filled } = props;
  const id = (name: string) => `${criterion.code}-${name}`;
  const hidden = (
    <>
      <input type="hidden" name="cardId" value={cardId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="criterion" value={criterion.code} />
    </>
  );
  return (
    <div className="space-y-4">
      <ActionForm send={send} className="space-y-3">
        {hidden}
        {criterion.type === 'SIGN_COUNT' ? (
          <fieldset>
            <legend className="mb-1 font-medium">Найденные признаки</legend>
            <input type="hidden" name="isList" value="yes" />
            {criterion.signs.map((sign) => (
              <Checkbox
                key={sign.code}
                name="sign"
                value={sign.code}
                defaultChecked={Array.isArray(current) && current.includes(sign.code)}
                label={`${sign.code}. ${sign.text}`}
              />
            ))}
          </fieldset>
        ) : (
          <Field id={id('answer')} label="Проверенный ответ">
            {(ties) => (
              <Select
                {...ties}
                name="answer"
                defaultValue={typeof current === 'string' ? current : 'no'}
                options={[
                  { value: 'yes', label: 'да, 1 балл' },
                  { value: 'no', label: 'нет' },
                  { value: 'na', label: 'не применимо' },
                ]}
              />
            )}
          </Field>
        )}
        <TextField
          id={id('source')}
          label="Источник"
          hint="Документ, протокол, выгрузка с номером и датой"
          name="source"
          defaultValue={filled?.source}
          required
          maxLength={4000}
        />
        <TextareaField
          id={id('reason')}
          label="Причина"
          name="reason"
          rows={2}
          defaultValue={filled?.reason}
          required
          maxLength={4000}
        />
        <SubmitButton variant="secondary" size="sm">
          Записать проверенный ответ
        </SubmitButton>
      </ActionForm>
      {clear ? (
        <ActionForm send={clear} className="space-y-3">
          {hidden}
          <TextField id={id('clear')} label="Почему проверка снимается" name="reason" required maxLength={4000} />
          <SubmitButton variant="secondary" size="sm">
            Снять проверку
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
