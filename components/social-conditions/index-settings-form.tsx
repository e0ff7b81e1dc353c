'use client';

import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { FieldSet } from '@/components/ui/field-set';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import type { SocialIndexSettings } from '@/lib/domain/social-index';
import { SHARE_CODES, SHARE_NAMES } from '@/lib/domain/social-shares';

export interface IndexSettingsFormProps {
  values: SocialIndexSettings;
  version: number;
  /** the place has constants of its own, which it can give up */
  own: boolean;
  save: (state: FormState, form: FormData) => Promise<FormState>;
}

const typed = (value: number) => String(value).replace('.', ',');

/** Weights of the shares and the least data, for who may change them. */
export function IndexSettingsForm({ values, version, own, save }: IndexSettingsFormProps) {
  return (
    <ActionForm send={save} className="space-y-5">
      <input type="hidden" name="version" value={version} />
      <FieldSet
        id="weights"
        legend="Веса показателей"
        hint="0 — показатель не считается. Важно только отношение весов."
      >
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {SHARE_CODES.map((code) => (
            <TextField
              key={code}
              label={SHARE_NAMES[code]}
              name={`weights.${code}`}
              defaultValue={typed(values.weights[code])}
              numeric
            />
          ))}
        </div>
      </FieldSet>
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <TextField
          label="Показателей у школы, не меньше"
          name="minimumShares"
          defaultValue={typed(values.minimumShares)}
          numeric
        />
        <TextField
          label="Обучающихся в школе, не меньше"
          name="minimumPupils"
          defaultValue={typed(values.minimumPupils)}
          numeric
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingText="Сохраняем…">Сохранить веса</SubmitButton>
        {own ? (
          <Button type="submit" name="giveUp" value="yes">
            Вернуть значения выше по уровню
          </Button>
        ) : null}
      </div>
    </ActionForm>
  );
}
