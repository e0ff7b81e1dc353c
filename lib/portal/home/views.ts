import type { CampaignStatus, CardStatus } from '@/lib/db/generated/enums';
import type { PartScore } from '@/lib/domain/scoring';
import type { CityDashboard } from '@/lib/portal/dashboard/views';

/** The school's card of one campaign, as its principal sees it on the way in. */
export interface OwnCard {
  id: string;
  schoolYear: string;
  campaignStatus: CampaignStatus;
  status: CardStatus;
  answered: number;
  applicable: number;
  carriedOver: number;
  dueAt: Date;
  returnComment: string | null;
  openDisputes: number;
  tables: PartScore[];
}

/** What waits for the centre beside support, and where it stands in the year: the figures of its overview. */
export interface CentreDay {
  dashboard: CityDashboard;
  openDisputes: number;
  schoolsWithoutAccount: number;
}

/** What the administrator looks after; no results of schools. */
export interface InstallationDay {
  regions: number;
  municipalities: number;
  schools: number;
  activeAccounts: number;
  openInvitations: number;
  lettersWaiting: number;
  lettersFailed: number;
}

/** Something that the support of schools asks of the viewer. */
export interface SupportTask {
  text: string;
  /** how many wait; 0: nothing to do */
  count: number;
  href: string;
}
