/** Invented social passport of a school (domain.md 8.5): shares move slowly with the conditions, staff a little faster. */
import type { ContextFigures } from './figures';
import type { Random } from './random';

/** A share of pupils whose log-odds fall by `slope` with each standard deviation of better conditions. */
function pupilsOf(pupils: number, usual: number, slope: number, conditions: number, random: Random): number {
  const logOdds = Math.log(usual / (1 - usual)) - slope * (conditions + 0.9 * random.normal());
  return Math.round(pupils / (1 + Math.exp(-logOdds)));
}

/** `own` is the school's own stream, the same in all years: what hardly changes; `year` that of the year. */
export function contextFigures(
  pupils: number,
  urban: boolean,
  conditions: number,
  own: Random,
  year: Random,
): ContextFigures {
  const steady = (usual: number, slope: number) =>
    pupilsOf(pupils, usual, slope, conditions + 0.08 * year.normal(), own);
  const teachers = Math.max(4, Math.round(pupils / (urban ? 17 : 8)));
  const hard = Math.exp(-0.6 * conditions);
  return {
    pupils,
    singleParent: steady(0.21, 0.35),
    bothParentsWithDegree: steady(0.2, -0.6),
    onPreventiveRecord: steady(0.014, 0.7),
    lowIncome: steady(0.17, 0.5),
    atSocialRiskOrInCare: steady(0.022, 0.6),
    specialNeeds: steady(0.045, 0.3),
    otherMotherTongue: steady(0.03, 0.35),
    psychologist: own.chance(Math.max(0.2, 1 - 0.12 * hard - (urban ? 0 : 0.3))),
    socialPedagogue: own.chance(Math.max(0.3, 1 - 0.1 * hard - (urban ? 0 : 0.2))),
    shifts: urban && own.chance(Math.min(0.5, 0.16 * hard)) ? 2 : 1,
    facilitiesLacking: own.chance(Math.min(0.6, 0.12 * hard)),
    teachers,
    teachersWithoutCategory: year.successes(teachers, Math.min(0.8, 0.22 * Math.exp(-0.25 * conditions))),
    vacancies: year.chance(Math.min(0.8, 0.2 * hard)) ? year.between(1, 3) : 0,
  };
}
