/** Rankings and lists as their pages see them. */
import type { Answer, AnswerSource } from '@/lib/domain/answers';
import type { CriterionPoints } from '@/lib/domain/criterion-points';
import type { FlagFirmness } from '@/lib/domain/firmness';
import type { IdentificationRule } from '@/lib/domain/identification';
import type { CriterionDefinition, Track } from '@/lib/domain/instrument';
import type { Movement } from '@/lib/domain/movements';
import type { PartScore } from '@/lib/domain/scoring';
import type { ComputedView } from '@/lib/portal/cards/views';
import type { ListItem, ListSchool, RankingItem } from './schema';

export type CardStatus = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';
export type CampaignStatus = 'DRAFT' | 'OPEN' | 'CLOSED';
export type SchoolKind = 'SCHOOL' | 'GYMNASIUM' | 'LYCEUM';

/** A school in the ranking with all that its page can show, filter and sort by. */
export interface RankedSchool extends RankingItem {
  cardId: string;
  schoolShortName: string;
  schoolKind: SchoolKind;
  grades: { from: number; to: number };
  /** negativeSum minus that of the year before; null when either is missing */
  change: number | null;
  previousMaximum: number | null;
  /** points of the table's groups, in the order of the instrument; empty without an accepted card */
  groups: PartScore[];
  /** points of the table's criteria that apply to the school: what the what-if is reckoned from */
  criteria: CriterionPoints[];
  /** null without an accepted card or without a rule */
  firmness: FlagFirmness | null;
}

/** A campaign of the same municipality, to change the school year. */
export interface CampaignChoice {
  campaignId: string;
  schoolYear: string;
  status: CampaignStatus;
}

/** Where «Анализ» leads: the newest campaign of a municipality that was opened. */
export interface AnalysisChoice extends CampaignChoice {
  municipalityId: string;
  municipalityName: string;
}

export interface ListReference {
  id: string;
  orderNumber: string;
  orderDate: Date;
}

/** One table's ranking with everything around it. */
export interface RankingView {
  campaign: {
    id: string;
    municipalityId: string;
    municipalityName: string;
    schoolYear: string;
    resultsYear: string;
    status: CampaignStatus;
    dueAt: Date;
    instrumentVersionId: string;
    instrumentTitle: string;
  };
  tables: { code: string; title: string; track: Track }[];
  table: { code: string; title: string; track: Track; groups: { code: string; title: string }[] };
  /** null: nobody set a rule for this table */
  rule: IdentificationRule | null;
  listInForce: ListReference | null;
  schools: RankedSchool[];
  accepted: number;
  /** the newest first */
  years: CampaignChoice[];
  /** the cards of the year before were filled in by another version: a change may come from the method */
  otherInstrumentBefore: boolean;
  may: { confirm: boolean; changeRule: boolean };
}

/** A confirmed list as its page shows it, the appendix to the order. */
export interface ConfirmedListView {
  head: Omit<ListItem, 'included'>;
  municipalityName: string;
  supersedes: ListReference | null;
  supersededBy: ListReference | null;
  /** the included ones and those proposed and left out */
  schools: ListSchool[];
}

/** Columns of the ranking that can be left out; place, school and sum always stand there. */
export type RankingColumn = 'code' | 'kind' | 'groups' | 'share' | 'previous' | 'change' | 'firmness' | 'list';

export type RankingSort = 'rule' | 'sum' | 'name' | 'share' | 'change' | 'firmness' | 'status';

/** What the address of the ranking says beside the campaign: what is shown and how. Empty text: not filtered by it. */
export interface RankingFilters {
  q: string;
  status: '' | CardStatus;
  mark: '' | 'proposed' | 'confirmed' | 'departure' | 'borderline' | 'little-data';
  kind: '' | 'PRIMARY' | 'BASIC' | 'FULL' | 'GYMNASIUM' | 'LYCEUM';
  /** schools with points in this group */
  group: string;
  sort: RankingSort;
  direction: 'ascending' | 'descending';
  columns: readonly RankingColumn[];
}

