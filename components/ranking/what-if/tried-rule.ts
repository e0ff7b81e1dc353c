/** The rule of the what-if panel in the address: `?rule=SUM&value=8`; SHARE in per cent, as it is typed. */
import { type IdentificationRule, type RuleKind, ruleFault } from '@/lib/domain/identification';

export const RULE_KINDS: readonly { value: RuleKind; label: string; unit: string }[] = [
  { value: 'SUM', label: 'Сумма баллов', unit: 'баллов и\u00a0больше' },
  { value: 'SHARE', label: 'Доля максимума', unit: '% и\u00a0больше' },
  { value: 'TOP_N', label: 'Число школ', unit: 'школ с\u00a0наибольшей суммой' },
];

/** The rule that the address tries; null when it names none or one that nobody could apply. */
export function triedRule(
  tableCode: string,
  { rule, value }: { rule?: string | undefined; value?: string | undefined },
): IdentificationRule | null {
  const kind = RULE_KINDS.find((one) => one.value === rule)?.value;
  return kind === undefined || value === undefined ? null : typedRule(tableCode, kind, value);
}

/** The rule of a kind and of what was typed («12», «37,5»); null when nobody could apply it. */
export function typedRule(tableCode: string, kind: RuleKind, typed: string): IdentificationRule | null {
  const number = Number(typed.replaceAll(/[\s\u00a0%]/g, '').replace(',', '.'));
  const value = kind === 'SHARE' ? Math.round(number * 100) / 10_000 : number;
  const tried = { kind, tableCode, value };
  return typed.trim() === '' || ruleFault(tried) ? null : tried;
}

/** The value as it is typed and stands in the address: 0.375 is «37.5». */
export function shownValue({ kind, value }: IdentificationRule): string {
  return String(kind === 'SHARE' ? Math.round(value * 10_000) / 100 : value);
}

export function sameRule(a: IdentificationRule | null, b: IdentificationRule | null): boolean {
  return a?.kind === b?.kind && a?.value === b?.value && a?.tableCode === b?.tableCode;
}
