import type { CaseContact, ConcernState, StepCode, StepState } from '@/lib/domain/support/case';
import type { Gap } from '@/lib/domain/support/gaps';
import type { Thread } from '@/lib/domain/support/thread';
import type { TimelineFact } from '@/lib/domain/support/timeline';

export interface StepView {
  code: StepCode;
  state: StepState;
  ownerId: string | null;
  owner: string;
  dueOn: string | null;
  doneAt: Date | null;
  note: string;
  version: number;
  late: boolean;
}

export interface SupportRow {
  schoolId: string;
  schoolCode: string;
  schoolName: string;
  municipality: string;
  caseId: string | null;
  status: 'OPEN' | 'CLOSED' | null;
  steps: StepView[];
  curators: string[];
  next: StepView | null;
  nextReviewOn: string | null;
  openConcerns: number;
  watched: boolean;
  gaps: number;
}

export interface SupportBoard {
  schoolYear: string;
  years: string[];
  rows: SupportRow[];
  /** listed schools without a case */
  unopened: { id: string; name: string }[];
  mayOpen: boolean;
  mayAssign: boolean;
}

export interface EntryView {
  id: string;
  kind: 'NOTE' | 'REVIEW' | 'CONCERN';
  happenedOn: string;
  text: string;
  shared: boolean;
  nextOn: string | null;
  concern: ConcernState | null;
  escalatedTo: string | null;
  resolution: string | null;
  author: string;
  version: number;
}

export interface CaseView {
  id: string;
  version: number;
  schoolYear: string;
  status: 'OPEN' | 'CLOSED';
  ground: string;
  orderNumber: string | null;
  openedAt: Date;
  openedBy: string;
  closedAt: Date | null;
  closedBy: string | null;
  closeGround: string | null;
  nextReviewOn: string | null;
  contacts: CaseContact[];
  steps: StepView[];
  /** what the data say of a step */
  said: Partial<Record<StepCode, string>>;
  entries: EntryView[];
  people: { id: string; name: string }[];
  mayChange: boolean;
  mayClose: boolean;
}

export interface SchoolSupport {
  schoolId: string;
  schoolCode: string;
  schoolName: string;
  municipality: string;
  schoolYear: string;
  years: string[];
  curators: string[];
  case: CaseView | null;
  next: StepView | null;
  sums: { schoolYear: string; negativeSum: number; maximum: number; listed: boolean }[];
  counts: {
    findings: number;
    recommendations: number;
    recommendationsDone: number;
    measures: number;
    measuresDone: number;
  };
  timeline: TimelineFact[];
  gaps: Gap[];
  mayOpen: boolean;
}

export interface ThreadView {
  schoolId: string;
  schoolName: string;
  schoolYear: string;
  years: string[];
  threads: Thread[];
  groundless: { id: string; title: string }[];
  causes: Readonly<Record<string, string>>;
}

export interface GapRow extends Gap {
  schoolId: string;
  schoolName: string;
}

export interface GapsView {
  schoolYear: string;
  years: string[];
  schools: number;
  rows: GapRow[];
}

export interface CuratorsView {
  people: {
    id: string;
    name: string;
    schools: { id: string; name: string; curatorshipId: string; startedOn: string }[];
  }[];
  unled: { id: string; name: string }[];
  schools: { id: string; name: string }[];
  conflicts: { id: string; schoolName: string; whom: string; reason: string; declaredBy: string; declaredAt: Date }[];
  mayAssign: boolean;
  mayDeclare: boolean;
}

export interface WatchView {
  items: {
    id: string;
    schoolId: string;
    schoolName: string;
    municipality: string;
    level: 'CENTRE' | 'REGION';
    reason: string;
    addedBy: string;
    addedAt: Date;
    mayEnd: boolean;
  }[];
  schools: { id: string; name: string }[];
}

export interface StudyView {
  id: string;
  version: number;
  schoolId: string;
  schoolName: string;
  title: string;
  situation: string;
  measures: string;
  outcome: string;
  criteria: string[];
  published: boolean;
  writtenBy: string;
  changedAt: Date;
}
