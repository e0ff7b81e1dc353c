'use client';

import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/link-button';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import { ruleWords } from '@/lib/domain/identification';
import { shownValue } from './what-if/tried-rule';
import { useWhatIf } from './what-if/what-if-context';

export interface RuleActionsProps {
  campaignId: string;
  tableCode: string;
  may: { confirm: boolean; changeRule: boolean };
  saveRule: (state: FormState, form: FormData) => Promise<FormState>;
}

/** What the head of МОЦ does with a tried rule: makes it the campaign's, or confirms a list by it with a new order. */
export function RuleActions({ campaignId, tableCode, may, saveRule }: RuleActionsProps) {
  const { rule, trying } = useWhatIf();
  if (!rule || !(may.changeRule || may.confirm)) return null;
  const value = shownValue(rule);
  if (!may.changeRule) {
    const query = new URLSearchParams({ table: tableCode, rule: rule.kind, value });
    return trying ? (
      <div className="flex flex-wrap items-center gap-3">
        <LinkButton href={`/analysis/campaigns/${campaignId}/confirm?${query}`}>
          Новый приказ с этим правилом
        </LinkButton>
        <p className="text-sm text-muted">Список уже утверждён: другое правило вступит в силу с новым приказом.</p>
      </div>
    ) : null;
  }
  return (
    <ActionForm send={saveRule} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="campaign" value={campaignId} />
      <input type="hidden" name="table" value={tableCode} />
      <input type="hidden" name="kind" value={rule.kind} />
      <input type="hidden" name="value" value={value} />
      <SubmitButton pendingText="Сохраняем…" aria-disabled={!trying} variant={trying ? 'primary' : 'secondary'}>
        Сохранить правило
      </SubmitButton>
      <p className="text-sm text-muted">
        {trying ? `Станет правилом кампании: ${ruleWords(rule)}.` : 'Измените порог, чтобы сохранить другое правило.'}
      </p>
    </ActionForm>
  );
}
