import type { CampaignStatus, CardStatus } from '@/lib/db/generated/enums';

/** One school on the board of a campaign. */
export interface BoardRow {
  cardId: string;
  schoolId: string;
  schoolName: string;
  status: CardStatus;
  answered: number;
  applicable: number;
  begun: boolean;
  /** the school's own deadline, or the campaign's */
  dueAt: Date;
  ownDeadline: boolean;
  late: boolean;
  submittedAt: Date | null;
  openDisputes: number;
  /** answers that data contradict and МОЦ has not looked at */
  disagreements: number;
  /** someone can answer for the school; a school that has moved away is looked after by its new municipality */
  hasAccount: boolean;
}

/** A campaign in a list, with how far it has come. */
export interface CampaignSummary {
  id: string;
  municipalityName: string;
  schoolYear: string;
  resultsYear: string;
  status: CampaignStatus;
  dueAt: Date;
  cards: number;
  submitted: number;
  accepted: number;
}
