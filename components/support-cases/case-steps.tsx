import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import type { FormState } from '@/lib/domain/form-state';
import { formatDate } from '@/lib/domain/russian';
import { STEP_STATES, type StepCode, stepLabel } from '@/lib/domain/support/case';
import type { CaseView, StepView } from '@/lib/portal/support-cases/views';
import { StepStatus } from './step-mark';

interface CaseStepsProps {
  support: CaseView;
  send: (code: StepCode) => (state: FormState, form: FormData) => Promise<FormState>;
}

/** The task list: each step with state, owner, date and what the data say of it. */
export function CaseSteps({ support, send }: CaseStepsProps) {
  return (
    <ol className="divide-y divide-line">
      {support.steps.map((step, index) => (
        <li key={step.code} className="py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <p className="font-medium">
              {index + 1}. {stepLabel(step.code)}
            </p>
            <StepStatus state={step.state} late={step.late} />
          </div>
          <p className="text-sm text-muted">
            {[
              step.owner ? `ответственный: ${step.owner}` : null,
              step.dueOn ? `срок ${formatDate(new Date(step.dueOn))}` : null,
              step.doneAt ? `сделано ${formatDate(step.doneAt)}` : null,
              support.said[step.code] ? `по данным портала: ${support.said[step.code]}` : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {step.note ? <p className="max-w-prose whitespace-pre-line text-sm">{step.note}</p> : null}
          {support.mayChange && step.code !== 'CLOSED' ? (
            <StepForm step={step} support={support} send={send(step.code)} />
          ) : null}
        </li>
      ))}
    </ol>
  );
}

interface StepFormProps {
  step: StepView;
  support: CaseView;
  send: (state: FormState, form: FormData) => Promise<FormState>;
}

function StepForm({ step, support, send }: StepFormProps) {
  const id = (name: string) => `${name}-${step.code}`;
  return (
    <details data-print="none" className="mt-1">
      <summary className="link w-fit cursor-pointer text-sm">Изменить шаг</summary>
      <VersionedForm send={send} version={step.version} className="mt-3 space-y-4">
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectField
            label="Состояние"
            name="state"
            id={id('state')}
            defaultValue={step.state}
            options={Object.entries(STEP_STATES).map(([value, label]) => ({ value, label }))}
          />
          <SelectField
            label="Ответственный"
            name="ownerId"
            id={id('ownerId')}
            defaultValue={step.ownerId ?? ''}
            options={[
              { value: '', label: 'не назначен' },
              ...support.people.map(({ id: person, name }) => ({ value: person, label: name })),
            ]}
          />
          <TextField label="Срок" name="dueOn" id={id('dueOn')} type="date" defaultValue={step.dueOn ?? ''} />
        </div>
        <TextareaField label="Примечание" name="note" id={id('note')} rows={2} optional defaultValue={step.note} />
        <SubmitButton size="sm" pendingText="Сохраняем…">
          Сохранить шаг
        </SubmitButton>
      </VersionedForm>
    </details>
  );
}
