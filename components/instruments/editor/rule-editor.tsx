'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { SelectField } from '@/components/ui/field';
import { FieldSet } from '@/components/ui/field-set';
import { MEASURES } from '@/lib/domain/evidence/measures';
import { type Comparison, type CriterionRule, MEASURE_CODES } from '@/lib/domain/evidence/rule';
import { ruleWords } from '@/lib/domain/evidence/rule-words';
import { capitalised, typeset } from '@/lib/domain/russian';
import { optionsOf } from '../instrument-words';
import type { CriterionPart } from './edited-instrument';
import {
  heldAgainst,
  measuresBySource,
  newRule,
  numberOf,
  OPERATORS,
  REFERENCES,
  referenceOf,
  ruleFor,
  SIGNS_RULE,
  thresholdOf,
  typedNumber,
  typedThreshold,
  unitOf,
} from './edited-rule';
import { useEditor } from './editor-context';
import { NumberField } from './number-field';
import { fieldId } from './part-faults';

/** How data answer the criterion: which measure, held against what, with how many pupils at least. */
export function RuleEditor({ criterion }: { criterion: CriterionPart }) {
  const { change } = useEditor();
  const { key, data } = criterion;
  const rule = ruleFor(data.type, data.rule);
  const onRule = (next: CriterionRule | undefined) => change(key, { rule: next });
  return (
    <FieldSet
      id={fieldId(key, 'rule')}
      className="lg:col-span-2"
      legend="Ответ по данным"
      hint="Портал посчитает ответ по загруженным результатам и покажет его рядом с ответом школы."
    >
      {data.type === 'SIGN_COUNT' ? (
        <Checkbox
          id={fieldId(key, 'measure')}
          label="Признаки находит портал по данным"
          hint="Признаки узнаются по кодам S1–S8: признак с другим кодом отмечает только человек."
          checked={rule !== undefined}
          onChange={(event) => onRule(event.target.checked ? SIGNS_RULE : undefined)}
        />
      ) : (
        <ComparedRule criterion={criterion} rule={rule} onRule={onRule} />
      )}
      {rule ? (
        <p className="mt-2 text-sm">
          <span className="text-muted">Правило: </span>
          {data.type === 'SIGN_COUNT' ? '' : '«да», если '}
          {typeset(ruleWords(rule))}.
        </p>
      ) : null}
    </FieldSet>
  );
}

interface ComparedRuleProps {
  criterion: CriterionPart;
  rule: CriterionRule | undefined;
  onRule: (rule: CriterionRule | undefined) => void;
}

function ComparedRule({ criterion: { key }, rule, onRule }: ComparedRuleProps) {
  const { faultsOf } = useEditor();
  const faults = faultsOf(key);
  const named = (field: string) => ({ id: fieldId(key, field), name: fieldId(key, field), error: faults[field] });
  const comparison = rule?.comparison;
  const onComparison = (next: Comparison) => {
    if (rule) onRule({ ...rule, comparison: next });
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      <SelectField
        {...named('measure')}
        label="Показатель"
        fieldClassName="sm:col-span-2 xl:col-span-4 max-w-3xl"
        value={rule?.measure ?? ''}
        onChange={(event) => {
          const measure = MEASURE_CODES.find((code) => code === event.target.value);
          onRule(measure && newRule(measure));
        }}
      >
        <option value="" className="bg-surface text-ink">
          Нет: отвечает только школа
        </option>
        {measuresBySource().map(({ source, measures }) => (
          <optgroup key={source} label={source} className="bg-surface text-ink">
            {measures.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      {rule && comparison ? (
        <>
          <SelectField
            {...named('operator')}
            label="«Да», если он"
            value={comparison.operator}
            options={optionsOf(OPERATORS)}
            onChange={(event) => onComparison({ ...comparison, operator: event.target.value === '<=' ? '<=' : '>=' })}
          />
          <SelectField
            {...named('comparison')}
            label="Сравнить"
            value={referenceOf(comparison)}
            options={optionsOf(REFERENCES)}
            onChange={(event) => {
              const reference = optionsOf(REFERENCES).find(({ value }) => value === event.target.value);
              if (reference) onComparison(heldAgainst(reference.value, comparison));
            }}
          />
          {comparison.kind === 'FIXED' ? (
            <NumberField
              {...named('value')}
              key={`value ${rule.measure}`}
              label={`Порог, ${unitOf(rule.measure)}`}
              written={typedThreshold(rule.measure, comparison.value)}
              read={(text) => thresholdOf(rule.measure, text)}
              onNumber={(value) => onComparison({ ...comparison, value })}
            />
          ) : null}
          {comparison.kind === 'MEAN_SD' ? (
            <NumberField
              {...named('deviations')}
              label="Стандартных отклонений"
              written={typedNumber(comparison.deviations)}
              read={numberOf}
              onNumber={(deviations) => onComparison({ ...comparison, deviations })}
            />
          ) : null}
          {MEASURES[rule.measure].counted ? (
            <NumberField
              {...named('minimumN')}
              key={`minimum ${rule.measure}`}
              label={capitalised(`${MEASURES[rule.measure].counted} не меньше`)}
              written={typedNumber(rule.minimumN)}
              read={numberOf}
              onNumber={(minimumN) => onRule({ ...rule, minimumN })}
            />
          ) : null}
        </>
      ) : null}
    </div>
  );
}
