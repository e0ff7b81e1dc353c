/** The invented source data of a school and school year, from which its card's answers follow. Counts of pupils only. */

/** Pupils by mark. */
export interface MarkCounts {
  n2: number;
  n3: number;
  n4: number;
  n5: number;
}

export interface OgeFigures {
  russian: MarkCounts;
  mathematics: MarkCounts;
  electives: { subject: string; marks: MarkCounts }[];
  withoutCertificate: number;
}

export interface EgeSubject {
  participants: number;
  /** mean test score 0…100 */
  mean: number;
  belowMinimum: number;
  from81: number;
}

export interface EgeFigures {
  russian: EgeSubject;
  /** null: nobody took it */
  advancedMathematics: EgeSubject | null;
  basicMathematicsBelowMinimum: number;
  electives: { subject: string; result: EgeSubject }[];
  withoutCertificate: number;
}

export interface OlympiadFigures {
  /** pupils of grades 4–11 and how many of them took part in the school's own stage */
  eligible: number;
  schoolStage: number;
  municipalStage: number;
  municipalPrizes: number;
  /** places in contests of education authorities */
  contestPrizes: number;
}

export interface AttestationFigures {
  pupils: number;
  academicDebt: number;
  repeatYear: number;
  /** year marks by level; null: the school does not teach it */
  primary: MarkCounts | null;
  basic: MarkCounts | null;
  secondary: MarkCounts | null;
}

export interface ContextFigures {
  pupils: number;
  singleParent: number;
  bothParentsWithDegree: number;
  onPreventiveRecord: number;
  lowIncome: number;
  atSocialRiskOrInCare: number;
  specialNeeds: number;
  otherMotherTongue: number;
  vacancies: number;
  teachers: number;
  teachersWithoutCategory: number;
  psychologist: boolean;
  socialPedagogue: boolean;
  shifts: 1 | 2;
  facilitiesLacking: boolean;
}

export interface SchoolYearFigures {
  /** null: the school has no such graduates this year */
  oge: OgeFigures | null;
  ege: EgeFigures | null;
  /** codes of the signs found in federal procedures, S1…S8 (domain.md 2.4) */
  signs: string[];
  olympiad: OlympiadFigures;
  attestation: AttestationFigures;
  context: ContextFigures;
}

export const participants = ({ n2, n3, n4, n5 }: MarkCounts): number => n2 + n3 + n4 + n5;

export function meanMark(marks: MarkCounts): number | null {
  const all = participants(marks);
  return all === 0 ? null : (2 * marks.n2 + 3 * marks.n3 + 4 * marks.n4 + 5 * marks.n5) / all;
}

/** «2» of all, 0…1. */
export function failedShare(marks: MarkCounts): number | null {
  const all = participants(marks);
  return all === 0 ? null : marks.n2 / all;
}

/** «4» and «5» of all, 0…1: качество знаний. */
export function qualityRate(marks: MarkCounts): number | null {
  const all = participants(marks);
  return all === 0 ? null : (marks.n4 + marks.n5) / all;
}
