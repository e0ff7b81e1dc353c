import type { Fit } from '@/lib/domain/support/partner-fit';
import type { PartnershipStatus, PlanLine } from '@/lib/domain/support/partnership';
import type { SupportFileView } from '@/lib/portal/support-files/views';

export interface PartnershipRow {
  id: string;
  title: string;
  status: PartnershipStatus;
  host: string;
  schools: string[];
  nextEvent: PlanLine | null;
  events: number;
}

export interface PartnershipList {
  schoolYear: string;
  years: string[];
  rows: PartnershipRow[];
  mayChange: boolean;
}

export interface PartnershipView extends PartnershipRow {
  version: number;
  schoolYear: string;
  /** МОЦ's own; empty for schools */
  reasons: string[];
  agreementNumber: string;
  agreedOn: string | null;
  plan: PlanLine[];
  outcome: string;
  changedBy: string;
  changedAt: Date;
  files: SupportFileView[];
  mayChange: boolean;
  mayAgree: boolean;
}

export interface ProposedPair {
  schoolId: string;
  schoolName: string;
  /** null: nobody fits or is left */
  host: { id: string; name: string; fit: Fit } | null;
  /** other hosts that fit, best first */
  others: { id: string; name: string; fit: Fit }[];
  /** a partnership of the year that stands already */
  has: string | null;
}

export interface ProposalView {
  schoolYear: string;
  years: string[];
  pairs: ProposedPair[];
  total: number;
  hosts: number;
  refused: { name: string; why: string }[];
}

export interface PartnerChoices {
  schoolYear: string;
  schools: { id: string; name: string; listed: boolean }[];
}
