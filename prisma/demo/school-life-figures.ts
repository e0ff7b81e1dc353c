/** Invented olympiads, contests and interim attestation of a school and year. */
import type { AttestationFigures, MarkCounts, OlympiadFigures } from './figures';
import type { Random } from './random';

export interface Stage {
  /** pupils by level and by the grades that olympiads concern; 0 where the school does not teach them */
  primary: number;
  basic: number;
  secondary: number;
  grades4to11: number;
  grades7to11: number;
}

/** How many of a rare thing there are: Poisson by Knuth's product of uniforms. */
function countOf(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > limit; product *= random.uniform()) count += 1;
  return count;
}

export function olympiadFigures(stage: Stage, quality: number, random: Random): OlympiadFigures {
  const chance = quality + 0.9 * random.normal();
  const joined = 1 / (1 + Math.exp(-(-0.4 + 0.5 * chance)));
  const municipalStage = countOf(stage.grades7to11 * 0.035 * Math.exp(0.55 * chance), random);
  return {
    eligible: stage.grades4to11,
    schoolStage: random.successes(stage.grades4to11, joined),
    municipalStage,
    municipalPrizes: random.successes(municipalStage, Math.min(0.6, 0.14 * Math.exp(0.5 * chance))),
    contestPrizes: countOf(Math.min(12, (0.8 + 0.0035 * stage.grades4to11) * Math.exp(0.7 * chance)), random),
  };
}

function yearMarks(pupils: number, good: number, quality: number, random: Random): MarkCounts | null {
  if (pupils === 0) return null;
  const goodRate = 1 / (1 + Math.exp(-(good + 0.34 * quality + 0.2 * random.normal())));
  const best = random.successes(pupils, goodRate * 0.28);
  const wellOrBest = best + random.successes(pupils - best, goodRate * 0.85);
  const failed = random.successes(pupils - wellOrBest, Math.min(0.3, 0.012 * Math.exp(-0.6 * quality)));
  return { n5: best, n4: wellOrBest - best, n3: pupils - wellOrBest - failed, n2: failed };
}

export function attestationFigures(pupils: number, stage: Stage, quality: number, random: Random): AttestationFigures {
  const chance = quality + 0.9 * random.normal();
  return {
    pupils,
    academicDebt: random.successes(pupils, Math.min(0.25, 0.014 * Math.exp(-0.55 * chance))),
    repeatYear: random.successes(pupils, Math.min(0.02, 0.00028 * Math.exp(-0.9 * chance))),
    primary: yearMarks(stage.primary, 0.35, chance, random),
    basic: yearMarks(stage.basic, -0.35, chance, random),
    secondary: yearMarks(stage.secondary, 0.05, chance, random),
  };
}
