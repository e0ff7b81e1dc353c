import type {
  ExaminationStatus,
  FindingTheme,
  PartContent,
  PartKind,
  PartState,
} from '@/lib/domain/support/examination';
import type { WorkbookSection } from '@/lib/domain/support/workbook';
import type { CriterionOfSchool } from '@/lib/portal/support/queries';
import type { SupportFileView } from '@/lib/portal/support-files/views';

export interface PlanCell {
  partId: string;
  kind: PartKind;
  title: string;
  state: PartState;
  dueOn: string | null;
  owner: string;
  late: boolean;
}

export interface PlanRow {
  id: string;
  schoolCode: string;
  schoolName: string;
  title: string;
  status: ExaminationStatus;
  startsOn: string;
  endsOn: string;
  findings: number;
  cells: PlanCell[];
}

export interface PlanView {
  schoolYear: string;
  years: string[];
  rows: PlanRow[];
  mayPlan: boolean;
}

export interface Choice {
  id: string;
  name: string;
}

export interface PlanChoices {
  schoolYear: string;
  years: string[];
  schools: (Choice & { code: string; listed: boolean; planned: boolean })[];
  people: Choice[];
}

export interface FindingView {
  id: string;
  version: number;
  theme: FindingTheme;
  text: string;
  partId: string | null;
  partTitle: string | null;
  criteria: string[];
  causes: string[];
  recommendations: number;
}

export interface ExaminationView {
  id: string;
  version: number;
  schoolId: string;
  schoolName: string;
  schoolYear: string;
  title: string;
  status: ExaminationStatus;
  startsOn: string;
  endsOn: string;
  conclusion: string;
  finishedBy: string | null;
  finishedAt: Date | null;
  parts: (PlanCell & { files: number; heldOn: string | null })[];
  findings: FindingView[];
  /** the school reads findings and conclusion when it is finished */
  findingsShown: boolean;
  criteria: CriterionOfSchool[];
  causes: { code: string; text: string }[];
  reasonsNotToFinish: string[];
  mayChange: boolean;
  mayReopen: boolean;
}

/** A class in the survey; null: hidden, the group is under 5. */
export interface SurveyRow {
  className: string;
  pupils: number | null;
  consents: number | null;
  examined: number | null;
  atRisk: number | null;
}

export interface PartView {
  id: string;
  version: number;
  examinationId: string;
  examinationTitle: string;
  schoolName: string;
  kind: PartKind;
  title: string;
  state: PartState;
  ownerId: string | null;
  owner: string;
  dueOn: string | null;
  heldOn: string | null;
  content: PartContent[PartKind];
  changedBy: string;
  changedAt: Date;
  workbook: { number: number; title: string; sections: WorkbookSection[] } | null;
  groups: SurveyRow[];
  groupsHidden: boolean;
  people: Choice[];
  files: SupportFileView[];
  open: boolean;
  mayChange: boolean;
  mayFill: boolean;
  mayAttach: boolean;
}

export interface WorkbookItem {
  id: string;
  number: number;
  title: string;
  status: 'DRAFT' | 'PUBLISHED';
  publishedAt: Date | null;
  changedAt: Date;
  changedBy: string;
  questions: number;
  /** examinations that use it */
  used: number;
}

export interface WorkbookView {
  id: string;
  number: number;
  title: string;
  status: 'DRAFT' | 'PUBLISHED';
  version: number;
  changedAt: Date;
  changedBy: string;
  sections: WorkbookSection[];
  mayChange: boolean;
}
