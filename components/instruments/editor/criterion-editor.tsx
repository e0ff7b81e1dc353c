'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextareaField } from '@/components/ui/field';
import { Status } from '@/components/ui/status';
import { APPLICABILITY_NAMES, optionsOf, TYPE_NAMES } from '../instrument-words';
import { CriterionDetails, DETAIL_FIELDS } from './criterion-details';
import type { CriterionPart } from './edited-instrument';
import { useEditor } from './editor-context';
import { PartButtons } from './part-buttons';
import { fieldId } from './part-faults';
import { SignList } from './sign-list';

const TYPES = optionsOf(TYPE_NAMES);
const APPLICABILITY = optionsOf(APPLICABILITY_NAMES);

interface CriterionEditorProps {
  criterion: CriterionPart;
  groupKey: string;
  /** its number on the card */
  number: number;
}

/** One criterion: its wording and kind; the explanations open below. */
export function CriterionEditor({ criterion, groupKey, number }: CriterionEditorProps) {
  const { change, faultsOf } = useEditor();
  const [opened, setOpened] = useState(false);
  const { key, data } = criterion;
  const faults = faultsOf(key);
  const signs = data.type === 'SIGN_COUNT' ? criterion.children : [];
  const faulty =
    DETAIL_FIELDS.some((field) => faults[field]) ||
    signs.some((sign) => faultsOf(sign.key).code || faultsOf(sign.key).help);
  const open = opened || faulty;
  const named = (field: string) => ({ id: fieldId(key, field), name: fieldId(key, field), error: faults[field] });
  return (
    <li id={key} className="scroll-mt-6 px-4 py-4 sm:px-5">
      <div className="flex items-start gap-2">
        <span aria-hidden className="w-8 shrink-0 pt-2 text-right text-sm text-muted tabular-nums">
          {number}.
        </span>
        <div className="min-w-0 flex-1 space-y-3">
          <div className="flex flex-wrap items-start justify-end gap-x-2">
            <TextareaField
              {...named('text')}
              label={`Формулировка критерия ${number}`}
              labelHidden
              rows={2}
              fieldClassName="basis-80 grow"
              value={data.text}
              onChange={(event) => change(key, { text: event.target.value })}
            />
            <PartButtons partKey={key} name={data.text || `критерий ${number}`} />
          </div>
          <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
            <SelectField
              {...named('type')}
              label="Ответ"
              fieldClassName="text-sm"
              options={TYPES}
              value={data.type}
              onChange={(event) => change(key, { type: event.target.value === 'SIGN_COUNT' ? 'SIGN_COUNT' : 'YES_NO' })}
            />
            <SelectField
              {...named('applicability')}
              label="Кого касается"
              fieldClassName="text-sm"
              options={APPLICABILITY}
              value={data.applicability}
              onChange={(event) => {
                const applicability = APPLICABILITY.find((option) => option.value === event.target.value);
                if (applicability) change(key, { applicability: applicability.value });
              }}
            />
            <div className="flex min-h-10 flex-wrap items-center gap-3">
              <Button
                variant="quiet"
                size="sm"
                aria-expanded={open}
                aria-label={`Подробнее: критерий ${number}`}
                onClick={() => setOpened(!open)}
              >
                {open ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />} Подробнее
              </Button>
              {data.purpose.trim() === '' ? (
                <Status tone="warning" look="line">
                  Нет основания или цели
                </Status>
              ) : null}
            </div>
          </div>
          {data.type === 'SIGN_COUNT' ? <SignList criterion={criterion} detailed={open} /> : null}
          {open ? <CriterionDetails criterion={criterion} groupKey={groupKey} /> : null}
        </div>
      </div>
    </li>
  );
}
