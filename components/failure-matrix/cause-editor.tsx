'use client';

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useActionState, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { FieldError } from '@/components/ui/field-set';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FailureCause } from '@/lib/domain/failure-matrix';
import { type FormState, faultOf } from '@/lib/domain/form-state';

interface CauseEditorProps {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  causes: readonly FailureCause[];
  version: number;
}

interface Row extends FailureCause {
  /** the same over moves and renames, also before a code is given */
  key: number;
}

/** The centre's causes: texts, order, new ones, gone ones. */
export function CauseEditor({ send, causes, version }: CauseEditorProps) {
  const [state, action] = useActionState(send, {});
  const [rows, setRows] = useState<Row[]>(() => causes.map((cause, key) => ({ ...cause, key })));
  const moved = (from: number, to: number) =>
    setRows((all) => {
      const next = [...all];
      next.splice(to, 0, ...next.splice(from, 1));
      return next;
    });
  return (
    <form action={() => action(formOf(rows, version))} className="max-w-3xl space-y-4">
      <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
      <ol className="space-y-2">
        {rows.map((row, index) => {
          const fault = row.code ? faultOf(state, row.code) : undefined;
          return (
            <li key={row.key}>
              {fault ? <FieldError id={`${row.key}-fault`}>{fault}</FieldError> : null}
              <div className="flex items-center gap-2">
                <Input
                  id={row.code || `new-${row.key}`}
                  value={row.text}
                  maxLength={200}
                  aria-label={`Причина ${index + 1}`}
                  aria-invalid={fault ? true : undefined}
                  onChange={(event) =>
                    setRows((all) =>
                      all.map((one) => (one.key === row.key ? { ...one, text: event.target.value } : one)),
                    )
                  }
                />
                <Button
                  variant="quiet"
                  aria-label={`Выше: ${row.text}`}
                  disabled={index === 0}
                  onClick={() => moved(index, index - 1)}
                >
                  <ArrowUp aria-hidden />
                </Button>
                <Button
                  variant="quiet"
                  aria-label={`Ниже: ${row.text}`}
                  disabled={index === rows.length - 1}
                  onClick={() => moved(index, index + 1)}
                >
                  <ArrowDown aria-hidden />
                </Button>
                <Button
                  variant="quiet"
                  aria-label={`Убрать: ${row.text}`}
                  onClick={() => setRows((all) => all.filter((one) => one.key !== row.key))}
                >
                  <Trash2 aria-hidden />
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      <div className="flex flex-wrap gap-3">
        <Button
          variant="secondary"
          onClick={() =>
            setRows((all) => [...all, { code: '', text: '', key: Math.max(-1, ...all.map(({ key }) => key)) + 1 }])
          }
        >
          <Plus aria-hidden />
          Добавить причину
        </Button>
        <SubmitButton pendingText="Сохраняем…">Сохранить список</SubmitButton>
      </div>
    </form>
  );
}

function formOf(rows: readonly Row[], version: number): FormData {
  const form = new FormData();
  form.set('version', String(version));
  form.set('causes', JSON.stringify(rows.map(({ code, text }) => ({ code, text }))));
  return form;
}
