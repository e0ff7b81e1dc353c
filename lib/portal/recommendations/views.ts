import type { Addressee, Draft, RecommendationStatus } from '@/lib/domain/support/recommendation';
import type { SupportFileView } from '@/lib/portal/support-files/views';

export interface RecommendationRow {
  id: string;
  version: number;
  schoolId: string;
  schoolName: string;
  addressee: Addressee;
  subject: string;
  text: string;
  status: RecommendationStatus;
  dueOn: string;
  overdue: boolean;
  mayIssue: boolean;
}

export interface RecommendationList {
  schoolYear: string;
  years: string[];
  schools: { id: string; name: string }[];
  rows: RecommendationRow[];
  counts: { drafts: number; waiting: number; overdue: number; done: number; notDone: number };
  mayDraft: boolean;
  mayIssue: boolean;
}

export interface Grounds {
  findings: { id: string; text: string }[];
  criteria: { code: string; text: string; points: number }[];
  risks: { code: string; title: string }[];
}

export interface DraftingView {
  schoolYear: string;
  years: string[];
  schools: { id: string; name: string }[];
  /** null: no school chosen yet */
  school: { id: string; name: string } | null;
  grounds: Grounds;
  drafts: Draft[];
}

export interface RecommendationView extends RecommendationRow {
  schoolYear: string;
  finding: { id: string; text: string; examinationId: string } | null;
  criteria: { code: string; text: string }[];
  risks: { code: string; title: string }[];
  answer: string;
  answeredBy: string | null;
  answeredAt: Date | null;
  outcome: string;
  checkedBy: string | null;
  checkedAt: Date | null;
  issuedBy: string | null;
  issuedAt: Date | null;
  grounds: Grounds | null;
  files: SupportFileView[];
  mayChange: boolean;
  mayAnswer: boolean;
  mayCheck: boolean;
  mayCancel: boolean;
  mayAttach: boolean;
}

export interface TemplateView {
  id: string;
  version: number;
  title: string;
  text: string;
  addressee: Addressee;
  subject: string;
  criteria: string[];
  risks: string[];
  days: number;
  active: boolean;
}
