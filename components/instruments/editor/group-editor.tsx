'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { TextareaField } from '@/components/ui/field';
import { FieldError } from '@/components/ui/field-set';
import { CriterionEditor } from './criterion-editor';
import type { GroupPart, TablePart } from './edited-instrument';
import { useEditor } from './editor-context';
import { oneLine } from './one-line';
import { PartButtons } from './part-buttons';
import { fieldId } from './part-faults';

interface GroupEditorProps {
  table: TablePart;
  group: GroupPart;
  /** the number of its first criterion on the card */
  firstNumber: number;
}

/** A group with its criteria. */
export function GroupEditor({ table, group, firstNumber }: GroupEditorProps) {
  const { change, addCriterion, faultsOf } = useEditor();
  const faults = faultsOf(group.key);
  const id = fieldId(group.key, 'title');
  return (
    <section
      id={group.key}
      aria-label={`Группа: ${group.data.title || 'без названия'}`}
      className="scroll-mt-6 rounded-lg border border-line bg-surface"
    >
      <div className="flex flex-wrap items-end gap-2 border-b border-line p-4 sm:px-5">
        <TextareaField
          rows={1}
          id={id}
          name={id}
          label="Группа"
          error={faults.title}
          fieldClassName="grow basis-64"
          className="resize-none font-semibold"
          value={group.data.title}
          onChange={(event) => change(group.key, { title: oneLine(event.target.value) })}
        />
        <PartButtons partKey={group.key} name={group.data.title || 'группа'} />
      </div>
      <ol className="divide-y divide-line">
        {group.children.map((criterion, index) => (
          <CriterionEditor
            key={criterion.key}
            criterion={criterion}
            groupKey={group.key}
            number={firstNumber + index}
          />
        ))}
      </ol>
      <div
        id={fieldId(group.key, 'children')}
        tabIndex={-1}
        className="border-t border-line p-4 first:border-t-0 sm:px-5"
      >
        {faults.children ? <FieldError>{faults.children}</FieldError> : null}
        <Button size="sm" onClick={() => addCriterion(table, group)}>
          <Plus aria-hidden /> Добавить критерий
        </Button>
      </div>
    </section>
  );
}
