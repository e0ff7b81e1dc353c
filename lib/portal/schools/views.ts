/** The page of one school as its components see it. */
import type { FlagFirmness } from '@/lib/domain/firmness';
import type { IdentificationRule } from '@/lib/domain/identification';
import type { Track } from '@/lib/domain/instrument';
import type { PointInTheWay } from '@/lib/domain/leave-the-list';
import type { ListPlace } from '@/lib/domain/movements';
import type { Distribution } from '@/lib/domain/municipal-statistics';
import type { PointExplanation } from '@/lib/domain/point-explanation';
import type { PartScore } from '@/lib/domain/scoring';
import type { SchoolKind } from '@/lib/domain/similar-schools';
import type { CardView } from '@/lib/portal/cards/views';

export interface PassportPeriod {
  name: string;
  shortName: string;
  kind: SchoolKind;
  municipalityName: string;
  address: string;
  gradeFrom: number;
  gradeTo: number;
  pupils: number | null;
  validFrom: Date;
  validTo: Date | null;
  reason: string;
}

export interface MergedSchool {
  id: string;
  name: string;
  happenedOn: Date;
  ground: string;
  /** the viewer may open its page */
  inSight: boolean;
}

export interface SchoolPassport {
  id: string;
  code: string;
  municipalityId: string;
  municipalityName: string;
  name: string;
  shortName: string;
  kind: SchoolKind;
  address: string;
  gradeFrom: number;
  gradeTo: number;
  pupils: number | null;
  /** login in ФИС ОКО */
  login: string | null;
  /** subjects taught in depth */
  advanced: string[];
  closedOn: Date | null;
  version: number;
  /** the newest first */
  periods: PassportPeriod[];
  /** schools that were merged into this one, and the one into which this was merged */
  predecessors: MergedSchool[];
  successors: MergedSchool[];
  /** names of those who have an account of the school */
  principals: string[];
}

export type CardState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';

/** What a school was called in a year and where it belonged. */
export interface YearIdentity {
  name: string;
  municipalityName: string;
}

export interface ListInForce {
  listId: string;
  schoolYear: string;
  track: Track;
  orderNumber: string;
  orderDate: Date;
  included: boolean;
  /** the rule of the campaign proposed the school */
  proposed: boolean;
  /** why the list departs from the proposal */
  reason: string | null;
  place: ListPlace;
}

/** The card of the newest campaign. */
export interface PresentCard {
  cardId: string;
  schoolYear: string;
  campaignStatus: 'OPEN' | 'CLOSED';
  status: CardState;
  begun: boolean;
  answered: number;
  applicable: number;
  dueAt: Date;
  openDisputes: number;
}

/** What stands over every tab. */
export interface SchoolHead {
  id: string;
  code: string;
  name: string;
  shortName: string;
  kind: SchoolKind;
  gradeFrom: number;
  gradeTo: number;
  pupils: number | null;
  municipalityName: string;
  closedOn: Date | null;
  /** the viewer's municipality is a former one of the school: when it went, and where */
  movedAway: { on: Date | null; municipalityName: string } | null;
  /** years that the school spent in a municipality whose cards the viewer does not see */
  cameFrom: { until: Date; municipalityName: string }[];
  mergedInto: { id: string; name: string; happenedOn: Date } | null;
  /** the newest list in force of each track; empty without results */
  lists: ListInForce[];
  card: PresentCard | null;
  may: {
    edit: boolean;
    results: boolean;
    compare: boolean;
    answer: boolean;
    review: boolean;
    decideDisputes: boolean;
    /** read the support of the school */
    support: boolean;
  };
}

