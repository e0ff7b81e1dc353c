'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { SelectField, TextareaField } from '@/components/ui/field';
import { FieldError } from '@/components/ui/field-set';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { optionsOf } from '../instrument-words';
import type { TablePart } from './edited-instrument';
import { useEditor } from './editor-context';
import { GroupEditor } from './group-editor';
import { oneLine } from './one-line';
import { PartButtons } from './part-buttons';
import { fieldId } from './part-faults';

const TRACKS = optionsOf(TRACK_NAMES);

/** A table with its groups. */
export function TableEditor({ table, firstNumber }: { table: TablePart; firstNumber: number }) {
  const { change, addGroup, faultsOf } = useEditor();
  const faults = faultsOf(table.key);
  const named = (field: string) => ({ id: fieldId(table.key, field), name: fieldId(table.key, field) });
  let number = firstNumber;
  return (
    <section
      id={table.key}
      aria-label={`Таблица: ${table.data.title || 'без названия'}`}
      className="scroll-mt-6 space-y-4"
    >
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3 border-b-2 border-accent pb-4">
        <TextareaField
          rows={1}
          {...named('title')}
          label="Таблица"
          error={faults.title}
          fieldClassName="grow-[2] basis-80"
          className="resize-none text-lg font-semibold"
          value={table.data.title}
          onChange={(event) => change(table.key, { title: oneLine(event.target.value) })}
        />
        <SelectField
          {...named('track')}
          label="Какой список школ по ней строится"
          fieldClassName="grow basis-64"
          options={TRACKS}
          value={table.data.track}
          onChange={(event) => {
            const track = TRACKS.find((option) => option.value === event.target.value);
            if (track) change(table.key, { track: track.value });
          }}
        />
        <PartButtons partKey={table.key} name={table.data.title || 'таблица'} />
      </div>
      {table.children.map((group) => {
        const first = number;
        number += group.children.length;
        return <GroupEditor key={group.key} table={table} group={group} firstNumber={first} />;
      })}
      <div id={fieldId(table.key, 'children')} tabIndex={-1}>
        {faults.children ? <FieldError>{faults.children}</FieldError> : null}
        <Button size="sm" onClick={() => addGroup(table)}>
          <Plus aria-hidden /> Добавить группу
        </Button>
      </div>
    </section>
  );
}
