import type { ProfileStatus, RiskFactor, Significance } from '@/lib/domain/support/risk';

export interface RiskRow {
  schoolId: string;
  schoolCode: string;
  schoolName: string;
  /** null: not begun */
  profileId: string | null;
  status: ProfileStatus | null;
  /** by code of the factor */
  significance: Readonly<Record<string, Significance>>;
  disagreements: number;
}

export interface RiskMatrix {
  schoolYear: string;
  years: string[];
  factors: RiskFactor[];
  rows: RiskRow[];
  mayChange: boolean;
  mayEditDictionary: boolean;
}

export interface RiskItemView {
  factor: RiskFactor;
  significance: Significance;
  evidence: string;
  criteria: string[];
  findingIds: string[];
  chosen: boolean;
  opinion: 'AGREES' | 'DISAGREES' | null;
  opinionText: string;
  /** what the card proposes; null: no criterion hints at the factor */
  proposal: { significance: Significance; withPoints: string[]; of: number } | null;
}

export interface RiskProfileView {
  id: string;
  version: number;
  schoolId: string;
  schoolName: string;
  schoolYear: string;
  status: ProfileStatus;
  changedBy: string;
  changedAt: Date;
  verifiedBy: string | null;
  verifiedAt: Date | null;
  items: RiskItemView[];
  findings: { id: string; text: string }[];
  mayChange: boolean;
  mayAnswer: boolean;
}

export interface RiskDictionaryView {
  factors: RiskFactor[];
  /** 0: our proposal, not edited yet */
  version: number;
}