/** A school as the head of МОЦ decides about it, judged by the rule that the order will name. */
export interface ConfirmationSchool
  extends Pick<
    RankedSchool,
    | 'schoolId'
    | 'schoolCode'
    | 'schoolName'
    | 'schoolShortName'
    | 'negativeSum'
    | 'maximum'
    | 'status'
    | 'proposed'
    | 'firmness'
  > {
  /** on the list that the order replaces */
  listed: boolean;
  /** the reason of its departure in that list */
  reason: string;
}

export interface ConfirmationView extends Pick<RankingView, 'campaign' | 'table' | 'rule' | 'listInForce' | 'may'> {
  /** in the order of the ranking */
  schools: ConfirmationSchool[];
}

/** The list of a year against the one before it, with how many schools the city had. */
export interface YearMovement extends Movement {
  listId: string;
  /** cards of the year's campaign */
  schoolCount: number;
}

export interface MovementsView {
  municipalityName: string;
  /** by code, every school that was ever on a list */
  schools: ReadonlyMap<string, { id: string; code: string; shortName: string }>;
  /** the oldest year first */
  tracks: { track: Track; years: YearMovement[] }[];
}

/**
 * POINT: one point or more; NONE: answered, no point; NA: answered «не применимо»; UNANSWERED; OUTSIDE: the criterion does
 * not concern a school with these grades.
 */
export type HeatCellKind = 'POINT' | 'NONE' | 'NA' | 'UNANSWERED' | 'OUTSIDE';

export interface HeatCell {
  kind: HeatCellKind;
  points: number;
  /** more than 1: signs are counted */
  maximum: number;
  /** the school contests the point and МОЦ has not decided yet */
  disputed: boolean;
}

export interface HeatColumn {
  code: string;
  text: string;
  groupCode: string;
  groupTitle: string;
  /** points of all schools */
  sum: number;
  /** schools with a point */
  schools: number;
}

export interface HeatRow {
  schoolId: string;
  schoolCode: string;
  name: string;
  cardId: string;
  negativeSum: number;
  maximum: number;
  proposed: boolean;
  confirmed: boolean;
  /** less than half of what concerns the school has a definite answer */
  littleData: boolean;
  /** in the order of `columns` */
  cells: HeatCell[];
}

export interface HeatMapView extends Pick<RankingView, 'campaign' | 'table' | 'tables' | 'years'> {
  columns: HeatColumn[];
  /** schools with an accepted card */
  rows: HeatRow[];
  /** the others, with the state of their card */
  without: { schoolId: string; name: string; status: CardStatus }[];
}

/** Points of one criterion over the accepted cards of a campaign. */
export interface CriterionTotal {
  code: string;
  text: string;
  groupCode: string;
  points: number;
  /** schools with a point */
  schools: number;
}

/** A school with an accepted card: where its sum comes from. */
export interface GroupPointsRow {
  schoolId: string;
  name: string;
  negativeSum: number;
  maximum: number;
  /** negativeSum minus that of the year before; null when either is missing */
  change: number | null;
  proposed: boolean;
  confirmed: boolean;
  /** in the order of the table's groups; maximum 0: the group does not concern the school */
  groups: PartScore[];
}

export interface GroupPointsView extends Pick<RankingView, 'campaign' | 'table' | 'rule' | 'otherInstrumentBefore'> {
  /** in the order of the ranking */
  rows: GroupPointsRow[];
  /** in the order of the card */
  criteria: CriterionTotal[];
}

/** All that is known of one cell: what the school said, what МОЦ verified, by what. */
export interface PointView {
  schoolId: string;
  schoolName: string;
  cardId: string;
  criterion: CriterionDefinition;
  groupTitle: string;
  points: number;
  maximum: number;
  declared: { answer: Answer; by: string | null; at: Date | null; comment: string; carriedOver: boolean };
  verified: { answer: Answer; source: string; reason: string; by: string; at: Date } | null;
  /** what data answer and on what ground */
  computed: ComputedView | null;
  /** whose answer counts */
  counted: AnswerSource;
  comments: { id: string; authorName: string; text: string; at: Date }[];
  attachments: { id: string; name: string; size: number }[];
  disputes: { id: string; status: 'OPEN' | 'UPHELD' | 'REJECTED'; reason: string; decision: string | null }[];
}

/** A school among all of a region; the place is that in its own municipality. */
export interface RegionSchool extends RankingItem {
  cardId: string;
  campaignId: string;
  municipalityId: string;
  municipalityName: string;
  schoolShortName: string;
}
