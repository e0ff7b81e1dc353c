import type { CampaignStatus, CardStatus } from '@/lib/db/generated/enums';
import type { Stuck } from '@/lib/domain/dashboard/stuck';
import type { WorkSchools } from '@/lib/domain/dashboard/works';
import type { Movement } from '@/lib/domain/movements';
import type { PartScore } from '@/lib/domain/scoring';
import type { Effectiveness } from '@/lib/portal/effectiveness/schema';
import type { GroupPointsView } from '@/lib/portal/lists/views';

/** Where a municipality stands in a school year. Every figure has its list. */
export interface CityDashboard {
  municipalityId: string;
  municipalityName: string;
  /** null: the municipality has had no campaign */
  year: DashboardYear | null;
  /** support by the last list before, while the year has none of its own; null: the figures of `year` are those */
  running: SupportYear | null;
  /** the campaign of the year before that has one; null: there is none */
  earlier: string | null;
  /** all school years with a campaign, the newest first */
  years: string[];
  /** the list of low results over the years, the oldest first */
  trend: (Movement & { listId: string; schoolCount: number })[];
}

/** Where the support of the schools of one year's list stands. */
export interface SupportYear {
  schoolYear: string;
  /** schools under examination: with every part done, and all */
  examined: { done: number; all: number };
  programmes: { agreed: number; all: number };
  stuck: StuckRow[];
  partnerships: PartnershipRow[];
  recommendations: { done: number; issued: number; late: number };
}

export interface DashboardYear extends SupportYear {
  campaign: { id: string; status: CampaignStatus; dueAt: Date };
  cards: Record<CardStatus, number> & {
    all: number;
    late: number;
    /** sent, or with an answer in dispute */
    review: number;
  };
  list: { id: string; orderNumber: string; orderDate: Date; schools: ListedRow[] } | null;
  /** of the year until now, and those that supported schools came to */
  events: { held: number; withSupported: number };
  coming: { id: string; title: string; startsAt: Date }[];
  /** since the viewer's visit before, or the last 7 days where there was none */
  since: { at: Date; of: 'VISIT' | 'WEEK' };
  changes: Change[];
}

export interface ListedRow {
  schoolId: string;
  name: string;
  /** on the list of the year before as well; null: that year has none */
  stayed: boolean | null;
}

export interface StuckRow extends Stuck {
  programmeId: string;
  school: string;
}

export interface PartnershipRow {
  id: string;
  title: string;
  host: string;
  schools: string[];
}

/** What happened since a moment: how often, the newest things themselves, and the page that has them all. */
export interface Change {
  text: string;
  count: number;
  href: string;
  things: ChangedThing[];
}

export interface ChangedThing {
  name: string;
  at: Date | null;
  href: string;
}

/** Schools with signs of ВПР by subject and grade. */
export interface SubjectSigns extends WorkSchools {
  resultsYear: string;
  /** schools that have any result */
  schools: number;
}

/** A school that needs support, and why. Figures are null without an accepted card. */
export interface FlaggedSchool {
  schoolId: string;
  name: string;
  /** points of the first table */
  negativeSum: number | null;
  maximum: number | null;
  /** negativeSum minus that of the year before; null when either is missing */
  change: number | null;
  /** on the list of the year before as well; null: it has no list */
  stayed: boolean | null;
  /** the groups that give more than half of its points */
  main: (PartScore & { title: string })[];
}

/** LIST: confirmed; PROPOSAL: by the rule, before anybody decided; NOBODY: no list and no rule or no accepted card. */
export interface Flagged {
  by: 'LIST' | 'PROPOSAL' | 'NOBODY';
  /** the highest sum first */
  schools: FlaggedSchool[];
}

/** A group of criteria over all schools with an accepted card. */
export interface GroupFigure {
  code: string;
  title: string;
  /** percent 0..100 of the possible points; null: no point is possible, or no card is accepted */
  share: number | null;
  /** the same in the year before that has a campaign */
  before: number | null;
}

/** What stands behind the figures: where points come from, whether support worked, who may be next. */
export interface CityAnalysis {
  /** schools × groups, and the criteria */
  points: GroupPointsView;
  flagged: Flagged;
  sums: { sum: number; schools: number }[];
  groups: GroupFigure[];
  /** the school year of `before` in the groups; null: none is earlier */
  yearBefore: string | null;
  signs: SubjectSigns;
  /** of the latest closed campaign and the list of the year before it */
  effect: Effectiveness;
  /** schools with a warning by the latest closed campaign; null: too few years for a forecast */
  warnings: { schoolYear: string; schools: number } | null;
}
