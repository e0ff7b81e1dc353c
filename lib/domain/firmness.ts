/**
 * How firm the proposal about each school is. A flag is only as good as the criteria behind it, so that a list shows
 * which flags hang on one criterion or one point [DESIGN; issue capability 6: leave one criterion out, threshold ± 1].
 */
import type { CriterionPoints } from './criterion-points';
import { type IdentificationRule, propose, type ScoredSchool } from './identification';
import { countOf } from './russian';

/** A school with the points of the criteria that make up its sum, those of the rule's table that apply to it. */
export interface JudgedSchool extends ScoredSchool {
  criteria: readonly CriterionPoints[];
}

export type Firmness = 'FIRM' | 'BORDERLINE' | 'LITTLE_DATA';

export const FIRMNESS_NAMES: Record<Firmness, string> = {
  FIRM: 'устойчивый',
  BORDERLINE: 'пограничный',
  LITTLE_DATA: 'мало данных',
};

/** Below this part of the applicable criteria with a definite answer nothing firm can be said [DESIGN]. */
export const LITTLE_DATA_SHARE = 0.5;

/** How firm it is that a school is proposed, or that it is not. */
export interface FlagFirmness {
  schoolCode: string;
  proposed: boolean;
  /** LITTLE_DATA stands above BORDERLINE: where little is known, a margin says nothing */
  firmness: Firmness;
  /** the proposal would be the opposite without one criterion or with the threshold moved by one */
  borderline: boolean;
  /** codes of the criteria without which the proposal would be the opposite */
  flipsWithout: string[];
  /** the proposal would be the opposite with the threshold moved by 1 point (TOP_N: by 1 school) */
  flipsByThreshold: boolean;
  /** criteria of the table that apply to the school, and those of them with a definite answer */
  applicable: number;
  definite: number;
}

/**
 * The firmness of every school, by its code. Leaving a criterion out takes it from all schools, as if the instrument had
 * never had it. The threshold moves by 1 point (SUM), by one point of the school's own maximum (SHARE) or by 1 school
 * (TOP_N, never below 1).
 */
export function firmnessOf(rule: IdentificationRule, schools: readonly JudgedSchool[]): Map<string, FlagFirmness> {
  const proposed = propose(rule, schools);
  const moved = proposalsAroundThreshold(rule, schools);
  const flipped = (code: string, other: ReadonlySet<string>) => other.has(code) !== proposed.has(code);
  const flipsWithout = new Map<string, string[]>(schools.map((school) => [school.schoolCode, []]));
  for (const [criterion, without] of proposalsWithoutOneCriterion(rule, schools)) {
    for (const [code, criteria] of flipsWithout) {
      if (flipped(code, without)) criteria.push(criterion);
    }
  }
  const judged = schools.map((school): [string, FlagFirmness] => {
    const code = school.schoolCode;
    const without = flipsWithout.get(code) ?? [];
    const flipsByThreshold = moved.some((other) => flipped(code, other));
    const applicable = school.criteria.length;
    const definite = school.criteria.filter((criterion) => criterion.definite).length;
    const littleData = applicable === 0 || definite < applicable * LITTLE_DATA_SHARE;
    const borderline = flipsByThreshold || without.length > 0;
    const firmness = littleData ? 'LITTLE_DATA' : borderline ? 'BORDERLINE' : 'FIRM';
    const shown = { firmness, borderline, flipsWithout: without, flipsByThreshold, applicable, definite } as const;
    return [code, { schoolCode: code, proposed: proposed.has(code), ...shown }];
  });
  return new Map(judged);
}

/** Why a flag is as firm as it is, in one Russian sentence or two. */
export function firmnessWords(flag: FlagFirmness, rule: IdentificationRule): string {
  const step = rule.kind === 'TOP_N' ? 'на 1\u00a0школу' : 'на 1\u00a0балл';
  if (flag.firmness === 'LITTLE_DATA') {
    const asked = countOf(flag.applicable, 'критерия', 'критериев', 'критериев');
    return `Определённый ответ есть по ${flag.definite} из ${asked}: остальные не\u00a0применимы или без ответа.`;
  }
  if (flag.firmness === 'FIRM') {
    return `Ничего не\u00a0изменится, если убрать любой один критерий или сдвинуть порог ${step}.`;
  }
  const opposite = flag.proposed ? 'не\u00a0была\u00a0бы предложена' : 'была\u00a0бы предложена';
  const causes = [
    ...(flag.flipsByThreshold ? [`Если сдвинуть порог ${step}, школа ${opposite}.`] : []),
    ...(flag.flipsWithout.length > 0
      ? [`Без одного критерия школа ${opposite}: ${flag.flipsWithout.join(', ')}.`]
      : []),
  ];
  return causes.join(' ');
}

function proposalsAroundThreshold(rule: IdentificationRule, schools: readonly JudgedSchool[]): Set<string>[] {
  if (rule.kind === 'SHARE') {
    return [-1, 1].map((step) =>
      propose(
        rule,
        schools.map((school) => ({ ...school, negativeSum: school.negativeSum + step })),
      ),
    );
  }
  const values = [rule.value - 1, rule.value + 1].filter((value) => rule.kind === 'SUM' || value >= 1);
  return values.map((value) => propose({ ...rule, value }, schools));
}

function proposalsWithoutOneCriterion(
  rule: IdentificationRule,
  schools: readonly JudgedSchool[],
): Map<string, Set<string>> {
  const points = new Map<string, Map<string, CriterionPoints>>();
  for (const { schoolCode, criteria } of schools) {
    for (const criterion of criteria) {
      const bySchool = points.get(criterion.code) ?? new Map<string, CriterionPoints>();
      points.set(criterion.code, bySchool.set(schoolCode, criterion));
    }
  }
  const without = (bySchool: Map<string, CriterionPoints>) =>
    schools.map((school) => {
      const taken = bySchool.get(school.schoolCode);
      const { negativeSum, maximum } = taken ?? { negativeSum: 0, maximum: 0 };
      return { ...school, negativeSum: school.negativeSum - negativeSum, maximum: school.maximum - maximum };
    });
  return new Map([...points].map(([code, bySchool]) => [code, propose(rule, without(bySchool))]));
}
