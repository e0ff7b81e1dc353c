'use client';

import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from '@/components/ui/field';
import { FieldSet } from '@/components/ui/field-set';
import { RadioGroup } from '@/components/ui/radio-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { PROCEDURE_CODES, procedureName } from '@/lib/domain/federal-procedures';
import type { FederalRuleSettings } from '@/lib/domain/federal-rule';
import type { FormState } from '@/lib/domain/form-state';

export interface FederalSettingsFormProps {
  values: FederalRuleSettings;
  version: number;
  /** the place has constants of its own, which it can give up */
  own: boolean;
  save: (state: FormState, form: FormData) => Promise<FormState>;
}

/** The constants of the federal rule, for who may change them. */
export function FederalSettingsForm({ values, version, own, save }: FederalSettingsFormProps) {
  const percent = String(Math.round(values.share * 10_000) / 100).replace('.', ',');
  return (
    <ActionForm send={save} className="space-y-5">
      <input type="hidden" name="version" value={version} />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField label="Доля участников ниже порога, %" name="share" defaultValue={percent} numeric />
        <TextField label="Наименьшее число участников" name="minimumN" defaultValue={String(values.minimumN)} numeric />
        <TextField
          label="Низких процедур за год, не меньше"
          name="fewestLow"
          defaultValue={String(values.fewestLow)}
          numeric
        />
      </div>
      <RadioGroup
        name="mode"
        legend="Школа отбирается, если выполнены"
        defaultValue={values.mode}
        layout="row"
        options={[
          { value: 'AND', label: 'оба условия («а также»)' },
          { value: 'OR', label: 'хотя бы одно условие' },
        ]}
      />
      <FieldSet
        id="procedures"
        legend="Какие процедуры считаются"
        hint="ЕГЭ по математике: либо база и профиль вместе одной процедурой, либо каждый уровень отдельно."
      >
        <div className="grid gap-x-6 sm:grid-cols-2">
          {PROCEDURE_CODES.map((code) => (
            <Checkbox
              key={code}
              name="procedure"
              value={code}
              defaultChecked={values.procedures.includes(code)}
              label={`${procedureName(code)}${code === 'EGE_MATHEMATICS' ? ' (база и профиль вместе)' : ''}`}
            />
          ))}
        </div>
      </FieldSet>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingText="Сохраняем…">Сохранить правило</SubmitButton>
        {own ? (
          <Button type="submit" name="giveUp" value="yes">
            Вернуть значения выше по уровню
          </Button>
        ) : null}
      </div>
    </ActionForm>
  );
}
