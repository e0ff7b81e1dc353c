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
    <li id={key} className="scroll-mt-6 py-4 pr-4 pl-2 sm:px-5">
      <div className="flex items-start gap-1 sm:gap-2">
        <span aria-hidden className="w-6 shrink-0 pt-2 text-right text-sm text-muted tabular-nums sm:w-8">
          {number}.
        </span>
        <div className="min-w-0 flex-1 space-y-2">
          <TextareaField
            {...named('text')}
            label={`Формулировка критерия ${number}`}
            labelHidden
            rows={1}
            className="resize-none"
            value={data.text}
            onChange={(event) => change(key, { text: event.target.value })}
          />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <SelectField
              {...named('type')}
              label={`Ответ на критерий ${number}`}
              labelHidden
              className="min-h-8 py-0.5 text-sm"
              options={TYPES}
              value={data.type}
              onChange={(event) => change(key, { type: event.target.value === 'SIGN_COUNT' ? 'SIGN_COUNT' : 'YES_NO' })}
            />
            <SelectField
              {...named('applicability')}
              label={`Кого касается критерий ${number}`}
              labelHidden
              className="min-h-8 py-0.5 text-sm"
              options={APPLICABILITY}
              value={data.applicability}
              onChange={(event) => {
                const applicability = APPLICABILITY.find((option) => option.value === event.target.value);
                if (applicability) change(key, { applicability: applicability.value });
              }}
            />
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
            <PartButtons partKey={key} name={data.text || `критерий ${number}`} />
          </div>
          {data.type === 'SIGN_COUNT' ? <SignList criterion={criterion} detailed={open} /> : null}
          {open ? <CriterionDetails criterion={criterion} groupKey={groupKey} /> : null}
        </div>
      </div>
    </li>
  );
}
