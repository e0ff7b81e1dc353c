/**
 * What files say of schools, as the rules read it: counts of pupils and means, never a pupil. domain.md 8; contract.md,
 * «Import templates». A number that a file does not give is null, never 0.
 */

export type Exam = 'OGE' | 'EGE';
export type ExamLevel = 'BASIC' | 'PROFILE';
export type SchoolLevel = 'NOO' | 'OOO' | 'SOO';
export type OlympiadStage = 'SCHOOL' | 'MUNICIPAL' | 'REGIONAL' | 'FINAL';
export type TaskLevel = 'Б' | 'П' | 'В';

/** Results of one exam in one subject: domain.md 8.2. `mean…`: points 0…100 (ЕГЭ), marks 2…5 (ОГЭ). */
export interface GiaFact {
  exam: Exam;
  subject: string;
  /** mathematics of ЕГЭ; null elsewhere */
  level: ExamLevel | null;
  participants: number;
  meanScore: number | null;
  meanMark: number | null;
  n2: number | null;
  n3: number | null;
  n4: number | null;
  n5: number | null;
  belowMinimum: number | null;
  n81to99: number | null;
  n100: number | null;
}

export interface VprMarksFact {
  grade: number;
  subject: string;
  participants: number;
  n2: number;
  n3: number;
  n4: number;
  n5: number;
}

/** pupils[s]: how many got the primary score s. */
export interface VprScoresFact {
  grade: number;
  subject: string;
  pupils: number[];
}

/** Least primary scores for the marks «3», «4», «5» and the greatest possible one: domain.md 2.5. */
export interface VprScaleFact {
  grade: number;
  subject: string;
  from3: number;
  from4: number;
  from5: number;
  maximum: number;
}

/** Marks of ВПР against those of the journal; gap2: pupils with a difference of 2 marks and more. */
export interface VprJournalFact {
  grade: number;
  subject: string;
  lowered: number;
  confirmed: number;
  raised: number;
  gap2: number | null;
}

/** Completion of one task, percent 0…100. */
export interface VprTaskFact {
  grade: number;
  subject: string;
  task: string;
  level: TaskLevel;
  participants: number | null;
  percent: number;
}

export interface OlympiadFact {
  stage: OlympiadStage;
  /** a subject, or ALL_SUBJECTS: pupils counted once however many subjects they took */
  subject: string;
  participants: number;
  winners: number;
  prizeWinners: number;
}

export interface ContestFact {
  name: string;
  /** held by an education authority: only these count [SEED-1] */
  byAuthority: boolean;
  level: string;
  participants: number;
  prizes: number;
}

export interface InterimFact {
  level: SchoolLevel;
  total: number;
  n5: number;
  n4: number;
  n3: number;
  n2: number;
  notAttested: number | null;
  academicDebt: number | null;
  conditionallyPromoted: number | null;
  repeatYear: number | null;
}

/** The social passport: domain.md 8.5. */
export interface ContextFact {
  pupils: number;
  pupils4to11: number | null;
  classes: number | null;
  shifts: number | null;
  singleParent: number | null;
  lowIncome: number | null;
  largeFamilies: number | null;
  socialRisk: number | null;
  inCare: number | null;
  schoolRecord: number | null;
  policeRecord: number | null;
  specialNeeds: number | null;
  disabled: number | null;
  otherMotherTongue: number | null;
  bothParentsWithDegree: number | null;
  teachers: number | null;
  vacancies: number | null;
  highestCategory: number | null;
  firstCategory: number | null;
  withoutCategory: number | null;
  youngTeachers: number | null;
  pensionAge: number | null;
  psychologist: number | null;
  socialPedagogue: number | null;
  speechTherapist: number | null;
}

/** Markers of the ФИОКО list for grades 4 and 5: domain.md 2.2. */
export interface FiokoFact {
  grade4Russian: number;
  grade4Mathematics: number;
  grade5Russian: number;
  grade5Mathematics: number;
}

/** Candidates for a medal and those whose ЕГЭ confirmed it: domain.md 2.4, S7. */
export interface MedalFact {
  candidates: number;
  confirmed: number;
}

/** Year marks of grade 9 against marks of ОГЭ: domain.md 2.4, S8. */
export interface OgeJournalFact {
  subject: string;
  lowered: number;
  confirmed: number;
  raised: number;
  /** lowered by 2 marks and more */
  lowered2: number | null;
}

export interface Facts {
  GIA_AGGREGATE: GiaFact;
  VPR_MARKS: VprMarksFact;
  VPR_SCORES: VprScoresFact;
  VPR_SCALE: VprScaleFact;
  VPR_JOURNAL: VprJournalFact;
  VPR_TASKS: VprTaskFact;
  OLYMPIAD: OlympiadFact;
  CONTEST: ContestFact;
  INTERIM: InterimFact;
  CONTEXT: ContextFact;
  FIOKO_MARKERS: FiokoFact;
  MEDALS: MedalFact;
  OGE_JOURNAL: OgeJournalFact;
}

export type FactKind = keyof Facts;

/** Where a fact was read: the import, the sheet (empty for csv) and the row of the file, counted from 1. */
export interface FactSource {
  importId: string;
  sheet: string;
  row: number;
}

export type Sourced<Fact> = Fact & { source: FactSource };

/** All facts in force about one school (or the region) in one school year. */
export type FactsOfYear = { [Kind in FactKind]?: Sourced<Facts[Kind]>[] };

/**
 * What a file is the whole truth of, within a kind, school and school year: ГИА an exam, olympiads a stage, ВПР a grade
 * and subject, interim attestation a level, the rest the whole year. contract.md, «Import templates».
 */
export function unitKeyOf<Kind extends FactKind>(kind: Kind, fact: Facts[Kind]): string {
  if ('exam' in fact) return fact.exam;
  if ('stage' in fact) return fact.stage;
  if ('grade' in fact) return `${fact.grade}|${fact.subject}`;
  return kind === 'INTERIM' && 'level' in fact ? String(fact.level) : '';
}
