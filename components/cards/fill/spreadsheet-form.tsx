'use client';

import { FileSpreadsheet } from 'lucide-react';
import { useActionState, useState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import type { SpreadsheetPreview } from '@/lib/portal/cards/schema';
import { PreviewTable } from './spreadsheet-preview';

export interface SpreadsheetState extends FormState {
  preview?: SpreadsheetPreview;
  fileName?: string;
}

interface SpreadsheetFormProps {
  cardId: string;
  mostBytes: number;
  look: (state: SpreadsheetState, form: FormData) => Promise<SpreadsheetState>;
  apply: (state: FormState, form: FormData) => Promise<FormState>;
}

/** Uploads the filled form, shows what it would change, and applies it after a second look. */
export function SpreadsheetForm({ cardId, mostBytes, look, apply }: SpreadsheetFormProps) {
  const [state, send] = useActionState(look, {});
  const [tooLarge, setTooLarge] = useState(false);
  const error = tooLarge ? 'Файл больше 2 МБ. Выберите бланк, скачанный на этой странице.' : undefined;
  return (
    <div className="space-y-6">
      <Panel
        title="2. Загрузите заполненный файл"
        description="Сначала портал покажет, что изменится. Пока вы не подтвердите, ничего не сохраняется."
      >
        <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
        <form
          action={send}
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            if (tooLarge) event.preventDefault();
          }}
        >
          <input type="hidden" name="cardId" value={cardId} />
          <Field id="file" label="Файл xlsx, до 2 МБ" error={error} className="w-full sm:w-auto">
            {(ties) => (
              <Input
                {...ties}
                type="file"
                name="file"
                required
                accept=".xlsx"
                onChange={(event) => setTooLarge((event.target.files?.[0]?.size ?? 0) > mostBytes)}
              />
            )}
          </Field>
          <SubmitButton pendingText="Читаем файл…">
            <FileSpreadsheet aria-hidden />
            Показать изменения
          </SubmitButton>
        </form>
      </Panel>
      {state.preview ? (
        <PreviewTable
          key={state.preview.version}
          cardId={cardId}
          preview={state.preview}
          fileName={state.fileName ?? ''}
          apply={apply}
        />
      ) : null}
      {state.message ? (
        <Notice tone="success" role="status">
          {state.message}
        </Notice>
      ) : null}
    </div>
  );
}
