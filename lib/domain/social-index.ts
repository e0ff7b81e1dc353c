/**
 * INDEX OF SOCIAL CONDITIONS (domain.md 4, our own proposal): each share standardised over the schools of the
 * municipality, turned so that «+» is better, averaged by weights, scaled to mean 100 and standard deviation 15. The
 * lowest quarter is proposed as working in hard conditions (ШНСУ).
 */
import { z } from 'zod';
import type { FactSource, FactsOfYear } from './evidence/facts';
import { directionOf, SHARE_CODES, type ShareCode, shareMeasured } from './social-shares';
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
  minimumPupils: z
    .int('Число обучающихся должно быть целым.')
    .min(1, 'Обучающихся должно быть не меньше 1.')
    .max(1000, 'Обучающихся должно быть не больше 1000.'),
});

export type SocialIndexSettings = z.output<typeof socialIndexSettingsSchema>;

/** Equal weights; a school needs more than half of the shares and so many pupils that one of them is not a tenth. */
export const SOCIAL_INDEX_DEFAULTS: SocialIndexSettings = {
  weights: Object.fromEntries(SHARE_CODES.map((code) => [code, 1])) as Record<ShareCode, number>,
  minimumShares: 4,
  minimumPupils: 10,
};

/** Below so many schools a place among them says nothing: no index. */
export const FEWEST_SCHOOLS = 5;
export const INDEX_MEAN = 100;
export const INDEX_DEVIATION = 15;

export interface SchoolContext {
  schoolId: string;
  /** of the year whose results are counted */
  facts: FactsOfYear;
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
  /** 0…1; null where the passport does not say or the school is too small */
  share: number | null;
  sources: FactSource[];
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

interface Measured {
  code: ShareCode;
  share: number | null;
  sources: FactSource[];
}

export function socialIndex(settings: SocialIndexSettings, contexts: readonly SchoolContext[]): SocialIndex {
  const measured = contexts.map(({ schoolId, facts }) => ({ schoolId, own: measuredShares(settings, facts) }));
  const shares = SHARE_CODES.map((code, at) =>
    cityShare(
      code,
      settings.weights[code],
      measured.flatMap(({ own }) => own[at]?.share ?? []),
    ),
  );
  const scored = measured.map(({ schoolId, own }) => ({ schoolId, ...scoreOf(settings, shares, own) }));
  const scores = scored.flatMap(({ score }) => (score === null ? [] : [score]));
  const scale = scores.length < FEWEST_SCHOOLS ? null : scaleOf(scores);
  const scaled = (part: number | null) => (part === null || !scale ? null : (INDEX_DEVIATION * part) / scale.deviation);
  const base = scale ? INDEX_MEAN - (INDEX_DEVIATION * scale.mean) / scale.deviation : null;
  const indexed = scored.map(({ schoolId, score, parts }) => {
    const points = scaled(score);
    return { schoolId, index: base === null || points === null ? null : base + points, parts };
  });
  const indices = indexed.flatMap(({ index }) => index ?? []);
  const threshold = quantile(indices, 0.25);
  const schools = indexed.map(
    ({ schoolId, index, parts }): SchoolIndex => ({
      schoolId,
      index,
      base: index === null ? null : base,
      parts: parts.map(({ part, ...share }) => ({ ...share, contribution: index === null ? null : scaled(part) })),
      hard: index === null || threshold === null ? null : index <= threshold,
    }),
  );
  return { shares, schools, measured: indices.length, threshold };
}

function measuredShares({ minimumPupils }: SocialIndexSettings, facts: FactsOfYear): Measured[] {
  return SHARE_CODES.map((code) => {
    const { value, sources } = shareMeasured(code, facts, minimumPupils);
    return { code, share: value, sources };
  });
}

function cityShare(code: ShareCode, own: number, values: readonly number[]): CityShare {
  const deviation = standardDeviation(values);
  // equal shares leave a deviation of binary dust
  const alike = deviation !== null && deviation < 1e-9;
  return { code, weight: own, schools: values.length, mean: mean(values), deviation: alike ? 0 : deviation };
}

/** The weighted mean of the standardised shares that the school has, and what each adds to it. */
function scoreOf({ minimumShares }: SocialIndexSettings, city: readonly CityShare[], own: readonly Measured[]) {
  const turned = own.map((one, at) => ({ ...one, weight: city[at]?.weight ?? 0, z: standardised(one, city[at]) }));
  const weights = turned.reduce((sum, one) => sum + (one.z === null ? 0 : one.weight), 0);
  const asked = turned.filter((one) => one.weight > 0);
  const known = asked.filter(({ share }) => share !== null).length;
  const enough = weights > 0 && known >= Math.min(minimumShares, asked.length);
  const parts = turned.map(({ code, share, sources, weight: given, z: one }) => ({
    ...{ code, share, sources },
    part: one === null || !enough ? null : (given * one) / weights,
  }));
  return { score: enough ? parts.reduce((sum, { part }) => sum + (part ?? 0), 0) : null, parts };
}

/** In standard deviations from the mean of the municipality's schools, «+» is better; null where it does not count. */
function standardised({ code, share }: Measured, city: CityShare | undefined): number | null {
  if (share === null || !city || city.mean === null || !city.deviation || city.weight === 0) return null;
  return (directionOf(code) * (share - city.mean)) / city.deviation;
}

function scaleOf(scores: readonly number[]): { mean: number; deviation: number } | null {
  const centre = mean(scores);
  const deviation = standardDeviation(scores);
  return centre === null || deviation === null || deviation < 1e-9 ? null : { mean: centre, deviation };
}
