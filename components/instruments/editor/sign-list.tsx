'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { TextareaField, TextField } from '@/components/ui/field';
import { FieldSet } from '@/components/ui/field-set';
import type { CriterionPart } from './edited-instrument';
import { useEditor } from './editor-context';
import { oneLine } from './one-line';
import { PartButtons } from './part-buttons';
import { fieldId } from './part-faults';

/** The signs that a criterion counts; with `detailed` also what each of them means, and its code. */
export function SignList({ criterion, detailed }: { criterion: CriterionPart; detailed: boolean }) {
  const { change, addSign, faultsOf } = useEditor();
  const field = (key: string, name: string) => ({
    id: fieldId(key, name),
    name: fieldId(key, name),
    error: faultsOf(key)[name],
  });
  return (
    <FieldSet
      id={fieldId(criterion.key, 'children')}
      legend="Признаки"
      hint="Каждый найденный признак добавляет 1 балл."
      error={faultsOf(criterion.key).children}
    >
      <ol className="space-y-3">
        {criterion.children.map((sign, index) => (
          <li key={sign.key}>
            <div className="flex items-start gap-1">
              <TextareaField
                rows={1}
                className="resize-none"
                {...field(sign.key, 'text')}
                label={`Признак ${index + 1}`}
                labelHidden
                fieldClassName="flex-1"
                value={sign.data.text}
                onChange={(event) => change(sign.key, { text: oneLine(event.target.value) })}
              />
              <PartButtons partKey={sign.key} name={sign.data.text || `признак ${index + 1}`} />
            </div>
            {detailed ? (
              <div className="mt-2 grid gap-3 border-l-2 border-line pl-3 sm:grid-cols-[8rem_1fr]">
                <TextField
                  {...field(sign.key, 'code')}
                  label={`Код признака ${index + 1}`}
                  value={sign.data.code}
                  onChange={(event) => change(sign.key, { code: event.target.value })}
                />
                <TextareaField
                  {...field(sign.key, 'help')}
                  label={`Пояснение к признаку ${index + 1}`}
                  optional
                  rows={1}
                  className="resize-none"
                  value={sign.data.help}
                  onChange={(event) => change(sign.key, { help: event.target.value })}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      <Button size="sm" className="mt-3" onClick={() => addSign(criterion.key)}>
        <Plus aria-hidden /> Добавить признак
      </Button>
    </FieldSet>
  );
}
