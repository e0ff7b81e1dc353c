import type { DecisionKind, DecisionState } from '@/lib/domain/support/decision';
import type { SupportFileView } from '@/lib/portal/support-files/views';

export interface DecisionRow {
  id: string;
  kind: DecisionKind;
  number: string;
  decidedOn: string;
  title: string;
  responsible: string;
  dueOn: string | null;
  state: DecisionState;
  late: boolean;
  schools: number;
}

export interface DecisionChoices {
  schools: { id: string; name: string }[];
  lists: { id: string; title: string }[];
  recommendations: { id: string; title: string }[];
}

export interface DecisionView extends DecisionRow {
  version: number;
  text: string;
  listId: string | null;
  list: string | null;
  schoolIds: string[];
  schoolNames: string[];
  recommendationIds: string[];
  recommendations: { id: string; text: string }[];
  executedOn: string | null;
  executionNote: string;
  changedBy: string;
  changedAt: Date;
  files: SupportFileView[];
  choices: DecisionChoices | null;
  mayChange: boolean;
  mayControl: boolean;
}
