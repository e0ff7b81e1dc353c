/**
 * INDEX OF SOCIAL CONDITIONS (domain.md 4, our own proposal): each share standardised over the schools of the
 * municipality, turned so that «+» is better, averaged by weights, scaled to mean 100 and standard deviation 15. The
 * lowest quarter is proposed as working in hard conditions (ШНСУ).
 */
import { z } from 'zod';
import type { ContextFact } from './evidence/facts';
import { SHARE_CODES, SHARES, type ShareCode, shareOf } from './social-shares';
import { mean, quantile, standardDeviation } from './statistics';

const weight = z
  .number('Вес должен быть числом.')
  .min(0, 'Вес не может быть меньше 0.')
  .max(100, 'Вес не может быть больше 100.');

export const socialIndexSettingsSchema = z.object({
  weights: z
    .object(Object.fromEntries(SHARE_CODES.map((code) => [code, weight])) as Record<ShareCode, typeof weight>)
    .refine((weights) => Object.values(weights).some((one) => one > 0), 'Хотя бы один вес должен быть больше 0.'),
  minimumShares: z
    .int('Число показателей должно быть целым.')
    .min(1, 'Показателей должно быть не меньше 1.')
    .max(SHARE_CODES.length, `Показателей должно быть не больше ${SHARE_CODES.length}.`),
});

export type SocialIndexSettings = z.output<typeof socialIndexSettingsSchema>;

/** Equal weights; a school needs more than half of the shares. */
export const SOCIAL_INDEX_DEFAULTS: SocialIndexSettings = {
  weights: Object.fromEntries(SHARE_CODES.map((code) => [code, 1])) as Record<ShareCode, number>,
  minimumShares: 4,
};

/** Below so many schools a place among them says nothing: no index. */
export const FEWEST_SCHOOLS = 5;
export const INDEX_MEAN = 100;
export const INDEX_DEVIATION = 15;

export interface SchoolContext {
  schoolId: string;
  context: ContextFact;
}

/** A share over the schools of the municipality, each school counted once. */
export interface CityShare {
  code: ShareCode;
  weight: number;
  schools: number;
  /** 0…1; null without schools */
  mean: number | null;
  /** in shares; null without schools, 0 where all schools are alike and the share cannot tell them apart */
  deviation: number | null;
}

export interface IndexPart {
  code: ShareCode;
  /** 0…1; null where the passport does not say */
  share: number | null;
  /** points of the index that the share adds or takes; null where it does not count */
  contribution: number | null;
}

export interface SchoolIndex {
  schoolId: string;
  /** null: fewer shares than the settings ask for, or the index cannot be had at all */
  index: number | null;
  /** what the contributions are added to: 100 unless schools lack shares */
  base: number | null;
  parts: IndexPart[];
  /** in the lowest quarter: proposed ШНСУ; null without an index */
  hard: boolean | null;
}

export interface SocialIndex {
  shares: CityShare[];
  schools: SchoolIndex[];
  /** schools with an index */
  measured: number;
  /** at and below it conditions are hard: the lower quartile (R's type 7); null without an index */
  threshold: number | null;
}

export function socialIndex(settings: SocialIndexSettings, contexts: readonly SchoolContext[]): SocialIndex {
  const shares = SHARE_CODES.map((code) => cityShare(code, settings.weights[code], contexts));
  const scored = contexts.map((school) => ({ ...school, ...scoreOf(settings, shares, school.context) }));
  const scores = scored.flatMap(({ score }) => (score === null ? [] : [score]));
  const scale = scores.length < FEWEST_SCHOOLS ? null : scaleOf(scores);
  const indexOf = (score: number | null) =>
    score === null || !scale ? null : INDEX_MEAN + (INDEX_DEVIATION * (score - scale.mean)) / scale.deviation;
  const indices = scored.flatMap(({ score }) => indexOf(score) ?? []);
  const threshold = quantile(indices, 0.25);
  const schools = scored.map(({ schoolId, score, parts }): SchoolIndex => {
    const index = indexOf(score);
    const points = (part: number | null) =>
      index === null || part === null || !scale ? null : (INDEX_DEVIATION * part) / scale.deviation;
    return {
      schoolId,
      index,
      base: index === null || !scale ? null : INDEX_MEAN - (INDEX_DEVIATION * scale.mean) / scale.deviation,
      parts: parts.map(({ code, share, part }) => ({ code, share, contribution: points(part) })),
      hard: index === null || threshold === null ? null : index <= threshold,
    };
  });
  return { shares, schools, measured: indices.length, threshold };
}

function cityShare(code: ShareCode, own: number, contexts: readonly SchoolContext[]): CityShare {
  const values = contexts.flatMap(({ context }) => shareOf(code, context) ?? []);
  const deviation = standardDeviation(values);
  // equal shares leave a deviation of binary dust
  const alike = deviation !== null && deviation < 1e-9;
  return { code, weight: own, schools: values.length, mean: mean(values), deviation: alike ? 0 : deviation };
}

/** The weighted mean of the standardised shares that the school has, and what each adds to it. */
function scoreOf({ minimumShares }: SocialIndexSettings, shares: readonly CityShare[], context: ContextFact) {
  const measured = shares.map(({ code, weight: own, mean: centre, deviation }) => {
    const share = shareOf(code, context);
    const counts = share !== null && centre !== null && deviation !== null && deviation > 0 && own > 0;
    return { code, share, weight: own, z: counts ? (SHARES[code].direction * (share - centre)) / deviation : null };
  });
  const counted = measured.filter(({ z: one }) => one !== null);
  const weights = counted.reduce((sum, one) => sum + one.weight, 0);
  const asked = measured.filter((one) => one.weight > 0);
  const enough = asked.filter(({ share }) => share !== null).length >= Math.min(minimumShares, asked.length);
  const parts = measured.map(({ code, share, weight: own, z: one }) => ({
    code,
    share,
    part: one === null || !enough ? null : (own * one) / weights,
  }));
  const score = enough && weights > 0 ? parts.reduce((sum, { part }) => sum + (part ?? 0), 0) : null;
  return { score, parts };
}

function scaleOf(scores: readonly number[]): { mean: number; deviation: number } | null {
  const centre = mean(scores);
  const deviation = standardDeviation(scores);
  return centre === null || deviation === null || deviation < 1e-9 ? null : { mean: centre, deviation };
}
