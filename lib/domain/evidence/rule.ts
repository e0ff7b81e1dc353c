/** How a criterion is answered from data: measure, comparison, least number of pupils. instrument-default.json, `threshold`. */

export const MEASURE_CODES = [
  'OGE_RUSSIAN_FAILED_SHARE',
  'OGE_MATHEMATICS_FAILED_SHARE',
  'OGE_RUSSIAN_MEAN_MARK',
  'OGE_MATHEMATICS_MEAN_MARK',
  'OGE_ELECTIVE_FAILED_SHARE',
  'EGE_RUSSIAN_MEAN_SCORE',
  'EGE_PROFILE_MATHEMATICS_MEAN_SCORE',
  'EGE_MANDATORY_BELOW_MINIMUM',
  'EGE_ELECTIVE_BELOW_MINIMUM_SHARE',
  'EGE_FROM_81',
  'VPR_FAILED_SHARE',
  'VPR_QUALITY_RATE',
  'OBJECTIVITY_SIGNS',
  'OLYMPIAD_MUNICIPAL_PARTICIPANTS',
  'OLYMPIAD_MUNICIPAL_PRIZES',
  'OLYMPIAD_SCHOOL_STAGE_SHARE',
  'CONTEST_AUTHORITY_PRIZES',
  'INTERIM_DEBT_SHARE',
  'INTERIM_QUALITY_NOO',
  'INTERIM_QUALITY_OOO',
  'INTERIM_QUALITY_SOO',
  'INTERIM_REPEAT_YEAR',
  'CONTEXT_SINGLE_PARENT_SHARE',
  'CONTEXT_PARENTS_WITH_DEGREE_SHARE',
  'CONTEXT_RECORD_SHARE',
  'CONTEXT_LOW_INCOME_SHARE',
  'CONTEXT_SOCIAL_RISK_SHARE',
  'CONTEXT_SPECIAL_NEEDS_SHARE',
  'CONTEXT_OTHER_TONGUE_SHARE',
  'CONTEXT_VACANCIES',
  'CONTEXT_WITHOUT_CATEGORY_SHARE',
  'CONTEXT_SPECIALISTS',
  'CONTEXT_SHIFTS',
] as const;

export type MeasureCode = (typeof MEASURE_CODES)[number];

export type Operator = '>=' | '<=';

/**
 * What the school's value is held against: a number in the unit of the measure (shares 0…1), a quartile of the
 * municipality's schools (R's type 7), their mean weighted by pupils, or that mean ± `deviations` standard deviations.
 */
export type Comparison =
  | { kind: 'FIXED'; operator: Operator; value: number }
  | { kind: 'QUARTILE'; operator: Operator; quartile: 1 | 3 }
  | { kind: 'MEAN'; operator: Operator }
  | { kind: 'MEAN_SD'; operator: Operator; deviations: number };

/** «да» when the value stands to the comparison as its operator says. Signs are found, not compared: comparison null. */
export type CriterionRule = {
  measure: MeasureCode;
  comparison: Comparison | null;
  /** pupils behind the value at least; with fewer the portal abstains */
  minimumN: number;
};
