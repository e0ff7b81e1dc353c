import { z } from 'zod';
import type { ChangeSplit } from '@/lib/domain/change-split';
import type { Track } from '@/lib/domain/instrument';
import type { IncomparableCriterion } from '@/lib/domain/version-comparison';

/** What is compared, out of the address; what is not understood counts as not asked. */
export const rescoringChoiceSchema = z.object({
  /** the version by which the later year is counted; null: its own */
  version: z.guid().nullable().catch(null),
  /** the campaign of the earlier year; null: the year before, or this one where another version is asked for */
  from: z.guid().nullable().catch(null),
  table: z.string().max(200).nullable().catch(null),
});
export type RescoringChoice = z.output<typeof rescoringChoiceSchema>;

/** A school's sum in one table; null where it has no accepted card. */
export interface RescoredSum {
  negativeSum: number;
  maximum: number;
  /** the rule proposes the school; null: there is no rule for this table */
  proposed: boolean | null;
}

export interface RescoredSchool {
  schoolId: string;
  schoolCode: string;
  name: string;
  before: RescoredSum | null;
  after: RescoredSum | null;
  /** null unless the school has both */
  split: ChangeSplit | null;
}

/** One side of the comparison: a year counted by a version. */
export interface RescoringSide {
  campaignId: string;
  schoolYear: string;
  versionId: string;
  /** «Диагностическая карта», версия 2 */
  versionName: string;
  /** the rule in words; null: none is set for this table */
  rule: string | null;
}

export interface RescoringView {
  municipalityId: string;
  municipalityName: string;
  schoolYear: string;
  /** of the campaign's own version */
  ownTables: { code: string; track: Track }[];
  table: { code: string; title: string };
  /** of the version by which the later year is counted */
  tables: { code: string; title: string }[];
  before: RescoringSide;
  after: RescoringSide;
  campaigns: { id: string; schoolYear: string }[];
  versions: { id: string; name: string; own: boolean; draft: boolean }[];
  schools: RescoredSchool[];
  /** asked on the later side alone and answered there, with the later points */
  newlyAsked: IncomparableCriterion[];
  /** asked on the earlier side alone, with the earlier points */
  notAskedAgain: IncomparableCriterion[];
  /** asked by the version chosen and never of the later year's cards: nobody answered */
  unanswerable: IncomparableCriterion[];
}
