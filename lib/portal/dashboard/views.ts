import type { CampaignStatus, CardStatus } from '@/lib/db/generated/enums';
import type { Stuck } from '@/lib/domain/dashboard/stuck';
import type { Movement } from '@/lib/domain/movements';

/** Where a municipality stands in a school year. Every figure has its list. */
export interface CityDashboard {
  municipalityId: string;
  municipalityName: string;
  /** null: the municipality has had no campaign */
  year: DashboardYear | null;
  /** all school years with a campaign, the newest first */
  years: string[];
  /** the list of low results over the years, the oldest first */
  trend: (Movement & { listId: string; schoolCount: number })[];
}

export interface DashboardYear {
  schoolYear: string;
  campaign: { id: string; status: CampaignStatus; dueAt: Date };
  cards: Record<CardStatus, number> & {
    all: number;
    late: number;
    /** sent, or with an answer in dispute */
    review: number;
  };
  list: { id: string; schools: ListedRow[] } | null;
  /** schools under examination: with every part done, and all */
  examined: { done: number; all: number };
  programmes: { agreed: number; all: number };
  stuck: StuckRow[];
  partnerships: PartnershipRow[];
  recommendations: { done: number; issued: number; late: number };
  /** of the year until now, and those that supported schools came to */
  events: { held: number; withSupported: number };
  coming: { id: string; title: string; startsAt: Date }[];
  changes: Change[];
}

export interface ListedRow {
  schoolId: string;
  name: string;
  /** on the list of the year before as well */
  stayed: boolean;
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

/** What happened in the last days: how often, and where it is seen. */
export interface Change {
  text: string;
  count: number;
  href: string;
}
