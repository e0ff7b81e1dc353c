import { ActionForm } from '@/components/ui/action-form';
import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { UNIT_WORDS } from '@/lib/domain/aims/words';
import type { FormState } from '@/lib/domain/form-state';
import type { IndicatorView } from '@/lib/portal/aims/views';
import { TargetForm } from './target-form';

type Send = (state: FormState, form: FormData) => Promise<FormState>;

interface TargetFormsProps {
  indicators: readonly IndicatorView[];
  set: (code: string) => Send;
  remove: (code: string) => Send;
}

/** A figure as a person types it, «12,5». */
const typed = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

/** A form for each indicator; with an own one its fact and source are entered as well. */
export function TargetForms({ indicators, set, remove }: TargetFormsProps) {
  return (
    <ul className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
      {indicators.map((indicator, index) => {
        const { code, title, unit, computed } = indicator;
        return (
          <li key={code} className={computed ? 'min-w-0' : 'min-w-0 lg:col-span-2'}>
            <h3 className="mb-2 font-medium">
              {title}, {UNIT_WORDS[unit]}
            </h3>
            <TargetForm
              send={set(code)}
              number={index}
              title={title}
              version={indicator.version}
              target={typed(indicator.target)}
              entered={computed ? null : { fact: typed(indicator.fact), source: indicator.source }}
            />
            {computed ? null : (
              <div className="mt-2">
                <ActionForm send={remove(code)}>
                  <SubmitButton variant="quiet" size="sm" pendingText="Убираем…">
                    Убрать показатель из этого года<span className="sr-only">: {title}</span>
                  </SubmitButton>
                </ActionForm>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** An indicator that the portal has no data for. */
export function OwnIndicatorForm({ add }: { add: Send }) {
  return (
    <ActionForm send={add} className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <TextField name="title" label="Название" maxLength={200} required fieldClassName="sm:col-span-2 lg:col-span-4" />
      <SelectField
        name="unit"
        label="Единица"
        defaultValue="PERCENT"
        options={[
          { value: 'PERCENT', label: 'процент' },
          { value: 'POINTS', label: 'балл' },
          { value: 'COUNT', label: 'количество' },
        ]}
      />
      <SelectField
        name="better"
        label="Что лучше"
        defaultValue="more"
        options={[
          { value: 'more', label: 'чем больше' },
          { value: 'less', label: 'чем меньше' },
        ]}
      />
      <TextField id="own-target" name="target" label="План" inputMode="decimal" optional />
      <div className="self-end">
        <SubmitButton variant="secondary" pendingText="Добавляем…">
          Добавить показатель
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
