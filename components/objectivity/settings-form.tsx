'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { FormResult } from '@/components/ui/form-result';
import { SubmitButton } from '@/components/ui/submit-button';
import { type FormState, faultOf } from '@/lib/domain/form-state';

/** A constant to be set; written out on the server, so that the browser needs no schema. */
export interface SettingField {
  key: string;
  name: string;
  hint: string;
  /** as people write it */
  value: string;
}

export interface SettingsFormProps {
  groups: readonly { title: string; fields: readonly SettingField[] }[];
  version: number;
  /** the place has constants of its own, which it can give up */
  own: boolean;
  save: (state: FormState, form: FormData) => Promise<FormState>;
}

/** The constants of all signs, for who may change them; signs and cards are derived anew at once. */
export function SettingsForm({ groups, version, own, save }: SettingsFormProps) {
  const [state, action, pending] = useActionState(save, {});
  return (
    <form action={action} noValidate>
      <FormResult state={state} />
      <fieldset disabled={pending} aria-busy={pending} className="space-y-6">
        <input type="hidden" name="version" value={version} />
        {groups.map(({ title, fields }) => (
          <fieldset key={title} className="min-w-0">
            <legend className="mb-2 font-semibold">{title}</legend>
            <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
              {fields.map(({ key, name, hint, value }) => (
                <TextField
                  key={`${key} ${version}`}
                  id={key}
                  name={key}
                  label={name}
                  hint={hint}
                  defaultValue={state.values?.[key] ?? value}
                  error={faultOf(state, key)}
                  numeric
                />
              ))}
            </div>
          </fieldset>
        ))}
        <div className="flex flex-wrap gap-2">
          <SubmitButton pendingText="Сохраняем и пересчитываем…">Сохранить и пересчитать признаки</SubmitButton>
          {own ? (
            <Button type="submit" name="giveUp" value="yes">
              Вернуть значения выше по уровню
            </Button>
          ) : null}
        </div>
      </fieldset>
    </form>
  );
}
