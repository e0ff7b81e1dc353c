/** What the address of «Два правила» says: which schools are shown, by which municipal side, which one is open. */
import type { FederalResult } from '@/lib/domain/federal-rule';
import { VERDICTS, type Verdict, verdictOf } from '@/lib/domain/rule-agreement';
import type { TwoRulesSchool, TwoRulesView } from '@/lib/portal/federal-rule/views';

export interface RulesChoice {
  /** the municipal side of the comparison: the proposal of the rule or the list in force */
  by: 'proposed' | 'confirmed';
  municipal: Verdict | null;
  federal: Verdict | null;
  result: FederalResult | null;
  /** code of the school whose figures are open */
  school: string | null;
}

const RESULTS: readonly FederalResult[] = ['LOW', 'RISK', 'NO', 'LITTLE_DATA'];

export function rulesChoice(search: Record<string, string | string[] | undefined>, hasList: boolean): RulesChoice {
  const one = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined);
  return {
    by: hasList && one('by') === 'confirmed' ? 'confirmed' : 'proposed',
    municipal: VERDICTS.find((verdict) => verdict === one('municipal')) ?? null,
    federal: VERDICTS.find((verdict) => verdict === one('federal')) ?? null,
    result: RESULTS.find((result) => result === one('result')) ?? null,
    school: one('school') ?? null,
  };
}

/** The query of an address that says so, with its «?»; nothing for what is usual. */
export function rulesQuery({ by, municipal, federal, result, school }: RulesChoice): string {
  const query = new URLSearchParams();
  if (by !== 'proposed') query.set('by', by);
  if (municipal) query.set('municipal', municipal);
  if (federal) query.set('federal', federal);
  if (result) query.set('result', result);
  if (school) query.set('school', school);
  return query.size > 0 ? `?${query}` : '?';
}

/** What the chosen municipal side says of a school. */
export function municipalVerdict(
  { rule }: Pick<TwoRulesView, 'rule'>,
  by: RulesChoice['by'],
  school: TwoRulesSchool,
): Verdict {
  if (by === 'confirmed') return verdictOf(school.confirmed);
  return verdictOf(rule === null || school.negativeSum === null ? null : school.proposed);
}

export function shownByRules(view: TwoRulesView, choice: RulesChoice): TwoRulesSchool[] {
  const { by, municipal, federal, result } = choice;
  return view.schools.filter(
    (school) =>
      (!municipal || municipalVerdict(view, by, school) === municipal) &&
      (!federal || verdictOf(school.federal.federalLow) === federal) &&
      (!result || school.federal.result === result),
  );
}
