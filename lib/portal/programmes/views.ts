import type { IndicatorSource, ProgrammeContent } from '@/lib/domain/programme/content';
import type { Incomplete, ProgrammeStatus, StageAssessment, StageKind } from '@/lib/domain/programme/progress';
import type { SupportFileView } from '@/lib/portal/support-files/views';

export interface ProgrammeRow {
  id: string;
  schoolId: string;
  schoolName: string;
  title: string;
  status: ProgrammeStatus;
  measures: number;
  measuresDone: number;
  late: number;
  changedAt: Date;
}

/** Something of a programme whose day has passed. */
export interface LateLine {
  programmeId: string;
  schoolName: string;
  what: string;
  who: string;
  /** YYYY-MM-DD */
  since: string;
}

export interface ProgrammeList {
  schoolYear: string;
  years: string[];
  rows: ProgrammeRow[];
  late: LateLine[];
  mayBegin: boolean;
  mayEditTemplates: boolean;
}

export interface BeginChoices {
  schoolYear: string;
  schools: { id: string; name: string; has: boolean }[];
  templates: { id: string; title: string }[];
  hasLast: boolean;
}

export interface StageView {
  id: string;
  version: number;
  kind: StageKind;
  title: string;
  dueOn: string;
  late: boolean;
  report: string;
  reportedBy: string | null;
  reportedAt: Date | null;
  assessment: StageAssessment | null;
  assessmentText: string;
  assessedBy: string | null;
  assessedAt: Date | null;
  files: SupportFileView[];
}

/** From what measures may follow, and with whom. */
export interface ProgrammeGrounds {
  criteria: { code: string; text: string; points: number }[];
  findings: { id: string; text: string }[];
  recommendations: { id: string; text: string }[];
  partnerships: { id: string; title: string }[];
  risks: { code: string; title: string }[];
}

export interface ProgrammeView {
  id: string;
  version: number;
  schoolId: string;
  schoolName: string;
  schoolYear: string;
  title: string;
  status: ProgrammeStatus;
  content: ProgrammeContent;
  /** what the data say of an indicator, by source and school year */
  facts: Partial<Record<IndicatorSource, Readonly<Record<string, number>>>>;
  grounds: ProgrammeGrounds;
  missing: Incomplete[];
  returnComment: string | null;
  submittedBy: string | null;
  submittedAt: Date | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  summary: string;
  changedBy: string;
  changedAt: Date;
  stages: StageView[];
  revisions: number;
  files: SupportFileView[];
  /** the whole text, states and facts alone, or nothing */
  editing: 'WHOLE' | 'RUNNING' | null;
  maySubmit: boolean;
  mayReturn: boolean;
  mayApprove: boolean;
  mayRun: boolean;
  mayFinish: boolean;
  mayReport: boolean;
  mayAssess: boolean;
  mayTemplate: boolean;
  mayAttach: boolean;
}

export interface RevisionsView {
  id: string;
  title: string;
  schoolName: string;
  revisions: {
    number: number;
    status: ProgrammeStatus;
    comment: string;
    by: string;
    at: Date;
    content: ProgrammeContent;
  }[];
}

export interface ProgrammeTemplateView {
  id: string;
  version: number;
  title: string;
  active: boolean;
  measures: number;
  changedBy: string;
  changedAt: Date;
}
