import type { NetworkKind, PlanLine } from '@/lib/domain/support/partnership';
import type { SupportFileView } from '@/lib/portal/support-files/views';

export interface NetworkRow {
  id: string;
  kind: NetworkKind;
  title: string;
  subject: string;
  active: boolean;
  schools: number;
  teachers: number;
  events: number;
}

export interface NetworkView {
  id: string;
  kind: NetworkKind;
  title: string;
  subject: string;
  about: string;
  leader: string;
  active: boolean;
  version: number;
  changedBy: string;
  changedAt: Date;
  plan: PlanLine[];
  members: { schoolId: string; name: string; teachers: number }[];
  schools: { id: string; name: string }[];
  files: SupportFileView[];
  mayChange: boolean;
}
