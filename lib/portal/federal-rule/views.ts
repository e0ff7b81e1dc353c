/** Two independent rules side by side, as their pages see them. */
import type { ProcedureCode } from '@/lib/domain/federal-procedures';
import type { FederalResult, FederalRuleSettings, FederalVerdict } from '@/lib/domain/federal-rule';
import type { IdentificationRule } from '@/lib/domain/identification';
import type { Agreement } from '@/lib/domain/rule-agreement';
import type { RankedSchool, RankingView } from '@/lib/portal/lists/views';

/** Constants in force, whose they are and since when; version: what a change has to name. */
export interface SettingsInForce<Values> {
  values: Values;
  from: 'MUNICIPALITY' | 'REGION' | 'DEFAULT';
  changedBy: string | null;
  changedAt: Date | null;
  version: number;
}

/** What of a school the municipal rule says. */
export type MunicipalSide = Pick<
  RankedSchool,
  | 'schoolId'
  | 'schoolCode'
  | 'schoolName'
  | 'schoolShortName'
  | 'grades'
  | 'cardId'
  | 'status'
  | 'negativeSum'
  | 'maximum'
  | 'proposed'
  | 'confirmed'
>;

export interface TwoRulesSchool extends MunicipalSide {
  federal: FederalVerdict;
}

/** For how many schools of the campaign a procedure is loaded. */
export interface LoadedProcedure {
  code: ProcedureCode;
  year: number;
  before: number;
}

export interface TwoRulesView extends Pick<RankingView, 'campaign' | 'table' | 'tables' | 'years' | 'listInForce'> {
  /** null: nobody set a rule for the table, so that it says nothing of any school */
  rule: IdentificationRule | null;
  settings: SettingsInForce<FederalRuleSettings>;
  procedures: LoadedProcedure[];
  schools: TwoRulesSchool[];
  /** the municipal side is what the rule proposes, or who stands on the list in force; null without a list */
  agreement: { proposed: Agreement; confirmed: Agreement | null };
  may: { changeSettings: boolean };
}

/** A row behind a figure, as a reader recognises it. */
export interface SourceLine {
  fileName: string;
  sheet: string;
  /** of the file, counted from 1 */
  row: number;
  /** when it was brought in */
  appliedAt: Date | null;
}

/** One school with the rows of files behind each of its procedures. */
export interface FederalDetails {
  school: TwoRulesSchool;
  /** by procedure */
  sources: Partial<Record<ProcedureCode, { year: SourceLine[]; before: SourceLine[] }>>;
}

/** A municipality of the region by both rules. */
export interface MunicipalityRules {
  municipalityId: string;
  name: string;
  /** null: no campaign was opened for the year */
  campaignId: string | null;
  schools: number;
  results: Record<FederalResult, number>;
  /** proposed by the municipality's own rule; confirmed on its list in force */
  proposed: number;
  confirmed: number;
  agreement: Omit<Agreement, 'cells'>;
}

export interface RegionRulesView {
  /** null: no campaign was ever opened */
  schoolYear: string | null;
  schoolYears: string[];
  municipalities: MunicipalityRules[];
  /** all of them together */
  total: Omit<MunicipalityRules, 'municipalityId' | 'name' | 'campaignId'>;
  settings: SettingsInForce<FederalRuleSettings>;
  may: { changeSettings: boolean };
}

/** The federal rule of one school alone, for its own page. */
export interface SchoolFederalRule {
  campaignId: string;
  settings: FederalRuleSettings;
  schoolYear: string;
  resultsYear: string;
  verdict: FederalVerdict;
}
