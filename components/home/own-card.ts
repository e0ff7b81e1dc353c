/** A card of the school's own, in one campaign. */
export interface OwnCardItem {
  id: string;
  schoolYear: string;
  campaignStatus: 'DRAFT' | 'OPEN' | 'CLOSED';
  status: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';
  answered: number;
  applicable: number;
  carriedOver: number;
  dueAt: Date;
  returnComment: string | null;
  openDisputes: number;
  tables: { code: string; negativeSum: number; maximum: number }[];
}
