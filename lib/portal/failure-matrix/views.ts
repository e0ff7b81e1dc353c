import type { FailureCampaignStatus, FailureMatrixStatus } from '@/lib/db/generated/enums';
import type { FailureCause, FailureCell, KnownGroup, MatrixForm } from '@/lib/domain/failure-matrix';

/** A matrix campaign in a list. */
export interface MatrixCampaignItem {
  id: string;
  municipalityName: string;
  schoolYear: string;
  status: FailureCampaignStatus;
  dueAt: Date;
  schools: number;
  submitted: number;
}

/** A school's own matrix in a list. */
export interface OwnMatrixItem {
  id: string;
  schoolYear: string;
  status: FailureMatrixStatus;
  open: boolean;
  dueAt: Date;
  submittedAt: Date | null;
}

/** How far one school has come; its numbers are read by itself alone. */
export interface MatrixRow {
  matrixId: string;
  schoolId: string;
  schoolName: string;
  status: FailureMatrixStatus;
  savedAt: Date | null;
  submittedAt: Date | null;
  late: boolean;
  hasAccount: boolean;
}

export interface MatrixCampaignView {
  id: string;
  municipalityId: string;
  municipalityName: string;
  schoolYear: string;
  status: FailureCampaignStatus;
  dueAt: Date;
  closedAt: Date | null;
  letter: string;
  causes: FailureCause[];
  subjects: string[];
  rows: MatrixRow[];
}

/** The matrix as its school fills it in. */
export interface MatrixView {
  id: string;
  schoolName: string;
  schoolYear: string;
  status: FailureMatrixStatus;
  /** may be changed by the viewer now */
  editable: boolean;
  /** why it cannot be changed; null: it can */
  locked: string | null;
  dueAt: Date;
  savedAt: Date | null;
  submittedAt: Date | null;
  returnComment: string | null;
  form: MatrixForm;
  cells: FailureCell[];
}

/** What those outside the school may know of its submitted matrix, or of the whole city's (school null). */
export interface MatrixReportView {
  campaign: MatrixCampaignView;
  school: { id: string; name: string } | null;
  /** schools whose submitted matrix can be looked at one by one */
  schools: { id: string; name: string }[];
  groups: KnownGroup[];
}

/** A cell that was changed in another window: what stands there now and what was to be written. */
export interface CellConflict {
  key: string;
  stored: number | null;
  mine: number | null;
}

export interface SavedCells {
  savedAt: Date;
  conflicts: CellConflict[];
}

export interface MatrixChoices {
  schoolYear: string;
  causes: readonly FailureCause[];
  /** whether the centre edited the list; otherwise it is our proposal */
  ownCauses: boolean;
  schools: { id: string; name: string; onList: boolean }[];
}
