import type { CampaignStatus, CardStatus } from '@/lib/db/generated/enums';
import type { PartScore } from '@/lib/domain/scoring';

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

/** What waits for the centre, and where it stands in the year. */
export interface CentreDay {
  campaign: { id: string; schoolYear: string; status: CampaignStatus; dueAt: Date; cards: number } | null;
  accepted: number;
  toReview: number;
  late: number;
  openDisputes: number;
  schoolsWithoutAccount: number;
  /** the list of low results in force for the latest campaign */
  listInForce: { id: string; orderNumber: string; orderDate: Date; schools: number } | null;
  /** and for the campaign before it */
  previousList: { id: string; schoolYear: string; schools: number } | null;
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
