'use client';

import { ChevronDown, FlaskConical, RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { type IdentificationRule, type RuleKind, ruleWords } from '@/lib/domain/identification';
import { RULE_KINDS, shownValue, typedRule } from './tried-rule';
import { useWhatIf } from './what-if-context';
import { WhatIfResult } from './what-if-result';

export interface WhatIfPanelProps {
  tableCode: string;
  /** schools of the city, with and without an accepted card */
  schoolCount: number;
  /** what the address carries beside the rule, for browsers without JavaScript */
  hiddenFields: readonly (readonly [string, string])[];
  /** «Сохранить правило», «Утвердить с этим правилом»: for those who may */
  actions?: ReactNode;
}

/** Moves the rule and shows at once who would enter, who would leave and how firm that is. */
export function WhatIfPanel({ tableCode, schoolCount, hiddenFields, actions }: WhatIfPanelProps) {
  const { schools, campaignRule, rule, trying, tryRule } = useWhatIf();
  const [opensAtOnce] = useState(trying || !campaignRule);
  const [kind, setKind] = useState<RuleKind>(rule?.kind ?? 'SUM');
  // what is being typed; null: the field shows the rule itself (moved by the slider or by the line in the table)
  const [typed, setTyped] = useState<string | null>(null);
  const shown = rule?.kind === kind ? rule : null;
  const text = typed ?? (shown ? shownValue(shown).replace('.', ',') : '');
  const most = mostOf(kind, schools);
  const take = (value: string) => {
    const next = typedRule(tableCode, kind, value);
    if (next) tryRule(next);
  };
  const wrong = typed !== null && typed.trim() !== '' && typedRule(tableCode, kind, typed) === null;

  return (
    <details
      id="what-if"
      open={opensAtOnce}
      data-print="none"
      className="group min-w-0 rounded-lg border border-line bg-surface"
    >
      <summary className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-4 py-2.5 hover:bg-quiet sm:px-5">
        <FlaskConical aria-hidden className="size-5 shrink-0 text-accent" />
        <span className="font-semibold">Что, если изменить правило</span>
        <span className="text-sm text-muted">
          {rule ? `${trying ? 'пробуете' : 'сейчас'}: ${ruleWords(rule)}` : 'правило ещё не задано'}
        </span>
        <ChevronDown aria-hidden className="ml-auto size-5 shrink-0 text-muted group-open:rotate-180" />
      </summary>
      <p className="max-w-3xl px-4 pb-4 text-sm text-muted sm:px-5">
        Портал предлагает, решение принимает МОЦ. Порог исходной методики неизвестен, его выбирает центр. Ничего не
        сохраняется, пока вы не решите. Линию порога можно двигать и прямо в таблице.
      </p>
      <form className="grid gap-x-10 gap-y-5 px-4 pb-5 sm:px-5 lg:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
        {hiddenFields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="min-w-0 space-y-4">
          <RadioGroup
            name="rule"
            legend="Что сравнивать"
            layout="segments"
            options={RULE_KINDS.map(({ value, label }) => ({ value, label }))}
            value={kind}
            onValueChange={(value) => {
              const next = value as RuleKind;
              setKind(next);
              setTyped(null);
              tryRule(ruleOfKind(next, tableCode, campaignRule, schools.length));
            }}
          />
          <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
            <TextField
              label="Порог"
              name="value"
              numeric
              value={text}
              error={wrong ? wrongValue(kind) : undefined}
              onChange={(event) => {
                setTyped(event.target.value);
                take(event.target.value);
              }}
              onBlur={() => setTyped(null)}
              fieldClassName="w-28"
            />
            <span className="pb-2 text-sm text-muted">{RULE_KINDS.find((one) => one.value === kind)?.unit}</span>
          </div>
          <input
            type="range"
            aria-label={`Порог: ${RULE_KINDS.find((one) => one.value === kind)?.label}`}
            aria-valuetext={shown ? ruleWords(shown) : undefined}
            min={1}
            max={most}
            step={1}
            value={shown ? Math.min(most, Number(shownValue(shown))) : 1}
            onChange={(event) => {
              setTyped(null);
              take(event.target.value);
            }}
            className="block h-8 w-full accent-accent scripting-none:hidden"
          />
          <div className="flex flex-wrap gap-2">
            {trying && campaignRule ? (
              <Button
                size="sm"
                className="scripting-none:hidden"
                onClick={() => {
                  tryRule(null);
                  setKind(campaignRule.kind);
                  setTyped(null);
                }}
              >
                <RotateCcw aria-hidden /> Вернуть правило кампании
              </Button>
            ) : null}
            <Button type="submit" size="sm" className="hidden scripting-none:inline-flex">
              Показать
            </Button>
          </div>
        </div>
        <WhatIfResult schoolCount={schoolCount} />
      </form>
      {actions ? <div className="border-t border-line px-4 py-4 empty:hidden sm:px-5">{actions}</div> : null}
    </details>
  );
}

function mostOf(kind: RuleKind, schools: readonly { negativeSum: number }[]): number {
  if (kind === 'SHARE') return 100;
  if (kind === 'TOP_N') return Math.max(1, schools.length);
  return Math.max(1, ...schools.map((school) => school.negativeSum)) + 1;
}

/** Where a kind of rule begins: at the campaign's own value, or near what the list usually is, a fifth of the schools. */
function ruleOfKind(
  kind: RuleKind,
  tableCode: string,
  campaignRule: IdentificationRule | null,
  schoolCount: number,
): IdentificationRule {
  if (campaignRule?.kind === kind) return campaignRule;
  const value = kind === 'SHARE' ? 0.5 : kind === 'TOP_N' ? Math.max(1, Math.round(schoolCount / 5)) : 10;
  return { kind, tableCode, value };
}

function wrongValue(kind: RuleKind): string {
  return kind === 'SHARE' ? 'Укажите от 0,01 до 100 %.' : 'Укажите целое число от 1.';
}
