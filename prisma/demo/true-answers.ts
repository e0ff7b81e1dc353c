/** The answers that a municipality's figures call for, before anybody errs. */
import type { Answer } from '@/lib/domain/answers';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import { CRITERION_RULES } from './criterion-rules';
import type { SchoolYearFigures } from './figures';
import { quartile } from './quartiles';

/** With fewer schools that have the measure there are no quarters to compare. */
const FEWEST_TO_COMPARE = 4;

type AnswerOf = (figures: SchoolYearFigures) => Answer;

const yesNo = (holds: boolean | null): Answer => (holds === null ? 'na' : holds ? 'yes' : 'no');

/** How the criterion is answered in a municipality whose schools have these figures. */
function answerOf(criterion: CriterionDefinition, city: readonly SchoolYearFigures[]): AnswerOf {
  const rule = CRITERION_RULES.get(criterion.code);
  if (!rule) throw new Error(`the demonstration knows no figures for the criterion ${criterion.code}`);
  if ('signs' in rule) return rule.signs;
  if ('holds' in rule) return (figures) => yesNo(rule.holds(figures));

  const measured = city.map(rule.measure).filter((value) => value !== null);
  const limit = quartile(measured, rule.worst === 'high' ? 0.75 : 0.25);
  if (limit === null || measured.length < FEWEST_TO_COMPARE) return () => 'na';
  return (figures) => {
    const value = rule.measure(figures);
    if (value === null) return 'na';
    // a share of zero is never among the worst, even where most schools have none
    return yesNo(rule.worst === 'high' ? value >= limit && value > 0 : value <= limit);
  };
}

/** For each school of a municipality (in the order given) the answers by criterion code, for all criteria asked about. */
export function trueAnswers(
  criteria: readonly CriterionDefinition[],
  city: readonly SchoolYearFigures[],
): Record<string, Answer>[] {
  const rules = criteria.map((criterion) => ({ code: criterion.code, answer: answerOf(criterion, city) }));
  return city.map((figures) => Object.fromEntries(rules.map(({ code, answer }) => [code, answer(figures)])));
}
