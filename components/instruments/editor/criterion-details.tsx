'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import type { CriterionPart } from './edited-instrument';
import { useEditor } from './editor-context';
import { fieldId } from './part-faults';
import { RuleEditor } from './rule-editor';

const EXPLANATIONS = [
  {
    field: 'purpose',
    label: 'Правовое основание или цель',
    hint: 'Зачем школу об этом спрашивают. Без этого карту не опубликовать.',
  },
  { field: 'help', label: 'Пояснение для директора', hint: 'Что означает критерий. Показывается рядом с вопросом.' },
  { field: 'threshold', label: 'Порог словами', hint: 'Когда верный ответ «да».' },
  { field: 'evidence', label: 'Чем подтверждается', hint: 'Какие данные или документы доказывают ответ.' },
  { field: 'source', label: 'Источник критерия', hint: 'Откуда он взят: приказ, методика, адрес в интернете.' },
] as const;

/** The fields that explain a criterion, behind «Подробнее». */
export const DETAIL_FIELDS = [
  'purpose',
  'help',
  'threshold',
  'evidence',
  'source',
  'code',
  'measure',
  'comparison',
  'value',
  'deviations',
  'minimumN',
] as const;

export function CriterionDetails({ criterion, groupKey }: { criterion: CriterionPart; groupKey: string }) {
  const { change, place, groups, faultsOf } = useEditor();
  const faults = faultsOf(criterion.key);
  const named = (field: string) => ({
    id: fieldId(criterion.key, field),
    name: fieldId(criterion.key, field),
    error: faults[field],
  });
  return (
    <div className="grid gap-4 border-l-2 border-line pl-4 lg:grid-cols-2">
      {EXPLANATIONS.map(({ field, label, hint }) => (
        <TextareaField
          key={field}
          {...named(field)}
          label={label}
          hint={hint}
          rows={2}
          value={criterion.data[field]}
          onChange={(event) => change(criterion.key, { [field]: event.target.value })}
        />
      ))}
      <div className="space-y-4">
        <TextField
          {...named('code')}
          label="Код"
          hint="По коду сравниваются годы: не меняйте его, если смысл вопроса прежний."
          value={criterion.data.code}
          onChange={(event) => change(criterion.key, { code: event.target.value })}
        />
        <SelectField
          {...named('group')}
          label="Группа"
          value={groupKey}
          options={groups.map(({ key, label }) => ({ value: key, label }))}
          onChange={(event) => place(criterion.key, event.target.value)}
        />
        <Checkbox
          id={fieldId(criterion.key, 'stable')}
          label="Ответ редко меняется"
          hint="Прошлогодний ответ переносится с пометкой «проверьте»."
          checked={criterion.data.stable}
          onChange={(event) => change(criterion.key, { stable: event.target.checked })}
        />
      </div>
      <RuleEditor criterion={criterion} />
    </div>
  );
}
