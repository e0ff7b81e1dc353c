/** What a principal may know of the other schools: means and quartiles of the municipality, never a school's own sum. */
import type { InstrumentDefinition } from './instrument';
import type { PartScore, Score } from './scoring';
import { mean, quantile } from './statistics';

/** Below so many schools nothing is given, since the figures would show single schools [DESIGN]. */
export const MINIMUM_SCHOOLS = 5;

/** Mean and quartiles of a measure over schools; R's type 7 (contract.md, «Scoring rule»). */
export interface Distribution {
  /** schools that have the measure, at least MINIMUM_SCHOOLS */
  schools: number;
  mean: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
}

/** A table, a group or the whole card; null: too few schools. Schools with a maximum of 0 have no such measure. */
export interface PartStatistics {
  code: string;
  /** points */
  sum: Distribution | null;
  /** share 0..1 of the school's own maximum */
  share: Distribution | null;
}

export interface MunicipalStatistics {
  /** accepted cards counted */
  schools: number;
  total: Omit<PartStatistics, 'code'>;
  tables: PartStatistics[];
  groups: PartStatistics[];
}

/** The distribution of a measure, one value a school; null below MINIMUM_SCHOOLS. */
export function distributionOf(values: readonly number[]): Distribution | null {
  if (values.length < MINIMUM_SCHOOLS) return null;
  const [lowerQuartile, median, upperQuartile] = [0.25, 0.5, 0.75].map((part) => quantile(values, part));
  const centre = mean(values);
  if (centre === null || lowerQuartile == null || median == null || upperQuartile == null) return null;
  return { schools: values.length, mean: centre, lowerQuartile, median, upperQuartile };
}

/** Statistics over the scores of the ACCEPTED cards of a campaign, tables and groups in the order of the instrument. */
export function municipalStatistics(
  instrument: InstrumentDefinition,
  scores: readonly Pick<Score, 'negativeSum' | 'maximum' | 'tables' | 'groups'>[],
): MunicipalStatistics {
  const statisticsOf = (code: string, parts: (PartScore | undefined)[]): PartStatistics => ({
    code,
    ...measured(parts),
  });
  return {
    schools: scores.length,
    total: measured(scores.map(({ negativeSum, maximum }) => ({ negativeSum, maximum }))),
    tables: instrument.tables.map(({ code }) =>
      statisticsOf(
        code,
        scores.map((score) => score.tables.find((part) => part.code === code)),
      ),
    ),
    groups: instrument.tables
      .flatMap((table) => table.groups)
      .map(({ code }) =>
        statisticsOf(
          code,
          scores.map((score) => score.groups.find((part) => part.code === code)),
        ),
      ),
  };
}

/** The share 0..1 of flagged schools among all schools of the municipality; null without schools. */
export function flaggedShare(flagged: number, schools: number): number | null {
  return schools === 0 ? null : flagged / schools;
}

/** A school's points against the city in words: more points are worse results. */
export function comparedWithCity(negativeSum: number, city: Distribution): string {
  if (negativeSum > city.upperQuartile) return 'больше, чем у трёх четвертей школ муниципалитета';
  if (negativeSum < city.lowerQuartile) return 'меньше, чем у трёх четвертей школ муниципалитета';
  return 'как у средней половины школ муниципалитета';
}

function measured(
  parts: readonly (Pick<PartScore, 'negativeSum' | 'maximum'> | undefined)[],
): Omit<PartStatistics, 'code'> {
  const measurable = parts.flatMap((part) => (part && part.maximum > 0 ? [part] : []));
  return {
    sum: distributionOf(measurable.map((part) => part.negativeSum)),
    share: distributionOf(measurable.map((part) => part.negativeSum / part.maximum)),
  };
}
