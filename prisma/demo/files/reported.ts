/**
 * Where files know something that a principal's answer leaves out, so that the open campaign shows what a disagreement
 * looks like: in `smolensk-01` one graduate passed basic mathematics only at the second attempt, and the social pedagogue
 * has left. Everywhere else files tell what cards are drawn from, and principals' own slips make the disagreements.
 */
import type { SchoolYearFigures } from '../figures';
import type { DemoSchool } from '../schools';

export function reportedFigures(school: DemoSchool, autumn: number, figures: SchoolYearFigures): SchoolYearFigures {
  if (school.code !== 'smolensk-01' || autumn !== 2019 || figures.ege === null) return figures;
  return {
    ...figures,
    ege: { ...figures.ege, basicMathematicsBelowMinimum: 1 },
    context: { ...figures.context, socialPedagogue: false },
  };
}
