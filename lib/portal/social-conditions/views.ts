/** Social conditions of a campaign's schools: index, kinds of school, possible partners. */

import type { IdentificationRule } from '@/lib/domain/identification';
import type { CityShare, IndexPart, SocialIndexSettings } from '@/lib/domain/social-index';
import type { ShareCode } from '@/lib/domain/social-shares';
import type { ResultsTrust, SchoolType, TypedSchool } from '@/lib/domain/typology';
import type { MunicipalSide, SettingsInForce, SourceLine } from '@/lib/portal/federal-rule/views';
import type { RankingView } from '@/lib/portal/lists/views';

export interface ConditionsSchool extends MunicipalSide, TypedSchool {
  /** the passport of the school is loaded */
  loaded: boolean;
  /** mean 100, standard deviation 15; null: too few shares or schools */
  index: number | null;
  /** 1 is the hardest; equal indices share a place */
  place: number | null;
  base: number | null;
  parts: IndexPart[];
  hardByIndex: boolean | null;
  /** proposed by the rule of the table of conditions; null without the table, its rule or an accepted card */
  hardByTable: boolean | null;
  /** points of the table of conditions */
  conditionsSum: number | null;
  trust: ResultsTrust;
  /** of a resilient school, or of one that would be but for its trust: what speaks for it and what against */
  reasons: string[];
}

export interface ConditionsView extends Pick<RankingView, 'campaign' | 'table' | 'tables' | 'years'> {
  settings: SettingsInForce<SocialIndexSettings>;
  /** of the table of conditions; null: none */
  conditionsRule: IdentificationRule | null;
  shares: CityShare[];
  measured: number;
  /** the lower quartile of the index, which begins hard conditions */
  threshold: number | null;
  medianSum: number | null;
  /** the lowest sum among the schools proposed for low results */
  lowFrom: number | null;
  schools: ConditionsSchool[];
  may: { changeSettings: boolean };
}

/** One school with the rows of files behind its shares. */
export interface ConditionsDetails {
  school: ConditionsSchool;
  sources: Partial<Record<ShareCode, SourceLine[]>>;
}

/** The index of one school alone, for its own page. */
export interface SchoolConditions
  extends Pick<ConditionsSchool, 'schoolCode' | 'index' | 'place' | 'type' | 'resilient' | 'loaded'> {
  /** schools with an index */
  measured: number;
}

/** A municipality of the region by kinds of its schools; trust is asked on the municipality's own page. */
export interface MunicipalityConditions {
  municipalityId: string;
  name: string;
  /** null: no campaign was opened for the year */
  campaignId: string | null;
  schools: number;
  /** schools with an index */
  measured: number;
  types: Record<SchoolType, number>;
  /** conditions or results are not known */
  untyped: number;
}

export interface RegionConditionsView {
  /** null: no campaign was ever opened */
  schoolYear: string | null;
  schoolYears: string[];
  municipalities: MunicipalityConditions[];
  /** all of them together */
  total: Omit<MunicipalityConditions, 'municipalityId' | 'name' | 'campaignId'>;
  settings: SettingsInForce<SocialIndexSettings>;
  may: { changeSettings: boolean };
}
