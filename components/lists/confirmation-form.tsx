'use client';

import { useActionState, useState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';
import { countOf, formatPercent } from '@/lib/domain/russian';
import { CandidateTable } from './candidate-table';
import { type CandidateSchool, decisionOf, departs } from './confirmation-rows';

export interface ConfirmationFormProps {
  /** proposed, on the list in force, or borderline: those one has to look at */
  candidates: readonly CandidateSchool[];
  /** the rest of the campaign's schools */
  others: readonly CandidateSchool[];
  /** ids of the schools checked at the beginning */
  included: readonly string[];
  /** table, rule and the list that is replaced */
  hiddenFields: readonly (readonly [string, string])[];
  /** «2020-11-25» */
  today: string;
  /** false: the viewer sees the proposal, the head of МОЦ confirms */
  mayConfirm: boolean;
  confirm: (state: FormState, form: FormData) => Promise<FormState>;
}

/** The proposal with check boxes, a reason for each departure, the order; works without JavaScript as well. */
export function ConfirmationForm({ candidates, others, mayConfirm, ...props }: ConfirmationFormProps) {
  const [state, action] = useActionState(props.confirm, {});
  const [decision, setDecision] = useState(() => {
    const entered = state.values && decisionOf(state.values);
    const all = [...candidates, ...others];
    return {
      included: new Set<string>(entered?.schools ?? props.included),
      reasons: entered?.reasons ?? Object.fromEntries(all.map((school) => [school.schoolId, school.reason])),
    };
  });
  const schools = [...candidates, ...others];
  const departures = schools.filter((school) => departs(school, decision));
  const unexplained = departures.filter((school) => !decision.reasons[school.schoolId]?.trim());
  const table = {
    decision,
    mayConfirm,
    faultOf: (path: string) => faultOf(state, path),
    onInclude: (id: string, included: boolean) =>
      setDecision(({ included: before, reasons }) => {
        const next = new Set(before);
        if (included) next.add(id);
        else next.delete(id);
        return { included: next, reasons };
      }),
    onReason: (id: string, reason: string) =>
      setDecision(({ included, reasons }) => ({ included, reasons: { ...reasons, [id]: reason } })),
  };

  return (
    <form action={action} noValidate>
      <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
      {props.hiddenFields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset disabled={!mayConfirm} className="min-w-0 space-y-6">
        <legend className="sr-only">Список школ и приказ</legend>
        <Panel
          title="Предложение и решение"
          description="Отмечены школы, которые войдут в список. Для каждого отступления от предложения нужна причина."
          padding="flush"
        >
          <CandidateTable caption="Школы, о которых нужно решить" schools={candidates} {...table} />
          {others.length > 0 ? (
            <details className="border-t border-line">
              <summary className="min-h-11 px-4 py-2.5 text-accent hover:underline sm:px-5">
                Остальные школы: {others.length}
              </summary>
              <CandidateTable caption="Остальные школы кампании" schools={others} {...table} />
            </details>
          ) : null}
        </Panel>
        <Panel title="Приказ">
          <div className="flex flex-wrap gap-4">
            <TextField
              label="Номер"
              name="orderNumber"
              required
              maxLength={50}
              defaultValue={state.values?.orderNumber}
              error={faultOf(state, 'orderNumber')}
              fieldClassName="w-48 max-w-full"
            />
            <TextField
              label="Дата"
              name="orderDate"
              type="date"
              required
              defaultValue={state.values?.orderDate ?? props.today}
              error={faultOf(state, 'orderDate')}
              fieldClassName="w-48 max-w-full"
            />
          </div>
          <p role="status" className="mt-5">
            В&nbsp;списке <b>{countOf(decision.included.size, 'школа', 'школы', 'школ')}</b>,{' '}
            {formatPercent(decision.included.size / Math.max(1, schools.length))} из {schools.length}. Отступлений от
            предложения: {departures.length}
            {unexplained.length > 0 ? `, без причины: ${unexplained.length}` : ''}.
          </p>
          <Notice className="mt-4">
            Утверждённый список изменить нельзя, его заменяет только новый приказ. Директора школ, которые вошли в
            список или вышли из него, получат уведомление о своей школе.
          </Notice>
          {mayConfirm ? (
            <SubmitButton className="mt-5" pendingText="Утверждаем…">
              Утвердить список
            </SubmitButton>
          ) : null}
        </Panel>
      </fieldset>
    </form>
  );
}
