/** Whether a rule can be applied to its criterion; messages say what to do. */
import type { FieldError } from '../failure';
import type { CriterionType } from '../instrument';
import { MEASURES, type MeasureUnit } from './measures';
import type { CriterionRule } from './rule';

/** What a fixed threshold may be in each unit, from and to. */
const LIMITS: Record<MeasureUnit, [from: number, to: number, words: string]> = {
  SHARE: [0, 1, 'Укажите долю от 0 до 100 %.'],
  MARK: [2, 5, 'Укажите отметку от 2 до 5.'],
  POINTS: [0, 100, 'Укажите балл от 0 до 100.'],
  COUNT: [0, 1_000_000, 'Укажите число не меньше 0.'],
};
const MOST_DEVIATIONS = 5;
const MOST_PUPILS = 1000;

/** What keeps a rule from being applied, with paths below `path`; empty when nothing does. */
export function ruleFaults(type: CriterionType, rule: CriterionRule, path: string): FieldError[] {
  const { measure, comparison, minimumN } = rule;
  const fault = (part: string, message: string): FieldError => ({ path: `${path}.${part}`, message });
  const faults: FieldError[] = [];
  const finds = measure === 'OBJECTIVITY_SIGNS';
  if (type === 'SIGN_COUNT' && !finds) {
    faults.push(
      fault('measure', 'Критерий, который считает признаки, берёт только показатель «признаки необъективности».'),
    );
  } else if (type === 'YES_NO' && finds) {
    faults.push(fault('measure', 'Признаки считает критерий с ответом «число признаков»: выберите другой показатель.'));
  }
  if (finds !== (comparison === null)) {
    faults.push(
      fault(
        'comparison',
        finds ? 'Признаки не сравнивают: уберите сравнение.' : 'Выберите, с чем сравнивать показатель.',
      ),
    );
  }
  if (comparison?.kind === 'FIXED') {
    const [from, to, words] = LIMITS[MEASURES[measure].unit];
    const fits = Number.isFinite(comparison.value) && comparison.value >= from && comparison.value <= to;
    if (!fits) faults.push(fault('comparison.value', words));
  }
  if (comparison?.kind === 'MEAN_SD' && !(comparison.deviations > 0 && comparison.deviations <= MOST_DEVIATIONS)) {
    faults.push(
      fault('comparison.deviations', `Укажите число стандартных отклонений больше 0 и не больше ${MOST_DEVIATIONS}.`),
    );
  }
  if (!Number.isInteger(minimumN) || minimumN < 0 || minimumN > MOST_PUPILS) {
    faults.push(fault('minimumN', `Укажите целое число от 0 до ${MOST_PUPILS}.`));
  }
  return faults;
}
