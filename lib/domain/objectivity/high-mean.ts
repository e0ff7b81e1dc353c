/**
 * S1: the mean score of ВПР lies above the region's. domain.md 2.1, sign A, and 2.4: the school's lower bound above the
 * region's upper one, and neither advanced study of the subject nor good results of ЕГЭ explain it.
 */
import type { Reference } from './reference';
import { scoreMoments } from './score-moments';
import type { ObjectivitySettings } from './settings';
import { abstained, decided, flag } from './sign-outcome';
import type { SignOutcome } from './signs';

export interface HighMeanData {
  /** pupils by primary score; null: nothing loaded */
  pupils: readonly number[] | null;
  reference: Reference<readonly number[]> | null;
  /** the school teaches the subject at an advanced level */
  advanced: boolean;
  /** mean score of ЕГЭ in the subject, 0…100 */
  ege: number | null;
  egeReference: Reference<number> | null;
}

export function highMean(data: HighMeanData, settings: ObjectivitySettings): SignOutcome {
  const school = data.pupils && scoreMoments(data.pupils);
  const region = data.reference && scoreMoments(data.reference.value);
  if (!school || !region || school.n < settings.s1MinimumN) return abstained('S1', { n: school?.n ?? null });
  const width = settings.s1Deviations;
  const lower = school.mean - (width * school.deviation) / Math.sqrt(school.n);
  const upper = region.mean + (width * region.deviation) / Math.sqrt(region.n);
  const above = lower > upper && school.mean - region.mean >= settings.s1LeastGap * region.deviation;
  const confirmedByEge = data.ege !== null && data.egeReference !== null && data.ege >= data.egeReference.value;
  return decided('S1', above && !data.advanced && !confirmedByEge, {
    ...{ n: school.n, mean: school.mean, deviation: school.deviation, lowerBound: lower },
    ...{ referenceN: region.n, referenceMean: region.mean, referenceDeviation: region.deviation, upperBound: upper },
    ...{ above: flag(above), advanced: flag(data.advanced), confirmedByEge: flag(confirmedByEge) },
    ...{ ege: data.ege, referenceEge: data.egeReference?.value ?? null },
    referenceIsMunicipality: flag(data.reference?.isMunicipality ?? false),
  });
}