/** A year of the school with what its accepted card gave; figures are null without one. */
export interface ResultYear {
  cardId: string;
  campaignId: string;
  schoolYear: string;
  campaignStatus: 'OPEN' | 'CLOSED';
  status: CardState;
  identity: YearIdentity;
  /** by code */
  tables: Record<string, PartScore> | null;
  groups: Record<string, PartScore> | null;
  openDisputes: number;
  /** mean and quartiles of the municipality's accepted cards, by code; a part of fewer than 5 schools is missing */
  city: { tables: Record<string, Distribution>; groups: Record<string, Distribution> };
  instrumentVersionId: string;
}

export interface ResultTable {
  code: string;
  title: string;
  track: Track;
  groups: { code: string; title: string }[];
}

/** What the rule of a campaign says of the school by one table, and what would have to change. */
export interface TableFlag {
  tableCode: string;
  track: Track;
  /** null: the campaign has no rule for this table */
  rule: IdentificationRule | null;
  /** null: it depends on other schools, whose sums the viewer does not see */
  proposed: boolean | null;
  /** how far the school is from leaving, in Russian */
  words: string;
  points: PointInTheWay[];
  /** МОЦ, TOP_N: points above the first school that is not proposed */
  aboveNext: number | null;
  /** МОЦ and СОИРО alone */
  firmness: FlagFirmness | null;
}

export interface SimilarSchoolView {
  schoolId: string;
  shortName: string;
  /** why it is similar, trait by trait */
  traits: string[];
  negativeSum: number;
  maximum: number;
  change: number | null;
  confirmed: boolean;
}

export interface ResultsView {
  /** the oldest first, at most eleven */
  years: ResultYear[];
  /** tables and groups that occur in them, as the newest instrument names them */
  tables: ResultTable[];
  /** the newest year with an accepted card, which the figures below are about */
  latest: ResultYear | null;
  previous: ResultYear | null;
  /** by table, for `latest` */
  flags: TableFlag[];
  /** МОЦ and СОИРО: by results of the first table; null for principals */
  similar: { tableCode: string; schools: SimilarSchoolView[] } | null;
}

/** The points of one year, each explained. */
export interface PointsView {
  /** the newest first */
  years: { schoolYear: string; status: CardState }[];
  schoolYear: string;
  identity: YearIdentity;
  card: CardView;
  points: PointExplanation[];
}

export interface HistoryYear {
  cardId: string;
  schoolYear: string;
  campaignStatus: 'OPEN' | 'CLOSED';
  status: CardState;
  identity: YearIdentity;
  tables: Record<string, PartScore> | null;
  cityMeans: Record<string, number>;
  /** lists in force of this year */
  lists: ListInForce[];
  /** answers that МОЦ confirmed as they were, and those that it corrected */
  confirmedAnswers: number;
  correctedAnswers: number;
  returns: number;
  disputes: number;
  /** who answered and submitted for the school, by the journal */
  filledInBy: string[];
  submittedAt: Date | null;
  acceptedBy: string | null;
  acceptedAt: Date | null;
}

export interface HistoryDispute {
  id: string;
  cardId: string;
  schoolYear: string;
  criterion: string;
  criterionText: string;
  sign: string | null;
  reason: string;
  raisedBy: string;
  raisedAt: Date;
  status: 'OPEN' | 'UPHELD' | 'REJECTED';
  decision: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

/** A card that was sent back, or opened again after it had been accepted. */
export interface HistoryReturn {
  schoolYear: string;
  at: Date;
  by: string;
  reopened: boolean;
  message: string;
}

/** A school that was merged into this one, with its own sums; null where the viewer may not see them. */
export interface PredecessorHistory {
  id: string;
  name: string;
  happenedOn: Date;
  ground: string;
  years: { schoolYear: string; cardId: string; tables: Record<string, PartScore> | null }[] | null;
}

export interface HistoryView {
  /** the newest first */
  years: HistoryYear[];
  tables: ResultTable[];
  /** the way through the lists in a sentence, by track */
  tracks: { track: Track; words: string }[];
  returns: HistoryReturn[];
  disputes: HistoryDispute[];
  predecessors: PredecessorHistory[];
}
